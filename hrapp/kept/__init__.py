"""All that the site writes down: every log, every table and every field of it.

The privacy page shows these lists, and a test compares them with the code and the models, so that
a new log or field fails until it is named here in a reader's words. Imports nothing of ours.
"""

from typing import NamedTuple

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
        "Pages that broke",
        "What kind of error it was, and the line of our code.",
        ("django", "hrapp.lost", ""),
    ),
    Log(
        "Requests we turned down",
        "A number that says why, such as 404. Not who asked, or for what.",
        ("django.request", "django.security", "django.server", "asyncio"),
    ),
    Log("The server", "When it starts and stops.", ("granian", "_granian")),
    Log("Warnings", "The line of our code that may need work.", ("py.warnings",)),
]

# In the order the privacy page tells them.
STORED = [
    ("Places", PLACES),
    ("Words", WORDS),
    ("What to know", KNOW),
    ("Staff", STAFF),
]
