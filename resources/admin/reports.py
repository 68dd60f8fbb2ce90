"""The queue of reports: open ones first, and of those first what several people say.

A report is closed here with how it ended; the listing itself is mended on its own screen, one tap
away. What readers are told of it is resources.reporting's.
"""

from django.contrib import admin
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from resources import reporting
from resources.models import Report
from resources.models.report import Outcome


class Standing(admin.SimpleListFilter):
    title = _("open or closed")
    parameter_name = "standing"

    def lookups(self, request, model_admin):
        return [
            ("open", _("Open")),
            ("agreeing", _("Open, and others say so too")),
            ("closed", _("Closed")),
        ]

    def queryset(self, request, queryset):
        match self.value():
            case "open":
                return queryset.still_open()
            case "agreeing":
                return queryset.filter(agrees=True)
            case "closed":
                return queryset.closed()
        return queryset


def ending(outcome):
    """A bulk action that closes what is ticked with this outcome."""

    @admin.action(description=_("Close: %s") % outcome.label, permissions=["change"])
    def close(admin_of_reports, request, queryset):
        reports = list(queryset.still_open().order_by("pk"))
        admin_of_reports.end(request, reports, outcome)
        words = ngettext("%d report closed.", "%d reports closed.", len(reports))
        admin_of_reports.message_user(request, words % len(reports))

    close.__name__ = f"close_{outcome.value}"
    return close


@admin.register(Report)
class ReportAdmin(admin.ModelAdmin):
    list_display = ("what", "listing", "words", "others_too", "received_on", "outcome")
    list_filter = (Standing, "kind", "outcome")
    list_per_page = 50
    search_fields = ("service__name", "note")
    show_full_result_count = False
    actions = [ending(outcome) for outcome in Outcome]
    fields = (
        *("kind", "listing", "at_which_place", "note", "received_on", "others_too"),
        *("outcome", "closed_at", "closed_by"),
    )
    readonly_fields = tuple(name for name in fields if name != "outcome")

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if field and db_field.name == "outcome":
            # A screen left open does not undo how somebody closed it since.
            field.show_hidden_initial = True
        return field

    def get_queryset(self, request):
        queue = Report.objects.with_agreement().in_the_order_of_the_queue()
        return queue.select_related("service", "place__location", "closed_by")

    def get_actions(self, request):
        actions = super().get_actions(request)
        actions.pop("delete_selected", None)  # a report is closed, and its words go by themselves
        return actions

    def has_add_permission(self, request):
        return False

    def changelist_view(self, request, extra_context=None):
        reporting.forget_old_notes(timezone.now())
        return super().changelist_view(request, extra_context)

    def changeform_view(self, request, *args, **kwargs):
        reporting.forget_old_notes(timezone.now())
        return super().changeform_view(request, *args, **kwargs)

    def save_model(self, request, obj, form, change):
        if "outcome" in form.changed_data:
            now = timezone.now()
            reporting.close(reports=[obj], outcome=obj.outcome, by=request.user, now=now)

    def delete_model(self, request, obj):
        super().delete_model(request, obj)
        reporting.tell_cards(obj.service_id)

    def end(self, request, reports, outcome):
        now = timezone.now()
        reporting.close(reports=reports, outcome=outcome, by=request.user, now=now)
        for report in reports:
            self.log_change(request, report, [{"changed": {"fields": [str(outcome.label)]}}])

    def view_on_site(self, obj):
        return obj.service.get_absolute_url()

    @admin.display(description=_("what is wrong"), ordering="kind")
    def what(self, report):
        return report.get_kind_display()

    @admin.display(description=_("listing"), ordering="service__name")
    def listing(self, report):
        address = reverse("admin:resources_service_change", args=[report.service_id])
        return format_html('<a href="{}">{}</a>', address, report.service)

    @admin.display(description=_("at which place"))
    def at_which_place(self, report):
        return report.place.location if report.place else _("They did not say.")

    @admin.display(description=_("in their words"))
    def words(self, report):
        return Truncator(report.note).chars(120)

    @admin.display(description=_("others say so too"), boolean=True)
    def others_too(self, report):
        return report.agrees
