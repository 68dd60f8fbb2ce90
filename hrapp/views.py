"""The pages around the two apps: home, about, privacy, safety, leaving; and when things break."""

from django.apps import apps
from django.conf import settings
from django.core.exceptions import (
    DisallowedHost,
    RequestDataTooBig,
    TooManyFieldsSent,
    TooManyFilesSent,
)
from django.db import connection
from django.http import HttpResponse, HttpResponseRedirect
from django.http.multipartparser import MultiPartParserError
from django.shortcuts import render
from django.utils.module_loading import import_string
from django.views.decorators.http import require_safe

from . import kept
from .broken import broken_page
from .pages import content_page, fixed_page
from .staff import NoSuchChoice

# What Django turned down -> which words pages/refused.html has for it, and the status.
REFUSALS = [
    (RequestDataTooBig, "large", 413),
    ((TooManyFieldsSent, TooManyFilesSent), "many", 400),
    (DisallowedHost, "host", 400),
    (MultiPartParserError, "form", 400),
    (NoSuchChoice, "choice", 400),
]


@require_safe
def home(request):
    latest_alert = import_string("principles.alerts.latest")
    return fixed_page(request, "pages/home.html", alert=latest_alert())


@require_safe
def about(request):
    return content_page("pages/about.html", who_we_are)


def who_we_are():
    upstreams = apps.get_model("resources.Upstream").objects.order_by("name")
    return {"upstreams": upstreams, "name": settings.SITE_NAME}


@require_safe
def privacy(request):
    return content_page("pages/privacy.html", what_is_kept)


def what_is_kept():
    return {"logs": kept.LOGS, "stored": kept.STORED}


@require_safe
def safety(request):
    return fixed_page(request, "pages/safety.html")


@require_safe
def leave(request):
    """Somewhere dull, and the browser is asked to drop its copies of our pages on the way."""
    headers = {"Cache-Control": "no-store", "Clear-Site-Data": '"cache"'}
    return HttpResponseRedirect(settings.EXIT_URL, headers=headers)


@require_safe
def healthz(request):
    connection.ensure_connection()
    return HttpResponse("ok", content_type="text/plain")


@require_safe
def robots(request):
    return HttpResponse("User-agent: *\nDisallow: /admin/\n", content_type="text/plain")


def bad_request(request, exception=None):
    reasons = (found for raised, *found in REFUSALS if isinstance(exception, raised))
    why, status = next(reasons, ("letters", 400))
    return render(request, "pages/refused.html", {"why": why}, status=status)


def forbidden(request, exception=None):
    return render(request, "pages/refused.html", {"why": "staff"}, status=403)


def not_found(request, exception=None):
    return render(request, "pages/not_found.html", status=404)


def broke(request):
    return HttpResponse(broken_page(), status=500)
