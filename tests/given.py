"""What a test is given: areas, needs, and services that are there, listed and found.

`service(...)` makes everything that a place is made of and puts it in the index, as saving it in
the admin does. `for_the_file` makes things once for a file of tests.
"""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from django.db import transaction

from resources import nearby
from resources.management.commands.load_content import load_help_lines, load_needs
from resources.models import (
    Area,
    Audience,
    Location,
    Need,
    NeedGroup,
    Organization,
    Phone,
    Schedule,
    Service,
    ServiceAtLocation,
)
from resources.place_words import area_key

BOSTON = ZoneInfo("America/New_York")
TUESDAY_10 = datetime(2026, 3, 10, 10, tzinfo=BOSTON)
SUNDAY_23 = datetime(2026, 3, 15, 23, tzinfo=BOSTON)
SOUTH_END = (42.336, -71.073)

# slug, kind, name, state, also, latitude, longitude, timezone, population
AREAS = """
ma|state|Massachusetts|MA||42.28|-71.35|America/New_York|6500000
02118|zip|02118|MA|Boston|42.336|-71.073|America/New_York|0
02119|zip|02119|MA|Boston|42.324|-71.085|America/New_York|0
boston-ma|city|Boston|MA|Suffolk County|42.36|-71.06|America/New_York|667137
boston-ny|city|Boston|NY|Erie County|42.6|-78.7|America/New_York|8049
springfield-ma|city|Springfield|MA|Hampden County|42.1|-72.6|America/New_York|154341
springfield-il|city|Springfield|IL|Sangamon County|39.8|-89.6|America/Chicago|116565
springfield--union-county-nj|city|Springfield|NJ|Union County|40.7|-74.3|America/New_York|9000
st-louis-mo|city|St. Louis|MO||38.6|-90.2|America/Chicago|315685
suffolk-county-ma|county|Suffolk County|MA||42.3|-71|America/New_York|800000
nome-ak|city|Nome|AK|Nome Census Area|64.5|-165.4|America/Nome|3600
"""


def areas():
    for line in AREAS.strip().splitlines():
        slug, kind, name, state, also, latitude, longitude, zone, people = line.split("|")
        Area.objects.create(
            slug=slug,
            kind=kind,
            name=name,
            state=state,
            also=also,
            latitude=float(latitude),
            longitude=float(longitude),
            timezone=zone,
            key=name if kind == "zip" else area_key(kind, name),
            population=int(people),
        )


def content():
    """The areas above, and all needs and help lines that ship."""
    areas()
    load_needs()
    load_help_lines()


def need(slug):
    group, _ = NeedGroup.objects.get_or_create(slug="given", defaults={"label": "Given"})
    facts = {"label": slug.replace("_", " ").capitalize(), "group": group}
    return Need.objects.get_or_create(pk=slug, defaults=facts)[0]


def service(name="A place", *, needs=(), audiences=(), hours="", call="", found=True, **facts):
    """A service at one place -> ServiceAtLocation. `facts` are fields of Service, or of Location:
    `at` (latitude, longitude), `street`, `visibility`, `area` (slug), `timezone`.

    `found=False` leaves it out of the index, for who makes many and indexes once.
    """
    location = where(facts)
    # As a whole check does, unless told otherwise.
    facts.setdefault("hours_checked_on", facts.get("last_verified"))
    runs_it = facts.pop("organization", None) or Organization.objects.create(name=name)
    made = Service.objects.create(name=name, organization=runs_it, **facts)
    made.needs.set([need(slug) for slug in needs])
    made.audiences.set(Audience.objects.filter(slug__in=audiences))
    place = ServiceAtLocation.objects.create(service=made, location=location)
    if hours:
        Schedule.objects.create(service_at_location=place, opening_hours=hours)
    if call:
        Phone.objects.create(service=made, number=call)
    if found:
        index(place)
    return place


def where(facts):
    latitude, longitude = facts.pop("at", None) or (None, None)
    slug = facts.pop("area", None)
    return Location.objects.create(
        latitude=latitude,
        longitude=longitude,
        address_1=facts.pop("street", ""),
        city=facts.pop("city", ""),
        state=facts.pop("state", "MA"),
        visibility=facts.pop("visibility", "exact"),
        area=slug and Area.objects.get(slug=slug),
        timezone=facts.pop("timezone", "America/New_York"),
    )


def index(place):
    return nearby.reindex(ServiceAtLocation.objects.filter(pk=place.pk))


def for_the_file(make):
    """A fixture: what `make()` makes, once for a file whose every test is marked `django_db`.

    Each test runs in a transaction of its own inside: what one changes, the next does not see.
    """

    @pytest.fixture(scope="module", autouse=True)
    def made(django_db_setup, django_db_blocker):
        with django_db_blocker.unblock(), transaction.atomic():
            yield make()
            transaction.set_rollback(True)

    return made
