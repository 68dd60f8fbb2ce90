"""The nearest-places index: one narrow row for each listed place and need.

A point is kept as x, y, z on a ball of radius 1, so that "how far" is plain arithmetic that both
databases do alike: no date line, no poles, no trigonometry in SQL. Asked by resources.nearby only.
"""

from datetime import date

from django.db import models

from .need import Need
from .service_at_location import ServiceAtLocation

# Of what never grows too old for a list.
STAYS = date(9999, 12, 31)


class NearbyPlace(models.Model):
    # No need: the row that stands for "anything at all".
    need = models.ForeignKey(Need, on_delete=models.CASCADE, null=True, db_index=False)
    # floor(z * 512): a slice of the ball a few miles high, so that an index can go straight to it.
    band = models.SmallIntegerField()
    x = models.FloatField()
    y = models.FloatField()
    z = models.FloatField()
    # From this day on it was checked too long ago to be near anybody. A day, so that it goes by
    # itself; never null, so that a list asks one plain question that the index answers.
    leaves_on = models.DateField(default=STAYS)
    place = models.ForeignKey(ServiceAtLocation, on_delete=models.CASCADE, related_name="nearby")

    class Meta:
        indexes = [
            models.Index(
                fields=["need", "band", "x", "y", "z", "leaves_on", "place"],
                name="nearby_by_need",
            )
        ]
        constraints = [
            models.UniqueConstraint(fields=["place", "need"], name="nearby_once_a_need"),
            models.UniqueConstraint(
                fields=["place"], condition=models.Q(need=None), name="nearby_once_for_anything"
            ),
        ]
