"""Who stays on the line while somebody uses: the first two lines that are up, for every page.

One question, asked each time, so that a line that is marked down is gone at once. All lines, and
what we know of each, are /lines/'s.
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

spotting = Prepared(lambda: HelpLine.objects.not_down().that_spot().in_turn().values_list(*FIELDS))


def first_up():
    """Rows of the first two that are up: what a page that is kept depends on. May raise Error."""
    today = timezone.localdate()
    told = ((*row[:-1], day(row[-1])) for row in spotting())
    return tuple(row for row in told if not is_line_forgotten(row[-1], today))[:SHOWN]


def as_lines(rows):
    today = timezone.localdate()
    lines = [HelpLine(**dict(zip(FIELDS, row, strict=True))) for row in rows]
    for line in lines:
        line.sure = freshness(line.tested_on, "call", today, LINE_CYCLE)
    return lines


def staying():
    """The lines of the card; an empty list when none is up: then it tells ways not to be alone."""
    return as_lines(first_up())


def day(kept):
    """A date as its column keeps it: SQLite, words; PostgreSQL, a date."""
    return date.fromisoformat(kept) if isinstance(kept, str) else kept
