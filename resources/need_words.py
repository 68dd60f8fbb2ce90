"""What a person typed -> the needs they mean, in their own words, with one slip forgiven.

Lives here: reading the words. Not here: the words themselves, which staff keep with each need.
Words that mean somebody is overdosing are in emergency_words.py, and not left to be edited away.
"""

import re
from dataclasses import dataclass, field
from functools import lru_cache

from hrapp.prepared import Prepared

from . import filters
from .emergency_words import EMERGENCY, as_grief, calm_words
from .folding import fold, one_edit_away
from .models import Audience, Need, NeedSynonym

LONGEST_PHRASE = 10  # words: "someone to stay on the line while I use" has nine
# A slip is looked for in short phrases, and not for ever: a wall of noise costs 0.1 s, not 0.5.
LONGEST_GUESS = 4
MOST_GUESSES = 40
SHORTEST_GUESS = 5  # "od" and "id" are one slip from too much
SHORTEST_FILTER_GUESS = 7  # "trains" is one slip from "trans", and a filter hides places
SHORTEST_EMERGENCY_GUESS = 8  # "doing" is one slip from "oding"

SLANG = re.compile(r"\bod['’‘`´](?=d\b|ed\b|ing\b)", re.IGNORECASE)  # od'd, else folded to "odd"
# Said around a need, and no part of it.
SMALL = """
a an and any anyone area are around asap at be by can close closest could do does downtown find for
free from get give go got has have help here hi how i id ill im in is it its ive just like look
looking me more my near nearby nearest need needed needs new now of on open or our out place places
please right so some somebody someone somewhere something still stuff than thanks that the them
there these they thing things this those to today tonight too up us use want wants was we what when
where wheres which who will with would you your
al algo aqui ayuda busco cerca con conseguir de del donde el en hay hoy la las lo los me mi
necesito o para por puedo quiero tengo un una unas unos y
"""
SMALL_WORDS = frozenset(SMALL.split())
# Read as a word of its own only in "emergency shelter" and the like.
NO_NEED = SMALL_WORDS | {"emergency", "emergencia"}


class Only(str):
    """The name of a filter, where the id of a need could stand."""


@dataclass
class Understood:
    """`needs` and the filters `only`, in the order they were said. `unknown` led nowhere.

    `slips`: (what was typed, the need or Only it was taken for), to be told to the reader.
    """

    needs: list = field(default_factory=list)
    only: list = field(default_factory=list)
    unknown: list = field(default_factory=list)
    slips: list = field(default_factory=list)
    emergency: bool = False

    def take(self, meant):
        said = self.only if isinstance(meant, Only) else self.needs
        if meant not in said:
            said.append(meant)


def vocabulary():
    """Folded words -> the id of the need they lead to, or Only of a filter.

    Asked anew for each search: what staff save counts at once, in every process. A label outranks
    a search word, and both a need's own short name: nobody sees that.
    """
    known, needs = {}, labels()
    before = {need: number for number, (need, _label) in enumerate(needs)}
    for key, need in synonyms():
        if need in before and before[need] <= before.get(known.get(key), len(before)):
            known[key] = need
    for name, label, search in audiences():
        if name in filters.BY_NAME:
            for words in filter(None, map(fold_ours, (label, *search.splitlines()))):
                known.setdefault(words, Only(name))
    for need, label in needs:
        known[fold_ours(label)] = known[fold_ours(label.split("(")[0])] = need
        known.setdefault(fold_ours(need.replace("_", " ")), need)
    return known


# Unordered: sorting the words costs as much as reading them, and few stand with two needs.
synonyms = Prepared(lambda: NeedSynonym.objects.values_list("key", "need"))
labels = Prepared(lambda: Need.objects.order_by("order", "id").values_list("id", "label"))
audiences = Prepared(
    lambda: Audience.objects.order_by("order", "slug").values_list("slug", "label", "search")
)
# Of words that staff keep, never of what a reader typed: that is kept nowhere.
fold_ours = lru_cache(maxsize=1024)(fold)


def understand(typed, known):
    """Reads `typed` by the words `known` (see `vocabulary`) -> Understood. Pure.

    The longest phrase wins, so that "overdose kit" is naloxone and "overdose" is an emergency.
    """
    said, guesses, at = Understood(), MOST_GUESSES, 0
    text = as_grief(fold(SLANG.sub("od ", typed[:500])))
    words, calm = text.split(), calm_words(text)
    while at < len(words):
        rest, is_calm = words[at : at + LONGEST_PHRASE], at in calm
        length, meant = exactly(rest, known, is_calm)
        if not meant and rest[0] not in SMALL_WORDS and guesses and not is_calm:
            guesses -= 1
            length, meant = nearly(rest, known)
            if meant and meant is not EMERGENCY:
                said.slips.append((" ".join(rest[:length]), meant))
        if meant is EMERGENCY:
            said.emergency = True
        elif meant:
            said.take(meant)
        elif is_a_word(rest[0]) and rest[0] not in said.unknown:
            said.unknown.append(rest[0])
        at += length
    return said


def is_a_word(word):
    """Not a number ("10 points"), and not one of the words said around a need."""
    return not word.isdigit() and word not in NO_NEED


def phrases(words, longest):
    """(length, phrase) of what starts here, the longest first."""
    for length in range(min(longest, len(words)), 0, -1):
        yield length, " ".join(words[:length])


def exactly(words, known, is_calm=False):
    """The longest phrase at the start that means something -> (length, need, Only or EMERGENCY)."""
    for length, phrase in phrases(words, LONGEST_PHRASE):
        if phrase in EMERGENCY and not is_calm:  # before whatever staff may have added
            return length, EMERGENCY
        if phrase in known:
            return length, known[phrase]
    return 1, None


def nearly(words, known):
    """The same, one slip away, and only for words long enough to be sure of."""
    for length, phrase in phrases(words, LONGEST_GUESS):
        if len(phrase) < SHORTEST_GUESS:
            continue
        near = one_edit_away(phrase)
        if any(len(meant) >= SHORTEST_EMERGENCY_GUESS for meant in near & EMERGENCY):
            return length, EMERGENCY
        for guess in sorted(near & known.keys()):
            is_filter = isinstance(known[guess], Only)
            if len(guess) >= (SHORTEST_FILTER_GUESS if is_filter else SHORTEST_GUESS):
                return length, known[guess]
    return 1, None
