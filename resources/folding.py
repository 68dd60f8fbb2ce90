"""Words made comparable: the same key for "Año Nuevo", "ano nuevo" and "AÑO-NUEVO".

Lives here: folding of any text a person types, and the spellings one slip away from a word.
Not here: what a word means. Place aliases (St, Saint) are in place_words.py.
"""

import unicodedata

# Dropped rather than turned into a space: O'Fallon, can't, Coeur d'Alene. Taken out before the
# Unicode step, which would turn an acute accent standing alone into a space.
APOSTROPHES = dict.fromkeys(map(ord, "'’‘`ʻʼ‛´ʹ′"))
LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789 "
LONGEST_WORD = 40


def fold(text: str) -> str:
    """Lower case, no accents, only letters, digits and single spaces. Never raises.

    Anything that is not a letter or a digit becomes a space, so NUL, half a surrogate pair,
    an emoji or a right-to-left override cannot reach the database.
    """
    kept = []
    for char in unicodedata.normalize("NFKD", text.translate(APOSTROPHES)).casefold():
        category = unicodedata.category(char)
        if category in ("Mn", "Cf"):  # accents; invisible marks such as zero-width joiners
            continue
        kept.append(char if category[0] in "LN" else " ")
    return " ".join("".join(kept).split())


def one_edit_away(word: str) -> set[str]:
    """Every spelling one slip from `word`: a letter lost, added, changed, or two swapped.

    `word` is already folded. About 75 for each letter; none for a word over 40 letters, so that
    a long text cannot make a large query. The word itself is not among them.
    """
    if not word or len(word) > LONGEST_WORD:
        return set()
    halves = [(word[:i], word[i:]) for i in range(len(word) + 1)]
    edits = {a + b[1:] for a, b in halves if b}
    edits |= {a + b[1] + b[0] + b[2:] for a, b in halves if len(b) > 1}
    edits |= {a + c + b[1:] for a, b in halves if b for c in LETTERS}
    edits |= {a + c + b for a, b in halves for c in LETTERS}
    edits.discard(word)
    return {edit for edit in edits if edit and edit == " ".join(edit.split())}
