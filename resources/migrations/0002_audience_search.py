"""Words that lead to who a place is for. Audiences already there get those that ship today."""

from django.db import migrations, models

SHIPPED = {
    "youth": "teen\nteens\nteenager\nrunaway\nyouth\nyoung adult\nyoung people\njovenes",
    "women": "moms\nwomen\nwomens\nwoman\nmujeres\nPara mujeres",
    "trans_lgbtq": "queer\nhormones\ntrans\ntransgender\nlgbt\nlgbtq\ngay\nlesbian\nnonbinary",
    "sexwork": "sex work\nsex worker\nsex workers\ntrabajo sexual",
}


def give_the_words_that_ship(apps, schema_editor):
    audiences = apps.get_model("resources", "Audience").objects.using(schema_editor.connection.alias)
    for slug, words in SHIPPED.items():
        audiences.filter(slug=slug).update(search=words)


class Migration(migrations.Migration):
    dependencies = [("resources", "0001_initial")]

    operations = [
        migrations.AddField(
            model_name="audience",
            name="search",
            field=models.TextField(
                blank=True,
                help_text="One to a line. For finding only, never shown on any page.",
                verbose_name="search words",
            ),
        ),
        migrations.RunPython(give_the_words_that_ship, migrations.RunPython.noop, elidable=True),
    ]
