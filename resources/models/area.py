"""Places a person can name: ZIPs, cities, counties, states, and which edition of them is loaded.

Lives here: the table and its own words. Not here: reading what was typed (places.py,
place_words.py) and where the rows come from (gazetteer/README.md).
"""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _


class AreaQuerySet(models.QuerySet):
    def keyed(self, keys):
        """Areas whose folded name is one of these, by index.

        From about 500 keys PostgreSQL judges one pass over the table cheaper: 20 ms.
        """
        return self.filter(key__in=keys)

    def biggest_first(self):
        return self.order_by("-population", "name", "state", "slug")


class Area(models.Model):
    class Kind(models.TextChoices):
        ZIP = "zip", _("ZIP code")
        CITY = "city", _("city or town")
        COUNTY = "county", _("county")
        STATE = "state", _("state")

    slug = models.CharField(max_length=100, unique=True)  # the URL: 02118, boston-ma, ma
    kind = models.CharField(max_length=6, choices=Kind.choices)
    name = models.CharField(max_length=100)
    state = models.CharField(max_length=2)
    also = models.CharField(  # a ZIP's city; a city's county; else empty
        max_length=100, blank=True, default=""
    )
    latitude = models.FloatField()  # WGS 84 degrees, of the middle of where people live
    longitude = models.FloatField()
    timezone = models.CharField(max_length=40)  # IANA name
    key = models.CharField(max_length=100)  # place_words.area_key of the name, without the state
    population = models.PositiveIntegerField(default=0)  # rough; 0 unknown: only for ordering

    objects = AreaQuerySet.as_manager()

    class Meta:
        verbose_name = _("area")
        verbose_name_plural = _("areas")
        indexes = [models.Index(fields=["key", "state"], name="area_key_state")]
        constraints = [
            models.CheckConstraint(
                condition=Q(kind__in=["zip", "city", "county", "state"]), name="area_kind_known"
            ),
            models.CheckConstraint(
                condition=Q(latitude__gte=-90, latitude__lte=90), name="area_latitude_on_earth"
            ),
            models.CheckConstraint(
                condition=Q(longitude__gte=-180, longitude__lte=180),
                name="area_longitude_on_earth",
            ),
            models.CheckConstraint(condition=~Q(timezone=""), name="area_has_timezone"),
        ]

    def __str__(self):
        return self.label

    @property
    def label(self):
        """As a person would write it: "Boston, MA", "02118 (Boston, MA)", "Massachusetts"."""
        if self.kind == self.Kind.STATE:
            return self.name
        if self.kind == self.Kind.ZIP:
            return f"{self.name} ({self.also}, {self.state})" if self.also else self.name
        # Two Springfields in New Jersey: the slug that carries the county says which.
        one_of_two = self.kind == self.Kind.CITY and "--" in self.slug
        place = f"{self.name}, {self.state}"
        return f"{place} ({self.also})" if one_of_two and self.also else place

    @property
    def choice_label(self):
        """The label where a state may stand beside a city of its name."""
        if self.kind == self.Kind.STATE:
            return gettext("%(name)s (the whole state)") % {"name": self.name}
        return self.label

    @property
    def as_typed(self):
        """Words that find just this area when they are typed or posted again."""
        by_slug = "--" in self.slug or self.kind == self.Kind.STATE
        return self.slug if by_slug else self.label


class GazetteerEdition(models.Model):
    """The fingerprint of the files the areas were loaded from, so that a second load is idle."""

    fingerprint = models.CharField(max_length=64, unique=True)
    loaded_at = models.DateTimeField(auto_now_add=True)
