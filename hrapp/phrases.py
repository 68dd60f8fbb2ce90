"""Content in the reader's language: each text is looked up by its English, letter for letter.

The table is small, so a process keeps all of it and asks once a minute whether it has changed.
What has no translation is shown in English and marked so. Names no app of ours: whose texts
readers see is said by the models themselves, in `reader_texts`.
"""

import csv
import time
import unicodedata
from pathlib import Path
from typing import NamedTuple

from django.apps import apps
from django.db import Error
from django.db.models import Count, Max, Q
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import mark_safe
from django.utils.translation import get_language

from .models import Phrase, lines_of

SHIPPED = Path(__file__).parent / "locale"
ENGLISH = "en"
LASTS = 60  # seconds
# A database that did not answer is left alone for a while, as in the page for an overdose.
LEFT_ALONE = 10


class Known(NamedTuple):
    """All that is said in one language. `stamp` changes whenever any of it does."""

    until: float
    stamp: tuple
    said: dict
    awaits: bool  # some of it has been read over by nobody


kept = {}  # language -> Known


def forget():
    """After a change in this process; others see it within a minute."""
    kept.clear()


def ask_again():
    """Before a page is made that may show nothing but what two people have seen."""
    for language, mine in list(kept.items()):
        kept[language] = mine._replace(until=0)


def known(language):
    now, mine = time.monotonic(), kept.get(language)
    if mine and now < mine.until:
        return mine
    try:
        kept[language] = asked_anew(language, mine, now + LASTS)
    except Error:
        mine = mine or Known(0, (), dict(as_shipped(language)), awaits=True)
        kept[language] = mine._replace(until=now + LEFT_ALONE)
    return kept[language]


def asked_anew(language, mine, until):
    rows = Phrase.objects.shown().filter(language=language)
    waits = Count("pk", filter=Q(reviewed_on=None))
    stamp = tuple(rows.aggregate(n=Count("pk"), last=Max("changed_at"), waits=waits).values())
    if mine and mine.stamp == stamp:
        return mine._replace(until=until)
    said = dict(rows.values_list("english", "said"))
    return Known(until, stamp, said, awaits=bool(stamp[-1]) or not said)


def translates():
    """The language to translate to; "" on a page in English, which is as it was written."""
    language = get_language() or ""
    return "" if language.startswith("en") else language[:2]


def spoken():
    """The reader's language and the state of its texts: what is kept by it is never out of date."""
    language = translates()
    return (language, known(language).stamp) if language else ENGLISH


def said(text):
    """A text of the content for a page: in the reader's language, or marked as English."""
    language = translates()
    return in_words(text, known(language).said) if text and language else text


def in_words(text, words):
    if text in words:
        return words[text]
    if "\n" in text:
        lines = (in_words(line.strip(), words) for line in text.splitlines() if line.strip())
        return mark_safe("\n".join(conditional_escape(line) for line in lines))
    return format_html('<span lang="en">{}</span>', text)


def said_text(text):
    """The same where no mark can stand: in a title, or inside a sentence."""
    language = translates()
    return known(language).said.get(text, text) if text and language else text


def in_order_said(things, name):
    """From A to Z by what is said; in English as the database has them."""
    if not translates():
        return things
    return sorted(things, key=lambda thing: letters(said_text(getattr(thing, name))))


def letters(words):
    """Without accents and signs: "¿Árbol?" stands at A."""
    plain = unicodedata.normalize("NFKD", words)
    return "".join(letter for letter in plain if letter.isalnum() or letter == " ").casefold()


def as_shipped(language):
    """(English, what is said) as it came with the site."""
    for path in sorted((SHIPPED / language / "content").glob("*.tsv")):
        with path.open(encoding="utf-8", newline="") as lines:
            yield from csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)


def load(language):
    """Adds what is missing; what staff changed stays as they left it."""
    there = set(Phrase.objects.filter(language=language).values_list("digest", flat=True))
    new = {Phrase.digest_of(english): (english, words) for english, words in as_shipped(language)}
    Phrase.objects.bulk_create(
        Phrase(language=language, english=english, digest=digest, said=words)
        for digest, (english, words) in new.items()
        if digest not in there
    )
    forget()


def gaps(language):
    """[(kind of content, English)] of all that readers see and that nobody has said yet."""
    words = set(Phrase.objects.shown().filter(language=language).values_list("english", flat=True))
    missing = {}
    for model in apps.get_models():
        for text in texts_of(model):
            if text not in words:
                missing.setdefault(text, model._meta.verbose_name)
    return [(kind, text) for text, kind in missing.items()]


def hold_back_what_one_person_knows():
    """On emergency pages readers see English until somebody else lets them see such a text.

    Asked whenever something is published: words may stand there before their English does.
    """
    if not Phrase.objects.shown().of_one_person().exists():
        return
    urgent = emergency_texts()
    for phrase in Phrase.objects.shown().of_one_person().order_by("pk"):
        if phrase.english in urgent:
            phrase.held_back = True
            phrase.save()
    forget()


def how_many_gaps(language):
    return len(gaps(language))


def emergency_texts():
    """What stands on emergency pages: a second person lets readers see what is changed there."""
    kinds = (model for model in apps.get_models() if hasattr(model, "reader_texts"))
    urgent = [model for model in kinds if hasattr(model.objects, "emergency")]
    whole = {text for one in urgent for text in whole_texts_of(one, one.objects.emergency())}
    # A page looks a text up whole first, then line by line.
    return whole | {line for text in whole for line in lines_of(text)}


def texts_of(model, rows=None):
    """Each text of a kind that readers see, line by line, as pages look them up."""
    for text in whole_texts_of(model, rows):
        yield from lines_of(text)


def whole_texts_of(model, rows=None):
    names = getattr(model, "reader_texts", ())
    if not names:
        return
    if rows is None:
        rows = getattr(model.objects, "public", model.objects.all)()
    for row in rows.order_by("pk").values_list(*names):
        yield from row
