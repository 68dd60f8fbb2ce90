"""Where a service happens, and how much of that the public may know."""

import uuid
import zoneinfo

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from .area import Area
from .organization import FromUpstream


def must_be_a_zone(name):
    try:
        zoneinfo.ZoneInfo(name)
    except (zoneinfo.ZoneInfoNotFoundError, ValueError) as error:
        raise ValidationError(
            _("“%(name)s” is not a time zone. Try America/New_York."), params={"name": name}
        ) from error


def either(together, apart):
    return models.Q(**{name: None for name in together}) | models.Q(
        **{f"{name}__isnull": False for name in apart}
    )


class Location(FromUpstream):
    class Visibility(models.TextChoices):
        EXACT = "exact", _("Show the address")
        AREA = "area", _("Show the area only. “Call for the place.”")
        HIDDEN = "hidden", _("Show nothing. Staff only.")

    PUBLIC = (Visibility.EXACT, Visibility.AREA)  # readers may know that it is there

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    name = models.CharField(_("name of the place"), max_length=200, blank=True)
    address_1 = models.CharField(_("street"), max_length=200, blank=True)
    address_2 = models.CharField(_("floor, suite"), max_length=120, blank=True)
    city = models.CharField(max_length=80, blank=True)
    state = models.CharField(max_length=2, blank=True)
    postal_code = models.CharField(_("ZIP"), max_length=10, blank=True)
    country = models.CharField(max_length=2, default="US")
    latitude = models.FloatField(null=True, blank=True)
    longitude = models.FloatField(null=True, blank=True)
    timezone = models.CharField(
        _("time zone"),
        max_length=40,
        default="America/New_York",
        validators=[must_be_a_zone],
        help_text=_("Such as America/New_York. Hours are told in it."),
    )
    visibility = models.CharField(
        _("what readers see"), max_length=6, choices=Visibility, default=Visibility.EXACT
    )
    area = models.ForeignKey(
        Area,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        verbose_name=_("area it is in"),
        help_text=_("Shown instead of the address, or where an address without a point is."),
    )
    # Asked of staff for a place that readers may not find: no is what holds when nobody says so.
    keeps_address = models.BooleanField(_("keep the exact street and point?"), default=False)

    class Meta(FromUpstream.Meta):
        verbose_name = _("address")
        verbose_name_plural = _("addresses")
        constraints = [
            *FromUpstream.Meta.constraints,
            models.CheckConstraint(
                condition=either(["latitude", "longitude"], ["latitude", "longitude"]),
                name="point_is_whole",
                violation_error_message=_("Give both latitude and longitude, or neither."),
            ),
            models.CheckConstraint(
                condition=models.Q(latitude=None)
                | models.Q(latitude__range=(-90, 90), longitude__range=(-180, 180)),
                name="point_is_on_earth",
                violation_error_message=_(
                    "Latitude runs from -90 to 90, longitude from -180 to 180."
                ),
            ),
            models.CheckConstraint(
                condition=~models.Q(visibility="area") | models.Q(area__isnull=False),
                name="area_shown_is_known",
                violation_error_message=_("Say which area to show instead of the address."),
            ),
            # What is never stored cannot leak. Not of hidden places: hiding is never refused.
            models.CheckConstraint(
                condition=~models.Q(visibility="area")
                | models.Q(keeps_address=True)
                | models.Q(address_1="", address_2="", latitude=None, longitude=None),
                name="area_only_keeps_no_address",
                violation_error_message=_(
                    "A place shown as an area keeps no street and no point, unless you say so."
                ),
            ),
            models.CheckConstraint(
                condition=models.Q(visibility__in=["exact", "area", "hidden"]),
                name="visibility_is_known",
            ),
        ]

    def __str__(self):
        return self.name or ", ".join(filter(None, [self.address_1, self.city, self.state]))

    @property
    def point(self):
        """The point the public may know, as (latitude, longitude) in WGS 84 degrees, or None."""
        if self.visibility == self.Visibility.AREA:
            return (self.area.latitude, self.area.longitude)
        if self.visibility == self.Visibility.EXACT and self.latitude is not None:
            return (self.latitude, self.longitude)
        return None

    @property
    def near(self):
        """About where it is, for "near" and miles: its point, else the middle of its area.

        A place may show its address and have no point that anybody could be sent to.
        """
        if self.visibility == self.Visibility.HIDDEN:
            return None
        return self.point or (self.area and (self.area.latitude, self.area.longitude))

    @property
    def zone(self):
        """The time zone its hours are told in: an area's own, which says no more than the area."""
        return self.area.timezone if self.visibility == self.Visibility.AREA else self.timezone

    @property
    def town(self):
        """The city and state that the public may know: of an area, only its name."""
        if self.visibility == self.Visibility.AREA:
            return self.area.label
        if self.visibility == self.Visibility.HIDDEN:
            return ""
        return ", ".join(filter(None, [self.city, self.state]))

    @property
    def address(self):
        """The lines the public may read, or an empty list."""
        if self.visibility != self.Visibility.EXACT:
            return []
        street = ", ".join(filter(None, [self.address_1, self.address_2]))
        town = ", ".join(filter(None, [self.city, f"{self.state} {self.postal_code}".strip()]))
        return [line for line in (street, town) if line]
