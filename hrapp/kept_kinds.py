"""What a thing that is written down is told by: a log or a table, in a reader's words.

Which there are is hrapp.kept's. Imports nothing of ours.
"""

from typing import NamedTuple


class Log(NamedTuple):
    name: str  # plain, as the privacy page shows it
    words: str
    loggers: tuple  # whose lines these are; "" is whatever has no line of its own


class Table(NamedTuple):
    name: str
    words: str
    model: str  # Django's label of it
    fields: tuple

    @property
    def fields_in_words(self):
        return ", ".join(self.fields).replace("_", " ")


def table(name, words, model, fields):
    return Table(name, words, model, tuple(fields.split()))
