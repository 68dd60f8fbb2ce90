"""Alerts: what was found, where, and until when readers are told."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from hrapp.drafts_admin import DraftsAdmin
from principles.models import Alert
from resources.admin.picker import PicksByTyping


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

    @admin.display(description=_("where"))
    def where(self, alert):
        return alert.where
