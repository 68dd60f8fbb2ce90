"""The nearest places that meet a need: keeping the index and the cards, and one question.

Every distance is along the earth's surface, in kilometres inside, told in miles. What may be in
the index is decided by `ServiceAtLocation.objects.listed()` alone.
"""

from bisect import bisect_left
from datetime import UTC, datetime
from functools import lru_cache
from itertools import islice
from math import asin, cos, floor, radians, sin
from operator import itemgetter

from django.db import transaction
from django.db.models import Exists, F, OuterRef

from hrapp.prepared import Prepared

from . import documents
from .cards import card_of
from .crowding import crowding
from .freshness import leaves_on, listing_cycle
from .models import NearbyPlace, PlaceCard, ServiceAtLocation, door
from .models.nearby_place import STAYS

EARTH_KM = 6371.0088  # mean radius, IUGG
MILES_A_KM = 0.621371
BANDS = 512
# How far to look is one of a few distances, so that a few questions serve: 1 km to 1024 km, each
# with twice the room of the last. Past them, everywhere.
REACHES_KM = [2 ** (n / 2) for n in range(21)]
# A look that found too little is followed by one so many steps wider.
WIDER = (2, 4, 4, 4, 4)


def on_the_ball(latitude, longitude):
    """WGS 84 degrees -> (x, y, z) on a ball of radius 1."""
    lat, lon = radians(latitude), radians(longitude)
    return cos(lat) * cos(lon), cos(lat) * sin(lon), sin(lat)


def band_of(z):
    return floor(z * BANDS)


def chord(km):
    """How far apart, straight through the ball, two points are that lie `km` apart on it."""
    return 2 * sin(km / EARTH_KM / 2)


def miles_of(chord_squared):
    return 2 * asin(min(1.0, chord_squared**0.5 / 2)) * EARTH_KM * MILES_A_KM


def rarest_first(needs):
    """The same needs, the one that fewest places meet first: only of those the rest is asked."""
    return sorted(needs, key=crowding().needs.__getitem__) if len(needs) > 1 else needs


def meeting(needs):
    """Index rows of places that meet every one of these needs; of any place when there are none."""
    rows = NearbyPlace.objects.filter(need=needs[0] if needs else None)
    for other in needs[1:]:
        rows = rows.filter(Exists(NearbyPlace.objects.filter(need=other, place=OuterRef("place"))))
    return rows


def within(rows, bands, box):
    """Rows inside a box on the ball; the bands let the index go straight there."""
    low_x, high_x, low_y, high_y, low_z, high_z = box
    return rows.filter(
        band__in=bands,
        x__range=(low_x, high_x),
        y__range=(low_y, high_y),
        z__range=(low_z, high_z),
    )


def nearest_first(rows, x, y, z, count):
    """(place id, square of the straight distance) of the nearest, ties by place."""
    apart = (F("x") - x) * (F("x") - x) + (F("y") - y) * (F("y") - y) + (F("z") - z) * (F("z") - z)
    told = rows.annotate(apart=apart).order_by("apart", "place_id")
    return told.values_list("place_id", "apart")[:count]


def question(how_many_needs, km, count, cards=(), among=None):
    """The nearest `count` within a box that holds all within `km` (None: anywhere) -> Prepared.

    `cards`: columns of their cards to bring along. `among`: a queryset of services to keep to.
    """

    def build(**v):
        rows = meeting([v[f"need{n}"] for n in range(how_many_needs)])
        rows = rows.filter(leaves_on__gt=v["today"])
        if among is not None:
            rows = rows.filter(place__service__in=among)
        if km is not None:
            bands = [v[f"band{n}"] for n in range(how_many_bands(km))]
            rows = within(rows, bands, [v[f"side{n}"] for n in range(6)])
        return nearest_first(rows, v["x"], v["y"], v["z"], count)

    examples = {f"need{n}": f"example-{n}" for n in range(how_many_needs)}
    examples |= {"x": 0.111, "y": 0.222, "z": 0.333, "today": "2001-02-03"}
    if km is not None:
        examples |= {f"band{n}": 20000 + n for n in range(how_many_bands(km))}
        examples |= {f"side{n}": 0.5 + n for n in range(6)}
    return Prepared(build, with_cards(cards) if cards else "{}", **examples)


def with_cards(columns):
    """SQL around a question for the nearest: a queryset cannot join after its limit.

    In no order: putting whole cards in order costs a database more than it costs us.
    """
    told = ", ".join(f"card.{column}" for column in columns)
    return (
        f"SELECT near.place_id, near.apart, {told} FROM ({{}}) AS near "
        f"JOIN {PlaceCard._meta.db_table} AS card ON card.place_id = near.place_id"
    )


usual_question = lru_cache(maxsize=128)(question)


def how_many_bands(km):
    return floor(2 * chord(km) * BANDS) + 2


def values_for(needs, point, km, today):
    x, y, z = point
    values = {"x": x, "y": y, "z": z, "today": today.isoformat()}
    values |= {f"need{n}": need for n, need in enumerate(needs)}
    if km is not None:
        side = chord(km)
        first = band_of(z - side)
        values |= {f"band{n}": first + n for n in range(how_many_bands(km))}
        box = (x - side, x + side, y - side, y + side, z - side, z + side)
        values |= {f"side{n}": edge for n, edge in enumerate(box)}
    return values


def nearest(
    needs, latitude, longitude, *, count, cards=(), among=None, at_most_km=None, today=None
):
    """The `count` nearest places that meet all `needs`, nearest first, ties by place.

    -> [(place id as the database keeps it, miles, *`cards`)], those being columns of PlaceCard.
    A box that holds `count` rows no farther than its reach holds the true nearest, so looking
    stops there. `among`: a queryset of services. `at_most_km`: look no farther, and leave out what
    is farther. What was checked too long ago on `today` (a date; that of UTC) is not near anybody.
    """
    today = today or datetime.now(UTC).date()
    point, needs = on_the_ball(latitude, longitude), rarest_first(needs)
    for km in reaches(crowding().reach(needs, point, count) * EARTH_KM, at_most_km):
        if among is None:
            ask = usual_question(len(needs), km, count, cards)
        else:
            ask = question(len(needs), km, count, cards, among)
        found = ask(**values_for(needs, point, km, today))
        if km is not None:
            found = [row for row in found if row[1] <= chord(km) ** 2]
        if len(found) == count:
            break
    found.sort(key=itemgetter(1, 0))
    return [(place_id, miles_of(squared), *card) for place_id, squared, *card in found]


def reaches(first_km, at_most_km):
    """How far to look, in km, farther each time: from about `first_km` on to `at_most_km`."""
    step = bisect_left(REACHES_KM, first_km)
    for wider in WIDER:
        if step >= len(REACHES_KM) or (at_most_km and REACHES_KM[step] >= at_most_km):
            break
        yield REACHES_KM[step]
        step += wider
    yield at_most_km


def rows_of(place):
    """The index rows a place should have: one for each need, and one for "anything"."""
    near = place.location.near
    if near is None:
        return []
    x, y, z = on_the_ball(*near)
    leaves = leaving(place.service)
    needs = [None, *(need.pk for need in place.service.needs.all())]
    return [
        NearbyPlace(need_id=need, band=band_of(z), x=x, y=y, z=z, leaves_on=leaves, place=place)
        for need in needs
    ]


def leaving(service):
    """The day it leaves the lists by itself, unless somebody checks it before."""
    cycle = listing_cycle(service.delivery in door.COMES_TO_ME)
    return leaves_on(service.last_verified, cycle) or STAYS


def reindex(places, *, batch=2000):
    """Makes the index, the cards and what search finds agree with these places (a queryset).

    -> how many index rows were written.

    In one transaction: a list never shows what is half saved, nor what is no longer public.
    """
    written = 0
    with transaction.atomic():
        NearbyPlace.objects.filter(place__in=places).delete()
        PlaceCard.objects.filter(place__in=places).delete()
        listed = places.listed().with_all_a_card_tells().order_by("pk")
        for some in batched(listed.iterator(chunk_size=batch), batch):
            PlaceCard.objects.bulk_create(card_of(place) for place in some)
            rows = [row for place in some for row in rows_of(place)]
            written += len(NearbyPlace.objects.bulk_create(rows, batch_size=batch))
        documents.keep("place", places.values_list("pk", flat=True))
        # Who sends by mail is found by that alone only while there is no place of theirs.
        documents.keep("mail", set(places.values_list("service", flat=True)))
    return written


def reindex_all():
    """The whole index anew -> rows written."""
    return reindex(ServiceAtLocation.objects.all())


def batched(things, size):
    things = iter(things)
    while some := list(islice(things, size)):
        yield some
