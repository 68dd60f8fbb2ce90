from django.db import migrations, models


def seen_by_nobody_else(apps, schema_editor):
    """Who let readers see what staff wrote was not kept: a second person looks once more."""
    apps.get_model("hrapp", "Phrase").objects.exclude(changed_by=None).update(is_of_one_person=True)


class Migration(migrations.Migration):

    dependencies = [
        ('hrapp', '0002_phrases'),
    ]

    operations = [
        migrations.AddField(
            model_name='phrase',
            name='is_of_one_person',
            field=models.BooleanField(default=False, editable=False),
        ),
        migrations.RunPython(seen_by_nobody_else, migrations.RunPython.noop),
    ]
