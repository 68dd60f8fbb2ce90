"""What holds for every answer: headers that protect a reader, and refusals that stay readable.

Imports nothing of ours. Function middleware, each with one job.
"""

import re
import zlib
from urllib.parse import unquote_to_bytes

from django.conf import settings
from django.shortcuts import render
from django.utils.cache import patch_vary_headers

from .stylesheet import page_start, style_hash

# geolocation for "near me", which stays on the phone; nothing else of the phone is ever asked for.
PERMISSIONS = "geolocation=(self), camera=(), microphone=(), payment=(), usb=()"
A_COORDINATE = re.compile(r"(?:^|[=&,;\s+])-?\d{1,3}\.\d{3,}")
NAMES_OF_COORDINATES = {
    *("lat", "lon", "lng", "long", "latitude", "longitude", "ll", "latlng", "latlon"),
    *("coords", "coordinates", "position", "geo"),
}


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


def asks_with_a_place(query):
    """True when a query string carries a latitude or longitude, by name or by look."""
    names = {part.split("=", 1)[0].strip().lower() for part in query.split("&")}
    return bool(names & NAMES_OF_COORDINATES) or bool(A_COORDINATE.search(query))


def refused_at_the_edge(get_response):
    """NUL and broken UTF-8 never reach a database; a reader's position never reaches a URL."""

    def middleware(request):
        raw = request.META.get("QUERY_STRING", "")
        why = None
        try:
            query = unquote_to_bytes(raw.replace("+", " ")).decode()
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
    start = page_start().encode()
    begun = zlib.compressobj(6, zlib.DEFLATED, 31)
    begun_bytes = begun.compress(start)

    def middleware(request):
        response = get_response(request)
        if response.streaming or response.has_header("Content-Encoding"):
            return response
        if not response.headers.get("Content-Type", "").startswith("text/html"):
            return response
        if request.path.startswith("/admin/"):
            return response
        patch_vary_headers(response, ["Accept-Encoding"])
        body = response.content
        if "gzip" not in request.headers.get("Accept-Encoding", "") or len(body) < 500:
            return response
        if body.startswith(start):
            packer, packed, rest = begun.copy(), begun_bytes, body[len(start) :]
        else:
            packer, packed, rest = zlib.compressobj(6, zlib.DEFLATED, 31), b"", body
        response.content = packed + packer.compress(rest) + packer.flush()
        response.headers["Content-Encoding"] = "gzip"
        response.headers["Content-Length"] = str(len(response.content))
        return response

    return middleware
