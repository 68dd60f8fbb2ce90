"""The picture of a case: three rings that overlap, drug, set and setting, each with its harms.

Pure: numbers in, points out. The drawing is principles/_rings.html, 360 wide and 350 high.
"""

from dataclasses import dataclass

# Where the dots of a ring may stand: inside it, outside the other two, and apart.
RIGHT = ((296, 192), (333, 204), (256, 226), (294, 230), (331, 242), (240, 264), (278, 268))
TOP = ((140, 66), (180, 66), (220, 66), (110, 104), (157, 106), (203, 106), (250, 104))
PLACES = {"drug": TOP, "set": tuple((360 - x, y) for x, y in RIGHT), "setting": RIGHT}


@dataclass(frozen=True)
class Dot:
    number: int  # as in the list beside the picture
    x: int
    y: int
    harm: object


def dots(harms):
    """Harms in their order -> (dots, how many more there are than places for them)."""
    placed, left_out = [], 0
    free = {lens: iter(places) for lens, places in PLACES.items()}
    for number, harm in enumerate(harms, start=1):
        point = next(free[harm.lens], None)
        if point is None:
            left_out += 1
        else:
            placed.append(Dot(number, *point, harm))
    return placed, left_out
