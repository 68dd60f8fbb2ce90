"""Which help lines are up: the first two that stay on while somebody uses, for every page; and all.

One question, asked each time, so that a line that is marked down is gone at once. What is shown of
each is the templates'.
"""

from datetime import date

from django.utils import timezone

from hrapp.prepared import Prepared

from .freshness import LINE_CYCLE, freshness, is_line_forgotten
from .models import HelpLine

SHOWN = 2
# Needs whose pages carry the card, besides lists on which everything is far.
NEEDS = {"spot_line", "talk_now"}
FIELDS = ("name", "tel", "sms", "sms_words", "website", "tested_on")
ALL_FIELDS = (
    *("spots_while_using", "what_it_does", "hours", "languages", "sends_help", "source"),
    *FIELDS,
)

spotting = Prepared(lambda: HelpLine.objects.not_down().that_spot().in_turn().values_list(*FIELDS))
everybody = Prepared(lambda: HelpLine.objects.not_down().spotting_first().values_list(*ALL_FIELDS))


def first_up():
    """Rows of the first two that are up: what a page that is kept depends on. May raise Error."""
    return up(spotting)[:SHOWN]


def all_up():
    """Rows of all that are up, those that spot first."""
    return up(everybody)


def up(question):
    today = timezone.localdate()
    told = ((*row[:-1], day(row[-1])) for row in question())
    return tuple(row for row in told if not is_line_forgotten(row[-1], today))


def as_lines(rows, fields=FIELDS):
    today = timezone.localdate()
    lines = [HelpLine(**dict(zip(fields, row, strict=True))) for row in rows]
    for line in lines:
        line.sure = freshness(line.tested_on, "call", today, LINE_CYCLE)
    return lines


def staying():
    """The lines of the card; an empty list when none is up: then it tells ways not to be alone."""
    return as_lines(first_up())


def day(kept):
    """A date as its column keeps it: SQLite, words; PostgreSQL, a date."""
    return date.fromisoformat(kept) if isinstance(kept, str) else kept
