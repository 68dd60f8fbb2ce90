"""Which listings are kept to their city because somebody there may be hiding from someone.

Only names are looked at: no file says it. A name we are sure of becomes a place for people
fleeing violence; a name that may be one is kept to its city as well, and nothing else is changed.
The programme names are those of the public directories of Massachusetts and of the lists read.
"""

import re

from resources.folding import fold

SAID = re.compile(
    r"\b(domestic (violence|abuse)|battered|family violence|intimate partner|sexual (violence"
    r"|assault)|rape crisis|safe ?house|trafficking|paloma de paz)\b"
)
PROGRAMMES = {
    "alternative house",
    "casa myrna",
    "casa myrna vazquez",
    "domestic violence ended",
    "dove",
    "elizabeth stone house",
    "finex house",
    "harbor communities overcoming violence",
    "harborcov",
    "independence house",
    "jane doe",
    "new hope",
    "renewal house",
    "respond",
    "second step",
    "the second step",
    "womanshelter companeras",
}
# Some of these are plain homeless shelters. Being wrong about that costs one phone call.
MAY_BE = re.compile(
    r"\b(transition house|lotus house|casa rita|safe exit initiative|ywca|sanctuary house"
    r"|sojourner|family (shelter|justice center)|crisis house|(safe|life|booth|beth) haven"
    r"|(women|woman|womens)\b.*\b(shelter|home|house)|shelter(house)?\b.*\b(women|womens))\b"
)
NOT_ONE = re.compile(r"\bhead start\b")


def flees_violence(name: str) -> bool:
    """Sure: the name says so, or is a known programme's."""
    folded = re.sub(r" (inc|incorporated)$", "", fold(name))
    return bool(SAID.search(folded)) or folded in PROGRAMMES


def kept_to_its_city(name: str) -> bool:
    """Sure, or possible."""
    folded = fold(name)
    return flees_violence(name) or bool(MAY_BE.search(folded) and not NOT_ONE.search(folded))
