"""Cards in the reader's language: they are made ready in English, and said anew when read.

A card holds few words of ours among names and numbers, so looking those up costs less than a
second set of cards would. Pages in English never come here.
"""

import re
from functools import cache, lru_cache
from html import unescape

from django.utils import translation
from django.utils.html import escape
from django.utils.translation import gettext

from hrapp.phrases import known, translates

from .at_the_door import LISTS
from .cards import short
from .models import Service

A_TEXT = re.compile(r">([^<>\x01]+)<")
FROM = "From: "
CALL = ". Call for the place."
# What the card's template says; what is asked at the door is read from its choices.
OF_THE_CARD = (
    "Call",
    "Directions",
    "No phone number listed.",
    "A help line may know",
    "At the door",
)


def said_anew(near, language):
    """[(place id, miles, parts, labels, ...)] -> the same in the reader's language."""
    return [
        (place, miles, parts_said(parts, language), labels_said(labels, language), *facts)
        for place, miles, parts, labels, *facts in near
    ]


@lru_cache(maxsize=1024)
def parts_said(parts, language):
    return A_TEXT.sub(text_said, parts)


def text_said(found):
    text = unescape(found[1])
    words = text.strip()
    if words in words_of_ours():
        said = gettext(words)
    elif words.startswith(FROM):
        said = f"{gettext('From:')} {words.removeprefix(FROM)}"
    elif words.endswith(CALL):
        said = gettext("%s. Call for the place.") % words.removesuffix(CALL)
    else:
        return found[0]
    after = " " if text.endswith(" ") else ""
    return f">{escape(said)}{after}<"


@cache
def words_of_ours():
    """In English, as cards have them."""
    with translation.override("en"):
        fields = [field for field in Service._meta.get_fields() if getattr(field, "choices", None)]
        said = {str(label) for field in fields for _value, label in field.choices}
        said |= {str(label) for _name, choices in LISTS for _code, label in choices}
    return said.union(OF_THE_CARD)


@lru_cache(maxsize=4096)
def labels_said(labels, language):
    """ "syringes=New syringes", a need a line -> the same with what Spanish calls it."""
    said = short_labels(language)
    pairs = [line.split("=", 1) for line in labels.split("\n") if line]
    return "\n".join(f"{need}={said.get(label, label)}" for need, label in pairs)


@lru_cache(maxsize=2)
def short_labels(language):
    words = known(translates()).said
    # A sentence with something in brackets is no label, and its start means something else.
    labels = {name: said for name, said in words.items() if " (" not in name or name[-1] == ")"}
    return {escape(short(english)): escape(short(said)) for english, said in labels.items()}
