"""The table for the README, in Markdown. Numbers are made elsewhere."""

import platform
import sqlite3

from . import cpu

GOAL_MS = 10
GOAL_SEARCH_MS = 50
GOAL_TIMES = {"SQLite": 4, "PostgreSQL": 5}
# The page that the goal is about: plain, as a load tool asks.
GOAL_PAGE = "20 places, by link"


def machine(postgres_version):
    engines = f"Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}"
    postgres = f", PostgreSQL {postgres_version}" if postgres_version else ""
    return f"{cpu.machine()}; {engines}{postgres}."


def nearest_table(runs):
    """`runs`: [(database, what tests.bench.nearest reports)] -> lines."""
    yield "| services | database | need (share) | in a city | in the country | wrong |"
    yield "|---:|---|---|---:|---:|---:|"
    for database, run in runs:
        rows = iter(run["rows"])
        for city, country in zip(rows, rows, strict=True):
            wrong, checked = (city[name] + country[name] for name in ("wrong", "checked"))
            need = f"{city['need']} ({city['share'] * 100:.2g} %)"
            yield (
                f"| {run['size']:,} | {database} | {need} | {ms(city)} | {ms(country)} "
                f"| {wrong} of {checked} |"
            )


def ms(row):
    return f"{row['median']:.1f} / {row['p95']:.1f} ms"


def built_table(runs):
    yield "| services | database | made in | nearest-places index |"
    yield "|---:|---|---:|---:|"
    for database, run in runs:
        size = "unknown" if run["index_mb"] is None else f"{run['index_mb']:.0f} MB"
        yield f"| {run['size']:,} | {database} | {run['built']:.0f} s | {size} |"


def pages_table(found):
    """`found`: {database: [Cost]} -> lines."""
    yield "| page | " + " | ".join(f"{some} | {some}, gzip" for some in found) + " |"
    yield "|---|" + "---:|" * 2 * len(found)
    names = dict.fromkeys(cost.page for costs in found.values() for cost in costs)
    for name in names:
        cells = [times(name, gzip, costs) for costs in found.values() for gzip in (False, True)]
        yield f"| {name} | {' | '.join(cells)} |"


def times(name, gzip, costs):
    cost = next(cost for cost in costs if cost.page == name and cost.gzip == gzip)
    return f"{cost.times:.1f}x ({cost.ms:.2f} ms)"


def search_table(searches):
    """`searches`: [(database, what tests.bench.words reports)] -> lines."""
    names = [row["name"] for row in searches[0][1]["rows"]]
    yield f"| documents | database | {' | '.join(names)} |"
    yield "|---:|---|" + "---:|" * len(names)
    for database, run in searches:
        cells = " | ".join(ms(row) for row in run["rows"])
        yield f"| {run['size']:,} | {database} | {cells} |"


def goals(runs, found, searches):
    """A line for each goal: met or not."""
    at_most = [row for _database, run in runs if run["size"] >= 1_000_000 for row in run["rows"]]
    if at_most:
        slowest = max(row["p95"] for row in at_most)
        yield told(slowest <= GOAL_MS, f"slowest p95 at 1,000,000: {slowest:.1f} ms", GOAL_MS)
    wrong = sum(row["wrong"] for _database, run in runs for row in run["rows"])
    if runs:
        yield told(not wrong, f"wrong answers: {wrong}", 0)
    for database, run in searches:
        slowest = max(row["p95"] for row in run["rows"])
        words = f"slowest search of {run['size']:,} documents on {database}: {slowest:.1f} ms"
        yield told(slowest <= GOAL_SEARCH_MS, words, GOAL_SEARCH_MS)
    for database, costs in found.items():
        [cost] = [cost for cost in costs if cost.page == GOAL_PAGE and not cost.gzip]
        goal = GOAL_TIMES[database]
        words = f"{GOAL_PAGE} on {database}: {cost.times:.1f}x ({cost.least:.1f}-{cost.most:.1f})"
        yield told(cost.times <= goal, words, goal)


def told(is_met, words, goal):
    return f"{'met' if is_met else 'NOT MET'}: {words}, goal {goal}"


def markdown(runs, found, searches, postgres_version):
    yield f"Made on {machine(postgres_version)}"
    yield ""
    if runs:
        yield "The nearest 20, median / 95th percentile of 40 places to ask from, checked against"
        yield "every distance worked out one by one:"
        yield from ("", *nearest_table(runs), "", *built_table(runs), "")
    if found:
        yield "CPU of the server for each request, as a multiple of a bare Django hello behind the"
        yield "same server, both asked by 8 at once (20,000 services; PostgreSQL with its own CPU):"
        yield from ("", *pages_table(found), "")
    if searches:
        yield "Search, median / 95th percentile by kind of question:"
        yield from ("", *search_table(searches), "")
    yield from (f"- {line}" for line in goals(runs, found, searches))
