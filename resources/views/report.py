"""Something is wrong with a listing: the form, and a thank-you. No token of a session: no reader
has one. The guards are resources.report_guards'."""

from django.db import DatabaseError
from django.http import Http404
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_safe

from hrapp.pages import go_to
from resources import report_guards as guards
from resources import reporting
from resources.models import ServiceAtLocation
from resources.report_form import ReportForm
from resources.senders import MOST_A_DAY, MOST_OF_ONE_LISTING, TooMany

THANKS = "/thanks/"


@require_http_methods(["GET", "HEAD", "POST"])
def report(request, service_id):
    places = listed_places(service_id)
    now = timezone.now()
    if request.method != "POST":
        return show(request, ReportForm(places), guards.token(service_id, now))
    form = ReportForm(places, request.POST)
    if form.is_of_a_machine:
        return go_to(request, THANKS)
    why, token = refusal(request, service_id, now)
    if why or not form.is_valid():
        from_elsewhere = not guards.came_from_here(request)
        return show(request, form, token, why, status=403 if from_elsewhere else 400)
    why, status = taken(form, places[0].service, guards.network(request), now)
    return show(request, form, token, why, status) if why else go_to(request, THANKS)


@require_safe
def thanks(request):
    """The same for everybody, and of no place: its address tells nothing of what was sent."""
    return unstored(render(request, "resources/thanks.html"))


def listed_places(service_id):
    """What is in no list cannot be reported, and is as if it were not there."""
    places = ServiceAtLocation.objects.listed().filter(service=service_id)
    found = list(places.select_related("service", "location__area").order_by("pk"))
    if not found:
        raise Http404
    return found


def refusal(request, service_id, now):
    """(why it cannot be taken as it was sent, or ""; the token that its page carries now)"""
    sent = request.POST.get("token", "")
    age = guards.age(sent, service_id, now)
    if not guards.came_from_here(request):
        why = gettext("This did not come from our own page. Look it over, then tap Send.")
    elif age is None or not 0 <= age <= guards.MOST_SECONDS:
        why = gettext("This page was open too long. All you typed is still here. Tap Send again.")
    elif age < guards.LEAST_SECONDS:
        # The same one again: a moment later it is old enough.
        return gettext("That was very quick. Tap Send again."), sent
    else:
        return "", sent
    return why, guards.token(service_id, now)


def taken(form, service, network, now):
    """("", 303), or why it could not be kept, and the status to say so with."""
    today = timezone.localdate(now)
    try:
        reporting.take(service=service, network=network, today=today, **form.told)
    except TooMany as too_many:
        return limit_words(too_many), 429
    except DatabaseError:
        return gettext("We could not keep it just now. Try again in a minute."), 503
    return "", 303


def limit_words(too_many):
    if too_many.of_one_listing:
        said = gettext("We take %d reports a day of one place from one network.")
        most = MOST_OF_ONE_LISTING
    else:
        said = gettext("We take %d reports a day from one network, so that each one gets read.")
        most = MOST_A_DAY
    not_sent = gettext("Yours is not sent, and is still here. Send it tomorrow.")
    return f"{said % most} {not_sent}"


def show(request, form, token, why="", status=200):
    service = next(iter(form.places.values())).service
    told = {"service": service, "form": form, "token": token, "why": why, "trap": guards.TRAP}
    return unstored(render(request, "resources/report.html", told, status=status))


def unstored(page):
    # A copy in the browser's cache would tell which place was looked at.
    page.headers["Cache-Control"] = "no-store"
    return page
