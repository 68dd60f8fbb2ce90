"""The rows staff fill in ("Mon Tue, 10 am to 2 pm") to opening_hours text and back: pure.

Staff never see the stored text. What it means at a given moment is resources.hours'; the form
around these rows is resources.admin.hours_form's.

Refuses in words, never guesses: a row that could send somebody to a locked door is not stored.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, time

from django.utils.translation import gettext

from .clock_words import day_name, span_words, time_words
from .wall_clock import read, runs_between

DAYS = ("mo", "tu", "we", "th", "fr", "sa", "su")
APPOINTMENT = ' unknown "by appointment"'
END_OF_DAY = 24 * 60


class HoursRefused(ValueError):
    """A sentence for staff; `row` is the row's number from 1, None when about them all."""

    def __init__(self, sentence: str, row: int | None = None):
        super().__init__(sentence)
        self.sentence, self.row = sentence, row


@dataclass(frozen=True)
class Row:
    """Days of DAYS; times as "HH:MM" on a 24-hour clock; closing at "24:00" is midnight."""

    days: frozenset[str]
    opens: str
    closes: str
    past_midnight: bool = False


@dataclass(frozen=True)
class Rows:
    """All that the form can say."""

    rows: tuple[Row, ...] = ()
    closed_on_holidays: bool = False
    always_open: bool = False
    by_appointment: bool = False


# --- Rows to text -------------------------------------------------------------------------------


def to_opening_hours(
    rows: Iterable[Row | None], closed_on_holidays: bool, always_open: bool, by_appointment: bool
) -> str:
    """The text to store, "" when nothing is said; raises HoursRefused.

    `rows` may hold None for a row left empty, so that a refusal counts as the form does.
    """
    numbered = [(number, row) for number, row in enumerate(rows, 1) if row is not None]
    _refuse_contradictions(numbered, closed_on_holidays, always_open, by_appointment)
    condition = APPOINTMENT if by_appointment else ""
    if numbered:
        week = _week_of(numbered)
        # With ";" a later day's rule would cut off the evening before it at midnight.
        overnight = any(closes > END_OF_DAY for spans in week.values() for _, closes in spans)
        rules = [_rule(*same) + condition for same in _together(week)]
        text = (", " if overnight else "; ").join(rules)
    else:
        text = "24/7" if always_open else condition.strip()
    return f"{text}; PH off" if closed_on_holidays else text


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


def minutes_of(row):
    """(opens, closes) in minutes from the row's midnight; closes may pass 24 hours."""
    if not row.days or not set(row.days) <= set(DAYS):
        raise HoursRefused(gettext("Tick at least one day for these times."))
    opens, closes = _minute_of(row.opens), _minute_of(row.closes)
    if opens == END_OF_DAY:
        raise HoursRefused(gettext("If it opens at midnight, write midnight and tick that day."))
    if row.past_midnight:
        closes %= END_OF_DAY
        if closes == 0:
            return opens, END_OF_DAY  # midnight is the end of the day, ticked or not
        if closes >= opens:
            raise HoursRefused(
                gettext("This does not go past midnight. Take off that tick, or check the times.")
            )
        return opens, closes + END_OF_DAY
    closes = closes or END_OF_DAY
    if closes == opens:
        raise HoursRefused(gettext("It opens and closes at the same time. Check both."))
    if closes < opens:
        raise HoursRefused(
            gettext("It closes before it opens. If it stays open past midnight, tick that.")
        )
    return opens, closes


def _minute_of(clock):
    found = re.fullmatch(r"([01]\d|2[0-3]):([0-5]\d)|24:00", clock or "")
    if not found:
        raise HoursRefused(gettext("There is no time “%s”. Write it like 9:30 am.") % clock)
    return int(clock[:2]) * 60 + int(clock[3:])


def _week_of(numbered):
    """{day: [(opens, closes), ...]} in minutes; raises HoursRefused with the row's number."""
    taken = []  # (minute of the week it opens, closes, row number)
    week = {day: [] for day in DAYS}
    for number, row in numbered:
        try:
            opens, closes = minutes_of(row)
        except HoursRefused as refusal:
            raise HoursRefused(refusal.sentence, number) from refusal
        for day in sorted(row.days, key=DAYS.index):
            start = DAYS.index(day) * END_OF_DAY
            _refuse_overlap(taken, start + opens, start + closes, number, day)
            taken.append((start + opens, start + closes, number))
            week[day].append((opens, closes))
    return {day: sorted(spans) for day, spans in week.items()}


def _refuse_overlap(taken, opens, closes, number, day):
    a_week = 7 * END_OF_DAY
    for other_opens, other_closes, other in taken:
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
    return f"{_days_text(days)} {','.join(_span_text(*span) for span in spans)}"


def _span_text(opens, closes):
    closes = closes - END_OF_DAY if closes > END_OF_DAY else closes
    return f"{opens // 60:02}:{opens % 60:02}-{closes // 60:02}:{closes % 60:02}"


def _stretches(days):
    """Neighbouring days together: ["mo", "tu", "we", "fr"] -> [["mo", "tu", "we"], ["fr"]]."""
    stretches = []
    for day in sorted(days, key=DAYS.index):
        if stretches and DAYS.index(day) == DAYS.index(stretches[-1][-1]) + 1:
            stretches[-1].append(day)
        else:
            stretches.append([day])
    return stretches


def _days_text(days):
    return ",".join(
        stretch[0].title() if len(stretch) == 1 else f"{stretch[0]}-{stretch[-1]}".title()
        for stretch in _stretches(days)
    )


# --- Text to rows -------------------------------------------------------------------------------

_DAY = "(?:Mo|Tu|We|Th|Fr|Sa|Su)"
_SPAN = r"\d\d?:\d\d\s*-\s*\d\d?:\d\d"
RULE = re.compile(
    rf"(?:({_DAY}(?:-{_DAY})?(?:\s*,\s*{_DAY}(?:-{_DAY})?)*)\s+)?"
    rf"({_SPAN}(?:\s*,\s*{_SPAN})*|off|closed)( unknown \"by appointment\")?"
)
BETWEEN_RULES = re.compile(r'\s*(;|(?<=[\d"])\s*,(?=\s*[A-Z]))\s*')
HOLIDAYS = re.compile(r"\s*;\s*PH (?:off|closed)$")
WEEKS = datetime(2024, 6, 24), datetime(2024, 7, 9)  # with a public holiday, a Thursday, inside


def from_opening_hours(text: str) -> Rows | None:
    """The rows that mean exactly this text; None when it says more than rows can, or nonsense."""
    text = (text or "").strip()
    if not text:
        return Rows()
    if read(text) is None:
        return None
    told = HOLIDAYS.sub("", text)
    rows = _told_rows(told, closed_on_holidays=told != text)
    if rows is None:
        return None
    try:
        again = to_opening_hours(**vars(rows))
    except HoursRefused:
        return None
    return rows if _same_runs(text, again) else None


def _told_rows(told, *, closed_on_holidays):
    if told == "24/7":
        return Rows((), closed_on_holidays, always_open=True)
    if told == APPOINTMENT.strip():
        return Rows((), closed_on_holidays, by_appointment=True)
    week, conditions, separator = {day: [] for day in DAYS}, set(), ";"
    for index, part in enumerate(BETWEEN_RULES.split(told)):
        if index % 2:
            separator = part
            continue
        found = RULE.fullmatch(part)
        if not found:
            return None
        spans = [] if found[2] in ("off", "closed") else re.findall(_SPAN, found[2])
        for day in _named_days(found[1]):
            week[day] = spans if separator == ";" else week[day] + spans
        if spans:
            conditions.add(bool(found[3]))
    if len(conditions) != 1:
        return None
    return Rows(tuple(_rows_of(week)), closed_on_holidays, by_appointment=conditions.pop())


def _named_days(text):
    days = set()
    for part in re.split(r"\s*,\s*", text.lower()) if text else ["mo-su"]:
        first, last = DAYS.index(part[:2]), DAYS.index(part[-2:])
        days.update(DAYS[(first + step) % 7] for step in range((last - first) % 7 + 1))
    return days


def _rows_of(week):
    """One row for each span, with all the days that have it, in the order of the week."""
    days_of = {}
    for day, spans in week.items():
        for span in sorted(spans):
            days_of.setdefault(span, set()).add(day)
    for span, days in days_of.items():
        opens, closes = (clock.strip().zfill(5) for clock in span.split("-"))
        past_midnight = closes <= opens and closes != "00:00"
        yield Row(frozenset(days), opens, "24:00" if closes == "00:00" else closes, past_midnight)


def _same_runs(text, other):
    one, two = ([run[:3] for run in runs_between(read(each), *WEEKS)] for each in (text, other))
    return one == two


# --- In words -----------------------------------------------------------------------------------


def in_words(rows: Rows) -> str:
    """ "Monday to Friday, 10 am to 2 pm. Closed on public holidays."; raises HoursRefused."""
    sentences = [gettext("Open all day and night, every day.")] if rows.always_open else []
    for days, spans in _together(_week_of(list(enumerate(rows.rows, 1)))):
        times = gettext(" and ").join(_span_in_words(*span) for span in spans)
        sentences.append(f"{_days_in_words(days)}, {times}.")
    if rows.by_appointment:
        sentences.append(gettext("By appointment only."))
    if rows.closed_on_holidays:
        sentences.append(gettext("Closed on public holidays."))
    return " ".join(sentences) or gettext("Hours not listed.")


def _span_in_words(opens, closes):
    if (opens, closes) == (0, END_OF_DAY):
        return gettext("all day and night")
    start, end = (time(m // 60 % 24, m % 60) for m in (opens, closes))
    ends = time_words(end)
    return span_words(
        time_words(start), gettext("%s next day") % ends if closes > END_OF_DAY else ends
    )


def _days_in_words(days):
    if len(days) == 7:
        return gettext("Every day")
    parts = []
    for stretch in _stretches(days):
        names = [day_name(DAYS.index(day)) for day in stretch]
        if len(names) > 2:
            parts.append(span_words(names[0], names[-1]))
        else:
            parts.extend(names)
    return ", ".join(parts)
