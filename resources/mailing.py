"""Who sends things by mail: found by need and state, not by distance, and by nothing of a reader.

What is written as states is "MA, RI", two letters each, or "US" for all of them; nothing is "not
known". Where a service has places, and a reader may see none of them, it is not found here either.
"""

import re
from dataclasses import dataclass

from django.utils.translation import gettext

from hrapp.phrases import said_text
from hrapp.prepared import Prepared

from . import filters
from .cards import number_of, short, sure_words, sureness
from .freshness import Freshness
from .models import Service, door
from .place_words import STATES

EVERYWHERE = "US"
AT_MOST = 5
# Of one need, so many are looked at for those that send to a state.
LOOKED_AT = 100


def senders():
    return Service.objects.listed().filter(by_mail=door.ByMail.YES)


that_send = Prepared(
    lambda need: senders().filter(needs=need).order_by("name", "pk").values_list("pk")[:LOOKED_AT],
    need="example",
)


def without_a_place():
    """Those that can be found by mail alone."""
    return senders().filter(places=None)


@dataclass
class Sender:
    """`sends`: True when the state is known to be one of theirs, None when nobody knows."""

    service: Service
    sends: bool | None
    needs: str
    phone: object
    age: Freshness
    sure: str

    @property
    def where(self):
        return where_words(self.service.mail_states)


def codes_of(typed):
    """ "ma, Ri;US" -> ["MA", "RI", "US"], each once; ValueError with what is not one of them."""
    codes = [code.upper() for code in re.split(r"[^A-Za-z]+", typed) if code]
    for code in codes:
        if code not in STATES and code != EVERYWHERE:
            raise ValueError(code)
    return list(dict.fromkeys(codes))


def written_codes(mail_states):
    return set(re.findall(r"\b[A-Z]{2}\b", mail_states))


def sends_to(mail_states, state):
    """True or False; None when it is not known where they send."""
    written = written_codes(mail_states)
    return bool({state, EVERYWHERE} & written) if written else None


def where_words(mail_states):
    if not mail_states:
        return gettext("Ask if they send to your state.")
    if EVERYWHERE in written_codes(mail_states):
        return gettext("Sends to every state.")
    return gettext("Sends to %s.") % mail_states


def mailed(needs, state, now, *, only=(), maybe=False):
    """Who sends any of these (Needs) to a state ("MA"), those known to first -> [Sender].

    As in a list, those checked long ago come below fresher ones, and at last not at all.

    `only`, `maybe`: filters as in a list; "open now" does not matter to a letter.
    """
    ids = [row[0] for need in needs for row in that_send(need=need.pk)]
    if not ids:
        return []
    services = filters.services(only, maybe).with_needs_and_phones().filter(pk__in=ids)
    told = [sender(one, state, needs, now) for one in services.order_by("name", "pk")]
    told = [one for one in told if one.sends is not False and one.age.may_be_nearby]
    return sorted(told, key=lambda one: (one.age.sinks, one.sends is None))[:AT_MOST]


def sender(service, state, needs, now):
    met = {need.pk for need in service.needs.all()}
    labels = [short(said_text(need.label)) for need in needs if need.pk in met]
    phone, sure = number_of(service), sureness(service, now)
    words = sure_words(sure, bool(phone))
    sends = sends_to(service.mail_states, state)
    return Sender(service, sends, ", ".join(labels), phone, sure, words)
