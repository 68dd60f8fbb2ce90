"""A database full of made-up places, with the index and cards that real ones would have.

A directory of an ordinary size is indexed by the site's own `nearby.reindex_all`; a million rows
are written straight into the index, and a sample of them is compared with what it would write.
"""

import random
from datetime import date, timedelta

from django.core.management import call_command

from resources import nearby
from resources.freshness import LISTING_CYCLE, leaves_on
from resources.management.commands.load_content import load_help_lines, load_needs
from resources.models import (
    Area,
    Location,
    NearbyPlace,
    Need,
    Organization,
    Phone,
    PlaceCard,
    Schedule,
    Service,
    ServiceAtLocation,
)
from resources.models.nearby_place import STAYS
from resources.place_words import area_key

from .country import CITY_LIST, Country
from .tables import count_up, filled_quickly, key, write

REAL_CARDS_UP_TO = 50_000
GROUPS = 40
# Half say when they are open, as a directory that is looked after does.
HOURS = (
    *("Mo-Fr 09:00-17:00", "", "Tu,Th 10:00-14:00; Sa 12:00-16:00", ""),
    *("", "Mo-Sa 08:30-20:00; PH off", "", "We[1,3] 13:00-15:30"),
)
TEXT_OF_A_CARD = "<li>\x01A place\x01\x01</li>"


def database(size):
    """Fills the database that the settings name -> Country. It has to be empty."""
    call_command("migrate", verbosity=0)
    load_needs()
    load_help_lines()
    areas()
    country = Country.of(size, commonest_first())
    models = [Service, Location, ServiceAtLocation, Service.needs.through]
    models += [Phone, Schedule, NearbyPlace, PlaceCard]
    with filled_quickly(models):
        places(country)
        if size <= REAL_CARDS_UP_TO:
            details(country)
        else:
            index(country)
    if size <= REAL_CARDS_UP_TO:
        nearby.reindex_all()
    count_up()
    compare_with_the_sites_own(country)
    return country


def commonest_first():
    """All needs: syringes are asked for most, the rest in the order of the list."""
    needs = list(Need.objects.in_order().values_list("pk", flat=True))
    return sorted(needs, key=lambda need: need != "syringes")


def areas():
    Area.objects.bulk_create(
        Area(
            slug=city.slug,
            kind="city",
            name=name_of(city),
            state=city.slug[-2:].upper(),
            latitude=city.latitude,
            longitude=city.longitude,
            timezone="America/New_York",
            key=area_key("city", name_of(city)),
            population=city.people * 1000,
        )
        for city in CITY_LIST
    )


def name_of(city):
    return city.slug[:-3].replace("-", " ").title()


def places(country):
    """Service, location and the two together share one uuid: nothing asks that they differ."""
    groups = Organization.objects.bulk_create(
        Organization(name=f"Group {n} for Harm Reduction") for n in range(GROUPS)
    )
    groups = [key(group.pk) for group in groups]
    ids = [key(country.uuid(n)) for n in range(len(country))]
    names = ("id", "organization", "name", "last_verified", "verified_by", "cost", "id_required")
    names += ("hours_checked_on",)
    write(
        Service,
        names,
        ((ids[n], groups[n % GROUPS], *facts(n), facts(n)[1]) for n in range(len(ids))),
    )
    names = ("id", "address_1", "city", "state", "postal_code", "latitude", "longitude")
    points = zip(country.latitude, country.longitude, strict=True)
    town = ("Harmony", "MA", "02118")
    write(
        Location,
        names,
        ((ids[n], f"{n % 900 + 1} Main Street", *town, *at) for n, at in enumerate(points)),
    )
    write(ServiceAtLocation, ("id", "service", "location"), ((one, one, one) for one in ids))
    met = ((ids[n], need) for n in range(len(ids)) for need in country.needs_of(n))
    write(Service.needs.through, ("service", "need"), met)


def facts(n):
    """Of a service: name, checked when and how, cost, ID. A third was never checked."""
    name = f"Syringe Services and Drop-in {n}"
    door = (("free", "unknown")[n % 2], ("unknown", "no", "yes")[n // 2 % 3])
    if n % 3 == 0:
        return name, None, "", *door
    return name, date.today() - timedelta(days=n % 300), ("call", "visit")[n % 2], *door


def details(country):
    """What only a card shows: a phone for each, hours for half."""
    ids = [(n, key(country.uuid(n))) for n in range(len(country))]
    names = ("id", "number", "type", "service")
    write(Phone, names, ((one, f"+1617555{n % 10000:04}", "voice", one) for n, one in ids))
    hours = ((n, one) for n, one in ids if HOURS[n % len(HOURS)])
    names = ("service_at_location", "opening_hours")
    write(Schedule, names, ((one, HOURS[n % len(HOURS)]) for n, one in hours))


def index(country):
    ids = [key(country.uuid(n)) for n in range(len(country))]
    write(
        NearbyPlace, ("need", "band", "x", "y", "z", "leaves_on", "place"), index_rows(country, ids)
    )
    cards = ((one, TEXT_OF_A_CARD, "America/New_York") for one in ids)
    write(PlaceCard, ("place", "parts", "zone"), cards)


def index_rows(country, ids):
    for n, one in enumerate(ids):
        x, y, z = nearby.on_the_ball(country.latitude[n], country.longitude[n])
        leaves = leaves_on(facts(n)[1], LISTING_CYCLE) or STAYS
        for need in (None, *country.needs_of(n)):
            yield need, nearby.band_of(z), x, y, z, leaves, one


def compare_with_the_sites_own(country, some=50):
    """Raises AssertionError when the index is not what saving those places would have made."""
    chosen = random.Random(some).sample(range(len(country)), min(some, len(country)))
    found = ServiceAtLocation.objects.filter(pk__in=[country.uuid(n) for n in chosen])
    for place in found.with_all_a_card_tells():
        wanted = {as_values(row) for row in nearby.rows_of(place)}
        assert {as_values(row) for row in place.nearby.all()} == wanted, place
    assert NearbyPlace.objects.count() == 3 * len(country)
    assert PlaceCard.objects.count() == len(country)


def as_values(row):
    return row.need_id, row.band, row.x, row.y, row.z, row.leaves_on, row.place_id
