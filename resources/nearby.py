"""The nearest places that meet a need: keeping the index and the cards, and one question.

Every distance is along the earth's surface, in kilometres inside, told in miles. What may be in
the index is decided by `ServiceAtLocation.objects.listed()` alone.
"""

from dataclasses import dataclass
from itertools import islice
from math import asin, cos, floor, radians, sin

from django.db import transaction
from django.db.models import Exists, F, OuterRef

from .cards import facts_of
from .models import NearbyPlace, PlaceCard, ServiceAtLocation

EARTH_KM = 6371.0088  # mean radius, IUGG
MILES_A_KM = 0.621371
BANDS = 512
# How far to look, growing until there is enough. Past the last, everywhere.
REACHES_KM = (4, 16, 64, 256, 1024)


@dataclass(frozen=True)
class Near:
    """A place's id and how far it is from the point asked about, in miles."""

    place_id: object
    miles: float


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


def within(rows, point, km):
    """Index rows in a box around the point that holds everything nearer than `km`."""
    x, y, z = point
    side = chord(km)
    bands = range(band_of(max(-1.0, z - side)), band_of(min(1.0, z + side)) + 1)
    return rows.filter(
        band__in=bands,
        x__range=(x - side, x + side),
        y__range=(y - side, y + side),
        z__range=(z - side, z + side),
    )


def meeting(need, also=(), among=None):
    """Index rows for a need (None: anything), of places that meet `also` too and are `among`."""
    rows = NearbyPlace.objects.filter(need=need)
    for other in also:
        rows = rows.filter(Exists(NearbyPlace.objects.filter(need=other, place=OuterRef("place"))))
    if among is not None:
        rows = rows.filter(place__service__in=among)
    return rows


def nearest(rows, latitude, longitude, *, count, at_most_km=None):
    """The `count` nearest of `rows` (see `meeting`), nearest first, ties by place -> list of Near.

    A box that holds `count` rows no farther than its reach holds the true nearest, so looking
    stops there. `at_most_km`: look no farther, and leave out what is farther.
    """
    point = on_the_ball(latitude, longitude)
    x, y, z = point
    apart = (F("x") - x) * (F("x") - x) + (F("y") - y) * (F("y") - y) + (F("z") - z) * (F("z") - z)

    reaches = [km for km in REACHES_KM if at_most_km is None or km < at_most_km]
    for km in [*reaches, at_most_km]:
        told = (rows if km is None else within(rows, point, km)).annotate(apart=apart)
        found = list(told.order_by("apart", "place_id").values_list("place_id", "apart")[:count])
        if km is not None:
            found = [row for row in found if row[1] <= chord(km) ** 2]
        if len(found) == count:
            break
    return [Near(place_id, miles_of(squared)) for place_id, squared in found]


def rows_of(place):
    """The index rows a place should have: one for each need, and one for "anything"."""
    point = place.location.point
    if point is None:
        return []
    x, y, z = on_the_ball(*point)
    needs = [None, *(need.pk for need in place.service.needs.all())]
    return [
        NearbyPlace(need_id=need, band=band_of(z), x=x, y=y, z=z, place=place) for need in needs
    ]


def reindex(places, *, batch=2000):
    """Makes the index and the cards agree with these places (a queryset) -> index rows written.

    In one transaction: a list never shows what is half saved, nor what is no longer public.
    """
    written = 0
    with transaction.atomic():
        NearbyPlace.objects.filter(place__in=places).delete()
        PlaceCard.objects.filter(place__in=places).delete()
        listed = places.listed().with_all_a_card_tells().order_by("pk")
        for some in batched(listed.iterator(chunk_size=batch), batch):
            PlaceCard.objects.bulk_create(
                [PlaceCard(place=place, facts=facts_of(place)) for place in some]
            )
            rows = [row for place in some for row in rows_of(place)]
            written += len(NearbyPlace.objects.bulk_create(rows, batch_size=batch))
    return written


def reindex_all():
    """The whole index anew -> rows written."""
    return reindex(ServiceAtLocation.objects.all())


def batched(things, size):
    things = iter(things)
    while some := list(islice(things, size)):
        yield some
