"""A word that stands in no document -> the known words it may have been meant for.

One slip (a letter lost, added, changed, or two swapped) in words of 4 to 7 letters, two in longer
ones. One slip is looked up by its spellings; two, among the words of the same first letter.
"""

from .folding import LONGEST_WORD, one_edit_away
from .models import Word

SHORTEST, SHORTEST_FOR_TWO = 4, 8
MOST_GUESSES = 4  # words of one question that are guessed at: noise is not worth its time
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
    guessed = [word for word in words if len(word) >= SHORTEST and not word.isdigit()]
    found = {}
    for word in guessed[:MOST_GUESSES]:
        near = one_slip(word) or (two_slips(word) if len(word) >= SHORTEST_FOR_TWO else [])
        if near:
            found[word] = min(near, key=lambda one: (one[0][0] != word[0], -one[1], one[0]))
    return found


def alike(words, most=3):
    """Known words two slips from these, the likeliest first: to be offered, not to be taken."""
    guessed = [word for word in words if len(word) >= SHORTEST and not word.isdigit()]
    near = [one for word in guessed[:MOST_GUESSES] for one in two_slips(word)]
    return [word for word, _count in sorted(near, key=lambda one: (-one[1], one[0]))[:most]]


def one_slip(word):
    near = [some for some in one_edit_away(word) if len(some) >= SHORTEST - 1]
    return list(Word.objects.filter(word__in=near).values_list("word", "count"))


def two_slips(word):
    if len(word) > LONGEST_WORD:
        return []
    alike = Word.objects.filter(first=word[0], length__range=(len(word) - 2, len(word) + 2))
    mine = letters_of(word)
    return [
        (other, count)
        for other, letters, count in alike.values_list("word", "letters", "count").iterator()
        if (letters ^ mine).bit_count() <= MOST_LETTERS_APART and slips(word, other) <= 2
    ]


def slips(one, other):
    """How many letters lost, added, changed or swapped lie between two words."""
    before, last = [], list(range(len(other) + 1))
    for i, letter in enumerate(one, start=1):
        row = [i]
        for j, there in enumerate(other, start=1):
            cost = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (letter != there))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == there:
                cost = min(cost, before[j - 2] + 1)
            row.append(cost)
        before, last = last, row
    return last[-1]
