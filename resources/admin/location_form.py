"""The form of a location: each message beside its field, and the time zone worked out.

What is promised is Location's constraints; here it is said where staff are looking. A point is
never made up from a ZIP: the middle of a ZIP is a wrong door.
"""

import re

from django import forms
from django.utils.translation import gettext_lazy as _
from opening_hours import OpeningHours

from hrapp.plain_forms import PlainForm
from resources.models import Area, Location
from resources.place_words import STATES

from .told_together import both_or_neither

NOT_IN_AN_AREA = ("address_1", "address_2", "latitude", "longitude")
OF_THE_US = ("America/", "Pacific/")


def zone_at(latitude, longitude):
    """The IANA name of the time zone of a point in WGS 84 degrees."""
    hours = OpeningHours("Mo-Su 09:00-17:00", coords=(latitude, longitude))
    return hours.next_change().tzinfo.key


def states_and(saved):
    """Every state to pick from, and what the address has already: it may be abroad."""
    names = {**STATES, **({saved: saved} if saved and saved not in STATES else {})}
    return [("", _("Not known")), *sorted(names.items(), key=lambda pair: pair[1])]


class LocationForm(PlainForm):
    latitude = forms.FloatField(
        label=_("Latitude"),
        required=False,
        min_value=-90,
        max_value=90,
        help_text=_("Such as 42.3355. Only when you are sure which door it is."),
    )
    longitude = forms.FloatField(
        label=_("Longitude"),
        required=False,
        min_value=-180,
        max_value=180,
        help_text=_("Such as -71.0710. In the US it begins with a minus."),
    )

    state = forms.ChoiceField(label=_("State"), required=False)

    class Meta:
        model = Location
        fields = (
            *("name", "address_1", "address_2", "city", "state", "postal_code", "country"),
            *("latitude", "longitude", "timezone", "visibility", "area"),
        )
        help_texts = {
            "timezone": _("Leave it empty: it is worked out from the point, the area or the ZIP."),
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "state" in self.fields:
            self.fields["state"].choices = states_and(self.instance.state)
        if "timezone" in self.fields:
            self.fields["timezone"].required = False
            if self.instance._state.adding:
                self.initial["timezone"] = ""  # a zone nobody chose tells hours wrong elsewhere

    def clean_country(self):
        country = self.cleaned_data["country"].strip().upper()
        if not re.fullmatch("[A-Z]{2}", country):
            raise forms.ValidationError(_("Write the country as two letters, such as US."))
        return country

    def clean(self):
        cleaned = super().clean()
        words = _("Give both latitude and longitude, or neither.")
        both_or_neither(self, "latitude", "longitude", words)
        if cleaned.get("visibility") == Location.Visibility.AREA:
            self._refuse_an_address()
        self._refuse_a_lost_minus()
        if "timezone" in cleaned and not cleaned["timezone"]:
            self._work_out_the_zone()
        return cleaned

    def _refuse_an_address(self):
        """What is never stored cannot leak, so staff clear it themselves and see that they do."""
        clear = _("Clear this. A place shown as an area keeps no street and no point.")
        for name in NOT_IN_AN_AREA:
            if self.cleaned_data.get(name) not in (None, ""):
                self.add_error(name, clear)
        if "area" not in self.errors and not self.cleaned_data.get("area"):
            self.add_error("area", _("Say which area to show instead of the address."))

    def _point(self):
        point = self.cleaned_data.get("latitude"), self.cleaned_data.get("longitude")
        return None if None in point else point

    def _refuse_a_lost_minus(self):
        point = self._point()
        if not point or self.cleaned_data.get("country") != "US":
            return
        if not zone_at(*point).startswith(OF_THE_US):
            lost = _("This point is not in the United States. Is a minus missing, as in -71.07?")
            self.add_error("longitude", lost)

    def _work_out_the_zone(self):
        if point := self._point():
            self.cleaned_data["timezone"] = zone_at(*point)
            return
        area = self.cleaned_data.get("area")
        zip_code = (self.cleaned_data.get("postal_code") or "")[:5]
        area = area or Area.objects.filter(slug=zip_code, kind=Area.Kind.ZIP).first()
        if area:
            self.cleaned_data["timezone"] = area.timezone
        else:
            words = _("Write the time zone, such as America/New_York, or give a point or a ZIP.")
            self.add_error("timezone", words)
