"""What holds for every answer: headers that protect a reader, and refusals that stay readable.

Imports nothing of ours. Function middleware, each with one job.
"""

import re
import zlib
from urllib.parse import unquote, unquote_to_bytes

from django.conf import settings
from django.shortcuts import render
from django.utils.cache import patch_vary_headers

from .pages import is_a_whole_page
from .stylesheet import page_start, style_hash

# geolocation for "near me", which stays on the phone; nothing else of the phone is ever asked for.
PERMISSIONS = "geolocation=(self)"
# Two numbers with decimals side by side, or one with enough decimals to name a street.
A_PAIR = r"-?\d{1,3}\.\d+°?[ns]?[\s,;:/|_]+-?\d{1,3}\.\d+"
A_NUMBER = r"-?\d{1,3}\.\d{3,}"
A_COORDINATE = re.compile(rf"(?<![\d.])(?:{A_PAIR}|{A_NUMBER})(?!\.?\d)", re.IGNORECASE)
COORDINATES = {
    *("lat", "lon", "lng", "latitude", "longitude", "latlng", "latlon", "lnglat", "lonlat"),
    *("coord", "coords", "coordinate", "coordinates", "geolocation"),
}
# These mean a place only when they are the whole name: "how_long" is a fair question.
COORDINATES_ALONE = {"long", "ll", "position", "geo", "point"}


def content_security_policy():
    policy = {**settings.SECURE_CSP}
    policy["style-src"] = [*policy["style-src"], style_hash()]
    return "; ".join(f"{name} {' '.join(sources)}" for name, sources in policy.items())


def privacy_headers(get_response):
    """The same on every page, file and error: it wraps everything else."""
    headers = {
        "Content-Security-Policy": content_security_policy(),
        "Permissions-Policy": PERMISSIONS,
        "Referrer-Policy": settings.SECURE_REFERRER_POLICY,
        "X-Content-Type-Options": "nosniff",
        "Cross-Origin-Opener-Policy": settings.SECURE_CROSS_ORIGIN_OPENER_POLICY,
        "Cross-Origin-Resource-Policy": "same-origin",
    }
    if settings.SECURE_HSTS_SECONDS:
        # Here and not only in Django's own middleware, which refusals at the edge never reach.
        lasts = f"max-age={settings.SECURE_HSTS_SECONDS}"
        headers["Strict-Transport-Security"] = f"{lasts}; includeSubDomains; preload"

    def middleware(request):
        response = get_response(request)
        for name, value in headers.items():
            response.headers[name] = value
        return response

    return middleware


def clear_refusals(get_response):
    """A bare 405 becomes a page in words; its Allow header stays."""

    def middleware(request):
        response = get_response(request)
        if response.status_code == 405 and not response.content:
            page = render(request, "pages/refused.html", {"why": "method"}, status=405)
            page.headers["Allow"] = response.headers.get("Allow", "GET")
            return page
        return response

    return middleware


def read_query(raw):
    """A query string with its %-signs undone, also those that hide others. Raises UnicodeError."""
    if not raw:
        return ""
    query = unquote_to_bytes(raw.replace("+", " ")).decode()
    # A few times, not until nothing changes: a long enough row of %25 would never be done.
    return unquote(unquote(query))


def asks_with_a_place(query):
    """True when a query string carries a latitude or longitude, by name or by look."""
    for part in re.split(r"[&;]", query.lower()):
        name = part.partition("=")[0].strip()
        if name in COORDINATES_ALONE or COORDINATES & set(re.split(r"[^a-z]+", name)):
            return True
    return bool(A_COORDINATE.search(query))


def refused_at_the_edge(get_response):
    """NUL and broken UTF-8 never reach a database; a reader's position never reaches a URL."""

    def middleware(request):
        why = None
        try:
            query = read_query(request.META.get("QUERY_STRING", ""))
        except UnicodeDecodeError:
            query, why = "", "letters"
        if "\0" in query or "\0" in request.path or "\ufffd" in request.path:
            why = "letters"
        elif not request.path.startswith("/admin/") and asks_with_a_place(query):
            why = "coordinates"
        if why:
            return render(request, "pages/refused.html", {"why": why}, status=400)
        return get_response(request)

    return middleware


def compressed_once(get_response):
    """gzip for readers' pages, starting from the compressed form of what every page starts with.

    The head and stylesheet are the same on each page: they are compressed once, and each page
    goes on from a copy of that state, which also makes the rest shorter. There is nothing secret
    on a reader's page for its length to give away; the admin's pages, which hold tokens, pass by.
    """
    starts = [begun(page_start(language).encode()) for language, _name in settings.LANGUAGES]

    def middleware(request):
        response = get_response(request)
        if request.path.startswith("/admin/") or not is_a_whole_page(response):
            return response
        patch_vary_headers(response, ["Accept-Encoding"])
        body = response.content
        if "gzip" not in request.META.get("HTTP_ACCEPT_ENCODING", "") or len(body) < 500:
            return response
        packer, packed = gzip_stream(), b""
        for start, packer_then, packed_then in starts:
            if body.startswith(start):
                packer, packed, body = packer_then.copy(), packed_then, body[len(start) :]
                break
        response.content = packed + packer.compress(body) + packer.flush()
        response.headers["Content-Encoding"] = "gzip"
        response.headers["Content-Length"] = str(len(response.content))
        return response

    return middleware


def begun(start):
    """(what pages of a language start with, the packer after it, what it has packed)"""
    packer = gzip_stream()
    packed = packer.compress(start)
    return start, packer, packed


def gzip_stream():
    return zlib.compressobj(9, zlib.DEFLATED, 31)
