"""What people filter by. Each says what is a match, and what is simply not known.

"Not known" is never a match: those places are told apart, as "may be". See domain rules in
README's Decisions. Open now, or at a time, is not here: no query can know it; resources.finding
asks the hours.
Nor is "a place kept private": an area is also shown where no street is known, which is no promise.
Nor "mails to my state": a filter knows nothing of the reader, and states are typed as words.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from django.db.models import Q
from django.template.loader import get_template
from django.utils.safestring import mark_safe
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from .models import Service, door
from .open_at import day_choices


@dataclass(frozen=True)
class Filter:
    name: str
    label: str
    match: Q
    unknown: Q


def is_one_of(name, label, field, *values):
    return Filter(name, label, Q(**{f"{field}__in": values}), Q(**{field: "unknown"}))


def lists(name, label, field, word):
    return Filter(name, label, Q(**{f"{field}__contains": word}), Q(**{field: ""}))


def is_for(name, label, slug):
    made_for = Service.audiences.through.objects.filter(audience=slug).values("service")
    anyone = Service.audiences.through.objects.values("service")
    return Filter(name, label, Q(pk__in=made_for), ~Q(pk__in=anyone))


OPEN_NOW = ("open_now", _("Open now"))
A_TIME = re.compile(r"[012]\d:[0-5]\d")
OPEN_AT = "open_at"  # a day and a time: two boxes under "More filters", see resources.open_at

FILTERS = [
    is_one_of("free", _("Free"), "cost", door.Cost.FREE),
    is_one_of("no_id", _("No ID"), "id_required", door.IdRequired.NO, door.IdRequired.ASKS),
    is_one_of("walk_in", _("Walk in"), "intake", door.Intake.WALK_IN),
    is_one_of("comes_to_me", _("Comes to me"), "delivery", *door.COMES_TO_ME),
    is_one_of("no_insurance", _("No insurance"), "insurance", door.Insurance.NOT_NEEDED),
    is_one_of("medicaid", _("Takes Medicaid"), "insurance", door.Insurance.MEDICAID),
    is_one_of("private_insurance", _("Private insurance"), "insurance", door.Insurance.PRIVATE),
    is_one_of("low_cost", _("Pay what you can"), "cost", door.Cost.FREE, door.Cost.SLIDING),
    is_one_of("by_mail", _("By mail"), "by_mail", door.ByMail.YES),
    is_one_of("as_many", _("As many as you need"), "syringe_model", door.SyringeModel.NEEDS_BASED),
    is_one_of(
        "no_names", _("No names asked"), "names_asked", door.NamesAsked.NO, door.NamesAsked.CODE
    ),
    is_one_of("no_police", _("No police on site"), "police", door.Police.NO),
    is_one_of("using_ok", _("Active use is OK"), "sobriety", door.Sobriety.NOT_REQUIRED),
    is_for("women", _("For women"), "women"),
    is_for("trans_lgbtq", _("Trans and LGBTQ+ friendly"), "trans_lgbtq"),
    is_for("youth", _("For youth"), "youth"),
    is_for("sexwork", _("For people who do sex work"), "sexwork"),
    # The youngest age is what turns people away; with none written down, nobody knows.
    Filter("minors", _("Under 18 OK"), Q(min_age__lt=18), Q(min_age=None)),
    lists("spanish", _("Spanish spoken"), "languages", "es"),
    lists("portuguese", _("Portuguese spoken"), "languages", "pt"),
    lists("creole", _("Haitian Creole spoken"), "languages", "ht"),
    lists("interpreter", _("Interpreter by phone"), "languages", "phone"),
    lists("step_free", _("Step-free"), "accessibility", "step_free"),
    lists("restroom", _("Wheelchair restroom"), "accessibility", "restroom"),
    lists("asl", _("Sign language"), "accessibility", "asl"),
    lists("pets", _("Pets OK"), "allows", "pets"),
    lists("kids", _("Kids OK"), "allows", "kids"),
    lists("couples", _("Couples OK"), "allows", "couples"),
    lists("can_text", _("I can text them"), "contact_by", "text"),
    lists("online", _("I can ask online"), "contact_by", "web"),
    lists("no_phone", _("No phone needed"), "contact_by", "walk"),
    Filter("checked", _("Checked by us"), Q(last_verified__isnull=False), Q(last_verified=None)),
]
BY_NAME = {some.name: some for some in FILTERS}
CHOICES = [OPEN_NOW, *((some.name, some.label) for some in FILTERS)]
NAMES = [name for name, _label in CHOICES]
# The first few stand as chips above the list; the rest are folded away.
FIRST = 5


def services(names, maybe=False):
    """Services known to match all these filters; with `maybe`, also those where it is not known."""
    found = Service.objects.all()
    for name in names:
        if name in BY_NAME:
            some = BY_NAME[name]
            found = found.filter(some.match | some.unknown if maybe else some.match)
    return found


@lru_cache(maxsize=128)
def kept_chips(ticked, maybe, asks_when, language, day="", at=""):
    choices = [(name, str(label), name in ticked) for name, label in CHOICES]
    # What is ticked is never folded away: it may have been read from words, and can be unticked.
    first = [one for n, one in enumerate(choices) if n < FIRST or one[2]]
    rest = [one for one in choices if one not in first]
    first.sort(key=lambda one: not one[2])  # On a narrow phone the row goes on past its edge.
    # A box for times shows nothing else, and what was typed must stay to be seen.
    is_time = not at or A_TIME.fullmatch(at)
    then = {"days": day_choices(day), "at": at, "is_time": is_time} if asks_when else None
    html = get_template("resources/_filters.html", using="quick").render(
        {"first": first, "rest": rest, "maybe": maybe, "then": then}
    )
    return mark_safe(html.replace(">\n<", "><"))


def filter_chips(ticked=(), maybe=False, day="", at="", *, asks_when=True):
    """The filters as chips to tick: the same for everybody who ticked the same.

    `asks_when`: with boxes for a day and a time, also when they are empty. A list has none then:
    it has to be there in the first ten kilobytes.
    """
    if day or at:  # what was typed is kept nowhere, not for a minute
        return kept_chips.__wrapped__(tuple(ticked), maybe, True, get_language(), day, at)
    return kept_chips(tuple(ticked), maybe, asks_when, get_language())
