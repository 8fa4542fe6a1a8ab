from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('people', '0002_compares_earlier'),
    ]

    operations = [
        migrations.AddField(
            model_name='user',
            name='wants_guide',
            field=models.BooleanField(default=True),
        ),
    ]
