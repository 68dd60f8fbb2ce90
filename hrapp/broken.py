"""The page that says that something broke, whatever it was: made of less each time it fails.

It asks no database and knows nothing of the request. Imports nothing of ours but the stylesheet.
"""

from django.template.loader import render_to_string
from django.utils import translation

from .stylesheet import page_start

# Not in gettext and in no template: either may be what is missing. No script, for the same reason.
PLAIN = """<title>Something broke</title></head><body>
<main id="main"><h1>Something broke on our side</h1>
<div class="now"><a href="/now/">Someone won’t wake up? See what to do</a>
<a href="tel:911">Call 911</a></div>
<p>It is not your fault. Try again in a minute. These may still work:</p>
<ul class="needs"><li><a href="/find/">Find places near you</a></li>
<li><a href="/lines/">Help lines</a></li><li><a href="/">Start again</a></li>
<li><a href="/exit/" rel="noreferrer">Leave</a></li></ul></main></body></html>
"""


def broken_page():
    """The whole page; else in English, without translations; else plain. Never raises."""
    for makes in (as_a_page, in_english):
        try:
            return makes()
        except Exception:
            continue
    return page_start() + PLAIN


def as_a_page():
    return render_to_string("pages/broke.html")


def in_english():
    translation.deactivate_all()
    try:
        return as_a_page()
    finally:
        translation.deactivate()
