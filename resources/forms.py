"""What a person asks for, cleaned. Nothing typed is ever lost: the form is shown with it."""

from dataclasses import dataclass, field

from django import forms
from django.utils.translation import gettext_lazy as _

from . import filters
from .finding import LAST_PAGE, Search
from .models import Need

LONGEST_WORDS = 200


class TickedFilters(forms.Field):
    """All filters at once: each is its own name in the form (`open_now`, `free`, ...)."""

    class widget(forms.Widget):
        def value_from_datadict(self, data, files, name):
            return tuple(some for some, _label in filters.CHOICES if data.get(some))


class Needs(forms.Field):
    """Ids of needs, any number -> their rows, in the order they were asked for."""

    class widget(forms.Widget):
        def value_from_datadict(self, data, files, name):
            return data.getlist(name)

    def clean(self, value):
        asked = list(dict.fromkeys(filter(None, value)))[:8]
        plain = [some for some in asked if len(some) <= 40 and "\0" not in some]
        rows = Need.objects.in_bulk(plain)
        if len(rows) < len(asked):
            raise forms.ValidationError(
                _("We don’t have that need on our list. Pick from these, or say it your way.")
            )
        return [rows[some] for some in asked]


class RefineForm(forms.Form):
    """Which needs, filters and page: what may stand in a link to a list."""

    need = Needs(required=False)
    only = TickedFilters(required=False)
    maybe = forms.BooleanField(required=False)
    page = forms.IntegerField(required=False, min_value=1, max_value=LAST_PAGE)

    def search(self, area, needs=None):
        cleaned = self.cleaned_data
        return Search(
            area=area,
            needs=tuple(need.pk for need in (needs or cleaned["need"])),
            only=cleaned["only"],
            maybe=cleaned["maybe"],
            page=cleaned["page"] or 1,
        )


class FindForm(RefineForm):
    """The whole question, as it is posted. The place never stands in an address."""

    place = forms.CharField(
        max_length=80,
        error_messages={
            "required": _("Tell us where: a ZIP, or a city and state."),
            "max_length": _("That is too long for a place. A ZIP or a city is enough."),
        },
    )
    q = forms.CharField(
        required=False,
        max_length=LONGEST_WORDS,
        error_messages={"max_length": _("That is too long to read. A few words are enough.")},
    )


@dataclass
class Ask:
    """What stands in the form when it is shown: all that was typed and ticked, or nothing yet."""

    q: str = ""
    place: str = ""
    needs: list = field(default_factory=list)
    ticked: tuple = ()
    maybe: bool = False


def typed_in(form, needs, place=""):
    """A bound form -> Ask, whatever was wrong with it."""
    posted = form.data
    return Ask(
        q=posted.get("q", ""),
        place=posted.get("place", place),
        needs=needs,
        ticked=form.fields["only"].widget.value_from_datadict(posted, None, "only"),
        maybe=bool(posted.get("maybe")),
    )
