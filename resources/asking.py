"""From a form somebody filled in to what the page answers: places, or a question back in words.

Lives here: the order of the questions. Not here: how words become needs (need_words) or places
(places), and how places are found (finding).
"""

from dataclasses import dataclass, field, replace
from functools import cache, cached_property
from urllib.parse import urlencode

from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from hrapp.phrases import said_text

from . import filters, need_words, place_inside, places, staying, texting
from .cards import short
from .finding import Found, Search, find
from .forms import LONGEST_WORDS, FindForm, Ticked
from .mailing import mailed
from .models import Area, HelpLine, Need

# Needs that a phone call meets wherever somebody is: their answer begins with the help lines.
BY_PHONE = {"spot_line", "talk_now", "dv"}
# Who finds help of any kind is who finds food and a bed: 211.
ANYTHING = ["food", "sleep"]

WHY_NOT_THERE = {
    "empty": _("Tell us where: a ZIP, or a city and state."),
    "no_words": _("We can’t read that as a place. Try a ZIP, or a city and state."),
    "bad_characters": _("We can’t read that as a place. Try a ZIP, or a city and state."),
    "too_long": _("That is too long for a place. A ZIP or a city is enough."),
    "coordinates": _(
        "We don’t take a map position, so that nobody can learn it. Try a ZIP or a city."
    ),
    "short_zip": _("A ZIP has 5 digits. This one is too short."),
    "long_zip": _("A ZIP has 5 digits. This one is too long."),
    "two_zips": _("We can only look near one ZIP at a time. A ZIP has 5 digits."),
    "unknown_zip": _("We don’t know that ZIP. Check the digits, or try a city and state."),
    "not_in_state": _("We don’t find that place in that state."),
    "not_found": _("We don’t find that place in the US. Check the spelling, or try a ZIP."),
}


@dataclass
class Answer:
    """What to show. At most one of `emergency`, `found`, `which` and form errors leads."""

    ticked: Ticked
    q: str = ""
    place: str = ""
    wrong: dict = field(default_factory=dict)  # {"place": words, "q": words, "need": words}
    emergency: bool = False
    area: Area | None = None
    others: tuple = ()  # where else that name could be
    which: tuple = ()  # areas to choose from
    offers: tuple = ()  # areas that may have been meant
    first_five: bool = False
    needs: list = field(default_factory=list)
    unknown: list = field(default_factory=list)
    slips: list = field(default_factory=list)  # (typed, what it was taken for, in words)
    no_need: bool = False  # words that led to no need: show them all
    search: Search | None = None
    found: Found | None = None

    @cached_property
    def heading(self):
        if not self.found:
            return gettext("Find what you need")
        what = gettext(" and ").join(short(said_text(need.label)) for need in self.needs)
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
        if self.found.sank:
            words += " " + gettext("Those not checked for a long time come last.")
        return words + " " + gettext("Distances are from the middle of %s.") % self.area.name

    @property
    def open_at_words(self):
        """Which time was asked about, so that a slip is seen before anybody walks."""
        return self.search.open_at.words if self.search.open_at else ""

    @property
    def unmet_words(self):
        """Of several needs, those that no place is known to have, in words."""
        labels = [
            short(said_text(need.label)) for need in self.needs if need.pk in self.found.unmet
        ]
        return gettext("No place we list has: %s.") % ", ".join(labels) if labels else ""

    @property
    def guesses(self):
        """What was read in spite of a slip, so that a wrong guess is seen."""
        return [
            gettext("We read “%(typed)s” as %(meant)s.") % {"typed": typed, "meant": meant}
            for typed, meant in self.slips
            if meant
        ]

    @property
    def link(self):
        """The address of this list, for somebody who asks for one."""
        asked = [("need", need.pk) for need in self.needs]
        asked += [(name, "1") for name in self.search.only if name != filters.OPEN_AT]
        asked += self.search.open_at.asked if self.search.open_at else []
        asked += [("maybe", "1")] if self.search.maybe else []
        return f"/near/{self.area.slug}/" + (f"?{urlencode(asked)}" if asked else "")

    @property
    def text_message(self):
        """A link that opens the phone's messages with the nearest places written."""
        return texting.list_link(self.found.places, self.link)

    @property
    def lines(self):
        """Help lines to show: those that meet the need, or any when places are far or none."""
        by_phone = BY_PHONE & {need.pk for need in self.needs}
        if by_phone or self.nothing_near:
            return lines_for([need.pk for need in self.needs])
        return []

    @cached_property
    def staying(self):
        """The lines that stay on while somebody uses, or None where their card does not belong."""
        if self.nothing_near or staying.NEEDS & {need.pk for need in self.needs}:
            return staying.staying()
        return None

    @cached_property
    def by_mail(self):
        """Who sends it to that state: also when all places are far."""
        if self.search.page > 1:
            return []
        only, maybe = self.search.only, self.search.maybe
        return mailed(self.needs, self.area.state, timezone.now(), only=only, maybe=maybe)

    @cached_property
    def nothing_near(self):
        return bool(self.found) and (not self.found.places or self.found.far_off)

    @property
    def lines_lead(self):
        """Who can be called comes before places, when those are far or there are none at all."""
        return self.nothing_near and not self.found.perhaps


def lines_for(needs):
    """The help lines that help with these needs; else those that know what is where.

    Those that stay on while somebody uses have a card of their own (resources.staying).
    """
    if set(needs) == {"spot_line"}:
        return []
    others = HelpLine.objects.up().others().in_turn()
    return list(others.that_help_with(needs)[:4]) or list(others.that_help_with(ANYTHING)[:2])


def answer(sent, now):
    """What was posted (QueryDict) and the moment -> Answer, with in `wrong` what to mend."""
    vocabulary = cache(need_words.vocabulary)  # asked for once at most, and only when needed
    sent = said_in_one_breath(sent, vocabulary)
    form = FindForm(sent)
    told = nothing_yet(sent)
    told.q, told.place = sent.get("q", ""), sent.get("place", "")
    told.wrong |= {name: errors[0] for name, errors in form.errors.items()}
    if words := form.cleaned_data.get("q"):
        understand(told, words, vocabulary())
    elif told.wrong.get("q"):  # too long to be read as a need, and still an emergency
        told.emergency = need_words.understand(told.q, vocabulary()).emergency
    if told.emergency:
        return told
    if typed := form.cleaned_data.get("place"):
        look_up_place(told, typed)
    if told.place.strip() and (told.wrong.get("place") or place_inside.beside_a_zip(told.place)):
        read_the_place_box(told, vocabulary())
    if not told.emergency and not told.wrong and told.area and not told.no_need:
        search(told, now)
    return told


def said_in_one_breath(sent, vocabulary):
    """What was posted; "points in boston", all in the first box, fills the empty second one too."""
    typed = sent.get("q", "")
    if not typed.strip() or len(typed) > LONGEST_WORDS or sent.get("place", "").strip():
        return sent
    if need_words.understand(typed, vocabulary()).emergency:
        return sent
    parts = place_inside.in_their_boxes(typed, vocabulary())
    if not parts:
        return sent
    moved = sent.copy()
    moved["q"], moved["place"] = parts
    return moved


def read_the_place_box(told, known):
    """Somebody in a fright, or in a hurry, types all of it in the second box."""
    told.emergency = need_words.understand(told.place, known).emergency
    if told.emergency or told.q.strip() or len(told.place) > LONGEST_WORDS:
        return
    if parts := place_inside.beside_the_place(told.place, known):
        told.wrong.pop("place", None)
        told.q, told.place = parts
        understand(told, told.q, known)
        look_up_place(told, told.place)


def answer_link(slug, sent, now):
    """A link to a list -> Answer, or None when it names no area that we know.

    A need or a page that we do not have is said in words, and the place is kept.
    """
    area = places.near_slug(slug)
    if area is None:
        return None
    told = nothing_yet(sent)
    told.area, told.place = area, area.label
    if not told.wrong:
        search(told, now)
    return told


def nothing_yet(sent):
    """The form before anybody asked; a link may have picked needs for it."""
    ticked = Ticked.read(sent)
    wrong = {"need": ticked.wrong} if ticked.wrong else {}
    return Answer(ticked, needs=list(ticked.needs), wrong=wrong)


def search(told, now):
    told.search = told.ticked.search(told.area, told.needs)
    told.found = find(told.search, now)
    if not told.found.places and told.search.page > 1:  # past the end: from the start again
        told.search = replace(told.search, page=1)
        told.found = find(told.search, now)
    if (told.needs or told.ticked.only) and not told.unknown:
        told.q = ""  # The ticked needs stand for the words now; to untick one is to mean it.
    if len(told.needs) > 1:
        name_the_parts(told)


def name_the_parts(told):
    """Where places for one need alone begin, the first says which need, in words."""
    labels = {need.pk: need.label for need in told.needs}
    for place in told.found.places:
        if place.heading:
            words = gettext("Nearest for: %s") % short(said_text(labels[place.heading]))
            place.heading = format_html('<p class="part">{}</p>', words)


def understand(told, words, vocabulary):
    said = need_words.understand(words, vocabulary)
    told.emergency = said.emergency
    told.unknown = said.unknown
    known = {need.pk for need in told.needs}
    rows = Need.objects.in_bulk(said.needs)
    told.needs += [rows[need] for need in said.needs if need in rows and need not in known]
    names = (*filters.NAMES, filters.OPEN_AT)
    only = [name for name in names if name in told.ticked.only or name in said.only]
    told.ticked = replace(told.ticked, only=tuple(only))
    told.slips = [(typed, words_for(meant, rows)) for typed, meant in said.slips]
    told.no_need = bool(said.unknown) and not told.needs and not said.only


def words_for(meant, needs):
    """A need or a filter that was read, in the words of the page."""
    if isinstance(meant, need_words.Only):
        return filters.BY_NAME[meant].label
    return short(said_text(needs[meant].label)) if meant in needs else ""


def look_up_place(told, typed):
    # A button that chooses one of two towns of a name posts the area's own short name.
    picked = places.near_slug(typed) if "--" in typed else None
    place = places.Found(area=picked) if picked else places.find_place(typed)
    told.area, told.others, told.which = place.area, place.others, place.choices
    told.offers, told.first_five = place.offers, place.first_five
    if place.reason:
        told.wrong["place"] = WHY_NOT_THERE[place.reason]
