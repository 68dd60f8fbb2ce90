"""`python -m tests.bench.nearest SIZE REPORT`: builds a database and asks it for what is nearest.

A process of its own, because Django knows one database a process: the one DATABASE_URL names.
What it finds goes to the file REPORT as JSON.
"""

import json
import sys
import time
from pathlib import Path
from random import Random
from statistics import median, quantiles

import django

COUNT = 20
POINTS = 40
# Each point is asked from so often, the others in between, and the least time counts: what else
# the machine does is not ours to measure.
ROUNDS = 5
# Of a million places, every distance to a common need takes a second to work out.
CHECKED_OF_MANY = 10
MANY = 100_000


def main(size, report):
    django.setup()
    from . import build, tables

    began = time.monotonic()
    country = build.database(size)
    built = time.monotonic() - began
    say(f"  built and checked in {built:.0f} s")
    rows = [
        row(country, name, need, where)
        for name, need in country.three_needs().items()
        for where in ("city", "country")
    ]
    kept = {"size": size, "built": built, "index_mb": tables.index_megabytes(), "rows": rows}
    Path(report).write_text(json.dumps(kept))


def row(country, name, need, where):
    """One line of the table: how long the questions took, and how many answers are wrong."""
    from . import country as made_up
    from .plans import is_index_only

    draw = {"city": made_up.city_points, "country": made_up.country_points}[where]
    points = draw(POINTS, Random(f"{name} {where}"))
    rounds = [[ask(need, point) for point in points] for _ in range(ROUNDS)]
    times = [min(ms for ms, _found in same) for same in zip(*rounds, strict=True)]
    numbers = country.that_meet(need)
    checked = POINTS if len(country) <= MANY else CHECKED_OF_MANY
    told = {
        **{"need": name, "where": where, "share": len(numbers) / len(country)},
        **{"median": median(times), "p95": quantiles(times, n=20)[-1], "most": max(times)},
        "cold_p95": quantiles([ms for ms, _found in rounds[0]], n=20)[-1],
        **{"wrong": how_many_wrong(country, numbers, points[:checked], rounds[0])},
        **{"checked": checked, "index_only": all(is_index_only(need, some) for some in points[:3])},
    }
    say(
        f"  {name:8} {where:7} median {told['median']:6.2f} ms, p95 {told['p95']:6.2f} ms, "
        f"asked once {told['cold_p95']:6.2f} ms; {told['wrong']} wrong of {checked}"
        + ("" if told["index_only"] else ", NOT by the index alone")
    )
    return told


def how_many_wrong(country, numbers, points, answers):
    from . import brute

    found = [found for _ms, found in answers[: len(points)]]
    pairs = zip(found, points, strict=True)
    return sum(brute.is_wrong(some, country, numbers, point, COUNT) for some, point in pairs)


def ask(need, point):
    """(milliseconds, what was found)"""
    from resources import nearby

    began = time.perf_counter()
    found = nearby.nearest((need,), *point, count=COUNT)
    return (time.perf_counter() - began) * 1000, found


def say(words):
    print(words, flush=True)


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2])
