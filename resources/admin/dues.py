"""What there is to do about help lines and listings, for staff's first page."""

from datetime import timedelta

from django.db.models import Count, Q
from django.utils.translation import gettext as _

from hrapp.dues import SOON, Due, list_of, may_see, tells
from resources.freshness import LINE_CYCLE
from resources.models import HelpLine, Report, Service
from resources.models.service import when_standing

UP = "is_down__exact=0"
LISTED = "status__exact=active&do_not_list__exact=0"


def on_time(today, days):
    """The first and last day of a check that holds today, but not in two weeks."""
    return today - timedelta(days=days), today - timedelta(days=days) + SOON


@tells
def of_help_lines(request, today):
    if not may_see(request, HelpLine):
        return
    first, last = on_time(today, LINE_CYCLE[0])
    up = Q(is_down=False)
    counts = HelpLine.objects.aggregate(
        down=Count("pk", filter=Q(is_down=True)),
        never=Count("pk", filter=up & Q(tested_on=None)),
        old=Count("pk", filter=up & Q(tested_on__lt=first)),
        soon=Count("pk", filter=up & Q(tested_on__gte=first, tested_on__lt=last)),
    )
    old, soon = f"tested_on__lt={first}", f"tested_on__gte={first}&tested_on__lt={last}"
    for group, name, words, narrowed in (
        ("down", "down", _("Lines marked down"), "is_down__exact=1"),
        ("overdue", "never", _("Help lines nobody has called"), f"{UP}&tested_on__isnull=True"),
        ("overdue", "old", _("Help lines to call again"), f"{UP}&{old}"),
        ("soon", "soon", _("Help lines to call soon"), f"{UP}&{soon}"),
    ):
        yield Due(group, words, counts[name], list_of(HelpLine, narrowed))


@tells
def of_listings(request, today):
    if not may_see(request, Service):
        return
    names = ("never", "expired", "stale", "ageing", "soon")
    counts = Service.objects.running().aggregate(
        **{name: Count("pk", filter=when_standing(name, today)) for name in names}
    )
    for group, name, words in (
        ("overdue", "never", _("Listings never checked")),
        ("overdue", "expired", _("Listings that lists leave out, checked too long ago")),
        ("overdue", "stale", _("Listings that sink in lists, checked long ago")),
        ("overdue", "ageing", _("Listings not checked lately")),
        ("soon", "soon", _("Listings to check soon")),
    ):
        narrowed = f"{LISTED}&checked={name}"
        yield Due(group, words, counts[name], list_of(Service, narrowed))


@tells
def of_reports(request, today):
    if not may_see(request, Report):
        return
    still_open = Report.objects.with_agreement().still_open()
    counts = still_open.aggregate(
        agreeing=Count("pk", filter=Q(agrees=True)),
        open=Count("pk"),
    )
    for standing, words in (
        ("agreeing", _("Reports that others agree with")),
        ("open", _("Open reports")),
    ):
        yield Due("reported", words, counts[standing], list_of(Report, f"standing={standing}"))
