"""What a person asks for, cleaned. Nothing typed is ever lost: the page shows it again."""

import re
from dataclasses import dataclass, field

from django import forms
from django.utils.translation import gettext_lazy as _

from hrapp.prepared import Prepared

from . import filters
from .day_row import HoursRefused
from .finding import LAST_PAGE, Search
from .models import Need
from .open_at import OpenAt, read_open_at

LONGEST_WORDS = 200
MOST_NEEDS = 8

COLUMNS = [field.attname for field in Need._meta.concrete_fields]
need_by_id = Prepared(lambda id: Need.objects.filter(pk=id).values_list(*COLUMNS), id="example")


class FindForm(forms.Form):
    """What is typed. The place never stands in an address."""

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
class Ticked:
    """What is ticked and tapped: needs, filters and a page. It may stand in a link to a list.

    Read by hand rather than by a form: a list is asked for by the thousand, and nobody types
    these. `wrong` is what to say of a need or a page that is not ours.
    """

    needs: list = field(default_factory=list)
    only: tuple = ()
    maybe: bool = False
    page: int = 1
    wrong: str = ""
    day: str = ""  # as sent, for the boxes of "Open on ... at ..."
    at: str = ""
    open_at: OpenAt | None = None
    pass_on: bool = False  # the list is to be texted or printed

    @classmethod
    def read(cls, sent):
        """A QueryDict -> Ticked. Never raises."""
        asked = list(dict.fromkeys(filter(None, sent.getlist("need"))))[:MOST_NEEDS]
        needs = [need for some in asked for need in need_called(some)]
        page = page_called(sent.get("pass_on") or sent.get("page") or "1")
        wrong = ""
        if len(needs) < len(asked):
            wrong = _("We don’t have that need on our list. Pick from these, or say it your way.")
        elif page is None:
            wrong = _("This list has no such page.")
        only = tuple(name for name in filters.NAMES if name in sent and sent[name])
        told = cls(needs, only, bool(sent.get("maybe")), page or 1, wrong)
        told.pass_on = bool(sent.get("pass_on"))
        if "on" in sent or "at" in sent:
            told.read_open_at(sent)
        return told

    def read_open_at(self, sent):
        self.day, self.at = sent.get("on", "")[:8], sent.get("at", "")[:40]
        try:
            self.open_at = read_open_at(self.day, self.at)
        except HoursRefused as refusal:
            self.wrong = self.wrong or refusal.sentence
        if self.open_at:
            self.only += (filters.OPEN_AT,)

    @property
    def filters(self):
        """As resources.filters.filter_chips takes them."""
        return self.only, self.maybe, self.day, self.at

    def search(self, area, needs):
        ids = tuple(need.pk for need in needs)
        ask_at = needs[0].ask_at_id or "" if len(needs) == 1 else ""
        return Search(area, ids, self.only, self.maybe, self.page, ask_at, self.open_at)


def need_called(name):
    """The need of that id in a list, or an empty list: whatever was sent."""
    if not re.fullmatch("[A-Za-z0-9_-]{1,40}", name):
        return []
    return [Need(*row) for row in need_by_id(id=name)]


def page_called(number):
    """The number of a page of a list, or None."""
    if number.isascii() and number.isdecimal() and len(number) < 3:
        return int(number) if 1 <= int(number) <= LAST_PAGE else None
    return None
