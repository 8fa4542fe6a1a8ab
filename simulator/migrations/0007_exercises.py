"""On the way back, SQLite builds the table of runs anew, and cannot while triggers name it: they are put aside."""

from importlib import import_module

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


GUARDS = [import_module(f"simulator.migrations.{name}") for name in ("0002_append_only", "0003_words_kept")]


def guard(apps, schema_editor):
    if schema_editor.connection.vendor == "sqlite":
        for step in GUARDS:
            step.guard(apps, schema_editor)


def unguard(apps, schema_editor):
    if schema_editor.connection.vendor == "sqlite":
        for step in reversed(GUARDS):
            step.unguard(apps, schema_editor)


class Migration(migrations.Migration):

    dependencies = [
        ('people', '0003_wants_guide'),
        ('scenarios', '0004_model_reply_assessments_never_change'),
        ('simulator', '0006_own_templates'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RunPython(migrations.RunPython.noop, guard),
        migrations.CreateModel(
            name='Exercise',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('mode', models.CharField(choices=[('practice', 'practice'), ('class', 'class'), ('certification', 'certification')], max_length=20)),
                ('opens_at', models.DateTimeField()),
                ('closes_at', models.DateTimeField()),
                ('is_for_all', models.BooleanField()),
                ('seed', models.BigIntegerField(null=True)),
                ('help_stage', models.CharField(choices=[('guided', 'guided'), ('hints', 'hints'), ('alone', 'alone')], max_length=10)),
                ('message', models.CharField(blank=True, max_length=500)),
                ('begins_together', models.BooleanField(default=False)),
                ('began_at', models.DateTimeField(null=True)),
                ('called_off_at', models.DateTimeField(null=True)),
                ('set_at', models.DateTimeField()),
                ('cohort', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='exercises', to='people.cohort')),
                ('people', models.ManyToManyField(related_name='exercises', to=settings.AUTH_USER_MODEL)),
                ('set_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('version', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='exercises', to='scenarios.scenarioversion')),
            ],
        ),
        migrations.CreateModel(
            name='Arrival',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('seen_at', models.DateTimeField()),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('exercise', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='arrivals', to='simulator.exercise')),
            ],
        ),
        migrations.AddField(
            model_name='run',
            name='exercise',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='runs', to='simulator.exercise'),
        ),
        migrations.AddConstraint(
            model_name='run',
            constraint=models.UniqueConstraint(condition=models.Q(('exercise__isnull', False), ('parent', None), models.Q(('mode', 'practice'), _negated=True)), fields=('exercise', 'trainee'), name='one_run_per_exercise'),
        ),
        migrations.AddIndex(
            model_name='exercise',
            index=models.Index(fields=['cohort', 'closes_at'], name='exercises_by_end'),
        ),
        migrations.AddConstraint(
            model_name='arrival',
            constraint=models.UniqueConstraint(fields=('exercise', 'person'), name='one_arrival_each'),
        ),
        migrations.RunPython(migrations.RunPython.noop, unguard),
    ]
