"""What a person typed -> the needs they mean, in their own words, with one slip forgiven.

Lives here: reading the words. Not here: the words themselves, which staff keep with each need.
Words that mean somebody is overdosing are known here and not left to be edited away.
"""

from dataclasses import dataclass, field

from .folding import fold, one_edit_away
from .models import Need, NeedSynonym

LONGEST_PHRASE = 8
SHORTEST_GUESS = 4  # "od" and "id" are one slip from too much

EMERGENCY = {
    *("overdose", "overdosed", "overdosing", "od", "oding", "ods", "odd out", "oded"),
    *("not breathing", "isnt breathing", "is not breathing", "stopped breathing", "cant breathe"),
    *("wont breathe", "no breathing", "barely breathing", "fell out", "falling out", "fall out"),
    *("wont wake up", "wont wake", "not waking up", "cant wake", "unresponsive", "passed out"),
    *("blue lips", "turning blue", "sobredosis", "no respira", "no despierta"),
}
# Said around a need, and no part of it.
SMALL_WORDS = frozenset(
    "a an and any are at by can find for free get give i im in is it me my near need new of on or "
    "our please some somewhere the them there they this to today tonight want we where with you "
    "help place places looking have do now de la el un una necesito quiero y".split()
)


@dataclass
class Understood:
    """`needs` in the order they were said. `unknown` are words that led nowhere."""

    needs: list = field(default_factory=list)
    unknown: list = field(default_factory=list)
    emergency: bool = False


def vocabulary():
    """Folded words -> ids of the needs they lead to. A label outranks a synonym."""
    known = {}
    for key, need in NeedSynonym.objects.order_by("need__order", "id").values_list("key", "need"):
        known.setdefault(key, []).append(need)
    for need, label in Need.objects.values_list("id", "label"):
        for said in (label, label.split("(")[0], need.replace("_", " ")):
            known[fold(said)] = [need]
    return known


def understand(typed, known):
    """Reads `typed` by the words `known` (see `vocabulary`) -> Understood. Pure.

    The longest phrase wins, so that "overdose kit" is naloxone and "overdose" is an emergency.
    """
    said = Understood()
    words = fold(typed[:500]).split()
    while words:
        length, meant = longest(words, known)
        if meant == EMERGENCY:
            said.emergency = True
        elif meant:
            said.needs += [need for need in meant[:1] if need not in said.needs]
        elif words[0] not in SMALL_WORDS:
            said.unknown.append(words[0])
        words = words[length:]
    return said


def longest(words, known):
    """The longest phrase at the start that means something -> (its length, needs or EMERGENCY)."""
    tries = range(min(LONGEST_PHRASE, len(words)), 0, -1)
    for length in tries:
        phrase = " ".join(words[:length])
        if meant := exactly(phrase, known):
            return length, meant
    for length in tries:
        if meant := nearly(" ".join(words[:length]), known):
            return length, meant
    return 1, None


def exactly(phrase, known):
    if phrase in known:
        return known[phrase]
    return EMERGENCY if phrase in EMERGENCY else None


def nearly(phrase, known):
    """One slip away, and only for words long enough to be sure of."""
    if len(phrase) < SHORTEST_GUESS or phrase in SMALL_WORDS:
        return None
    near = one_edit_away(phrase)
    if near & EMERGENCY - {word for word in EMERGENCY if len(word) < SHORTEST_GUESS + 1}:
        return EMERGENCY
    for guess in sorted(near & known.keys()):
        if len(guess) >= SHORTEST_GUESS:
            return known[guess]
    return None
