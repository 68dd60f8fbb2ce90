"""Alerts: what was found, where, and until when readers are told."""

from datetime import timedelta

from django.contrib import admin
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from hrapp.drafts_admin import DraftsAdmin
from principles.models import Alert
from resources.admin.picker import PicksByTyping

CHECKED_EVERY = 30  # days


@admin.register(Alert)
class AlertAdmin(PicksByTyping, DraftsAdmin):
    list_display = ("found", "stands", "where", "found_on", "expires_on", "review_due")
    list_select_related = ("area",)
    search_fields = ("found", "what_to_do")
    autocomplete_fields = ("area", "sources")
    date_hierarchy = "found_on"
    ordering = ("-found_on", "pk")
    fieldsets = (
        (None, {"fields": ("found", ("area", "is_everywhere"), "what_to_do")}),
        (_("When"), {"fields": (("found_on", "expires_on"),)}),
        (_("How sure we are"), {"fields": ("sources", ("checked_on", "review_due"))}),
    )

    def get_changeform_initial_data(self, request):
        today = timezone.localdate()
        later = today + timedelta(days=CHECKED_EVERY)
        dates = {"found_on": today, "checked_on": today, "expires_on": later, "review_due": later}
        return {**dates, **super().get_changeform_initial_data(request)}

    @admin.display(description=_("where"))
    def where(self, alert):
        return alert.where
