"""What somebody reports, cleaned. Nothing typed is ever lost: the page shows it again."""

import re

from django import forms
from django.utils.translation import gettext_lazy as _

from . import report_guards as guards
from .cards import where
from .models.report import LONGEST_NOTE
from .models.report_kind import Kind

# Letters that nobody typed on purpose: controls, signs that turn text round, private marks.
UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff\ue000-\uf8ff]"
)


def readable(text):
    """As a person sees it: a paste brings letters that cannot be seen, and they are let go."""
    return UNSEEN.sub("", text.replace("\r\n", "\n").replace("\r", "\n")).strip()


class Note(forms.CharField):
    def to_python(self, value):
        return readable(super().to_python(value))


class ReportForm(forms.Form):
    """`places`: the listed places of one service, from which one may be picked."""

    kind = forms.ChoiceField(
        choices=Kind,
        error_messages={
            "required": _("Pick what is wrong."),
            "invalid_choice": _("Pick what is wrong from these."),
        },
    )
    place = forms.ChoiceField(
        required=False, error_messages={"invalid_choice": _("Pick one of these places.")}
    )
    note = Note(
        required=False,
        max_length=LONGEST_NOTE,
        error_messages={
            "max_length": _(
                "That is too long: %(show_value)s letters. The most is %(limit_value)s. "
                "It is all still here."
            )
        },
    )

    def __init__(self, places, sent=None):
        super().__init__(sent)
        self.places = {str(place.pk): place for place in places}
        self.fields["place"].choices = [
            (key, where(place.location)) for key, place in self.places.items()
        ]

    @property
    def is_of_a_machine(self):
        """The field that nobody sees is filled in."""
        return bool(self.data.get(guards.TRAP))

    @property
    def typed(self):
        return readable(self.data.get("note", ""))

    @property
    def told(self):
        """What resources.reporting takes; of a valid form."""
        told = self.cleaned_data
        return {
            "kind": told["kind"],
            "note": told["note"],
            "place": self.places.get(told["place"]),
        }
