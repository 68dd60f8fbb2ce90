"""The rows staff fill in ("Mon Tue, 10 am to 2 pm") to opening_hours text and back: pure.

Staff never see the stored text. What it means at a given moment is resources.hours'; the form
around these rows is resources.admin.hours_form's.

Refuses in words, never guesses: a row that could send somebody to a locked door is not stored.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime

from django.utils.translation import gettext

from .clock_words import day_name, span_words
from .closing import UNLISTED
from .day_row import (
    DAYS,
    END_OF_DAY,
    HoursRefused,
    Row,
    days_text,
    minutes_of,
    refuse_nonsense,
    span_text,
    stretches,
)
from .some_weeks import may_meet, read_weeks, rules_of, same_times_together, weeks_in_words
from .special_days import (
    APPOINTMENT,
    Special,
    refuse_nonsense_of_dates,
    span_in_words,
    special_text,
    special_words,
    still_to_come,
    without_specials,
)
from .wall_clock import BETWEEN_RULES, read, runs_between


@dataclass(frozen=True)
class Rows:
    """All that the form can say."""

    rows: tuple[Row, ...] = ()
    closed_on_holidays: bool = False
    always_open: bool = False
    by_appointment: bool = False
    exceptions: tuple[Special, ...] = ()

    def from_day(self, today: date) -> "Rows":
        """The same without dates that are over."""
        return replace(self, exceptions=still_to_come(self.exceptions, today))


# --- Rows to text -------------------------------------------------------------------------------


def to_opening_hours(
    rows: Iterable[Row | None],
    closed_on_holidays: bool,
    always_open: bool,
    by_appointment: bool,
    exceptions: Iterable[Special | None] = (),
) -> str:
    """The text to store, "" when nothing is said; raises HoursRefused.

    `rows` may hold None for a row left empty, so that a refusal counts as the form does; so may
    `exceptions`.
    """
    numbered = [(number, row) for number, row in enumerate(rows, 1) if row is not None]
    _refuse_contradictions(numbered, closed_on_holidays, always_open, by_appointment)
    refuse_nonsense_of_dates(exceptions)
    condition = APPOINTMENT if by_appointment else ""
    dates = sorted(filter(None, exceptions), key=lambda some: some.first)
    if numbered:
        text = _rules_text(numbered, dates, condition)
    else:
        text = "24/7" if always_open else condition.strip() or (UNLISTED if dates else "")
    holidays = ["PH off"] if closed_on_holidays else []
    return "; ".join([text, *holidays, *(special_text(some, condition) for some in dates)])


def _rules_text(numbered, dates, condition):
    week = _week_of(numbered)
    rules = [_rule(*same) for same in _together(week)]
    some_weeks = [row for _number, row in numbered if row.some_weeks]
    rules += [rule for row in same_times_together(some_weeks) for rule in rules_of(row)]
    # With ";" a later day's rule would cut off the evening before it at midnight.
    timed = [*(row for _number, row in numbered), *(some for some in dates if some.opens)]
    overnight = any(minutes_of(one)[1] > END_OF_DAY for one in timed)
    between = ", " if overnight or some_weeks else "; "
    return between.join(rule + condition for rule in rules)


def _refuse_contradictions(numbered, closed_on_holidays, always_open, by_appointment):
    if always_open and by_appointment:
        raise HoursRefused(gettext("Tick “open 24 hours” or “by appointment”, not both."))
    if always_open and numbered:
        raise HoursRefused(
            gettext("Open 24 hours needs no times. Clear this row or take off that tick."),
            numbered[0][0],
        )
    if closed_on_holidays and not (numbered or always_open or by_appointment):
        raise HoursRefused(gettext("Say when it is open, not only that holidays are closed."))


def _week_of(numbered):
    """{day: [(opens, closes), ...]} in minutes, of the rows of every week.

    Raises HoursRefused with the row's number, of any row.
    """
    taken = []  # (minute of the week it opens, closes, row number, row)
    week = {day: [] for day in DAYS}
    for number, row in numbered:
        try:
            refuse_nonsense(row)
        except HoursRefused as refusal:
            raise HoursRefused(refusal.sentence, number) from refusal
        opens, closes = minutes_of(row)
        for day in sorted(row.days, key=DAYS.index):
            start = DAYS.index(day) * END_OF_DAY
            _refuse_overlap(taken, (start + opens, start + closes, number, row), day)
            taken.append((start + opens, start + closes, number, row))
            if not row.some_weeks:
                week[day].append((opens, closes))
    return {day: sorted(spans) for day, spans in week.items()}


def _refuse_overlap(taken, new, day):
    opens, closes, number, row = new
    a_week = 7 * END_OF_DAY
    for other_opens, other_closes, other, other_row in taken:
        if not may_meet(row, other_row):
            continue
        # Sunday night goes on into Monday: compare with the week before and after as well.
        for shift in (-a_week, 0, a_week):
            if opens < other_closes + shift and other_opens + shift < closes:
                told = {"day": day_name(DAYS.index(day)), "row": other}
                sentence = gettext("On %(day)s these times run into row %(row)d.") % told
                raise HoursRefused(sentence, number)


def _together(week):
    """[(days, spans), ...]: days with the same times together, from Monday."""
    together = {}
    for day in DAYS:
        if week[day]:
            together.setdefault(tuple(week[day]), []).append(day)
    return [(days, spans) for spans, days in together.items()]


def _rule(days, spans):
    return f"{days_text(days)} {','.join(span_text(*span) for span in spans)}"


# --- Text to rows -------------------------------------------------------------------------------

_DAY = "(?:Mo|Tu|We|Th|Fr|Sa|Su)"
_SPAN = r"\d\d?:\d\d\s*-\s*\d\d?:\d\d"
RULE = re.compile(
    rf"(?:({_DAY}(?:-{_DAY})?(?:\s*,\s*{_DAY}(?:-{_DAY})?)*)\s+)?"
    rf"({_SPAN}(?:\s*,\s*{_SPAN})*|off|closed)( unknown \"by appointment\")?"
)
HOLIDAYS = re.compile(r"\s*;\s*PH (?:off|closed)$")
WEEKS = datetime(2024, 6, 24), datetime(2024, 7, 9)  # with a public holiday, a Thursday, inside


def from_opening_hours(text: str) -> Rows | None:
    """The rows that mean exactly this text; None when it says more than rows can, or nonsense."""
    text = (text or "").strip()
    if not text:
        return Rows()
    if read(text) is None:
        return None
    usual, dates = without_specials(text)
    told = HOLIDAYS.sub("", usual)
    rows = _told_rows(told, closed_on_holidays=told != usual)
    if rows is None:
        return None
    rows = replace(rows, exceptions=tuple(dates))
    try:
        again = to_opening_hours(**vars(rows))
    except HoursRefused:
        return None
    if again == text:
        return rows
    plain = not dates and not any(row.some_weeks for row in rows.rows)
    return rows if plain and _same_runs(text, again) else None


def _told_rows(told, *, closed_on_holidays):
    if told == "24/7":
        return Rows((), closed_on_holidays, always_open=True)
    if told == APPOINTMENT.strip():
        return Rows((), closed_on_holidays, by_appointment=True)
    if told == UNLISTED:
        return Rows((), closed_on_holidays)
    weeks, conditions, separator = {}, set(), ";"
    for index, part in enumerate(BETWEEN_RULES.split(told)):
        if index % 2:
            separator = part
            continue
        rule, which = read_weeks(part)
        found = RULE.fullmatch(rule)
        if not found:
            return None
        week = weeks.setdefault(_key(which), {day: [] for day in DAYS})
        spans = [] if found[2] in ("off", "closed") else re.findall(_SPAN, found[2])
        for day in _named_days(found[1]):
            week[day] = spans if separator == ";" else week[day] + spans
        if spans:
            conditions.add(bool(found[3]))
    if len(conditions) != 1:
        return None
    rows = [row for which, week in weeks.items() for row in _rows_of(week, dict(which))]
    return Rows(tuple(_once(rows)), closed_on_holidays, by_appointment=conditions.pop())


def _key(which):
    return tuple(sorted(which.items()))


def _once(rows):
    """A row of every other week has a rule for each stretch of years: the first one is it."""
    seen = set()
    for row in sorted(rows, key=lambda row: row.since or date.min):
        week = row.since and row.since.toordinal() // 7 % 2
        same = replace(row, since=None), week
        if not row.since or same not in seen:
            yield row
        seen.add(same)


def _named_days(text):
    days = set()
    for part in re.split(r"\s*,\s*", text.lower()) if text else ["mo-su"]:
        first, last = DAYS.index(part[:2]), DAYS.index(part[-2:])
        days.update(DAYS[(first + step) % 7] for step in range((last - first) % 7 + 1))
    return days


def _rows_of(week, which):
    """One row for each span, with all the days that have it, in the order of the week."""
    days_of = {}
    for day, spans in week.items():
        for span in sorted(spans):
            days_of.setdefault(span, set()).add(day)
    for span, days in days_of.items():
        opens, closes = (clock.strip().zfill(5) for clock in span.split("-"))
        past_midnight = closes <= opens and closes != "00:00"
        closes = "24:00" if closes == "00:00" else closes
        yield Row(frozenset(days), opens, closes, past_midnight, **which)


def _same_runs(text, other):
    one, two = ([run[:3] for run in runs_between(read(each), *WEEKS)] for each in (text, other))
    return one == two


# --- In words -----------------------------------------------------------------------------------


def in_words(rows: Rows, today: date | None = None) -> str:
    """ "Monday to Friday, 10 am to 2 pm. Closed on public holidays."; raises HoursRefused."""
    sentences = [gettext("Open all day and night, every day.")] if rows.always_open else []
    for days, spans in _together(_week_of(list(enumerate(rows.rows, 1)))):
        times = gettext(" and ").join(span_in_words(*span) for span in spans)
        sentences.append(f"{_days_in_words(days)}, {times}.")
    for row in rows.rows:
        if row.some_weeks:
            times = span_in_words(*minutes_of(row))
            sentences.append(f"{_days_in_words(row.days)}, {weeks_in_words(row)}, {times}.")
    if rows.by_appointment:
        sentences.append(gettext("By appointment only."))
    if rows.closed_on_holidays:
        sentences.append(gettext("Closed on public holidays."))
    sentences += [special_words(some, today or date.min) for some in rows.exceptions]
    if not sentences or not (rows.rows or rows.always_open or rows.by_appointment):
        sentences.insert(0, gettext("Hours not listed."))
    return " ".join(sentences)


def _days_in_words(days):
    if len(days) == 7:
        return gettext("Every day")
    parts = []
    for stretch in stretches(days):
        names = [day_name(DAYS.index(day)) for day in stretch]
        if len(names) > 2:
            parts.append(span_words(names[0], names[-1]))
        else:
            parts.extend(names)
    return ", ".join(parts)
