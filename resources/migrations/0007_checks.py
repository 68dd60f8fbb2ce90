"""Lists leave out what was checked too long ago, by a day the index keeps.

The index is made anew after an upgrade (`reindex`), which writes the true day of each place.
"""

import datetime

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("resources", "0010_by_mail")]
    operations = [
        migrations.RemoveIndex(model_name="nearbyplace", name="nearby_by_need"),
        migrations.AddField(
            model_name="nearbyplace",
            name="leaves_on",
            field=models.DateField(default=datetime.date(9999, 12, 31)),
        ),
        migrations.AddIndex(
            model_name="nearbyplace",
            index=models.Index(
                fields=["need", "band", "x", "y", "z", "leaves_on", "place"],
                name="nearby_by_need",
            ),
        ),
    ]
