"""What a list tells of a place: the facts, made ready when it is saved, and told to one reader.

`facts_of` runs when something is saved and holds only what is public. `told` adds what depends
on the moment: open or not, how far, how sure. Neither decides who is listed: that is
`ServiceAtLocation.objects.listed()`.
"""

from datetime import date
from zoneinfo import ZoneInfo

from django.utils.translation import gettext

from .freshness import LISTING_CYCLE, VAN_CYCLE, freshness
from .hours import open_state, week_words
from .models import door

# In the order a person at the door is asked.
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
LISTS = (
    ("languages", door.LANGUAGES),
    ("accessibility", door.ACCESSIBILITY),
    ("allows", door.ALLOWS),
    ("contact_by", door.CONTACT_BY),
)


def facts_of(place):
    """A listed place with all it is made of -> its public facts, ready for a list (JSON)."""
    service, location = place.service, place.location
    schedule = getattr(place, "schedule", None)
    needs = sorted(service.needs.all(), key=lambda need: (need.order, need.pk))
    phone = phone_of(place)
    return {
        "service": str(service.pk),
        "name": service.name,
        "needs": {need.pk: short(need.label) for need in needs},
        "phone": phone and [phone.href, phone.words],
        "where": where(location),
        "point": exact_point(location),
        "zone": location.timezone,
        "hours": schedule.opening_hours if schedule else "",
        "checked": service.last_verified and service.last_verified.isoformat(),
        "how": service.verified_by,
        "moves": service.delivery in door.COMES_TO_ME,
        "door": door_words(service),
        "source": source_words(service),
    }


def short(label):
    """ "New syringes (points, works)" -> "New syringes"."""
    return label.split(" (")[0]


def phone_of(place):
    """The number to call for this place: its own, else the service's, else the organization's."""
    for owner in (place, place.service, place.service.organization):
        for phone in owner.phones.all():
            if phone.type == "voice":
                return phone
    return None


def where(location):
    if location.visibility == "area":
        return f"{location.area.label}. Call for the place."
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


def source_words(service):
    return f"{service.upstream.name}" if service.upstream else ""


def told(facts, *, place_id, miles, needs, now):
    """The facts as told to one reader at one moment -> a dict for the card."""
    checked = facts["checked"] and date.fromisoformat(facts["checked"])
    sure = freshness(
        checked, facts["how"], now.date(), VAN_CYCLE if facts["moves"] else LISTING_CYCLE
    )
    return {
        **facts,
        **met(facts["needs"], needs),
        **opening(facts["hours"], facts["zone"], sure, now),
        "id": place_id,
        "miles": miles,
        "far": miles_in_words(miles),
        "sure": sure,
        "way": facts["point"] and way_to(facts["point"]),
    }


def opening(hours, zone, sure, now):
    """Is it open, in words we can stand by: hours nobody checked lately are never "open"."""
    state = open_state(hours, zone, now)
    is_open = state.kind == "open" and sure.may_say_open
    doubtful = state.kind == "open" and not is_open
    words = gettext("It may be open. Call first.") if doubtful else state.words
    return {"state": state, "open": is_open, "state_words": words}


def way_to(point):
    """A map's directions to the point, followed only when tapped. A phone's own map may take it."""
    return f"https://www.openstreetmap.org/directions?to={point[0]:.5f}%2C{point[1]:.5f}"


def sureness(service, now):
    moves = service.delivery in door.COMES_TO_ME
    cycle = VAN_CYCLE if moves else LISTING_CYCLE
    return freshness(service.last_verified, service.verified_by, now.date(), cycle)


def whole(place, now):
    """A listed place -> all its own page tells of it."""
    facts = facts_of(place)
    today = now.astimezone(ZoneInfo(facts["zone"])).date()
    schedule = getattr(place, "schedule", None)
    return {
        **facts,
        **opening(facts["hours"], facts["zone"], sureness(place.service, now), now),
        "id": place.pk,
        "week": week_words(facts["hours"], facts["zone"], today),
        "note": schedule.note if schedule else "",
        "way": facts["point"] and way_to(facts["point"]),
    }


def door_table(service):
    """[(label, words)] of what they ask at the door: what is not known says so."""
    fields = [service._meta.get_field(name) for name in DOOR]
    table = [(f.verbose_name, getattr(service, f"get_{f.name}_display")()) for f in fields]
    for name, choices in LISTS:
        said = [str(label) for code, label in choices if code in getattr(service, name).split()]
        table.append((service._meta.get_field(name).verbose_name, ", ".join(said)))
    return [(label, words or gettext("Not known. Ask.")) for label, words in table]


def met(labels, needs):
    """{need: label} -> which of the needs asked for a place meets, and what it has besides."""
    return {
        "meets": [label for need, label in labels.items() if need in needs],
        "also": [label for need, label in labels.items() if need not in needs],
    }


def miles_in_words(miles):
    """Distances are from the middle of an area, so they are "about"."""
    if miles < 0.1:
        return "Less than 0.1 miles"
    if miles < 10:
        return f"About {miles:.1f} miles"
    return f"About {miles:,.0f} miles"
