"""Answering with a page, or with the part of it that htmx asked for.

The only Python that knows htmx. The part is always an included template of the page, so that "the
part is a substring of the page" is the whole proof that both agree.
"""

from django.http import HttpResponse, HttpResponseRedirect
from django.template.loader import render_to_string


def asked_for_part(request):
    return request.headers.get("HX-Request") == "true"


def render_page(request, page, part=None, context=None, status=200, keep=False):
    """The whole page, or its part. `keep=False` says to store it nowhere."""
    part_only = part is not None and asked_for_part(request)
    html = render_to_string(part if part_only else page, context or {}, request)
    # htmx swaps only answers that say "fine"; the status line is for whoever reads without it.
    response = HttpResponse(html, status=200 if part_only else status)
    if part is not None:
        response["Vary"] = "HX-Request"
    if not keep:
        response["Cache-Control"] = "no-store"
    return response


def go_to(request, address):
    """303: look over there, whatever the method was. htmx is told in its own way."""
    if asked_for_part(request):
        return HttpResponse(headers={"HX-Redirect": address, "Cache-Control": "no-store"})
    response = HttpResponseRedirect(address, headers={"Cache-Control": "no-store"})
    response.status_code = 303
    return response
