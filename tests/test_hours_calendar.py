"""Dates, holidays, and weeks that are not every week: told as a person at the door would see it."""

from datetime import date, timedelta

import pytest

from resources.holidays import written_out
from tests.test_hours import told


def test_a_date_with_an_evening_of_its_own_goes_on_past_midnight():
    """The parser shuts it at midnight when the next day has hours of its own."""
    date = "Mo-We 08:00-17:00, Th 08:00-17:00; 2026 Nov 11 23:15-18:15"
    assert told(date, "2026-11-12 18:00") == ("open", "Closes in 15 minutes")
    assert told(date, "2026-11-12 18:15")[0] == "closed"


def test_every_other_week_goes_on_across_a_year_of_53_weeks():
    every_other = (
        "2026 Dec 21-2027 Jan 3 week 2-53/2 We 10:00-12:00, "
        "2027 Jan 4-2033 Jan 2 week 1-53/2 We 10:00-12:00"
    )
    days = [date(2026, 12, 23) + timedelta(days=7 * n) for n in range(4)]
    kinds = [told(every_other, f"{day} 11:00")[0] for day in days]
    assert kinds == ["open", "closed", "open", "closed"]


@pytest.mark.parametrize(
    ("day", "state", "kind"),
    [
        *(("2026-07-03", "", "closed"), ("2026-07-04", "", "closed"), ("2026-10-12", "", "closed")),
        *(("2026-04-20", "MA", "closed"), ("2026-04-20", "NH", "open")),
    ],
)
def test_holidays_are_those_of_the_country_and_the_state(day, state, kind):
    """The 4th of July 2026 is a Saturday: both days are kept."""
    assert told(written_out("Mo-Su 09:00-17:00; PH off", state), f"{day} 10:00")[0] == kind
