"""Every address a reader can ask for, from the map of the site: a new one joins all the tests.

Needs `given.content()` and a place; what is expected of the pages stands in the tests.
"""

import io
from datetime import timedelta

from django.core.management import call_command
from django.urls import get_resolver
from django.utils import timezone

from hrapp.publishing import came_with_the_site
from principles.models import Alert, Source
from resources import documents
from resources.models import Area
from tests import given

# What stands for each part of an address that varies.
EXAMPLES = {
    "slug": "boston-ma",
    "guide_slug": "overdose",
    "case_slug": "jessica",
    "state_code": "ma",
    "need_id": "syringes",
    "number": "3",
}
STAFF = "admin/"
NOT_PAGES = {"/exit/", "/healthz/", "/robots.txt", "/alerts/feed/"}


def town():
    """The content that ships, three areas' worth of it, and two places of which one is vague."""
    given.content()
    call_command("load_principles", stdout=io.StringIO())
    call_command("load_phrases", stdout=io.StringIO())
    first = given.service(
        "Corner Exchange",
        needs=["syringes", "naloxone"],
        at=given.SOUTH_END,
        street="1 Any Street",
        city="Boston",
        hours="Mo-Fr 09:00-17:00",
        call="+16175550123",
        website="https://corner.example/",
    )
    an_alert()
    given.service("Quiet House", needs=["dv"], visibility="area", area="boston-ma")
    documents.all_anew()
    return first


def an_alert():
    """Made up, for the pages that tell of one; not where the tests look for places."""
    today = timezone.localdate()
    alert = Alert.objects.create(
        found="A strong opioid in white powder",
        area=Area.objects.get(slug="springfield-ma"),
        found_on=today,
        what_to_do="Test a little first.\nBring naloxone (Narcan).",
        expires_on=today + timedelta(days=30),
        checked_on=today,
        review_due=today + timedelta(days=30),
    )
    alert.sources.add(Source.objects.get(key="S7"))
    came_with_the_site(alert)


def addresses(place):
    """All public addresses, with `place`'s service for the page of one."""
    examples = {**EXAMPLES, "service_id": str(place.service_id)}
    return sorted({f"/{pattern}" for pattern in patterns(get_resolver().url_patterns, examples)})


def addresses_of(route, **examples):
    """The address of one route, with its parts filled in."""
    for found in resolved(get_resolver().url_patterns, route):
        yield "/" + filled(route, found, {**EXAMPLES, **examples})


def resolved(urlpatterns, route, before=""):
    """The converters of the pattern that has this route."""
    for one in urlpatterns:
        whole = f"{before}{one.pattern}"
        if hasattr(one, "url_patterns"):
            yield from resolved(one.url_patterns, route, whole)
        elif whole == route:
            yield one.pattern.converters


def pages(place):
    """The addresses that answer with a page: all but the way out and what machines read."""
    return [one for one in addresses(place) if one not in NOT_PAGES]


def patterns(urlpatterns, examples):
    for one in urlpatterns:
        route = filled(str(one.pattern), one.pattern.converters, examples)
        if route == STAFF:
            continue
        if hasattr(one, "url_patterns"):
            yield from (f"{route}{more}" for more in patterns(one.url_patterns, examples))
        else:
            yield route


def filled(route, converters, examples):
    """A route with its parts filled in. KeyError: a new part needs an example above."""
    for name in converters:
        start = route.index("<")
        route = route[:start] + examples[name] + route[route.index(">") + 1 :]
    return route
