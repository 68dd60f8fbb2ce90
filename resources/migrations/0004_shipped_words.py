"""Which search words came with the site, so that a later version can bring new ones, and only those.

Empty at first: `load_content` fills it, and gives an older database the words it lacks.
"""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("resources", "0003_staff_words")]

    operations = [
        migrations.CreateModel(
            name="ShippedWords",
            fields=[
                ("slug", models.SlugField(primary_key=True, serialize=False)),
                ("words", models.TextField()),
            ],
        ),
    ]
