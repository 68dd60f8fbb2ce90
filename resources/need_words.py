"""What a person typed -> the needs they mean, in their own words, with one slip forgiven.

Lives here: reading the words. Not here: the words themselves, which staff keep with each need.
Words that mean somebody is overdosing are known here and not left to be edited away.
"""

import re
from dataclasses import dataclass, field
from functools import lru_cache

from hrapp.prepared import Prepared

from .folding import fold, one_edit_away
from .models import Need, NeedSynonym

LONGEST_PHRASE = 10  # words: "someone to stay on the line while I use" has nine
# A slip is looked for in short phrases, and not for ever: a wall of noise costs 0.1 s, not 0.5.
LONGEST_GUESS = 4
MOST_GUESSES = 40
SHORTEST_GUESS = 5  # "od" and "id" are one slip from too much
SHORTEST_EMERGENCY_GUESS = 8  # "doing" is one slip from "oding"

EMERGENCY = frozenset(
    """
    overdose, overdosed, overdosing, od, o d, oding, ods, oded, od d, overamping, overamped, overamp
    not breathing, isnt breathing, stopped breathing, stops breathing, no breathing, cant breathe
    wont breathe, doesnt breathe, barely breathing, quit breathing, gurgling
    fell out, falling out, passed out, unresponsive, unconscious, not moving
    wont wake, cant wake, doesnt wake, not waking, isnt waking, wasnt waking, wont come to
    wont respond, not responding, isnt responding
    blue lips, lips are blue, turning blue, turned blue, going blue
    seizure, seizing, having a fit, chest pain, heart attack, having a stroke, heat stroke
    no pulse, is dying, im dying, hes dying, shes dying, took too much, did too much
    911, ambulance, emergency
    sobredosis, no respira, no despierta, no reacciona, no puede respirar, se esta muriendo
    ambulancia, emergencia
    """.strip()
    .replace("\n    ", ", ")
    .split(", ")
)
# Said with those words in them, and no emergency of a body. Kept narrow: "fell out with a needle in
# his arm" is one.
KIN = "mom|mother|mama|dad|father|parents|family|sister|brother|boyfriend|girlfriend|partner|ex"
NOT_AN_EMERGENCY = re.compile(
    rf"\bfell out (?=with (?:my|his|her|their|the) (?:{KIN})\b)"
    r"|\b911 (?=good samaritan)|\bemergencia (?=dental\b)|(?<=\bdental) emergency\b"
)
# What is past is grief. Said before all else, or "overdose" would lead away from it.
LOST = re.compile(r"\blost (?:\w+ ){1,4}(?:to|from) (?:an |a )?(?:overdose|od)\b")
SLANG = re.compile(r"\bod['’‘`´](?=d\b|ed\b|ing\b)", re.IGNORECASE)  # od'd, else folded to "odd"
# Said around a need, and no part of it.
SMALL = """
a an and any anyone are around asap at be by can close closest could do does find for free from
get give go got has have help here hi how i id ill im in is it its ive just like look looking me
more my near nearby nearest need needed needs new now of on open or our out place places please
right so some somebody someone somewhere something still stuff than thanks that the them there
these they thing things this those to today tonight too up us use want wants was we what when
where wheres which who will with would you your
al algo aqui ayuda busco cerca con conseguir de del donde el en hay hoy la las lo los me mi
necesito o para por puedo quiero tengo un una unas unos y
"""
SMALL_WORDS = frozenset(SMALL.split())


@dataclass
class Understood:
    """`needs` in the order they were said. `unknown` are words that led nowhere."""

    needs: list = field(default_factory=list)
    unknown: list = field(default_factory=list)
    emergency: bool = False


def vocabulary():
    """Folded words -> ids of the needs they lead to, the best first.

    A label outranks a synonym, and a synonym the need's own short name: nobody sees that.
    """
    known = {}
    for key, need in synonyms():
        known.setdefault(key, []).append(need)
    for need, label in labels():
        known[fold_ours(label)] = known[fold_ours(label.split("(")[0])] = [need]
        known.setdefault(fold_ours(need.replace("_", " ")), [need])
    return known


synonyms = Prepared(
    lambda: NeedSynonym.objects.order_by("need__order", "id").values_list("key", "need")
)
labels = Prepared(lambda: Need.objects.order_by("order", "id").values_list("id", "label"))
# Of words that staff keep, never of what a reader typed: that is kept nowhere.
fold_ours = lru_cache(maxsize=1024)(fold)


def understand(typed, known):
    """Reads `typed` by the words `known` (see `vocabulary`) -> Understood. Pure.

    The longest phrase wins, so that "overdose kit" is naloxone and "overdose" is an emergency.
    """
    said, guesses = Understood(), MOST_GUESSES
    text = LOST.sub("lost someone to overdose", fold(SLANG.sub("od ", typed[:500])))
    words = NOT_AN_EMERGENCY.sub(" ", text).split()
    while words:
        length, meant = exactly(words, known)
        if not meant and words[0] not in SMALL_WORDS and guesses:
            guesses -= 1
            length, meant = nearly(words, known)
        if meant == EMERGENCY:
            said.emergency = True
        elif meant:
            said.needs += [need for need in meant[:1] if need not in said.needs]
        elif is_a_word(words[0]) and words[0] not in said.unknown:
            said.unknown.append(words[0])
        words = words[length:]
    return said


def is_a_word(word):
    """Not a number ("10 points"), and not one of the words said around a need."""
    return not word.isdigit() and word not in SMALL_WORDS


def phrases(words, longest):
    """(length, phrase) of what starts here, the longest first."""
    for length in range(min(longest, len(words)), 0, -1):
        yield length, " ".join(words[:length])


def exactly(words, known):
    """The longest phrase at the start that means something -> (its length, needs or EMERGENCY)."""
    for length, phrase in phrases(words, LONGEST_PHRASE):
        if phrase in known:
            return length, known[phrase]
        if phrase in EMERGENCY:
            return length, EMERGENCY
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
            if len(guess) >= SHORTEST_GUESS:
                return length, known[guess]
    return 1, None
