"""Alerts: those that run, newest first; and the same for a feed reader, which is told by nobody."""

from datetime import UTC, datetime
from uuid import NAMESPACE_URL, uuid5

from django.conf import settings
from django.db.models import Max
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.dateformat import format as day
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import get_language, gettext
from django.views.decorators.http import require_safe

from hrapp.models import Version
from principles.models import Alert

DAY = "j M Y"


def running():
    return Alert.objects.running().newest_first().select_related("area").prefetch_related("sources")


@require_safe
def alerts(request):
    return render(request, "principles/alerts.html", {"alerts": running()})


@require_safe
def feed(request):
    page = f"{settings.SITE_URL}/alerts/"
    made = Atom1Feed(
        title=gettext("Alerts: what was found in drugs"),
        link=page,
        description=None,
        language=get_language(),
        author_name=settings.SITE_NAME,
        feed_url=f"{page}feed/",
        feed_guid=uuid5(NAMESPACE_URL, f"{page}feed/").urn,
    )
    shown = list(running())
    changed = published_at(shown)
    for alert in shown:
        made.add_item(
            title=f"{alert.where}: {alert.found}",
            link=f"{page}#alert-{alert.pk}",
            description=whole(alert),
            unique_id=alert.pk.urn,
            updateddate=changed.get(str(alert.pk)) or midnight(alert.found_on),
        )
    return HttpResponse(made.writeString("utf-8"), content_type=made.content_type)


def whole(alert):
    """All that the page says of it: a feed reader keeps it when it is gone from here."""
    found = gettext("Found on %(on)s.") % {"on": day(alert.found_on, DAY)}
    until = gettext("Shown until %(on)s.") % {"on": day(alert.expires_on, DAY)}
    checked = gettext("Checked on %(on)s.")
    if alert.is_overdue:
        checked = gettext("Not checked since %(on)s.")
    checked %= {"on": day(alert.checked_on, DAY)}
    sources = "; ".join(named(source) for source in alert.sources.all())
    return "\n".join([found, *alert.lines, f"{checked} {until}", f"{gettext('From:')} {sources}"])


def named(source):
    return ", ".join(part for part in (source.title, source.publisher) if part)


def published_at(shown):
    """{key: when readers last got another version of it}"""
    versions = Version.objects.published().filter(
        kind=Alert._meta.label_lower, key__in=[str(alert.pk) for alert in shown]
    )
    return dict(versions.values_list("key").annotate(Max("published_at")))


def midnight(day):
    return datetime(day.year, day.month, day.day, tzinfo=UTC)
