"""Times and days as a neighbour says them: "5:30 pm", "noon", "Tue 3 Dec".

Only words live here, for hours, day rows and freshness alike. What is open, and when, is
resources.hours'. Every name goes through gettext at the moment it is said.
"""

from django.utils.translation import gettext, gettext_noop

DAYS = (
    gettext_noop("Monday"),
    gettext_noop("Tuesday"),
    gettext_noop("Wednesday"),
    gettext_noop("Thursday"),
    gettext_noop("Friday"),
    gettext_noop("Saturday"),
    gettext_noop("Sunday"),
)
SHORT_DAYS = (
    gettext_noop("Mon"),
    gettext_noop("Tue"),
    gettext_noop("Wed"),
    gettext_noop("Thu"),
    gettext_noop("Fri"),
    gettext_noop("Sat"),
    gettext_noop("Sun"),
)
MONTHS = (
    gettext_noop("Jan"),
    gettext_noop("Feb"),
    gettext_noop("Mar"),
    gettext_noop("Apr"),
    gettext_noop("May"),
    gettext_noop("Jun"),
    gettext_noop("Jul"),
    gettext_noop("Aug"),
    gettext_noop("Sep"),
    gettext_noop("Oct"),
    gettext_noop("Nov"),
    gettext_noop("Dec"),
)


def time_words(at):
    """A time or datetime -> "5 pm", "5:30 pm", "noon", "midnight" (US, 12 hours)."""
    if (at.hour, at.minute) == (0, 0):
        return gettext("midnight")
    if (at.hour, at.minute) == (12, 0):
        return gettext("noon")
    clock = f"{at.hour % 12 or 12}" + (f":{at.minute:02}" if at.minute else "")
    return (gettext("%s am") if at.hour < 12 else gettext("%s pm")) % clock


def span_words(opens, closes):
    """Words for two ends -> "10 am to 2 pm"."""
    return gettext("%(opens)s to %(closes)s") % {"opens": opens, "closes": closes}


def day_name(weekday):
    """0 (Monday) to 6 -> "Monday"."""
    return gettext(DAYS[weekday])


def short_day_name(weekday):
    """0 (Monday) to 6 -> "Mon"."""
    return gettext(SHORT_DAYS[weekday])


def date_words(on, *, today):
    """A date -> "3 Dec", with its year when that is not this year."""
    words = f"{on.day} {gettext(MONTHS[on.month - 1])}"
    return words if on.year == today.year else f"{words} {on.year}"
