"""What a list tells of a place: the facts, made ready when it is saved, and told to one reader.

`facts_of` holds only what is public; `card_of` keeps it, made ready when something is saved.
What depends on the moment is added by resources.telling. Neither decides who is listed: that is
`ServiceAtLocation.objects.listed()`.
"""

import hashlib
from functools import cache
from pathlib import Path
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db.models import Case, F, TextField, Value, When
from django.db.models.functions import Replace
from django.template.loader import get_template
from django.utils.html import escape
from django.utils.translation import gettext

from .freshness import freshness, listing_cycle
from .holidays import written_out
from .hours import open_state, week_words
from .models import Need, PlaceCard, door

# What a card tells of the door, in the order a person there is asked. A card stays short: all the
# rest is on the place's own page.
DOOR = (
    "id_required",
    "cost",
    "names_asked",
    "intake",
    "syringe_model",
    "insurance",
    "sobriety",
    "police",
    "delivery",
    "by_mail",
)

LONGEST_NOTE = 160
TEMPLATE = "templates/quick/resources/_place.html"
# Between the parts of a card's HTML go what depends on the reader and the moment.
# A control character, so that nobody’s name holds one; taken out of what staff typed. Of ASCII:
# text of nothing wider is read, joined and sent several times as fast.
GAP = "\x01"


def facts_of(place):
    """A listed place with all it is made of -> its public facts."""
    service, location = place.service, place.location
    schedule = getattr(place, "schedule", None)
    phone = phone_of(place)
    point = exact_point(location)
    return {
        "id": place.pk,
        "service": service.pk,
        "name": service.name,
        "phone": phone and (phone.href, phone.number_words, phone.extension),
        "where": where(location),
        # A van is not where its address says: call for where it is.
        "way": point and service.delivery not in door.COMES_TO_ME and way_to(point),
        "note": service.description if len(service.description) <= LONGEST_NOTE else "",
        "zone": location.zone,
        "hours": written_out(schedule.opening_hours, location.state) if schedule else "",
        "door": door_words(service),
        "source": service.upstream.name if service.upstream else "",
    }


def card_of(place):
    """A listed place -> its PlaceCard, not saved: all that a list may tell of it."""
    service = place.service
    facts = {name: without_gaps(fact) for name, fact in facts_of(place).items()}
    needs = sorted(service.needs.all(), key=lambda need: (need.order, need.pk))
    html = get_template("resources/_place.html", using="quick").render({"place": facts})
    return PlaceCard(
        place=place,
        parts=" ".join(html.split()),
        needs="\n".join(need_line(need.pk, need.label) for need in needs),
        hours=facts["hours"],
        zone=facts["zone"],
        checked=service.last_verified.isoformat() if service.last_verified else "",
        hours_checked=service.hours_checked_on.isoformat() if service.hours_checked_on else "",
        how=service.verified_by,
        moves=service.delivery in door.COMES_TO_ME,
        has_phone=bool(facts["phone"]),
        doubted=place.doubted,
        made_by=made_by(),
    )


@cache
def made_by():
    """Which edition of these files makes cards here: a few letters of their fingerprint."""
    here = Path(__file__).parent
    names = ("cards.py", "freshness.py", "holidays.py")
    names += ("models/door.py", "models/phone.py", "models/location.py")
    makers = [*(here / name for name in names), settings.BASE_DIR / TEMPLATE]
    return hashlib.sha256(b"".join(maker.read_bytes() for maker in makers)).hexdigest()[:8]


def without_gaps(fact):
    return fact.replace(GAP, "") if isinstance(fact, str) else fact


def need_line(need_id, label):
    return f"{need_id}={escape(short(label))}"


def rename_need(need_id, before, after):
    """A need's new words on every card that has it, by one UPDATE: there may be ten thousand."""
    old, new = need_line(need_id, before), need_line(need_id, after)
    having = PlaceCard.objects.filter(needs__contains=old)
    having.update(needs=Replace("needs", Value(old), Value(new)))


def reorder_need(need_id, batch=100):
    """A need's new place in the order, on every card that has it.

    Cards tell of few different sets of needs, so this is an UPDATE or two for ten thousand cards.
    """
    order = dict(Need.objects.values_list("pk", "order"))
    having = PlaceCard.objects.filter(needs__contains=f"{need_id}=")
    kept = having.order_by("needs").values_list("needs", flat=True).distinct()
    moved = [(before, in_order(before, order)) for before in kept]
    moved = [(before, after) for before, after in moved if before != after]
    for start in range(0, len(moved), batch):
        some = moved[start : start + batch]
        whens = [When(needs=before, then=Value(after)) for before, after in some]
        now_has = having.filter(needs__in=[before for before, _after in some])
        now_has.update(needs=Case(*whens, default=F("needs"), output_field=TextField()))


def in_order(lines, order):
    def place(line):
        need_id = line.split("=")[0]
        return order.get(need_id, 0), need_id

    return "\n".join(sorted(lines.split("\n"), key=place))


def short(label):
    """ "New syringes (points, works)" -> "New syringes"."""
    return label.split(" (")[0]


def phone_of(place):
    """The number to call for this place: its own, else the service's, else the organization's."""
    return first_to_call(place, place.service, place.service.organization)


def number_of(service):
    """The number to call where no place has one of its own."""
    return first_to_call(service, service.organization)


def first_to_call(*owners):
    for owner in owners:
        calls = [phone for phone in owner.phones.all() if phone.type == "voice"]
        if calls:
            return min(calls, key=lambda phone: (phone.order, phone.number))
    return None


def where(location):
    if location.visibility == "area":
        return gettext("%s. Call for the place.") % location.area.label
    return ", ".join(location.address)


def exact_point(location):
    """For directions: never the middle of an area, which would send somebody to a wrong door."""
    return location.visibility == "exact" and location.point or None


def door_words(service):
    """What is known of what they ask at the door, then what is needed most and is not known."""
    said = [str(getattr(service, f"get_{name}_display")()) for name in DOOR if known(service, name)]
    if not known(service, "id_required"):
        said.append(str(door.IdRequired.UNKNOWN.label))
    if not known(service, "cost"):
        said.append(str(door.Cost.UNKNOWN.label))
    return said


def known(service, name):
    return getattr(service, name) != "unknown"


def opening(state, may_say, has_phone):
    """Is it open, in words we can stand by: hours nobody checked lately are never "open".

    `may_say`: somebody vouches for the hours. Nobody is told to call where there is no number.
    """
    is_open = state.kind == "open" and may_say
    doubtful = state.kind == "open" and not is_open
    if doubtful and has_phone:
        words = gettext("It may be open. Call first.")
    elif doubtful:
        words = gettext("It may be open. We are not sure.")
    else:
        words = state.words if has_phone else state.without_number or state.words
    return {"kind": "unknown" if doubtful else state.kind, "open": is_open, "state": words}


def way_to(point):
    """A map's directions to the point, followed only when tapped. A phone's own map may take it."""
    return f"https://www.openstreetmap.org/directions?to={point[0]:.4f}%2C{point[1]:.4f}"


def sureness(service, now):
    moves = service.delivery in door.COMES_TO_ME
    cycle = listing_cycle(moves)
    return freshness(service.last_verified, service.verified_by, now.date(), cycle)


def may_say_open(service, now):
    """Whether the place is still there and its hours were both checked lately enough."""
    cycle = listing_cycle(service.delivery in door.COMES_TO_ME)
    hours = freshness(service.hours_checked_on, service.verified_by, now.date(), cycle)
    return hours.may_say_open and sureness(service, now).may_say_open


def sure_words(sure, has_phone):
    """How sure we are, in words; nobody is told to call where there is no number."""
    return sure.words if has_phone else sure.without_number


def whole(place, now):
    """A listed place -> all its own page tells of it."""
    facts = facts_of(place)
    today = now.astimezone(ZoneInfo(facts["zone"])).date()
    schedule = getattr(place, "schedule", None)
    state = open_state(facts["hours"], facts["zone"], now)
    return {
        **facts,
        **opening(state, may_say_open(place.service, now), bool(facts["phone"])),
        "week": week_words(facts["hours"], facts["zone"], today),
        "hours_note": schedule.note if schedule else "",
    }
