"""What staff fill in becomes hours, comes back unchanged, or is refused in words. Pure."""

import random
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from resources.day_rows import (
    DAYS,
    HoursRefused,
    Row,
    Rows,
    from_opening_hours,
    in_words,
    to_opening_hours,
)
from resources.hours import is_open, open_state
from resources.typed_times import read_time, row_from_typed

BOSTON = "America/New_York"


def row(days, opens, closes, past_midnight=False):
    return Row(frozenset(days.split()), opens, closes, past_midnight)


def text_of(*rows, holidays=False, always=False, appointment=False):
    return to_opening_hours(rows, holidays, always, appointment)


def refused(*rows, **ticks):
    with pytest.raises(HoursRefused) as refusal:
        text_of(*rows, **ticks)
    return refusal.value.row, str(refusal.value)


@pytest.mark.parametrize(
    ("rows", "text"),
    [
        ([row("mo tu we th fr", "09:00", "17:00")], "Mo-Fr 09:00-17:00"),
        ([row("mo we fr", "09:00", "17:00")], "Mo,We,Fr 09:00-17:00"),
        (
            [row("mo tu", "14:00", "16:00"), row("mo tu sa", "10:00", "12:00")],
            "Mo-Tu 10:00-12:00,14:00-16:00; Sa 10:00-12:00",
        ),
        ([row("sa", "22:00", "02:00", True)], "Sa 22:00-02:00"),
        (
            [row("fr", "22:00", "02:00", True), row("sa", "10:00", "12:00")],
            "Fr 22:00-02:00, Sa 10:00-12:00",
        ),
        ([row("mo", "20:00", "00:00")], "Mo 20:00-24:00"),
        ([row("mo", "20:00", "24:00", True)], "Mo 20:00-24:00"),
        ([], ""),
        ([None, row("su", "00:00", "24:00"), None], "Su 00:00-24:00"),
    ],
)
def test_rows_become_hours(rows, text):
    assert text_of(*rows) == text


def test_ticks_become_hours():
    open_days = row("mo tu we th fr", "10:00", "14:00")
    assert text_of(always=True) == "24/7"
    assert text_of(always=True, holidays=True) == "24/7; PH off"
    assert text_of(open_days, holidays=True) == "Mo-Fr 10:00-14:00; PH off"
    assert text_of(appointment=True) == 'unknown "by appointment"'
    text = text_of(open_days, appointment=True, holidays=True)
    assert text == 'Mo-Fr 10:00-14:00 unknown "by appointment"; PH off'


@pytest.mark.parametrize(
    "text", ['unknown "by appointment"', 'Mo-Su 00:00-24:00 unknown "by appointment"']
)
def test_by_appointment_is_never_open(text):
    noon = datetime(2024, 12, 3, 12, tzinfo=ZoneInfo(BOSTON))
    assert open_state(text, BOSTON, noon).words == "By appointment. Call."
    assert not is_open(text, BOSTON, noon)


def test_friday_night_goes_on_though_saturday_has_its_own_row():
    text = text_of(row("fr", "22:00", "02:00", True), row("sa", "10:00", "12:00"))
    assert is_open(text, BOSTON, datetime(2024, 12, 7, 1, tzinfo=ZoneInfo(BOSTON)))


@pytest.mark.parametrize(
    ("bad", "words"),
    [
        (row("mo", "17:00", "09:00"), "It closes before it opens."),
        (row("mo", "09:00", "09:00"), "the same time"),
        (row("mo", "09:00", "17:00", True), "does not go past midnight"),
        (row("mo", "25:00", "26:00"), "There is no time “25:00”"),
        (row("mo", "", "17:00"), "There is no time"),
        (row("", "09:00", "17:00"), "Tick at least one day"),
        (row("mo", "24:00", "02:00", True), "If it opens at midnight"),
    ],
)
def test_a_bad_row_is_refused_with_its_number(bad, words):
    number, sentence = refused(row("su", "09:00", "10:00"), None, bad)
    assert number == 3
    assert words in sentence


@pytest.mark.parametrize(
    ("first", "second", "words"),
    [
        (("mo tu", "09:00", "12:00"), ("tu we", "11:00", "13:00"), "On Tuesday these times run"),
        (("mo", "22:00", "02:00", True), ("tu", "01:00", "03:00"), "On Tuesday"),
        (("su", "22:00", "02:00", True), ("mo", "01:00", "03:00"), "On Monday"),
        (("mo", "01:00", "03:00"), ("su", "22:00", "02:00", True), "On Sunday"),
        (("mo", "09:00", "12:00"), ("mo", "09:00", "12:00"), "into row 1"),
    ],
)
def test_rows_that_overlap_are_refused(first, second, words):
    number, sentence = refused(row(*first), row(*second))
    assert number == 2
    assert words in sentence


def test_rows_that_only_touch_are_fine():
    assert text_of(row("mo", "09:00", "12:00"), row("mo", "12:00", "13:00"))


def test_ticks_that_contradict_are_refused():
    monday = row("mo", "09:00", "12:00")
    assert "not both" in refused(always=True, appointment=True)[1]
    assert refused(None, monday, always=True)[0] == 2
    assert "Say when it is open" in refused(holidays=True)[1]


# --- Typed by people ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "clock"),
    [
        *(("9", "09:00"), ("9am", "09:00"), ("9 AM", "09:00"), ("9:30 am", "09:30")),
        *(("21:00", "21:00"), ("21", "21:00"), ("noon", "12:00"), ("Midnight", "00:00")),
        *(("12 am", "00:00"), ("12pm", "12:00"), ("5 p.m.", "17:00"), ("9.30", "09:30")),
        *((" 05:00 ", "05:00"), ("12:30", "12:30"), ("24:00", "24:00"), ("0:15", "00:15")),
    ],
)
def test_times_are_read_as_people_type_them(typed, clock):
    assert read_time(typed) == clock


@pytest.mark.parametrize("typed", ["5", "1:30", "12", "6"])
def test_morning_or_evening_is_never_guessed(typed):
    with pytest.raises(HoursRefused, match="am or pm"):
        read_time(typed)


@pytest.mark.parametrize(
    "typed", ["25:00", "13 pm", "0 am", "9:60", "24:30", "9-5", "soon", "٩", "", "9" * 500, "\x00"]
)
def test_what_is_no_time_is_refused(typed):
    with pytest.raises(HoursRefused):
        read_time(typed)


def test_a_typed_row_is_checked_by_itself():
    assert row_from_typed([], " ", "", False) is None
    assert row_from_typed(["mo"], "9", "5 pm", False) == row("mo", "09:00", "17:00")
    for days, opens, closes in ((["mo"], "9", ""), (["mo"], "", "5 pm"), ([], "9", "5 pm")):
        with pytest.raises(HoursRefused):
            row_from_typed(days, opens, closes, False)
    with pytest.raises(HoursRefused, match="Tick at least one day"):
        row_from_typed([], "", "", True)


# --- And back -----------------------------------------------------------------------------------


def random_rows(dice):
    rows = []
    for _ in range(dice.randint(1, 5)):
        days = frozenset(dice.sample(DAYS, dice.randint(1, 7)))
        opens, closes = dice.randrange(0, 96) * 15, dice.randrange(0, 97) * 15
        clocks = [f"{minute // 60:02}:{minute % 60:02}" for minute in (opens, closes)]
        rows.append(Row(days, *clocks, past_midnight=closes < opens and closes > 0))
    return rows


def test_a_thousand_weeks_come_back_as_they_were_saved():
    dice, kept = random.Random(3), 0
    while kept < 1000:
        ticks = (dice.random() < 0.5, False, dice.random() < 0.3)
        try:
            text = to_opening_hours(random_rows(dice), *ticks)
        except HoursRefused:
            continue
        back = from_opening_hours(text)
        assert back is not None, text
        assert to_opening_hours(**vars(back)) == text
        assert in_words(back)
        kept += 1


@pytest.mark.parametrize("text", ["", "24/7", "24/7; PH off", 'unknown "by appointment"; PH off'])
def test_ticks_come_back(text):
    assert to_opening_hours(**vars(from_opening_hours(text))) == text


@pytest.mark.parametrize(
    ("text", "again"),
    [
        ("Mo-Fr 9:00-17:00", "Mo-Fr 09:00-17:00"),
        ("10:00-12:00", "Mo-Su 10:00-12:00"),
        ("Sa-Mo 10:00-12:00; PH closed", "Mo,Sa-Su 10:00-12:00; PH off"),
        ("Mo-Fr 10:00-12:00; We off", "Mo-Tu,Th-Fr 10:00-12:00"),
        ("Mo-Fr 10:00-12:00; We 14:00-16:00", "Mo-Tu,Th-Fr 10:00-12:00; We 14:00-16:00"),
        ("Mo 10:00-12:00, Mo 14:00-16:00", "Mo 10:00-12:00,14:00-16:00"),
        ("Mo,We 10:00 - 12:00", "Mo,We 10:00-12:00"),
    ],
)
def test_hours_from_elsewhere_come_into_rows(text, again):
    assert to_opening_hours(**vars(from_opening_hours(text))) == again


@pytest.mark.parametrize(
    "text",
    [
        "Tu[2,4] 10:00-12:00",
        "Jun-Aug Mo-Fr 10:00-12:00",
        "Mo-Fr 10:00-12:00; PH 10:00-11:00",
        "PH off; Mo-Fr 10:00-12:00",
        'Mo 10:00-12:00 "ring the bell"',
        'Mo 10:00-12:00; Tu 10:00-12:00 unknown "by appointment"',
        "Mo 22:00-02:00; Tu 09:00-10:00",
        "Mo 10:00-12:00,11:00-13:00",
        "sunrise-sunset",
        "Mo-Fr",
        "off",
        "nonsense",
        "25:00",
        "x" * 50_000,
    ],
)
def test_more_than_rows_can_say_is_left_alone(text):
    assert from_opening_hours(text) is None


# --- In words -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "Hours not listed."),
        ("24/7; PH off", "Open all day and night, every day. Closed on public holidays."),
        (
            "Mo-We,Fr 10:00-14:00,16:00-18:00; Sa 10:00-12:00",
            "Monday to Wednesday, Friday, 10 am to 2 pm and 4 pm to 6 pm. Saturday, 10 am to noon.",
        ),
        ("Sa-Su 22:00-02:00", "Saturday, Sunday, 10 pm to 2 am next day."),
        ("Mo-Su 00:00-24:00", "Every day, all day and night."),
        (
            'Mo-Fr 09:30-17:00 unknown "by appointment"',
            "Monday to Friday, 9:30 am to 5 pm. By appointment only.",
        ),
    ],
)
def test_staff_read_their_rows_in_words(text, words):
    assert in_words(from_opening_hours(text)) == words


def test_nothing_filled_in_says_hours_not_listed():
    assert in_words(Rows()) == "Hours not listed."
