"""The same place on two directories' lists: told by its street, then by its name or its needs.

The directory read first keeps the place (Massachusetts, with phones, before the federal lists);
the later one adds what it says the place offers, and is named as having said so.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import replace

from resources.folding import fold
from resources.listings_file import Listing

from .cleaning import street_key, words_of
from .directory import Reading

NOISE = words_of(
    "a and at center centers clinic community company corp corporation dba for health inc llc llp"
    " of pc program programs service services site the"
)


def doors(listing: Listing) -> Iterator[str]:
    """What the same front door is known by: street and ZIP, street and city."""
    if listing.visibility == "exact" and listing.address_1:
        street = street_key(listing.address_1)
        yield f"{street}|{fold(listing.city)} {listing.state}"
        if listing.postal_code:
            yield f"{street}|{listing.postal_code}"


def names_alike(one: str, other: str) -> bool:
    """The telling words of one name are all in the other, or two thirds are common to both."""
    a, b = (set(fold(name).split()) - NOISE for name in (one, other))
    if not a or not b:
        return fold(one) == fold(other)
    return a <= b or b <= a or len(a & b) * 3 >= len(a | b) * 2


def _less_like(listing: Listing, other: Listing) -> tuple[bool, bool, str]:
    """Sorts the listing that has the needs already, or the very name, before others."""
    covered = set(listing.needs) <= set(other.needs)
    return not covered, fold(listing.name) != fold(other.name), other.key


class Kept:
    """Listings already taken, found by their front door."""

    def __init__(self):
        self.at: dict[str, set[tuple[str, str]]] = defaultdict(set)
        self.readings: dict[str, Reading] = {}

    def add(self, slug: str, reading: Reading) -> None:
        self.readings[slug] = reading
        for listing in reading.listings.values():
            for door in doors(listing):
                self.at[door].add((slug, listing.key))

    def same_door(self, listing: Listing) -> Iterator[tuple[str, Listing]]:
        known = {where for door in doors(listing) for where in self.at.get(door, ())}
        for slug, key in sorted(known):
            yield slug, self.readings[slug].listings[key]

    def swallow(self, listing: Listing, credit: str) -> str:
        """Why a later directory's listing is not listed again, or blank when it is new."""
        there = sorted(self.same_door(listing), key=lambda found: _less_like(listing, found[1]))
        for slug, other in there:
            if names_alike(listing.name, other.name):
                self._add_needs(slug, other, listing.needs, credit)
                return f"already listed from {slug}: same name and street"
        for slug, other in there:
            if set(listing.needs) <= set(other.needs):
                return f"already listed from {slug}: same street and need"
        return ""

    def _add_needs(self, slug: str, other: Listing, needs: tuple[str, ...], credit: str) -> None:
        new = tuple(need for need in needs if need not in other.needs)
        if new:
            note = " ".join(filter(None, [other.note, f"Also on the {credit}."]))
            listing = replace(other, needs=(*other.needs, *new), note=note)
            self.readings[slug].listings[other.key] = listing
            self.readings[slug].counts["places given a need by a later list"] += 1


def without_known(reading: Reading, kept: Kept, credit: str) -> Reading:
    """The reading less what an earlier directory lists already."""
    result = Reading(counts=Counter(reading.counts))
    for key, listing in reading.listings.items():
        why = kept.swallow(listing, credit)
        if why:
            result.counts[why] += 1
        else:
            result.listings[key] = listing
    return result
