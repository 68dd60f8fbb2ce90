"""A page's language stands in its address and nowhere else: /es/lines/ is /lines/ in Spanish.

Takes /es off the address on the way in; on the way out, makes the page's own links begin with it,
and tells each page where it stands in the other language. No cookie and no header of the reader's
has a say. Imports nothing of ours but the bottom.
"""

import re
from functools import cache

from django.http import HttpResponseRedirect
from django.template.loader import get_template
from django.utils import translation
from django.utils.encoding import escape_uri_path
from django.utils.html import escape
from django.utils.http import escape_leading_slashes

from .pages import LEADS, SENDS_ON, asked_for_part, is_a_whole_page
from .phrases import known

SPANISH = "es"
PREFIX = f"/{SPANISH}"
# Characters of no script, never in a page: where its address in the other language goes (twice:
# for machines, then for people), and what a page has to say of its own translation.
ELSEWHERE = "\ue003"
NOTES = "\ue004"
# The same for every language, or for staff and machines alone.
ONCE_ONLY = r"static/|admin/|exit/|healthz/|robots\.txt|[^\"?#]*(?:feed/|\.atom|\.xml)"
IS_ONCE_ONLY = re.compile(f"/(?:{ONCE_ONLY})")
# A link to the English page says so right before its address, and is left alone.
OWN_LINK = re.compile(
    rf'(?<!hreflang="en" )((?:{"|".join(LEADS)})=")/(?!/|es[/"]|{ONCE_ONLY})'.encode()
)
ELSEWHERE_BYTES, NOTES_BYTES = ELSEWHERE.encode(), NOTES.encode()
# Nearly every address: there is nothing in it to escape, which takes longer than all the rest.
PLAIN = re.compile(r"/(?:[a-z0-9_-]+/)*")
NOT_SPANISH = b'<span lang="en">'


def language_of_the_address(get_response):
    def middleware(request):
        path = request.path_info
        if path[:3].lower() != PREFIX or path[3:4] not in ("", "/"):
            return with_the_way_across(request, get_response(request), PREFIX)
        if path[:3] != PREFIX or path == PREFIX or IS_ONCE_ONLY.match(path[3:]):
            return HttpResponseRedirect(mended(request, path))
        request.path_info = path[3:]
        with translation.override(SPANISH):
            return in_spanish(request, get_response(request))

    return middleware


def mended(request, path):
    """/ES/now/ -> /es/now/, /es -> /es/, /es/admin/ -> /admin/, each with its query."""
    rest = request.get_full_path()[3:]
    if IS_ONCE_ONLY.match(rest):
        return rest
    return PREFIX + ("/" if path[3:] == "" else "") + rest


def in_spanish(request, response):
    for name in SENDS_ON:
        if name in response.headers:
            response.headers[name] = in_spanish_address(response.headers[name])
    if is_a_whole_page(response):
        body = response.content
        not_yet = NOT_SPANISH in body
        body = OWN_LINK.sub(rb"\1/es/", body)
        if asked_for_part(request) and not_yet:
            body += notes(not_yet=True, awaits=False)
        body = body.replace(NOTES_BYTES, notes(not_yet=not_yet, awaits=known(SPANISH).awaits), 1)
        keep(response, body)
    return with_the_way_across(request, response, "")


def in_spanish_address(address):
    ours = address.startswith("/") and not address.startswith(("//", f"{PREFIX}/"))
    return PREFIX + address if ours and not IS_ONCE_ONLY.match(address) else address


@cache
def notes(*, not_yet, awaits):
    """What a Spanish page says of itself: what is missing, and that somebody has to read it."""
    told = get_template("includes/_notes.html").render({"not_yet": not_yet, "awaits": awaits})
    return told.strip().encode()


def with_the_way_across(request, response, prefix):
    """Fills in where the page stands in the other language: under `prefix`."""
    if is_a_whole_page(response):
        parts = response.content.split(ELSEWHERE_BYTES, 2)
        if len(parts) > 1:
            address = prefix + address_of(request, response)
            keep(response, address.encode().join(parts))
    return response


def address_of(request, response):
    """The page's address without its language; with its query, when that was answered. As HTML.

    What a form sent is not carried over: that leads to the form.
    """
    path, asked = request.path_info, request.META.get("QUERY_STRING")
    if not asked and PLAIN.fullmatch(path):
        return path
    if request.method in ("GET", "HEAD") and response.status_code == 200:
        return escape(escape_leading_slashes(request.get_full_path_info()))
    return escape(escape_leading_slashes(escape_uri_path(path)))


def keep(response, body):
    response.content = body
    if "Content-Length" in response.headers:
        response.headers["Content-Length"] = str(len(body))
