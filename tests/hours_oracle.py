"""Is it open, worked out slowly from what staff filled in: a second opinion, for tests alone.

Written from what the form's words mean, without the library that reads opening hours and without
our own text of them. A filled-in form is drawn by dice in `filled_in`; `is_it_open` answers for it.
"""

from datetime import UTC, date, datetime, timedelta

from resources.day_rows import DAYS, HoursRefused, Row, Rows
from resources.special_days import Special

MONDAY, TUESDAY, THURSDAY, FRIDAY = 0, 1, 3, 4


# --- Holidays, by the calendar ------------------------------------------------------------------


def nth(year, month, weekday, number):
    """The number-th such weekday of a month; -1: the last."""
    days = [date(year, month, 1) + timedelta(days=n) for n in range(31)]
    days = [on for on in days if on.month == month and on.weekday() == weekday]
    return days[number - 1 if number > 0 else number]


def good_friday(year):
    """Two days before Easter, by the Gregorian computus (Meeus, Jones, Butcher)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = b // 4, b % 4
    g = (b - (b + 8) // 25 + 1) // 3
    h = (19 * a + b - d - g + 15) % 30
    i, k = c // 4, c % 4
    moved = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * moved) // 451
    month, day = divmod(h + moved - 7 * m + 114, 31)
    return date(year, month, day + 1) - timedelta(days=2)


def federal(year):
    days = {
        nth(year, 1, MONDAY, 3),
        nth(year, 2, MONDAY, 3),
        nth(year, 5, MONDAY, -1),
        nth(year, 9, MONDAY, 1),
        nth(year, 10, MONDAY, 2),
        nth(year, 11, THURSDAY, 4),
    }
    for on in [date(y, m, d) for y in (year, year + 1)
               for m, d in ((1, 1), (6, 19), (7, 4), (11, 11), (12, 25))]:  # fmt: skip
        moved = {5: -1, 6: 1}.get(on.weekday(), 0)
        days |= {on, on + timedelta(days=moved)}
    return days


def of_the_state(state, year):
    after_thanksgiving = nth(year, 11, THURSDAY, 4) + timedelta(days=1)
    return {
        "AK": [nth(year, 3, MONDAY, -1), date(year, 10, 18)],
        "CA": [date(year, 3, 31), after_thanksgiving],
        "HI": [date(year, 3, 26), date(year, 6, 11), nth(year, 8, FRIDAY, 3), good_friday(year)],
        "MA": [nth(year, 4, MONDAY, 3)],
        "ME": [nth(year, 4, MONDAY, 3)],
        "NE": [nth(year, 4, FRIDAY, -1)],
        "NV": [nth(year, 10, FRIDAY, -1), after_thanksgiving],
        "PR": [date(year, 1, 6), date(year, 3, 22), date(year, 7, 25), date(year, 11, 19),
               good_friday(year)],
        "RI": [nth(year, 8, MONDAY, 2)],
        "UT": [date(year, 7, 24)],
        "VT": [nth(year, 3, TUESDAY, 1), date(year, 8, 16)],
    }.get(state, [])  # fmt: skip


HOLIDAYS = {}


def is_holiday(state, on):
    key = state, on.year
    if key not in HOLIDAYS:
        HOLIDAYS[key] = {d for d in federal(on.year) if d.year == on.year}
        HOLIDAYS[key] |= set(of_the_state(state, on.year))
    return on in HOLIDAYS[key]


# --- What the rows mean -------------------------------------------------------------------------


def minute(clock):
    return int(clock[:2]) * 60 + int(clock[3:])


def span(row):
    opens, closes = minute(row.opens), minute(row.closes)
    return opens, closes + 1440 if row.past_midnight or closes == 0 else closes


def holds_on(row, on):
    """Does this row say anything of that date?"""
    if DAYS[on.weekday()] not in row.days:
        return False
    if row.season:
        first, last = row.season
        day = (on.month, on.day)
        inside = first <= day <= last if first <= last else day >= first or day <= last
        if not inside:
            return False
    if row.weeks == "other":
        monday = on - timedelta(days=on.weekday())
        first = row.since - timedelta(days=row.since.weekday())
        return monday >= first and (monday - first).days % 14 == 0
    if row.weeks == "-1":
        return (on + timedelta(days=7)).month != on.month
    return not row.weeks or (on.day + 6) // 7 == int(row.weeks)


def special_on(form, on):
    return next((some for some in form.exceptions if some.first <= on <= some.last), None)


def spans_of(form, state, on):
    """Minutes of a date, and past it, when somebody is there."""
    some = special_on(form, on)
    if some:
        return [span(some)] if some.opens else []
    if form.closed_on_holidays and is_holiday(state, on):
        return []
    if form.always_open:
        return [(0, 1440)]
    return [span(row) for row in form.rows if holds_on(row, on)]


def is_it_open(form, state, zone, moment):
    here = moment.astimezone(zone)
    now, today = here.hour * 60 + here.minute, here.date()
    if form.by_appointment:
        return False
    if any(opens <= now < closes for opens, closes in spans_of(form, state, today)):
        return True
    # A date that is not as the others ends the evening before it, at midnight, unless both are
    # of one line of the form: "24 to 26 December, 10 pm to 2 am".
    before = today - timedelta(days=1)
    special = special_on(form, today)
    if special and special != special_on(form, before):
        return False
    if not special and form.closed_on_holidays and is_holiday(state, today):
        return False
    return any(opens <= now + 1440 < closes for opens, closes in spans_of(form, state, before))


# --- Drawn by dice ------------------------------------------------------------------------------


def times(dice):
    opens, closes = dice.randrange(0, 96) * 15, dice.randrange(0, 97) * 15
    clocks = [f"{m // 60:02}:{m % 60:02}" for m in (opens, closes)]
    return *clocks, 0 < closes < opens


def which_weeks(dice, near):
    drawn = dice.random()
    if drawn < 0.25:
        return {"weeks": dice.choice(["1", "2", "3", "4", "5", "-1"])}
    if drawn < 0.45:
        return {"weeks": "other", "since": near - timedelta(days=dice.randrange(0, 400))}
    if drawn < 0.65:
        ends = [(dice.randint(1, 12), dice.randint(1, 28)) for _ in range(2)]
        ends[1] = dice.choice([ends[1], (2, 29)])
        more = {"weeks": dice.choice(["2", "-1"])} if dice.random() < 0.3 else {}
        return {"season": tuple(ends), **more}
    return {}


def some_row(dice, near):
    days = frozenset(dice.sample(DAYS, dice.randint(1, 7)))
    return Row(days, *times(dice), **which_weeks(dice, near))


def some_dates(dice, near):
    first = near + timedelta(days=dice.randrange(-6, 6))
    last = first + timedelta(days=dice.choice([0, 0, 0, 1, 3]))
    return Special(first, last, *(times(dice) if dice.random() < 0.5 else ()))


def filled_in(dice, near, to_text):
    """(a form filled in by dice, with dates about `near`; the text it becomes)."""
    while True:
        rows = tuple(some_row(dice, near) for _ in range(dice.choice([0, 1, 1, 2, 3])))
        dates = sorted(
            (some_dates(dice, near) for _ in range(dice.choice([0, 0, 1, 2]))),
            key=lambda some: some.first,
        )
        form = Rows(
            rows, dice.random() < 0.5, not rows, bool(rows) and dice.random() < 0.04, tuple(dates)
        )
        try:
            return form, to_text(**vars(form))
        except HoursRefused:
            continue


# Moments at which things go wrong: clocks change, a leap day, the week 53, a year's end.
TURNS = [
    *(datetime(2026, 3, 8, h, tzinfo=UTC) for h in (7, 10, 12)),
    *(datetime(2026, 11, 1, h, tzinfo=UTC) for h in (6, 9, 10)),
    *(datetime(2027, m, d, 9, tzinfo=UTC) for m, d in ((3, 14), (11, 7), (1, 3))),
    *(datetime(2028, m, d, 5, tzinfo=UTC) for m, d in ((2, 29), (3, 1), (1, 1), (2, 28))),
    *(datetime(2026, m, d, 17, tzinfo=UTC) for m, d in ((7, 3), (7, 4), (11, 26), (12, 25))),
    *(datetime(2027, m, d, 17, tzinfo=UTC) for m, d in ((4, 19), (6, 18), (12, 31), (10, 29))),
    datetime(2033, 1, 2, 12, tzinfo=UTC),
]


def around(dice):
    """A moment to draw a form about."""
    if dice.random() < 0.5:
        return dice.choice(TURNS)
    return datetime(2026, 1, 1, tzinfo=UTC) + timedelta(seconds=dice.randrange(4 * 365 * 86400))


def moments(dice, middle, count):
    """Within hours of the middle, within days of it, and anywhere in the year about it."""
    for _ in range(count):
        reach = dice.choice([5 * 3600, 5 * 86400, 180 * 86400])
        yield middle + timedelta(seconds=dice.randrange(-reach, reach))
