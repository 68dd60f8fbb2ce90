"""Our directory files -> the database: only what is not there yet, all of a file or none of it.

A row that exists is never touched, so a person's edit stays. Ids come from the listing's key, so
they are the same on every machine and after every load. The format itself is listings_file.py.
"""

import uuid
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from django.db import transaction

from resources import listings_file, nearby
from resources.listings_file import Listing
from resources.models import (
    Area,
    Location,
    Need,
    Organization,
    Phone,
    Schedule,
    Service,
    ServiceAtLocation,
    Upstream,
)

# Ours alone, and never to change: every id of an imported listing is made from it.
NAMESPACE = uuid.UUID("6f0b8a5e-2f1d-5a51-9d0e-3b8a3c0f7d11")
BATCH = 500


class CannotLoad(Exception):
    """In words for the person at the keyboard."""


def id_of(upstream: str, key: str, kind: str = "service") -> uuid.UUID:
    """The same upstream, key and kind give the same id for ever."""
    suffix = "" if kind == "service" else f":{kind}"
    return uuid.uuid5(NAMESPACE, f"{upstream}:{key}{suffix}")


@dataclass
class Rows:
    """Everything to be created for one file, in the order the database wants it."""

    organizations: dict = field(default_factory=dict)
    locations: list = field(default_factory=list)
    services: list = field(default_factory=list)
    needs: list = field(default_factory=list)
    places: list = field(default_factory=list)
    schedules: list = field(default_factory=list)
    phones: list = field(default_factory=list)

    def save(self) -> None:
        for model, rows in (
            (Organization, self.organizations.values()),
            (Location, self.locations),
            (Service, self.services),
            (Service.needs.through, self.needs),
            (ServiceAtLocation, self.places),
            (Schedule, self.schedules),
            (Phone, self.phones),
        ):
            model.objects.bulk_create(rows, batch_size=BATCH)


def _location(listing: Listing, upstream: Upstream, areas: dict[str, int]) -> Location:
    return Location(
        id=id_of(upstream.pk, listing.key, "location"),
        name=listing.name if listing.visibility == "area" else "",
        address_1=listing.address_1,
        address_2=listing.address_2,
        city=listing.city,
        state=listing.state,
        postal_code=listing.postal_code,
        latitude=listing.latitude,
        longitude=listing.longitude,
        timezone=listing.timezone,
        visibility=listing.visibility,
        area_id=areas[listing.area] if listing.area else None,
        upstream=upstream,
        upstream_key=listing.key,
    )


def _service(listing: Listing, upstream: Upstream, organization: uuid.UUID) -> Service:
    return Service(
        id=id_of(upstream.pk, listing.key),
        organization_id=organization,
        name=listing.name,
        description=listing.note,
        delivery=listing.delivery,
        upstream=upstream,
        upstream_key=listing.key,
        upstream_year=upstream.year,
    )


def _organization(listing: Listing, upstream: Upstream) -> Organization:
    """One for each name in a directory: as the list had it, which a key begins with."""
    by_name = listing.key.split("|")[0]
    return Organization(
        id=id_of(upstream.pk, by_name, "organization"),
        name=listing.name,
        upstream=upstream,
        upstream_key=by_name,
    )


def _phones(listing: Listing, service: Service) -> list[Phone]:
    return [
        Phone(
            id=id_of(service.upstream_id, f"{listing.key}:{number}", "phone"),
            number=number,
            extension=listing.extension if number == listing.phone[0] else "",
            order=order,
            service=service,
        )
        for order, number in enumerate(listing.phone)
    ]


def _add(rows: Rows, listing: Listing, upstream: Upstream, known: set, areas: dict) -> None:
    organization = _organization(listing, upstream)
    if organization.pk not in known:
        first = rows.organizations.setdefault(organization.pk, organization)
        if first.name != listing.name:  # told apart by their towns: what runs them all has none
            first.name = listing.name.removesuffix(f", {listing.city}")
    service = _service(listing, upstream, organization.pk)
    location = _location(listing, upstream, areas)
    place = ServiceAtLocation(
        # A listing is one service at one place: the same id serves both, and halves a list's ids.
        id=service.id,
        service=service,
        location=location,
    )
    rows.services.append(service)
    rows.locations.append(location)
    rows.places.append(place)
    rows.schedules.append(Schedule(service_at_location=place))
    link = Service.needs.through
    rows.needs += [link(service_id=service.pk, need_id=need) for need in listing.needs]
    rows.phones += _phones(listing, service)


def _known_areas(listings: list[Listing]) -> dict[str, int]:
    slugs = {listing.area for listing in listings if listing.area}
    areas = dict(Area.objects.filter(slug__in=slugs).values_list("slug", "pk"))
    if missing := sorted(slugs - set(areas)):
        raise CannotLoad(f"Load the gazetteer first: no area {', '.join(missing[:5])}.")
    return areas


def _check_needs(listings: list[Listing]) -> None:
    wanted = {need for listing in listings for need in listing.needs}
    if missing := sorted(wanted - set(Need.objects.values_list("pk", flat=True))):
        raise CannotLoad(f"Load the needs first: no need {', '.join(missing)}.")


def _upstream(slug: str, header: dict[str, str]) -> Upstream:
    facts = {
        "name": header["name"],
        "publisher": header["credit"],
        "licence": header["licence"],
        "year": int(header["year"]),
        "url": header["url"],
    }
    return Upstream.objects.get_or_create(slug=slug, defaults=facts)[0]


def load_file(path: Path) -> int:
    """Creates what is new in one file -> how many services. Raises CannotLoad."""
    fingerprint = listings_file.fingerprint(path)
    if Upstream.objects.filter(slug=path.stem, fingerprint=fingerprint).exists():
        return 0
    header, listings = listings_file.read(path)
    upstream = _upstream(path.stem, header)
    _check_needs(listings)
    areas = _known_areas(listings)
    there = set(Service.objects.filter(upstream=upstream).values_list("pk", flat=True))
    known = set(Organization.objects.filter(upstream=upstream).values_list("pk", flat=True))
    rows = Rows()
    for listing in listings:
        if id_of(upstream.pk, listing.key) not in there:
            _add(rows, listing, upstream, known, areas)
    rows.save()
    upstream.fingerprint = fingerprint
    upstream.save(update_fields=["fingerprint"])
    return len(rows.services)


def load_all(folder: Path = listings_file.FOLDER, say: Callable[[str], None] = print) -> int:
    """Every file of the folder, and the nearby index, in one transaction -> services created."""
    with transaction.atomic():
        created = 0
        for path in listings_file.files(folder):
            new = load_file(path)
            created += new
            say(f"{path.stem}: {new} new places" if new else f"{path.stem}: nothing new")
        if created:
            say(f"nearby index: {nearby.reindex_all()} rows")
    return created
