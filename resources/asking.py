"""From a form somebody filled in to what the page answers: places, or a question back in words.

Lives here: the order of the questions. Not here: how words become needs (need_words) or places
(places), and how places are found (finding).
"""

from dataclasses import dataclass, field
from urllib.parse import urlencode

from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from . import need_words, places
from .finding import Found, Search, find
from .models import Area, HelpLine, Need

# Needs that a phone call meets wherever somebody is: their answer begins with the help lines.
BY_PHONE = {"spot_line", "talk_now", "dv"}

WHY_NOT_THERE = {
    "empty": _("Tell us where: a ZIP, or a city and state."),
    "no_words": _("We can’t read that as a place. Try a ZIP, or a city and state."),
    "bad_characters": _("We can’t read that as a place. Try a ZIP, or a city and state."),
    "too_long": _("That is too long for a place. A ZIP or a city is enough."),
    "coordinates": _("We don’t take a map position, so that nobody can learn it. Try a ZIP or a city."),
    "short_zip": _("A ZIP has 5 digits. This one is too short."),
    "long_zip": _("A ZIP has 5 digits. This one is too long."),
    "unknown_zip": _("We don’t know that ZIP. Check the digits, or try a city and state."),
    "not_in_state": _("We don’t find that place in that state."),
    "not_found": _("We don’t find that place in the US. Check the spelling, or try a ZIP."),
}


@dataclass
class Answer:
    """What to show. At most one of `emergency`, `found`, `which` and form errors leads."""

    form: object
    emergency: bool = False
    area: Area | None = None
    others: tuple = ()  # where else that name could be
    which: tuple = ()  # areas to choose from
    offers: tuple = ()  # areas that may have been meant
    first_five: bool = False
    needs: list = field(default_factory=list)
    unknown: list = field(default_factory=list)
    no_need: bool = False  # words that led to no need: show them all
    search: Search | None = None
    found: Found | None = None

    @property
    def wrong(self):
        return bool(self.form.errors)

    @property
    def heading(self):
        if not self.found:
            return gettext("Find what you need")
        what = gettext(" and ").join(in_a_heading(need.label) for need in self.needs)
        return gettext("%(what)s near %(where)s") % {
            "what": what or gettext("Places"),
            "where": self.area.label,
        }

    @property
    def count_words(self):
        count = len(self.found.places)
        if not count:
            return gettext("No place that we list is known to match.")
        words = ngettext("%d place, nearest first.", "%d places, nearest first.", count) % count
        return words + " " + gettext("Distances are from the middle of %s.") % self.area.name

    @property
    def link(self):
        """The address of this list, for somebody who asks for one."""
        asked = [("need", need.pk) for need in self.needs]
        asked += [(name, "1") for name in self.search.only]
        return f"/near/{self.area.slug}/" + (f"?{urlencode(asked)}" if asked else "")

    @property
    def lines(self):
        """Help lines to show: those that meet the need, or any when places are far or none."""
        by_phone = BY_PHONE & {need.pk for need in self.needs}
        nothing_near = self.found and (not self.found.places or self.found.far_off)
        if not by_phone and not nothing_near:
            return []
        return list(HelpLine.objects.up().spotting_first()[:4])


def in_a_heading(label):
    return label.split(" (")[0]


def answer(form, now):
    """A bound FindForm and the moment -> Answer. Adds to the form's errors what is wrong."""
    form.is_valid()
    told = Answer(form, needs=form.cleaned_data.get("need") or [])
    if words := form.cleaned_data.get("q"):
        understand(told, words)
    if told.emergency:
        return told
    look_up_place(told)
    if not told.wrong and told.area and not told.no_need:
        told.search = form.search(told.area, told.needs)
        told.found = find(told.search, now)
    return told


def understand(told, words):
    said = need_words.understand(words, need_words.vocabulary())
    told.emergency = said.emergency
    told.unknown = said.unknown
    known = {need.pk for need in told.needs}
    rows = Need.objects.in_bulk(said.needs)
    told.needs += [rows[need] for need in said.needs if need in rows and need not in known]
    told.no_need = bool(said.unknown) and not told.needs


def look_up_place(told):
    if "place" not in told.form.cleaned_data:
        return
    place = places.find_place(told.form.cleaned_data["place"])
    told.area, told.others, told.which = place.area, place.others, place.choices
    told.offers, told.first_five = place.offers, place.first_five
    if place.reason:
        told.form.add_error("place", WHY_NOT_THERE[place.reason])
