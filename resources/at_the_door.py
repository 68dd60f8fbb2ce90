"""What a listing tells of its door: what is known, what is not, and how much of it.

Not known is never counted as no: it is named, so that a reader can ask and staff can find out.
What the choices are is models/door.py's; what a list's card says of them, cards.py's.
"""

from django.db.models import Case, Q, Value, When
from django.utils.translation import gettext

from .models import Service, door

# In the order somebody at the door is asked.
CHOICES = tuple(door.CHOICES)
LISTS = (
    ("languages", door.LANGUAGES),
    ("accessibility", door.ACCESSIBILITY),
    ("allows", door.ALLOWS),
    ("contact_by", door.CONTACT_BY),
)
HOW_MANY = len(CHOICES) + 1 + len(LISTS)


def age_words(youngest, oldest):
    """ "18 and up", "All ages"; "" when nothing is known. From 0 up is everybody."""
    if youngest and oldest is not None:
        return gettext("%(youngest)d to %(oldest)d") % {"youngest": youngest, "oldest": oldest}
    if oldest is not None:
        return gettext("up to %(age)s") % {"age": oldest}
    if youngest is not None:
        return gettext("%(age)s and up") % {"age": youngest} if youngest else gettext("All ages")
    return ""


def label(name):
    return Service._meta.get_field(name).verbose_name


def every_question(service):
    """(label, words) of each thing that may be asked at the door; words "" when not known."""
    for name in CHOICES:
        known = getattr(service, name) != "unknown"
        yield label(name), str(getattr(service, f"get_{name}_display")()) if known else ""
    yield gettext("age"), age_words(service.min_age, service.max_age)
    for name, choices in LISTS:
        # A word that an import brought and we have no words for is told as it came.
        labels = {code: str(words) for code, words in choices}
        said = [labels.get(code, code) for code in in_order(getattr(service, name), labels)]
        yield label(name), ", ".join(said)


def in_order(kept, labels):
    codes = kept.split()
    return [code for code in labels if code in codes] + [c for c in codes if c not in labels]


def told(service):
    """-> ([(label, words)] of what is known, [label] of what is not: to ask before walking)."""
    every = list(every_question(service))
    return [pair for pair in every if pair[1]], [label for label, words in every if not words]


def known_count():
    """The same count for the database: an expression over Service."""
    conditions = [~Q(**{name: "unknown"}) for name in CHOICES]
    conditions += [~Q(**{name: ""}) for name, _choices in LISTS]
    conditions.append(Q(min_age__isnull=False) | Q(max_age__isnull=False))
    counted = [Case(When(one, then=Value(1)), default=Value(0)) for one in conditions]
    return sum(counted[1:], counted[0])
