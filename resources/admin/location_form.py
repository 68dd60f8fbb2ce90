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

# What tells which door it is, and what stands there when nobody kept it.
EXACT = {"address_1": "", "address_2": "", "latitude": None, "longitude": None}
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
    keeps_address = forms.TypedChoiceField(
        label=_("If the address is not shown: keep the exact street and point?"),
        choices=[
            (False, _("No. Erase them when I save.")),
            (True, _("Yes. Only staff will see them, here.")),
        ],
        coerce=lambda said: said == "True",
        empty_value=False,
        required=False,
        widget=forms.RadioSelect,
        help_text=_(
            "An address that is shown stays as it is. What is erased cannot leak, and cannot be "
            "brought back."
        ),
    )

    class Meta:
        model = Location
        fields = (
            *("name", "address_1", "address_2", "city", "state", "postal_code", "country"),
            *("latitude", "longitude", "timezone", "visibility", "area", "keeps_address"),
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
        self._refuse_a_lost_minus()
        shows_an_area = cleaned.get("visibility") == Location.Visibility.AREA
        if "timezone" in cleaned and not cleaned["timezone"] and not shows_an_area:
            self._work_out_the_zone()
        if shows_an_area:
            self._stand_in_an_area()
        self._keep_only_what_was_said()
        return cleaned

    def _stand_in_an_area(self):
        """Its hours are told in the area's own zone: another would say where in the area it is."""
        area = self.cleaned_data.get("area")
        if area is None:
            if "area" not in self.errors:
                self.add_error("area", _("Say which area to show instead of the address."))
        elif self.cleaned_data.get("timezone") in ("", area.timezone):
            self.cleaned_data["timezone"] = area.timezone
        elif "timezone" not in self.errors:
            words = _(
                "A place shown as an area tells its hours in the area’s time zone, %(zone)s. "
                "Write that one, or show another area."
            )
            self.add_error("timezone", words % {"zone": area.timezone})

    def _keep_only_what_was_said(self):
        """The exact place of what readers may not find is kept only when staff said so."""
        cleaned = self.cleaned_data
        self.erased = False
        if cleaned.get("visibility") not in (Location.Visibility.AREA, Location.Visibility.HIDDEN):
            cleaned["keeps_address"] = False  # asked anew, should it ever be hidden
        elif not cleaned.get("keeps_address"):
            self.erased = any(cleaned.get(name) not in (None, "") for name in EXACT)
            cleaned.update(EXACT)

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
