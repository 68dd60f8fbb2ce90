"""Taking in a report, closing one, and what readers are told of them. Who may send: report_guards.

A report changes no fact. When enough people agree, the cards of the listing say so, by one UPDATE
in the same transaction; they stop saying it when the reports are closed.

Nobody is kept, so "somebody else" can only mean this: another network on the same day, as this
process remembers; or another day. On the same day after a restart, or in another process, nobody
can tell, and then it counts as the same person.
"""

import re

from django.db import connection, transaction
from django.utils import timezone
from django.utils.translation import gettext

from .clock_words import date_words
from .models import PlaceCard, Report, Service
from .models.report import Outcome
from .models.report_kind import Kind
from .senders import Senders

senders = Senders()
ENDINGS = (
    "com|org|net|info|gov|edu|biz|xyz|online|site|shop|store|link|click|top|club|app|dev|io|ru"
)
A_LINK = re.compile(
    rf"""(?:https?|ftp)\W{{0,3}}//\S+ | \bwww\.\S+ | [^\s@]+@[^\s@]+\.\w+
    | \b[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:{ENDINGS})\b(?:[/?:]\S*)?""",
    re.IGNORECASE | re.VERBOSE,
)


def without_links(note):
    """Links and addresses for mail out: nobody is led anywhere, and no person is named by them."""
    return A_LINK.sub("(link)", note)


def take(*, service, place, kind, note, network, today):
    """A reader's report -> Report, or None when the same network has said just that already.

    Raises senders.TooMany.
    """
    note = without_links(note)
    with senders.lock:
        mark = senders.mark(network, today)
        senders.count(mark, service.pk)
        report = kept(service, place, kind, note, mark, today)
        if report:
            senders.remember(mark, service.pk, kind, report.pk)
    return report


@transaction.atomic
def kept(service, place, kind, note, mark, today):
    locked(service.pk)
    same = Report.objects.still_open().filter(service=service, kind=kind)
    own = same.filter(pk__in=senders.own(mark, service.pk, kind))
    if own.filter(note=note).exists() or (not note and own.exists()):
        return None
    earlier = same.own_voices().filter(received_on=today).values_list("pk", flat=True)
    other = senders.are_others(mark, service.pk, kind, list(earlier))
    report = Report.objects.create(
        service=service, place=place, kind=kind, note=note, received_on=today, own_voice=other
    )
    tell_cards(service.pk)
    forget_old_notes(timezone.now())
    return report


@transaction.atomic
def close(*, reports, outcome, by, now):
    """Closes these reports, or opens them again when `outcome` is ""."""
    # In one order, so that two who close at once wait for each other and never in a ring.
    for report in sorted(reports, key=lambda one: one.service_id):
        locked(report.service_id)
        report.close(outcome=outcome, by=by, now=now)
        tell_cards(report.service_id)


def locked(service_id):
    """Two reports at once would not see each other. SQLite has one writer at a time as it is."""
    return Service.objects.select_for_update().filter(pk=service_id).first()


def is_doubted(service_id):
    return Report.objects.enough_say_the_same().filter(service=service_id).exists()


def tell_cards(service_id):
    """The listing's cards say that it may have changed, or no longer."""
    PlaceCard.objects.filter(place__service=service_id).update(doubted=is_doubted(service_id))


def forget_old_notes(now):
    """Deletes the words of reports that were closed long enough ago -> how many.

    May be run at any time, and again. SQLite is asked to write over what it deletes.
    """
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA secure_delete = ON")
    return Report.objects.with_an_old_note(now).update(note="")


def doubt_words():
    return gettext("Someone told us this may have changed.")


def endings(service, now):
    """Sentences for readers: how the latest report of each kind ended."""
    latest = {}
    for report in Report.objects.ended_lately(now).filter(service=service):
        latest.setdefault(report.kind, report)
    return [ending_words(report, timezone.localdate(now)) for report in latest.values()]


def ending_words(report, today):
    on = date_words(timezone.localdate(report.closed_at), today=today)
    told = {"what": what_words()[report.kind], "day": on}
    words = {
        Outcome.FIXED: gettext("A report of %(what)s was checked on %(day)s. We fixed it."),
        Outcome.STILL_RIGHT: gettext(
            "A report of %(what)s was checked on %(day)s. It was still right."
        ),
        Outcome.NO_ANSWER: gettext(
            "We tried on %(day)s to check a report of %(what)s. We could not reach them."
        ),
    }
    return words[report.outcome] % told


def what_words():
    return {
        Kind.CLOSED: gettext("a closed door"),
        Kind.MOVED: gettext("a move"),
        Kind.HOURS: gettext("wrong hours"),
        Kind.PHONE: gettext("a wrong phone"),
        Kind.RAN_OUT: gettext("running out"),
        Kind.UNSAFE: gettext("something not safe"),
    }
