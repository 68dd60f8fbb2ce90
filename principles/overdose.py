"""What to do in an overdose: the page that may never be missing.

It is the guide `overdose` as staff published it. When the database does not answer, it is what
this process made last, else what came with the site. The lines that stay on while somebody uses
are asked for each time: one that is marked down is gone at once.
"""

import time
from functools import lru_cache

from django.db import Error
from django.template.loader import get_template

from hrapp import phrases
from hrapp.pages import LASTS, as_it_stands, making_a_preview
from resources.staying import as_lines, first_up

from .content_files import guide_from_file
from .editions import question
from .models import Guide
from .models.guide import OVERDOSE as SLUG

PAGE = "principles/now.html"
# A database that did not answer is left alone for a while: nobody should wait for it here.
LEFT_ALONE = 10  # seconds

edition_of = question(Guide)
last_made = {}  # by what it depends on besides the words: its language, the site's name
left_alone_until = 0


def page_now():
    """The whole page as HTML."""
    global left_alone_until
    stands = as_it_stands()
    if making_a_preview.get():  # else readers would get the draft when the database fails
        return as_published(stands)
    if time.monotonic() >= left_alone_until:
        try:
            last_made[stands] = as_published(stands)
        except Error:
            left_alone_until = time.monotonic() + LEFT_ALONE
    return last_made.get(stands) or as_it_came(stands)


def as_published(stands):
    rows, lines = edition_of(slug=SLUG), first_up()
    moment = int(time.time() // LASTS)
    if not rows:  # taken off, or not loaded yet: an old page is better than none
        return as_it_came(stands, lines, moment)
    make = made.__wrapped__ if making_a_preview.get() else made
    return make(rows[0][0], lines, moment, stands)


@lru_cache(maxsize=16)
def made(edition, lines, moment, stands):
    phrases.ask_again()
    return page_of(Guide.objects.public().whole().get(slug=SLUG), as_lines(lines))


@lru_cache(maxsize=16)
def as_it_came(stands, lines=None, moment=None):
    """`lines` None: no database says which are up."""
    return page_of(guide_from_file(SLUG), None if lines is None else as_lines(lines))


def page_of(guide, staying):
    return get_template(PAGE).render({"guide": guide, "staying": staying})
