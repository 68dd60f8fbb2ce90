"""The documents that search reads, kept in the transaction that saves or publishes their thing.

A kind is registered once, with how a row of it is told (see document_kinds.py, here and in
principles); the calls that keep are explicit. Not here: how they are found (searching.py).
"""

import hashlib
import inspect
from collections import Counter
from collections.abc import Callable
from functools import cache
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from django.db import connection, transaction

from . import folding, search_words
from .models import Document, Word
from .spelling import letters_of

BATCH = 2000
LANGUAGE = "en"
# A word that no reader has to type: it stands in all documents but places, of which there are
# many thousands. So what we wrote ourselves is found among them at once.
OURS = "wordsofours"


class Told(NamedTuple):
    """A thing as search tells it, and what it is found by besides its title."""

    title: str
    url: str
    line: str = ""
    passages: list = []
    needs: list = []  # ids: whoever means one of them finds it


class Kind(NamedTuple):
    name: str
    label: str  # shown to readers: what this is
    order: int  # the smallest comes first
    public: Callable  # -> queryset of the rows that readers may see, with all that is told
    tell: Callable  # a row -> Told
    # -> addresses of those that hold today, where a thing ends by itself and nobody saves it then
    holds: Callable | None = None

    @property
    def model(self):
        return self.public().model


KINDS = {}
MANY = "place"  # the one kind of which there are


def register(kind):
    KINDS[kind.name] = kind


def word_of_need(need_id):
    """A word for "whatever is about this need"."""
    return f"aboutneed{need_id.replace('_', '').replace('-', '').lower()}"


@cache
def made_by():
    """Which edition of our code makes documents: a few letters of its fingerprint."""
    told = [inspect.getsourcefile(kind.tell) for _name, kind in sorted(KINDS.items())]
    files = [__file__, folding.__file__, search_words.__file__, *dict.fromkeys(told)]
    read = b"".join(Path(file).read_bytes() for file in files)
    return hashlib.sha256(read).hexdigest()[:8]


def document_of(kind, row):
    told = kind.tell(row)
    words = search_words.words_of([told.title, told.line, *told.passages])
    marks = [word_of_need(need) for need in told.needs]
    if kind.name != MANY:
        marks.append(OURS)
    return Document(
        kind=kind.name,
        key=str(row.pk),
        language=LANGUAGE,
        title=told.title[:300],
        text=told.line[:400],
        url=told.url,
        title_key=search_words.title_key(told.title),
        words=" ".join([words, search_words.PART, *marks]).strip(),
        made_by=made_by(),
    )


@transaction.atomic
def keep(name, keys):
    """Makes the documents of these rows agree with what readers may see of them now."""
    kind, keys = KINDS[name], list(keys)
    for start in range(0, len(keys), BATCH):
        some = keys[start : start + BATCH]
        forget(name, some)
        add(document_of(kind, row) for row in kind.public().filter(pk__in=some))


def keep_thing(thing):
    """The same for one thing, of whichever kind it is, or of none."""
    for name, kind in KINDS.items():
        if kind.model is type(thing):
            keep(name, [thing.pk])


@transaction.atomic
def forget(name, keys):
    """For what is no longer there: its words go, too, unless another document has them."""
    gone = Document.objects.filter(kind=name, key__in=[str(key) for key in keys])
    count = Counter()
    for words in gone.values_list("words", flat=True):
        count.subtract(spoken(words))
    if count:
        gone.delete()
        count_words(count)


def add(documents):
    count = Counter()
    made = Document.objects.bulk_create(documents, batch_size=BATCH)
    for document in made:
        count.update(spoken(document.words))
    count_words(count)
    return len(made)


def spoken(words):
    """The words of a document without its marks, which stand after the last part."""
    return set(words.rpartition(search_words.PART)[0].split()) - {search_words.PART}


# In one order, so that two who save at once wait for each other and never in a ring.
COUNT = """INSERT INTO resources_word ("word", "first", "length", "letters", "count")
VALUES (%s, %s, %s, %s, %s)
ON CONFLICT ("word") DO UPDATE SET "count" = resources_word."count" + excluded."count" """


def count_words(count):
    changes = [(word, number) for word, number in sorted(count.items()) if number]
    with connection.cursor() as cursor:
        cursor.executemany(COUNT, [(*shape(word), number) for word, number in changes])
    fewer = [word for word, number in changes if number < 0]
    for start in range(0, len(fewer), BATCH):
        Word.objects.filter(count__lte=0, word__in=fewer[start : start + BATCH]).delete()


def shape(word):
    return word, word[0], len(word), letters_of(word)


@transaction.atomic
def all_anew():
    """Every document, from nothing -> how many."""
    Document.objects.all().delete()
    Word.objects.all().delete()
    made = 0
    for kind in KINDS.values():
        rows = kind.public().order_by("pk").iterator(chunk_size=BATCH)
        while some := list(islice(rows, BATCH)):
            made += add(document_of(kind, row) for row in some)
    return made


def are_outdated():
    """True when some were made by another edition, or none were made yet."""
    documents = Document.objects.all()
    return documents.exclude(made_by=made_by()).exists() or not documents.exists()
