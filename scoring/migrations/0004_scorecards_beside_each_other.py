"""A run keeps the scorecard of its end, and one more for each scoring version that is adopted."""

import django.db.models.deletion
from django.db import migrations, models


def keep_the_first(apps, schema_editor):
    """Back to one scorecard per run: the one of its end."""
    apps.get_model("scoring", "Scorecard").objects.filter(revision__gt=0).delete()


class Migration(migrations.Migration):

    dependencies = [
        ('scoring', '0003_rehearsals_never_change'),
    ]

    operations = [
        migrations.AddField(
            model_name='scorecard',
            name='revision',
            field=models.PositiveIntegerField(default=0),
        ),
        migrations.AddField(
            model_name='scorecard',
            name='assessments',
            field=models.TextField(blank=True, default=''),
        ),
        migrations.AlterField(
            model_name='scorecard',
            name='run',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='scorecards', to='simulator.run'),
        ),
        migrations.RunPython(migrations.RunPython.noop, keep_the_first),
        migrations.AddConstraint(
            model_name='scorecard',
            constraint=models.UniqueConstraint(fields=('run', 'revision'), name='one_scorecard_per_revision'),
        ),
    ]
