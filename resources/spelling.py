"""A word that stands in no document -> the known words it may have been meant for.

One slip (a letter lost, added, changed, or two swapped) in words of 4 to 7 letters, two in longer
ones. One is looked up by its spellings; two are sought among the words of the same first letter.
"""

from typing import NamedTuple

from django.db.models import Q

from .folding import LONGEST_WORD, one_edit_away
from .models import Word

SHORTEST, SHORTEST_FOR_TWO = 4, 8
MOST_GUESSES = 3  # words of one question that are guessed at: noise is not worth its time
MOST_SLIPS = 2
# Each slip changes at most two of the letters that a word has.
MOST_LETTERS_APART = 4
NUMBERED_LETTERS = 31  # bits that fit any database's integer


def letters_of(word):
    """A bit for each letter of the word."""
    bits = 0
    for letter in word:
        bits |= 1 << (ord(letter) % NUMBERED_LETTERS)
    return bits


def known_counts(words):
    """{word: in how many documents it stands}, of those that stand in any."""
    return dict(Word.objects.filter(word__in=words).values_list("word", "count"))


def meant(words):
    """{word: (known word, in how many documents)} of unknown words a slip or two away."""
    found = {}
    for word in worth_a_guess(words):
        near = two_slips(word) if len(word) >= SHORTEST_FOR_TWO else one_slip(word)
        if near:
            found[word] = min(near, key=lambda one: (one.slips, one.word[0] != word[0], -one.count))
    return {word: (one.word, one.count) for word, one in found.items()}


def alike(words, most=3):
    """Known words two slips from short ones, the likeliest first: to be offered, not taken."""
    short = [word for word in worth_a_guess(words) if len(word) < SHORTEST_FOR_TWO]
    near = [one for word in short for one in within_two(word)]
    return [one.word for one in sorted(near, key=lambda one: (-one.count, one.word))[:most]]


def worth_a_guess(words):
    return [word for word in words if len(word) >= SHORTEST and not word.isdigit()][:MOST_GUESSES]


class Near(NamedTuple):
    word: str
    count: int  # documents it stands in
    slips: int


def one_slip(word):
    return those_of(one_edit_away(word))


def two_slips(word):
    """The slip in the first letter is looked up, for the others share it."""
    return within_two(word) or those_of(some for some in one_edit_away(word) if some[0] != word[0])


def those_of(spellings):
    near = [some for some in spellings if len(some) >= SHORTEST - 1]
    found = Word.objects.filter(word__in=near).order_by("word").values_list("word", "count")
    return [Near(*row, 1) for row in found]


def within_two(word):
    if len(word) > LONGEST_WORD:
        return []
    lengths = (len(word) - MOST_SLIPS, len(word) + MOST_SLIPS)
    near = Word.objects.filter(shares_a_piece(word), first=word[0], length__range=lengths)
    mine = letters_of(word)
    found = [
        Near(other, count, slips(word, other))
        for other, letters, count in near.order_by("word").values_list("word", "letters", "count")
        if (letters ^ mine).bit_count() <= MOST_LETTERS_APART
    ]
    return [one for one in found if one.slips <= MOST_SLIPS]


def shares_a_piece(word):
    """Of three pieces of a word, two slips leave one whole: the database looks for that.

    Cut twice: a swap across one cut would spoil two pieces.
    """
    pieces, third = Q(), len(word) // 3
    for first, second in ((third, 2 * third), (third + 1, 2 * third + 1)):
        for piece in (word[:first], word[first:second], word[second:]):
            pieces |= Q(word__contains=piece)
    return pieces


def slips(one, other, most=MOST_SLIPS):
    """How many letters lost, added, changed or swapped lie between two words; more than `most`
    is told as `most` and one: looking stops there.
    """
    far = most + 1
    before, last = [], [*range(far), *[far] * (len(other) + 1)][: len(other) + 1]
    for i, letter in enumerate(one, start=1):
        row = [far] * (len(other) + 1)
        row[0] = min(i, far)
        for j in range(max(1, i - most), min(len(other), i + most) + 1):
            there = other[j - 1]
            cost = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (letter != there))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == there:
                cost = min(cost, before[j - 2] + 1)
            row[j] = cost
        if min(row) > most:
            return far
        before, last = last, row
    return min(last[-1], far)
