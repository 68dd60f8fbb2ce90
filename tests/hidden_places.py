"""Fifty places that readers may not find, in every way of being hidden, each with words of its own
in every field; and places beside them that anybody may see. For the leak tests.

A `Hidden` says what of it may never be told; a place shown as an area has a name that may be.
"""

from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256

from resources import nearby
from resources.models import (
    Area,
    Location,
    Need,
    Organization,
    Phone,
    Schedule,
    Service,
    ServiceAtLocation,
)
from tests import given

HOW_MANY = 50
HIDING = (
    "location hidden",
    "location hidden, in an area",
    "do_not_list",
    "inactive",
    "defunct",
    "temporarily closed",
    "area",
    "area, address kept",
    "second door",
)
# Of a place whose service anybody may see: what is told of the place alone.
OF_THE_PLACE = {"street", "floor", "city", "zip", "place", "digits", "degrees"}
OF_THE_DOOR = OF_THE_PLACE | {"note", "doorphone"}
IN_AREAS = {"area", "area, address kept"}


def made_up(seed):
    """A word of letters that nobody has: the same for the same seed, far from all others."""
    digits = sha256(seed.encode()).hexdigest()[:8]
    return "qz" + "".join(chr(ord("a") + int(digit, 16)) for digit in digits)


@dataclass
class Hidden:
    number: int
    way: str
    service: Service = None
    place: ServiceAtLocation = None
    secrets: dict = field(default_factory=dict)  # {field: words that may never be told}
    point: tuple = ()

    def word(self, name):
        """A word that is in no other field, of no other place and in no page."""
        return made_up(f"{self.number} {name}")

    @property
    def words(self):
        """Those that can be searched for, as letters."""
        return [told for told in self.secrets.values() if told.startswith("qz")]


def hidden_places():
    made = [one_hidden(number, HIDING[number % len(HIDING)]) for number in range(HOW_MANY)]
    nearby.reindex_all()
    return made


def public_places():
    """So many that lists have pages; some with all known, some with nothing."""
    needs = list(Need.objects.values_list("pk", flat=True))
    for number in range(50):
        known = {"cost": "free", "id_required": "no", "min_age": 14} if number % 2 else {}
        given.service(
            f"House exchange {number}",
            needs=[needs[number % len(needs)], "naloxone"],
            at=(42.336 + number / 900, -71.073),
            street=f"{number} Any Street",
            city="Boston",
            hours="Mo-Su 08:00-20:00" if number % 3 else "",
            call="+18575550001",
            found=False,
            **known,
        )
    nearby.reindex_all()


def one_hidden(number, way):
    one = Hidden(number, way)
    one.point = (42.40131 + number * 0.00137, -71.09029 - number * 0.00119)
    one.service = hidden_service(one)
    one.place = ServiceAtLocation.objects.create(service=one.service, location=location(one))
    note = f"Ring {one.word('note')}"
    Schedule.objects.create(service_at_location=one.place, opening_hours="24/7", note=note)
    phones(one)
    if way == "second door":
        open_door = given.where({"at": (42.3361, -71.0731), "street": "9 Open Road"})
        ServiceAtLocation.objects.create(service=one.service, location=open_door)
    one.secrets = secrets_of(one)
    return one


def hidden_service(one):
    word = one.word
    runs_it = Organization.objects.create(
        name=f"{word('org')} Org",
        description=word("orgabout"),
        website=f"https://{word('orgsite')}.example/",
    )
    status = one.way if one.way in Service.Status.values else "active"
    service = Service.objects.create(
        name=f"{word('name')} House",
        organization=runs_it,
        description=word("about"),
        website=f"https://{word('site')}.example/",
        cost_note=word("cost"),
        minors_note=word("minors"),
        by_mail="yes",
        mail_states=word("mail"),
        status=status,
        do_not_list=one.way == "do_not_list",
        **known_at_the_door(one.number),
    )
    service.needs.set(Need.objects.all())
    return service


def known_at_the_door(number):
    """Some pass every filter, some are only "may be"."""
    if number % 2:
        return {}
    return {
        **{"cost": "free", "id_required": "no", "intake": "walk_in", "min_age": 0},
        **{"last_verified": date(2026, 3, 1), "verified_by": "visit"},
    }


def location(one):
    word, way = one.word, one.way
    address = {"address_1": f"{one.number} {word('street')} Lane", "address_2": word("floor")}
    address |= {"latitude": one.point[0], "longitude": one.point[1]}
    in_area = way in IN_AREAS or way.endswith("in an area")
    hidden = way.startswith("location hidden") or way == "second door"
    return Location.objects.create(
        name=f"{one.number} {word('place')} Lane",
        city=word("city"),
        state="MA",
        postal_code=word("zip")[:10],
        visibility="area" if way in IN_AREAS else "hidden" if hidden else "exact",
        area=Area.objects.get(slug="boston-ma") if in_area else None,
        keeps_address=way == "area, address kept",
        **({} if way == "area" else address),
    )


def phones(one):
    numbers = {"service": one.service, "organization": one.service.organization}
    numbers |= {"service_at_location": one.place, "location": one.place.location}
    for digit, (owner, thing) in enumerate(numbers.items(), start=2):
        Phone.objects.create(
            number=f"+1617{digit}55{one.number:04}",
            description=one.word(f"{owner[:4]}whose"),
            **{owner: thing},
        )


def secrets_of(one):
    """{field: what may never be told}, by the way it is hidden."""
    names = "name about site cost minors mail org orgabout orgsite street floor city place note"
    told = {name: one.word(name) for name in names.split()}
    told |= {"zip": one.word("zip")[:10], "digits": f"{one.point[0]:.4f}"}
    told |= {"degrees": f"{one.point[1]:.4f}", "doorphone": f"1617455{one.number:04}"}
    told |= {"whose": one.word("servwhose"), "orgphone": f"1617355{one.number:04}"}
    told |= {"phone": f"1617255{one.number:04}", "otherphone": f"1617555{one.number:04}"}
    if one.way in IN_AREAS:
        return {name: told[name] for name in [*OF_THE_PLACE, "otherphone", "orgabout", "orgsite"]}
    if one.way == "second door":
        return {name: told[name] for name in [*OF_THE_DOOR, "otherphone", "orgabout", "orgsite"]}
    return told
