"""Answering with a page, or with the part of it that htmx asked for.

The only Python that knows htmx. A page that has a part is its shell with the part put in, so both
agree by construction. What is the same for every reader is rendered once a language and kept.
Imports nothing of ours.
"""

import time
from contextlib import contextmanager
from contextvars import ContextVar
from functools import lru_cache, wraps

from django.conf import settings
from django.http import HttpResponse, HttpResponseRedirect
from django.template import engines
from django.template.loader import get_template
from django.utils.html import conditional_escape
from django.utils.safestring import mark_safe
from django.utils.translation import get_language, gettext

from .phrases import spoken

# What a page names without being kept by it, such as a source, is this old at most.
LASTS = 60  # seconds
# A character of no script: it marks where a shell is to be filled, and is never in a page.
BLANK = "\ue001"
# Headers that send somebody to another page, each in its own way.
SENDS_ON = ("Location", "HX-Redirect")
# Attributes that hold an address a reader can get to.
LEADS = ("href", "action", "hx-post", "hx-get")
# True while staff look at a draft: that page is made for them alone.
making_a_preview = ContextVar("making_a_preview", default=False)


def asked_for_part(request):
    return request.META.get("HTTP_HX_REQUEST") == "true"


def fixed_page(request, page, **told):
    """A page that says the same to everybody: rendered once a language and for what it is told."""
    return HttpResponse(same_for_all(page, *as_it_stands(), **told))


def content_page(page, told, *what):
    """A page of content: made once for what it depends on, and anew after LASTS seconds.

    `told(*what)` gives what its template needs; `what` holds the edition that readers see.
    """
    moment = int(time.time() // LASTS)
    return HttpResponse(rendered(page, told, what, moment, spoken(), *as_it_stands()))


def render_page(request, page, part, context, status=200):
    """A page whose template has two blanks, `title` and `part`; or, for htmx, the part alone.

    `context["title"]` fills the first. The part is a template of templates/quick/. Stored nowhere.
    """
    words = {**context, "_": Words(), "request": request}
    filling = engines["quick"].get_template(part).template.render(words).encode()
    if asked_for_part(request):
        # htmx swaps only answers that say "fine"; the status is for whoever reads without it.
        response = HttpResponse(filling)
    else:
        before, between, after = around_blanks(page, *as_it_stands())
        title = conditional_escape(context["title"]).encode()
        response = HttpResponse(b"".join([before, title, between, filling, after]), status=status)
    response.headers["Vary"] = "HX-Request"
    response.headers["Cache-Control"] = "no-store"
    return response


def go_to(request, address):
    """303: look over there, whatever the method was. htmx is told in its own way."""
    if asked_for_part(request):
        return HttpResponse(headers={"HX-Redirect": address, "Cache-Control": "no-store"})
    response = HttpResponseRedirect(address, headers={"Cache-Control": "no-store"})
    response.status_code = 303
    return response


def is_a_whole_page(response):
    """True for HTML that nobody has compressed yet, and that is not sent bit by bit."""
    return (
        not response.streaming
        and not response.has_header("Content-Encoding")
        and response.headers.get("Content-Type", "").startswith("text/html")
    )


def as_it_stands():
    """What a kept page depends on besides its template."""
    return get_language(), settings.SITE_NAME, settings.EXIT_URL


@contextmanager
def keeping_nothing():
    """Inside, pages are made anew, and none of them is kept for a reader."""
    before = making_a_preview.set(True)
    try:
        yield
    finally:
        making_a_preview.reset(before)


def kept(make):
    """What is made by a page’s name and what it depends on, kept; made anew each time in DEBUG."""
    once = lru_cache(maxsize=256)(make)

    @wraps(make)
    def made(*page_as_it_stands, **told):
        anew = settings.DEBUG or making_a_preview.get()
        return (make if anew else once)(*page_as_it_stands, **told)

    made.forget = once.cache_clear
    return made


@kept
def same_for_all(page, language, name, exit_url, **told):
    blank = mark_safe(BLANK)
    return get_template(page).render({"title": blank, "part": blank, **told})


@kept
def rendered(page, told, what, moment, *stands):
    return get_template(page).render(told(*what))


@kept
def around_blanks(page, *stands):
    """What of a page stands before, between and after its blanks, ready to be sent."""
    return same_for_all(page, *stands).encode().split(BLANK.encode())


class Words:
    """gettext in one language, each sentence looked up once: a list says the same words a lot."""

    known = {}

    def __init__(self):
        self.mine = self.known.setdefault(get_language(), {})

    def __call__(self, sentence):
        if sentence not in self.mine:
            self.mine[sentence] = gettext(sentence)
        return self.mine[sentence]
