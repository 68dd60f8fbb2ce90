"""How far to look first for so many places: a guess, from how thick places stand around there.

Counted from a sample of the index, anew after a while: public facts, and nothing of who asked or
where. A wrong guess costs time alone: resources.nearby looks on until its answer is exact.
"""

from collections import Counter
from dataclasses import dataclass
from math import inf, pi, sqrt
from time import monotonic

from .models import NearbyPlace

SAMPLE = 12_000  # index rows
LASTS = 600  # seconds
# Into how many pieces the ball's radius is cut, finest first: cubes of 12 km to 400 km.
CUTS = (512, 256, 128, 64, 32, 16)
# Fewer places than this in a cube say nothing about it: a wider one is asked.
ENOUGH = 3
# A circle that should hold this many times what is wanted seldom holds less.
TO_BE_SURE = 1.5
# A cube holds somewhat more of the earth than a face of it would, being crossed aslant.
ASLANT = 1.4


@dataclass(frozen=True)
class Crowding:
    """`places`: {cube: places of the sample in it}; `needs`: {need: places}, None for all."""

    places: Counter
    needs: Counter
    part: float  # of all places, that is in the sample

    def reach(self, needs, point, count):
        """How far from a point, in radii of the ball, `count` places should be; inf: no idea."""
        everything = self.needs[None] or 1
        share = min((self.needs[need] / everything for need in needs), default=1)
        for cut in CUTS:
            there = self.places[cube(cut, point)]
            if share and there >= ENOUGH:
                thick = there * share / self.part / ASLANT * cut * cut
                reach = sqrt(TO_BE_SURE * count / thick / pi)
                if reach <= 1 / cut:
                    return reach
        return inf


def cube(cut, point):
    x, y, z = point
    return cut, int((x + 1) * cut), int((y + 1) * cut), int((z + 1) * cut)


def count_up():
    """A Crowding of the places with the lowest ids: as good as drawn by lot, ids being random."""
    rows = NearbyPlace.objects.order_by("place_id").values_list("place_id", "need", "x", "y", "z")
    rows = list(rows[:SAMPLE])
    points = [point for _place, need, *point in rows if need is None]
    places = Counter(cube(cut, point) for point in points for cut in CUTS)
    needs = Counter(need for _place, need, *_point in rows)
    return Crowding(places, needs, rows[-1][0].int / 2**128 if len(rows) == SAMPLE else 1)


class Kept:
    """The last count, and until when it serves."""

    crowding, until = None, 0


def crowding():
    if monotonic() >= Kept.until:
        Kept.crowding, Kept.until = count_up(), monotonic() + LASTS
    return Kept.crowding
