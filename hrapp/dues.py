"""What staff's first page says there is to do. Each app adds what it knows of; this imports none.

A function that `tells` is given the request and today, and yields Dues: counts, each with the list
that it counted. What is Published is told of here, whatever its kind.
"""

from datetime import timedelta
from typing import NamedTuple

from django.contrib import admin
from django.db.models import Count
from django.urls import reverse
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from .models import Published, Version

SOON = timedelta(days=14)
# In the order staff read them. A group that nobody tells of is not on the page.
GROUPS = {
    "reported": _("Reports from readers"),
    "down": _("Help lines that are down"),
    "overdue": _("Overdue"),
    "soon": _("Due in 14 days"),
    "waiting": _("Drafts that wait to be published"),
    "unsourced": _("No source named"),
    "untranslated": _("Not in Spanish yet"),
}


class Due(NamedTuple):
    group: str
    words: str
    count: int
    address: str


tellers = []


def tells(function):
    tellers.append(function)
    return function


def may_see(request, model):
    return admin.site.get_model_admin(model).has_view_permission(request)


def list_of(model, narrowed):
    """The address of staff's list of these, narrowed by this query string."""
    name = model._meta.label_lower.replace(".", "_")
    return f"{reverse(f'admin:{name}_changelist')}?{narrowed}"


def by_group(request):
    """[(heading, dues that count something)]; a group told of with nothing in it has none."""
    told = {}
    for teller in tellers:
        for due in teller(request, timezone.localdate()):
            told.setdefault(due.group, []).append(due)
    return [
        (heading, [due for due in told[group] if due.count])
        for group, heading in GROUPS.items()
        if group in told
    ]


@tells
def of_what_is_published(request, today):
    waiting = Version.objects.waiting().values_list("kind").annotate(Count("pk"))
    drafts = dict(waiting.order_by("kind"))
    for model in admin.site._registry:
        if issubclass(model, Published) and may_see(request, model):
            counts = {**counts_of(model, today), "waiting": drafts.get(model._meta.label_lower, 0)}
            words = capfirst(model._meta.verbose_name_plural)
            for group, count in counts.items():
                yield Due(group, words, count, list_of(model, f"standing={group}"))


def counts_of(model, today):
    """{group: how many} by one question."""
    shown = model.objects.in_use()
    return shown.aggregate(
        overdue=Count("pk", filter=shown.when_overdue(today)),
        soon=Count("pk", filter=shown.when_due_by(today, today + SOON)),
        unsourced=Count("pk", filter=shown.when_unsourced()),
    )
