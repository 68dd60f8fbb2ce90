"""Is it open, and what do we say: told as a person at the door would see it. Pure, clock given."""

import random
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from resources.hours import is_open, open_state, week_words

BOSTON, LA, PHOENIX = "America/New_York", "America/Los_Angeles", "America/Phoenix"
WORKDAYS = "Mo-Fr 09:00-17:00"
UNLISTED = "Hours not listed. Call."
ASK_WHEN = "Closed. Call to ask when it opens."


def at(words, zone=BOSTON, fold=0):
    """ "2024-12-03 10:00" on that zone's wall clock. 3 Dec 2024 is a Tuesday."""
    return datetime.fromisoformat(words).replace(tzinfo=ZoneInfo(zone), fold=fold)


def told(text, when, zone=BOSTON):
    state = open_state(text, zone, at(when, zone) if isinstance(when, str) else when)
    return state.kind, state.words


@pytest.mark.parametrize(
    ("text", "when", "kind", "words"),
    [
        (WORKDAYS, "2024-12-03 10:00", "open", "Open until 5 pm"),
        (WORKDAYS, "2024-12-03 16:00", "open", "Closes in 60 minutes"),
        (WORKDAYS, "2024-12-03 16:39:30", "open", "Closes in 20 minutes"),
        (WORKDAYS, "2024-12-03 16:58:30", "open", "Closes in 1 minute"),
        (WORKDAYS, "2024-12-03 16:59:59", "open", "Closes in 1 minute"),
        (WORKDAYS, "2024-12-03 17:00", "closed", "Opens tomorrow 9 am"),
        (WORKDAYS, "2024-12-03 08:59:59", "closed", "Opens at 9 am"),
        (WORKDAYS, "2024-12-03 09:00", "open", "Open until 5 pm"),
        (WORKDAYS, "2024-12-06 18:00", "closed", "Opens Mon 9 am"),
        ("Tu 10:00-17:30", "2024-12-03 12:00", "open", "Open until 5:30 pm"),
        ("Tu 10:00-12:00", "2024-12-03 10:30", "open", "Open until noon"),
        ("Tu 12:00-14:00", "2024-12-03 10:30", "closed", "Opens at noon"),
        ("Tu 10:00-12:00", "2024-12-03 12:00", "closed", "Opens Tue 10 Dec 10 am"),
        ("Mo 10:00-12:00", "2024-12-03 12:00", "closed", "Opens Mon 10 am"),
        ("Tu 10:00-12:00,14:00-16:00", "2024-12-03 12:30", "closed", "Opens at 2 pm"),
        (
            "Tu 10:00-14:00,16:00-18:00",
            "2024-12-03 09:00",
            "closed",
            "Open today 10 am to 2 pm and 4 pm to 6 pm",
        ),
        ("Tu 18:00-24:00", "2024-12-03 19:00", "open", "Open until midnight"),
        ("We 00:00-06:00", "2024-12-03 23:00", "closed", "Opens at midnight"),
        ("Th 00:00-06:00", "2024-12-03 23:00", "closed", "Opens Thu just after midnight"),
        ("Tu 22:00-02:00", "2024-12-03 22:30", "open", "Open until 2 am"),
        ("Tu 22:00-02:00", "2024-12-04 00:30", "open", "Open until 2 am"),
        ("Tu 22:00-02:00", "2024-12-04 02:00", "closed", "Opens Tue 10 pm"),
        ("Mo-Fr", "2024-12-03 10:00", "open", "Open until the end of Fri"),
        ("Tu 06:00-24:00, We 00:00-17:00", "2024-12-03 07:00", "open", "Open until tomorrow 5 pm"),
        ("24/7", "2024-12-03 10:00", "open", "Open all day and night"),
        ("24/7; PH off", "2024-12-03 10:00", "open", "Open all day and night"),
        ("24/7; PH off", "2024-12-24 10:00", "open", "Open until midnight"),
    ],
)
def test_a_reader_is_told_when_it_opens_or_closes(text, when, kind, words):
    assert told(text, when) == (kind, words)


@pytest.mark.parametrize(
    ("when", "kind", "words"),
    [
        ("2024-12-03 10:00", "closed", "Opens Tue 10 Dec 10 am"),
        ("2024-12-10 10:00", "open", "Open until noon"),
        ("2024-12-17 10:00", "closed", "Opens Tue 14 Jan 10 am"),
    ],
)
def test_a_second_tuesday_is_only_the_second(when, kind, words):
    assert told("Tu[2] 10:00-12:00", when) == (kind, words)


@pytest.mark.parametrize(
    "day", ["2024-01-01", "2024-07-04", "2024-11-28", "2024-12-25", "2026-06-19", "2027-09-06"]
)
def test_closed_on_public_holidays(day):
    assert told("Mo-Su 09:00-17:00; PH off", f"{day} 10:00")[0] == "closed"
    assert told("Mo-Su 09:00-17:00", f"{day} 10:00")[0] == "open"


def test_nobody_opens_the_night_after_a_closed_evening():
    nightly = "Mo-Su 22:00-02:00; PH off"
    assert told(nightly, "2024-07-03 23:00") == ("open", "Closes in 60 minutes")
    assert told(nightly, "2024-07-04 23:00")[0] == "closed"
    assert told(nightly, "2024-07-05 01:00") == ("closed", "Opens at 10 pm")
    assert told(nightly, "2024-07-06 01:00")[0] == "open"
    assert told("Mo-Su 22:00-02:00; Th off", "2024-12-06 00:30")[0] == "closed"
    assert told("Mo-Th 22:00-02:00; Sa", "2024-12-07 01:00")[0] == "open"


def test_leap_day():
    assert told("Feb 29 10:00-12:00", "2024-02-29 11:30") == ("open", "Closes in 30 minutes")
    assert told("Th 10:00-12:00", "2024-02-28 11:00") == ("closed", "Opens tomorrow 10 am")
    assert told("Feb 29 10:00-12:00", "2024-03-01 11:00") == ("closed", ASK_WHEN)


def test_the_same_moment_differs_across_zones():
    moment = datetime(2024, 12, 3, 22, 30, tzinfo=UTC)
    assert told(WORKDAYS, moment, BOSTON) == ("closed", "Opens tomorrow 9 am")
    assert told(WORKDAYS, moment, LA) == ("open", "Open until 5 pm")
    assert told(WORKDAYS, moment, "Pacific/Honolulu") == ("open", "Open until 5 pm")


@pytest.mark.parametrize(
    ("text", "when", "fold", "words"),
    [
        # Spring, 10 Mar 2024: 2 am becomes 3 am.
        ("Su 01:00-04:00", "2024-03-10 01:30", 0, "Open until 4 am"),
        ("Su 01:00-03:00", "2024-03-10 01:30", 0, "Closes in 30 minutes"),
        ("Su 01:00-02:30", "2024-03-10 01:30", 0, "Closes in 30 minutes"),
        ("Su 02:30-04:00", "2024-03-10 01:30", 0, "Opens at 3 am"),
        ("Su 02:00-03:00", "2024-03-10 01:30", 0, "Opens Sun 17 Mar 2 am"),
        # Autumn, 3 Nov 2024: 1 to 2 am happens twice.
        ("Su 00:30-01:30", "2024-11-03 01:10", 0, "Closes in 20 minutes"),
        ("Su 00:30-01:30", "2024-11-03 01:10", 1, "Closes in 20 minutes"),
        ("Su 00:30-01:30", "2024-11-03 01:45", 0, "Opens at 1 am"),
        ("Su 01:30-02:00", "2024-11-03 01:45", 0, "Closes in 15 minutes"),
        ("Su 00:00-02:30", "2024-11-03 01:45", 0, "Open until 2:30 am"),
        ("Su 00:00-02:30", "2024-11-03 01:45", 1, "Closes in 45 minutes"),
    ],
)
def test_the_nights_when_clocks_change(text, when, fold, words):
    assert open_state(text, BOSTON, at(when, fold=fold)).words == words


def test_where_clocks_never_change():
    assert told("Su 01:00-03:00", "2024-03-10 02:30", PHOENIX)[1] == "Closes in 30 minutes"


@pytest.mark.parametrize(
    ("text", "zone"),
    [
        *((text, BOSTON) for text in ("", "   ", None, "nonsense", "25:00", "Mo 25:00-26:00")),
        *((text, BOSTON) for text in ("Mo 10:00", "Mo-Fr 9-17", "\x00", "\ud800", "😀", "é" * 500)),
        *((text, BOSTON) for text in ("(" * 100_000, "Mo 10:00-12:00; " * 9000 + "24/7")),
        *(("24/7", zone) for zone in ("", None, "Mars/Base", "../etc/passwd", "America", "\x00")),
    ],
)
def test_hours_unknown_is_never_open(text, zone):
    state = open_state(text, zone, at("2024-12-03 10:00"))
    assert (state.kind, state.words) == ("unknown", UNLISTED)
    assert not is_open(text, zone, at("2024-12-03 10:00"))
    assert week_words(text, zone, date(2024, 12, 3)) == []


@pytest.mark.parametrize("text", ["sunrise-sunset", "Mo-Su 10:00-20:00; SH off", "Mo-Su 09:00+"])
def test_what_the_parser_only_guesses_is_never_open(text):
    assert told(text, "2024-12-03 10:30") == ("unknown", UNLISTED)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('"by appointment"', "By appointment. Call."),
        ('unknown "by appointment"', "By appointment. Call."),
        ('Mo-Fr 09:00-17:00 "By Appointment only"', "By appointment. Call."),
        ('Mo-Fr 09:00-17:00 "if Joe is there"', "Call to ask."),
        ('Mo 09:00-17:00 || "call"', "Call to ask."),
        ("24/7 unknown", "Call to ask."),
    ],
)
def test_a_door_with_a_condition_is_never_open(text, words):
    assert told(text, "2024-12-03 10:30") == ("unknown", words)
    assert not is_open(text, BOSTON, at("2024-12-03 10:30"))


def test_a_place_that_never_opens_says_call():
    assert told("off", "2024-12-03 10:00") == ("closed", ASK_WHEN)
    assert told("2019 Mo-Fr 09:00-17:00", "2024-12-03 10:00") == ("closed", ASK_WHEN)
    assert told('Mo-Fr 09:00-17:00 "appt"', "2024-12-03 20:00") == ("closed", ASK_WHEN)


def test_a_clock_without_a_zone_is_a_bug():
    with pytest.raises(ValueError, match="aware"):
        open_state("24/7", BOSTON, datetime(2024, 12, 3))


@pytest.mark.parametrize("year", [1, 9999])
def test_the_ends_of_the_calendar_are_unknown(year):
    assert open_state(WORKDAYS, BOSTON, datetime(year, 1, 1, tzinfo=UTC)).kind == "unknown"
    week_words(WORKDAYS, BOSTON, date(year, 1, 1))


# --- The week's table ---------------------------------------------------------------------------


def test_the_week_starts_on_monday():
    week = week_words("Mo-Fr 10:00-14:00,16:00-18:00; Sa 22:00-02:00", BOSTON, date(2024, 12, 5))
    assert [day for day, _ in week][::6] == ["Monday", "Sunday"]
    assert week[0] == ("Monday", "10 am to 2 pm, 4 pm to 6 pm")
    assert week[5:] == [("Saturday", "10 pm to 2 am next day"), ("Sunday", "Closed")]


@pytest.mark.parametrize(
    ("text", "monday", "tuesday"),
    [
        ("24/7", "All day and night", "All day and night"),
        ("Mo", "All day and night", "Closed"),
        ("Mo 18:00-24:00", "6 pm to midnight", "Closed"),
        ("Mo 00:00-06:00", "midnight to 6 am", "Closed"),
        ("Mo 20:00-24:00, Tu", "8 pm to midnight", "All day and night"),
        ('Mo 10:00-12:00 "by appointment"', "10 am to noon by appointment", "Closed"),
        ('unknown "by appointment"', "By appointment", "By appointment"),
        ("unknown", "Call to ask", "Call to ask"),
    ],
)
def test_a_day_in_words(text, monday, tuesday):
    week = dict(week_words(text, BOSTON, date(2024, 12, 2)))
    assert (week["Monday"], week["Tuesday"]) == (monday, tuesday)


def test_the_week_shows_the_dates_that_are_coming():
    week = dict(week_words("Mo-Su 10:00-12:00; PH off", BOSTON, date(2024, 12, 20)))
    assert week["Wednesday"] == "Closed (public holiday)"
    assert week["Thursday"] == "10 am to noon"
    assert dict(week_words("Tu[2] 10:00-12:00", BOSTON, date(2024, 12, 3)))["Tuesday"] == "Closed"
    coming = dict(week_words("Tu[2] 10:00-12:00", BOSTON, date(2024, 12, 4)))
    assert coming["Tuesday"] == "10 am to noon"


# --- Against a slow, independent oracle ---------------------------------------------------------

# Day of the week (0 is Monday) -> spans in minutes after that day's midnight.
ORACLE_WEEKS = {
    "Mo-Fr 09:00-17:00": {day: [(540, 1020)] for day in range(5)},
    "Tu,Th 10:00-12:30,14:00-18:15": {day: [(600, 750), (840, 1095)] for day in (1, 3)},
    "Mo-Su 22:00-02:00": {day: [(1320, 1560)] for day in range(7)},
    "Fr,Sa 20:30-04:45": {day: [(1230, 1725)] for day in (4, 5)},
    "Sa 23:00-01:30, Su 01:00-03:30": {5: [(1380, 1530)], 6: [(60, 210)]},
    "Su 00:00-24:00": {6: [(0, 1440)]},
}
CLOCK_CHANGES = [
    datetime(2024, 3, 10, 7, tzinfo=UTC),
    datetime(2024, 11, 3, 6, tzinfo=UTC),
    datetime(2025, 3, 9, 10, tzinfo=UTC),
    datetime(2025, 11, 2, 9, tzinfo=UTC),
]


def oracle(week, zone, moment):
    here = moment.astimezone(zone)
    minute = here.hour * 60 + here.minute
    today, yesterday = here.weekday(), (here.weekday() - 1) % 7
    return any(a <= minute < b for a, b in week.get(today, ())) or any(
        a <= minute + 1440 < b for a, b in week.get(yesterday, ())
    )


def random_moments(count):
    """Half anywhere in three years, half within five hours of a clock change."""
    dice = random.Random(20241203)
    for _ in range(count):
        if dice.random() < 0.5:
            start = datetime(2023, 6, 1, tzinfo=UTC)
            yield start + timedelta(seconds=dice.randrange(3 * 365 * 86400))
        else:
            yield dice.choice(CLOCK_CHANGES) + timedelta(seconds=dice.randrange(-18000, 18000))


def test_open_now_agrees_with_a_slow_oracle():
    dice, wrong, asked = random.Random(1), [], 0
    zones = {name: ZoneInfo(name) for name in (BOSTON, LA, PHOENIX)}
    for moment in random_moments(20_000):
        text, name = dice.choice(list(ORACLE_WEEKS)), dice.choice(list(zones))
        asked += 1
        if is_open(text, name, moment) != oracle(ORACLE_WEEKS[text], zones[name], moment):
            wrong.append((text, name, moment))
    assert (asked, wrong) == (20_000, [])


def test_the_next_change_agrees_with_a_slow_oracle():
    """Nothing changes before the moment we tell, and it does change then."""
    dice, wrong = random.Random(2), []
    zones = {name: ZoneInfo(name) for name in (BOSTON, LA, PHOENIX)}
    for moment in random_moments(3000):
        text, name = dice.choice(list(ORACLE_WEEKS)), dice.choice(list(zones))
        state = open_state(text, name, moment)
        told_at = (state.closes_at or state.opens_at).astimezone(UTC)
        week, zone = ORACLE_WEEKS[text], zones[name]
        wait = told_at - moment
        # Every boundary is on a quarter of an hour: look often just before, seldom over days.
        step = max(timedelta(minutes=5), wait / 60)
        before = [moment + step * n for n in range(int(wait / step))]
        before.append(told_at - timedelta(seconds=1))
        steady = all(oracle(week, zone, each) == (state.kind == "open") for each in before)
        if not steady or oracle(week, zone, told_at) == (state.kind == "open"):
            wrong.append((text, name, moment, told_at))
    assert wrong == []
