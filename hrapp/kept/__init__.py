"""All that the site writes down: every log, every table and every field of it.

The privacy page shows these lists, and a test compares them with the code and the models, so that
a new log or field fails until it is named here in a reader's words. Imports nothing of ours.
"""

from typing import NamedTuple

from django.utils.translation import gettext_lazy as _

from .know import KNOW
from .places import PLACES
from .staff import STAFF
from .words import WORDS


class Log(NamedTuple):
    name: str  # plain, as the privacy page shows it
    words: str
    loggers: tuple  # whose lines these are; "" is whatever has no line of its own


LOGS = [
    Log(
        _("Pages that broke"),
        _("What kind of error it was, and the line of our code."),
        ("django", "hrapp.lost", ""),
    ),
    Log(
        _("Requests we turned down"),
        _("A number that says why, such as 404. Not who asked, or for what."),
        ("django.request", "django.security", "django.server", "asyncio"),
    ),
    Log(_("The server"), _("When it starts and stops."), ("granian", "_granian")),
    Log(_("Warnings"), _("The line of our code that may need work."), ("py.warnings",)),
]

# In the order the privacy page tells them.
STORED = [
    (_("Places"), PLACES),
    (_("Words"), WORDS),
    (_("What to know"), KNOW),
    (_("Staff"), STAFF),
]
