"""Staff write weeks, seasons and dates, see them in words first, and lose nothing they typed."""

import re
from datetime import UTC, datetime

import pytest
from bs4 import BeautifulSoup

from resources.admin.hours_form import DATE_NAMES, ScheduleForm
from resources.hours import open_state
from resources.models import Schedule
from tests.test_hours_form import typed

TEN = datetime(2026, 11, 25, 15, tzinfo=UTC)  # Wednesday, 10 am in Boston
MONDAYS = {"row_1": ("mo", "10 am", "noon")}


@pytest.fixture(autouse=True)
def today(time_machine):
    time_machine.move_to(TEN, tick=False)


def form_for(saved="", **fields):
    """row_1=(days, opens, closes), row_1_weeks="2", exception_1=(first, last, opens, closes)"""
    dates = {name: fields.pop(name) for name in DATE_NAMES if name in fields}
    data = typed(**fields)
    for name, value in dates.items():
        boxes = ("first", "last", "opens", "closes", "past_midnight")
        data.update({f"{name}_{box}": some for box, some in zip(boxes, value, strict=False)})
    return ScheduleForm(data, instance=Schedule(opening_hours=saved))


def page_of(form):
    return BeautifulSoup(form.as_div(), "html.parser")


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({**MONDAYS, "row_1_weeks": "2"}, "Monday, the second of the month, 10 am to noon."),
        ({**MONDAYS, "row_1_weeks": "-1"}, "Monday, the last of the month, 10 am to noon."),
        (
            {**MONDAYS, "row_1_weeks": "other", "row_1_since": "11/25/2026"},
            "Monday, every other week, from the week of 23 Nov 2026, 10 am to noon.",
        ),
        (
            {**MONDAYS, "row_1_season_from": "Jun 1", "row_1_season_until": "31 August"},
            "Monday, from 1 Jun to 31 Aug, 10 am to noon.",
        ),
        (
            {**MONDAYS, "exception_1": ("2026-12-24", "1/2/2027")},
            "Monday, 10 am to noon. Closed from 24 Dec to 2 Jan 2027.",
        ),
        (
            {"exception_1": ("12/24/2026", "", "10 pm", "2 am", "on"), **MONDAYS},
            "Monday, 10 am to noon. On 24 Dec, 10 pm to 2 am next day.",
        ),
        (
            {"exception_2": ("12/24/2026", "")},
            "Hours not listed. Closed on 24 Dec.",
        ),
    ],
)
def test_what_is_filled_in_is_said_in_words_first_saved_and_comes_back(fields, words):
    asked = form_for(**fields, say_first="on")
    assert asked.errors["say_first"] == [f"Not saved yet. In words: {words}"]
    form = form_for(**fields)
    assert form.is_valid(), form.errors
    again = ScheduleForm(instance=Schedule(opening_hours=form.instance.opening_hours))
    assert again.initial["saved_hours"] == words
    shown = page_of(again)
    assert form.instance.opening_hours not in shown.text
    sent = {box["name"]: box.get("value", "") for box in shown.select("input[type=text]")}
    assert all(
        re.search(r"\d", sent[name]) for name in fields if name.endswith(("since", "from", "until"))
    )


@pytest.mark.parametrize(
    ("fields", "box", "words"),
    [
        ({**MONDAYS, "row_1_weeks": "5", "row_1_season_from": "Feb 1",
          "row_1_season_until": "Feb 28"}, "row_1", "never comes in the year ahead"),
        ({**MONDAYS, "row_1_season_from": "Feb 30", "row_1_season_until": "Mar 1"},
         "row_1", "“Feb 30” is no day of the year"),
        ({**MONDAYS, "row_1_season_from": "June", "row_1_season_until": "Jul 1"},
         "row_1", "“June”"),
        ({**MONDAYS, "row_1_season_from": "Jun 1"}, "row_1", "Write both"),
        ({**MONDAYS, "row_1_weeks": "other"}, "row_1", "write a date when it is open"),
        ({**MONDAYS, "row_1_since": "2026-11-23"}, "row_1", "Pick “every other week”"),
        ({**MONDAYS, "row_1_weeks": "other", "row_1_since": "1990-01-01"},
         "row_1", "this year or next"),
        ({**MONDAYS, "row_1_weeks": "9"}, "row_1", "Pick which weeks from the list"),
        ({**MONDAYS, "row_2": ("mo", "11 am", "1 pm"), "row_2_weeks": "2"},
         "row_2", "run into row 1"),
        ({"exception_1": ("11/24/2026", "")}, "exception_1", "24 Nov is over"),
        ({"exception_1": ("2/30/2027", "")}, "exception_1", "There is no day"),
        ({"exception_1": ("Christmas", "")}, "exception_1", "is not a date"),
        ({"exception_1": ("", "", "9 am", "noon")}, "exception_1", "Write the date"),
        ({"exception_1": ("12/1/2026", "", "9 am", "")}, "exception_1", "Write both times"),
        ({"exception_1": ("12/1/2026", "", "5 pm", "9 am")},
         "exception_1", "closes before it opens"),
        ({"exception_1": ("12/1/2026", "", "25:00", "26:00")}, "exception_1", "There is no time"),
        ({"exception_1": ("12/2/2026", "12/1/2026")}, "exception_1", "before the first"),
        ({"exception_1": ("12/2/2026", "12/1/2029")}, "exception_1", "more than a year"),
        ({"exception_1": ("12/1/2026", "12/5/2026"), "exception_3": ("12/5/2026", "")},
         "exception_3", "run into exception 1"),
    ],
)  # fmt: skip
def test_nonsense_is_refused_in_words_beside_its_box_and_kept(fields, box, words):
    form = form_for("Tu 09:00-10:00", **fields)
    assert not form.is_valid()
    assert words in str(form.errors[box])
    kept = str(page_of(form))
    typed_in = [some for name, value in fields.items() if not name.endswith("weeks")
                for some in ([value] if isinstance(value, str) else value[1:])]  # fmt: skip
    assert all(f'"{some}"' in kept for some in typed_in if some and some != "on")


def test_rows_of_different_weeks_or_seasons_do_not_run_into_each_other():
    weeks = {"row_1_weeks": "1", "row_2": ("mo", "11 am", "1 pm"), "row_2_weeks": "3"}
    assert form_for(**MONDAYS, **weeks).is_valid()
    summer = {"row_1_season_from": "Jun 1", "row_1_season_until": "Aug 31"}
    winter = {"row_2_season_from": "Sep 1", "row_2_season_until": "May 31"}
    both = form_for(**MONDAYS, **summer, **winter, row_2=("mo", "11 am", "1 pm"))
    assert both.is_valid(), both.errors


def test_dates_that_are_over_leave_the_form_and_go_with_the_next_change():
    saved = 'Mo 10:00-12:00; 2026 Nov 20 off "closed today"; 2026 Dec 24 off "closed today"'
    form = ScheduleForm(instance=Schedule(opening_hours=saved))
    assert form.initial["exception_1"]["first"] == "2026-12-24"
    note = form_for(saved, **MONDAYS, exception_1=("2026-12-24", ""), note="Ring")
    assert note.is_valid() and note.instance.opening_hours == saved
    changed = form_for(saved, **MONDAYS, exception_1=("2026-12-25", ""))
    assert changed.is_valid()
    assert changed.instance.opening_hours == 'Mo 10:00-12:00; 2026 Dec 25 off "closed today"'


def test_what_rows_cannot_hold_is_said_and_not_saved_either():
    form = form_for("Tu[2,4] 10:00-12:00", say_first="on")
    assert "Not saved yet" in form.errors["say_first"][0]
    assert "rule that rows cannot hold" in form.errors["say_first"][0]


def test_readers_are_told_of_a_date_with_other_hours():
    form = form_for(**MONDAYS, exception_1=("11/25/2026", "", "9 am", "11 am"))
    assert form.is_valid()
    words = open_state(form.instance.opening_hours, "America/New_York", TEN).words
    assert words == "Closes in 60 minutes"
