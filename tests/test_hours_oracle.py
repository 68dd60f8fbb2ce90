"""Open or not, asked of ourselves and of a slow second opinion, at a great many moments.

The suite asks 30,000. `HOURS_MOMENTS=1000000 pytest tests/test_hours_oracle.py` asks a million.
"""

import os
import random
from zoneinfo import ZoneInfo

from resources.day_rows import from_opening_hours, to_opening_hours
from resources.holidays import written_out
from resources.hours import is_open
from tests.hours_oracle import around, filled_in, is_it_open, moments

MOMENTS = int(os.environ.get("HOURS_MOMENTS", 30_000))
A_FORM = 40  # moments asked of each form
ZONES = (
    *("America/New_York", "America/Chicago", "America/Phoenix", "America/Los_Angeles"),
    *("America/Anchorage", "Pacific/Honolulu", "America/Puerto_Rico", "Pacific/Guam"),
)
STATES = ("", "AK", "CA", "HI", "MA", "ME", "NE", "NV", "PR", "RI", "TX", "UT", "VT")


def test_open_or_not_as_the_rows_say_at_every_moment():
    dice, asked, wrong, opened = random.Random(20261125), 0, [], 0
    while asked < MOMENTS:
        middle, zone, state = around(dice), dice.choice(ZONES), dice.choice(STATES)
        form, text = filled_in(dice, middle.date(), to_opening_hours)
        stored, clock = written_out(text, state), ZoneInfo(zone)
        for moment in moments(dice, middle, A_FORM):
            asked += 1
            expected = is_it_open(form, state, clock, moment)
            opened += expected
            if is_open(stored, zone, moment) != expected:
                wrong.append((text, state, zone, moment.isoformat(), expected))
    assert (len(wrong), wrong[:5]) == (0, [])
    assert MOMENTS * 0.1 < opened < MOMENTS * 0.9  # neither side may win by always saying no


def test_whatever_the_form_takes_comes_back_as_it_was_stored():
    dice = random.Random(26)
    for _ in range(1000):
        _form, text = filled_in(dice, around(dice).date(), to_opening_hours)
        back = from_opening_hours(text)
        assert back is not None, text
        assert to_opening_hours(**vars(back)) == text
