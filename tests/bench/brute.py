"""Every distance, one by one: slow, and in no doubt. What the quick way must agree with.

By latitude and longitude and the haversine, so that it shares nothing with resources.nearby.
"""

from heapq import nsmallest
from math import asin, cos, radians, sin, sqrt
from uuid import UUID

EARTH_MILES = 6371.0088 * 0.621371
# A thousandth of an inch: what is closer together than that is a tie.
A_TIE = 1.5e-8


def all_miles(country, numbers, latitude, longitude):
    """Miles from a point (degrees) to each of the places of these numbers."""
    lat, lon, cos_lat = radians(latitude), radians(longitude), cos(radians(latitude))
    latitudes, longitudes = country.latitude, country.longitude
    miles = []
    for n in numbers:
        there = radians(latitudes[n])
        up, across = sin((there - lat) / 2), sin((radians(longitudes[n]) - lon) / 2)
        squared = up * up + cos_lat * cos(there) * across * across
        miles.append(2 * EARTH_MILES * asin(sqrt(squared)))
    return miles


def is_wrong(found, country, numbers, point, count):
    """Is [(place id, miles)] other than the nearest `count` in their order? Ties may swap."""
    pairs = zip(all_miles(country, numbers, *point), numbers, strict=True)
    right = nsmallest(count + 50, pairs)
    truth = {country.ids[n]: miles for miles, n in right}
    places = [UUID(str(place)).int for place, _miles in found]
    if len(found) != min(count, len(numbers)) or len(set(places)) < len(places):
        return True
    told = zip(found, places, right[: len(found)], strict=True)
    return any(
        abs(truth.get(place, -1) - wanted) > A_TIE or abs(said - wanted) > A_TIE
        for (_id, said), place, (wanted, _n) in told
    )
