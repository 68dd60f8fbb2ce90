"""What there is to do about help lines and listings, for staff's first page."""

from datetime import timedelta

from django.db.models import Count, Q
from django.utils.translation import gettext as _

from hrapp.dues import SOON, Due, list_of, may_see, tells
from resources.freshness import LINE_CYCLE, LISTING_CYCLE
from resources.models import HelpLine, Report, Service

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
    fresh, ageing, _stale = LISTING_CYCLE
    first, last = on_time(today, fresh)
    old = today - timedelta(days=ageing)
    counts = Service.objects.running().aggregate(
        never=Count("pk", filter=Q(last_verified=None)),
        old=Count("pk", filter=Q(last_verified__lt=old)),
        ageing=Count("pk", filter=Q(last_verified__gte=old, last_verified__lt=first)),
        soon=Count("pk", filter=Q(last_verified__gte=first, last_verified__lt=last)),
    )
    soon = f"last_verified__gte={first}&last_verified__lt={last}"
    days = {"from": fresh + 1, "to": ageing}
    for group, name, words, narrowed in (
        ("overdue", "never", _("Listings never checked"), "checked=never"),
        ("overdue", "old", _("Listings checked over %d days ago") % ageing, "checked=old"),
        ("overdue", "ageing", _("Listings checked %(from)d to %(to)d days ago") % days,
         "checked=ageing"),
        ("soon", "soon", _("Listings to check soon"), soon),
    ):  # fmt: skip
        yield Due(group, words, counts[name], list_of(Service, f"{LISTED}&{narrowed}"))


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
