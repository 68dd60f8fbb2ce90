"""Open on a day at a time: what was chosen and typed, and what a place’s hours say of it. Pure.

It is the next such day at that time on each place’s own clock. The two boxes stand among the
filters (resources.filters); which places are asked is resources.finding’s.
"""

from dataclasses import dataclass
from datetime import datetime, time, timedelta

from django.utils.translation import gettext

from .clock_words import SHORT_DAYS, day_name, time_words
from .day_row import DAYS, END_OF_DAY, HoursRefused, minute_of
from .typed_times import read_time
from .wall_clock import kind_at, read, wall_moment, wall_of

# As an address has them: on=tue&at=17:00.
CODES = tuple(day.lower() for day in SHORT_DAYS)
WEEK = timedelta(days=7)


@dataclass(frozen=True)
class OpenAt:
    """weekday: 0 is Monday; minute: of the day."""

    weekday: int
    minute: int

    @property
    def asked(self):
        """[(name, value)] for a link to a list."""
        return [("on", CODES[self.weekday]), ("at", self.clock.strftime("%H:%M"))]

    @property
    def clock(self):
        return time(self.minute // 60, self.minute % 60)

    @property
    def words(self):
        told = {"day": day_name(self.weekday), "time": time_words(self.clock)}
        return gettext("Open on %(day)s at %(time)s, as their hours say.") % told

    def kind(self, hours, zone, now):
        """ "open", "closed" or "unknown": of these hours the next time it is then, there."""
        here, read_hours = wall_moment(now, zone), read(hours)
        if here is None or read_hours is None:
            return "unknown"
        ahead = timedelta(days=(self.weekday - here.weekday()) % 7)
        wall = datetime.combine(here.date() + ahead, self.clock)
        if wall < wall_of(here).replace(second=0, microsecond=0):
            wall += WEEK
        return kind_at(read_hours, wall)[0]


def read_open_at(day, at):
    """What was chosen and typed -> OpenAt, or None when neither was; raises HoursRefused."""
    if not day and not at.strip():
        return None
    if day and day not in CODES:
        raise HoursRefused(gettext("We don’t know that day. Pick a day of the week."))
    if not day:
        raise HoursRefused(gettext("Open on which day? Pick a day too."))
    if not at.strip():
        raise HoursRefused(gettext("Open at what time? Write it like 5 pm."))
    return OpenAt(CODES.index(day), minute_of(read_time(at)) % END_OF_DAY)


def day_choices(chosen):
    """[(code, name, is it chosen)] of the week."""
    return [(code, day_name(DAYS.index(day)), code == chosen)
            for code, day in zip(CODES, DAYS, strict=True)]  # fmt: skip
