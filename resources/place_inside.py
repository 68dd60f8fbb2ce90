"""A need and a place typed in one breath: "points in boston" -> "points", and "boston".

Lives here: which of the words name the place. Not here: where that place is (places.py), and what
the other words mean (need_words.py). A name is only ever taken whole, never guessed from a slip;
words that are a need stay one, unless "in" or "near" stands before them.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from django.utils.translation import get_language

from . import filters, places
from .folding import fold
from .need_words import SMALL_WORDS, nearly, phrases, understand
from .place_words import STATE_WORDS

LONGEST_NAME = 5  # words, with the state: "truth or consequences nm"
LONGEST_WITH_A_START = 12  # words: who writes more begins with no bare town
MOST_MARKS = 3  # of "in" and the like, the last ones
TOKEN = re.compile(r"[^\W_](?:[^\W_]|['’‘`ʻʼ‛´ʹ′](?=[^\W_]))*")
BETWEEN = " ,;:.?!-/@"  # what stands between a need and a place, and means nothing alone
ZIP = re.compile(r"\b\d{5}\b")

BEFORE_A_PLACE = {"in", "near", "nearby", "around", "at", "by", "en", "cerca", "outside", "close"}
# "By mail" and "at home" are no towns, though there are towns of those names.
LOOSE = {"at", "by", "around", "close", "outside"}
THEN = {"of", "to", "de", "downtown"}  # close to, outside of, cerca de
# After these somebody may name a place; after "for", "my" or "a" it is a friend, or a thing.
POLITE = {"please", "now", "today", "tonight", "nearby", "free", "asap", "here", "around"}
POLITE |= {"stuff", "thing", "things", "place", "places", "help", "somewhere", "something"}
POLITE |= {"area", "downtown"}
SPOKEN = {"need", "i", "im", "where", "looking"}  # after a place, the speaker goes on
# What follows a name and is no part of it: "points in boston please".
AFTER_A_PLACE = SMALL_WORDS | {"thank", "you", "plz", "pls"}

# Towns that nobody means by these words alone. With a state, or after "in", they are meant.
EVERYDAY = frozenset(
    """
    accident advance agency airport anchor ash ball banner basin bath bay beach bear beauty bee
    bell belt bend black bland blessing blossom blue boring boss bow branch breaks bridge bright
    brush bunch burr busy call camp campaign canvas carbon center central chance chase cherry
    chicken church circle clay clear clever clover coin college combine comfort commerce common
    concrete cool cope coral corn corner corona cost country court creek cross crown cucumber
    dairy day deal deposit dice distant divide downtown drain drift driver duck early earth
    economy effort energy english enterprise equality era ether experiment faith falls fence
    fidelity fields fine fisher flat force forest fork fox freedom friend friendly gap gate
    gates given golden grace grant grants gratis gravity gray green halfway hall happy harbor
    harvest haven hazard helper herald hill holiday home honor hood hooks hope hospital house
    hundred hurt ideal imperial independence industry institute interior island issue jet joint
    joy kite lake lane lead ledger levels liberal liberty library light likely lily line lone
    longs loop lovely luck lynx mall man mango many maple marble market may means media merit
    micro midnight midway miles mission mobile model moon mountain mutual narrows neon nice
    norco normal north ocean odd okay olive only onward opportunity orange ordinary pace page
    paradise park parole peace peak peculiar peel perks pike pink plain plaza plum pony pool
    pope port portal post pound power powers price prim prince progress protection rainbow
    reader reading reform reliance relief rescue reserve rice ridge river rock rocky roll rose
    roundup rule rush safety sage salmon sandwich school section shade shell shock silver smiley
    snow solo spray spring square standard star start startup station stone story street strong
    success sun supply surprise sweet swift tea telephone tell temple thermal tiger tool tower
    trade trail transfer triangle tunnel twig union unity universal university valley van vendor
    village violet wake walker wall war warm waves weed welcome west western white winner winter
    wisdom wise wolf wood woods worth young zap
    """.split()
)
# Said after "in" or "near" far more often of no town: "in college", "near home".
NEVER_AFTER = {"home", "english", "college", "university", "center", "spring", "van", "camp"}
# Letters of a state that are a word first. After a town's name they are the state.
WORDS_FIRST = {"as", "co", "de", "hi", "id", "in", "md", "me", "ms", "oh", "ok", "or", "va", "ill"}
WORDS_FIRST |= {"miss", "wash", "ore", "al"}
NEVER_A_STATE = {"as", "id", "in", "me", "or", "ill", "miss", "wash"}


@dataclass(frozen=True)
class Maybe:
    """Words `first` to `last` (not included) that may name a place; `cut`: from where to cut.

    `how`: what marks them: "in", "loose" (at, by), or only that they are at the "end" or "start".
    """

    first: int
    last: int
    cut: int
    how: str


class Typed:
    """What was typed, cut into words, and which of them are a need."""

    def __init__(self, text, known):
        self.text, self.known = text, known
        self.spans = [m.span() for m in TOKEN.finditer(text) if fold(m[0])]
        self.words = [fold(text[start:end]) for start, end in self.spans]
        self.needs, self.inside = set(), set()  # words of a need; those of it after its first
        at = 0
        while at < len(self.words):
            length = next((n for n, some in phrases(self.words[at:], 10) if some in known), 0)
            self.needs |= set(range(at, at + length))
            self.inside |= set(range(at + 1, at + length))
            at += length or 1

    def name(self, some):
        """The words as they were typed, without the commas between, for a look-up."""
        return " ".join(self.text[start:end] for start, end in self.spans[some.first : some.last])

    def place(self, some):
        return self.text[self.spans[some.first][0] : self.spans[some.last - 1][1]]

    def rest(self, some):
        before = self.text[: self.spans[some.cut][0]].rstrip(BETWEEN)
        after = self.text[self.spans[some.last - 1][1] :].lstrip(BETWEEN)
        return f"{before} {after}".strip()


def apart(text, known):
    """(what is left, the place) of typed words, or None when they name no place.

    `known` is need_words.vocabulary(). At most one question to the database.
    """
    typed = Typed(text, known)
    maybes = [some for some in candidates(typed) if may_be(typed, some)]
    named = places.named({typed.name(some) for some in maybes})
    for some in maybes:
        found = named.get(typed.name(some))
        if found and is_meant(typed, some, *found):
            return typed.rest(some), typed.place(some)
    return None


def in_their_boxes(typed, known):
    """(need, place) of words typed in the first box alone: a ZIP among them, or a place's name.

    None when all of it is a need. Two ZIPs are both moved: which is meant will be asked.
    """
    zips = list(dict.fromkeys(ZIP.findall(typed)))
    rest = ZIP.sub(" ", typed).strip()
    found = apart(rest, known) if len(zips) < 2 else None
    if not found:
        return (rest, " ".join(zips)) if zips else None
    return found[0], " ".join([found[1], *zips])


def beside_a_zip(typed):
    """Is there a word beside the ZIP? A street, a town, or what somebody needs."""
    return bool(ZIP.search(typed)) and any(letter.isalpha() for letter in typed)


def beside_the_place(typed, known):
    """The same for the second box alone: only when all but the place is a need, to its last word.

    What else stands beside a place may be a street.
    """
    found = in_their_boxes(typed, known)
    said = understand(found[0], known) if found else None
    return found if said and (said.needs or said.only) and not said.unknown else None


def candidates(typed):
    """Stretches of words to look up, the likeliest first and the longest of each kind first."""
    words, count = typed.words, len(typed.words)
    end = count
    while end and words[end - 1] in AFTER_A_PLACE:
        end -= 1
    ends = [count, end] if 0 < end < count else [count]
    for at, start in reversed(marks(typed)[-MOST_MARKS:]):
        how = "loose" if words[at] in LOOSE else "in"
        longest = min(count, start + LONGEST_NAME)
        yield from (Maybe(start, last, at, how) for last in range(longest, start, -1))
    for last in ends:
        first = max(0, last - LONGEST_NAME)
        yield from (Maybe(at, last, at, "end") for at in range(first, last))
    if count <= LONGEST_WITH_A_START:
        yield from (Maybe(0, last, 0, "start") for last in range(min(4, count - 1), 0, -1))


def marks(typed):
    """(where the mark begins, where a name may) for each "in", "near" and the like."""
    found = []
    for at, word in enumerate(typed.words):
        start = at + 1
        if word not in BEFORE_A_PLACE or at in typed.inside:
            continue
        while typed.words[start : start + 1] and typed.words[start] in THEN:
            start += 1
        if start < len(typed.words) and (word != "close" or start > at + 1):
            found.append((at, start))
    return found


def may_be(typed, some):
    """Worth a look-up: no number, no words that are said around a need."""
    words = typed.words[some.first : some.last]
    if any(any(letter.isdigit() for letter in word) for word in words):
        return False
    return len(words) > 1 or words[0] not in SMALL_WORDS or words[0] in STATE_WORDS


def is_meant(typed, some, area, guess):
    """Is that what somebody means by these words, now that we know that there is such a place?"""
    words = typed.words[some.first : some.last]
    if guess.kind == area.Kind.STATE or len(words) == 1 and words[0] in STATE_WORDS:
        return a_state_is_meant(typed, some, words)
    if some.how in ("in", "loose"):
        return a_marked_name_is_meant(typed, some, words, area, guess)
    if is_a_need(typed, some, words):
        return False
    if guess.state and len(words) > 1:
        return some.how == "end" or understood(typed, some)
    return a_bare_name_is_meant(typed, some, words, area)


def a_state_is_meant(typed, some, words):
    if some.how == "start" or words[-1] in NEVER_A_STATE:
        return False
    if some.how == "in":
        return words != ["la"] or some.last == len(typed.words)  # not "en la calle"
    return words[0] not in WORDS_FIRST and follows_a_need(typed, some)


def a_marked_name_is_meant(typed, some, words, area, guess):
    if guess.state and len(words) > 1:
        return True
    if some.last < len(typed.words) and not may_follow(typed, some.last):
        return False  # Harvard Square is not Harvard
    bare = [word for word in words if word != "the"]
    everyday = is_everyday(bare) or is_a_need(typed, some, words)
    if not everyday:
        return True
    at_the_end = all(word in AFTER_A_PLACE for word in typed.words[some.last :])
    clear = some.how == "in" and at_the_end and words == bare
    return clear and bare[0] not in NEVER_AFTER and area.population > 0


def may_follow(typed, at):
    """After a name: words of a need, or words said around one; "10 points", too."""
    return at in typed.needs or typed.words[at] in AFTER_A_PLACE or typed.words[at].isdigit()


def a_bare_name_is_meant(typed, some, words, area):
    if is_everyday(words) or (len(words) == 1 and nearly(words, typed.known)[1]):
        return False
    if some.how == "start":
        return understood(typed, some) and may_lead(typed.words[some.last], area)
    if not some.first:  # the word is all there is
        return area.population > 0
    return follows_a_need(typed, some) or (
        area.population >= places.KNOWN_TO_ALL and not follows_small_words(typed, some)
    )


def may_lead(word, area):
    """ "Boston detox", and "Boston, need detox"; but "Tyler needs detox" is a friend."""
    if word in SMALL_WORDS:
        return word in SPOKEN and area.population >= places.KNOWN_TO_ALL
    return True


def is_everyday(words):
    return len(words) == 1 and words[0] in EVERYDAY


def is_a_need(typed, some, words):
    """All of it is words of needs and filters, or words said around them."""
    named = typed.needs & set(range(some.first, some.last))
    around = SMALL_WORDS | filter_words(get_language())
    numbered = enumerate(words, start=some.first)
    return all(at in named or word in around for at, word in numbered)


@lru_cache(maxsize=8)
def filter_words(language):
    return {word for _name, label in filters.CHOICES for word in fold(str(label)).split()}


def follows_small_words(typed, some):
    before = typed.words[some.first - 1] if some.first else ""
    return before in SMALL_WORDS - POLITE


def follows_a_need(typed, some):
    """What stands before was understood to its last word, or nothing stands before."""
    if not some.first or some.first - 1 in typed.needs:
        return True
    # A few words are enough to tell: a wall of noise must not be read twice.
    few = typed.words[max(0, some.first - LONGEST_NAME) : some.first]
    before = understand(" ".join(few), typed.known)
    read = typed.words[some.first - 1] not in before.unknown and (before.needs or before.only)
    return bool(read) and not follows_small_words(typed, some)


def understood(typed, some):
    """All other words were."""
    said = understand(typed.rest(some), typed.known)
    return bool(said.needs or said.only) and not said.unknown
