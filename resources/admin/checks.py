"""How staff mark listings as checked: by a day and a way, or by one tap for today.

What a check does is resources.checking's. Who made it is shown here and nowhere else.
"""

from functools import partial

from django.contrib import admin, messages
from django.utils import timezone
from django.utils.html import format_html_join
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from resources import checking
from resources.models import Service

from .service_form import TODAY

# In a list, the tick that stands for all of it, however many pages it has.
ALL_OF_IT = "all_of_it"
HOWS = Service.VerifiedBy.choices
AT_MOST_TOLD = 20


class MarksAsChecked:
    """For the admin of services: the last check is never saved by the form, but by its verb."""

    def save_model(self, request, obj, form, change):
        day, how = obj.last_verified, obj.verified_by
        saved = Service.objects.filter(pk=obj.pk).values_list(
            "last_verified", "verified_by", "hours_checked_on"
        )
        was = saved.first() or (None, "", None)
        obj.last_verified, obj.verified_by, obj.hours_checked_on = was
        super().save_model(request, obj, form, change)
        if request.POST.get(TODAY) in Service.VerifiedBy.values:
            day, how = timezone.localdate(), request.POST[TODAY]
        elif not form.is_a_check():
            return
        # A check that was made since the screen was opened is nobody's to take back unseen.
        seen = form.day_it_showed() == was[0]
        if seen and (day is None or (was[0] and day < was[0])):
            checking.take_back([obj.pk])
        if day:
            obj.verify(by=request.user, how=how, on=day, **form.what_was_checked())

    @admin.display(description=_("checks so far"))
    def checks_so_far(self, service):
        told = service.checks.newest_first().select_related("by")[:AT_MOST_TOLD]
        lines = [(check, what_of(check), check.by or "") for check in told]
        return format_html_join("", "<p>{}: {}. {}</p>", lines) or _("None.")

    def get_actions(self, request):
        """Four ways to have checked today, and nothing that takes listings away."""
        if not self.has_change_permission(request):
            return {}
        return {
            f"checked_{how}": (partial(checked_today, how=how), f"checked_{how}", said)
            for how, said in HOWS
        }

    def changelist_view(self, request, extra_context=None):
        """ "All of it" needs no row ticked, where Django asks for one."""
        if request.method == "POST" and request.POST.get(ALL_OF_IT):
            request.POST = request.POST.copy()
            request.POST["select_across"] = "1"
            request.POST.setdefault("_selected_action", "")
        return super().changelist_view(request, extra_context)

    def change_view(self, request, object_id, form_url="", extra_context=None):
        ways = {"checked_hows": HOWS if self.has_change_permission(request) else []}
        return super().change_view(request, object_id, form_url, ways | (extra_context or {}))


def checked_today(model_admin, request, services, *, how):
    keys = list(services.order_by("pk").values_list("pk", flat=True))
    count = checking.verify(keys, by=request.user, how=how, on=timezone.localdate())
    words = ngettext("%d listing checked today.", "%d listings checked today.", count) % count
    model_admin.message_user(request, words, messages.SUCCESS)


def what_of(check):
    said = {
        gettext("hours"): check.hours,
        gettext("phone"): check.phone,
        gettext("still there"): check.still_there,
    }
    return ", ".join(words for words, is_so in said.items() if is_so)
