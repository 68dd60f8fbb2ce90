"""One table of the database, in a reader's words."""

from typing import NamedTuple


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
