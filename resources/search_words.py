"""Words as they are searched: what a text is found by, and what of a question matters. Pure.

Not here: folding letters (folding), what needs the words mean (need_words), typos (spelling).
"""

from .folding import LONGEST_WORD, fold
from .need_words import SMALL_WORDS
from .place_words import SHORTER

# Asked around the thing, besides what is said around a need.
ASKING = """
about after all before being but call called did didnt do does doesnt doing dont explain find he her
him his if info information into isnt know least mean meaning means my only often or says say search
she show tell than their then they tried was way were what whats when whether why whos
como cual cuando dice dime es esta hace ir pasa porque que quien se si significa son sobre tiene
"""
NOT_ASKED = SMALL_WORDS | frozenset(ASKING.split())
MOST_ASKED = 12  # words of one question
MOST_KEPT = 20_000  # words of one text: a megabyte of noise must not choke an index
PART = "|"  # between passages of a text; no letter, so that nobody can ask for it


def stem(word):
    """A folded word without its plural, and in one of its spellings: "Shelters", "Saint"."""
    if len(word) > 4 and word.endswith(("xes", "ches", "shes", "sses")):
        word = word[:-2]
    elif len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = word[:-1]
    if len(word) > 4 and word.endswith("ie"):
        word = f"{word[:-2]}y"
    return SHORTER.get(word, word)


def stems(text):
    """A text as anybody typed it -> its words as they are compared, in their order."""
    return [stem(word) for word in fold(text).split() if len(word) <= LONGEST_WORD]


def title_key(title):
    return " ".join(stems(title))[:300]


def words_of(passages):
    """Passages of a text -> one string to keep: what they say, each apart from the next."""
    said = f" {PART} ".join(" ".join(stems(passage)) for passage in passages if passage)
    return " ".join(said.split()[:MOST_KEPT])


def asked_words(typed):
    """A question -> the words of it that matter, each once; all of them when none does."""
    said = [word for word in fold(typed).split() if len(word) <= LONGEST_WORD]
    matter = [word for word in said if word not in NOT_ASKED] or said
    return list(dict.fromkeys(map(stem, matter)))[:MOST_ASKED]
