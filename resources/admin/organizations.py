"""Who runs services, with the phones that stand in where a service has none of its own."""

from django.contrib import admin
from django.db import models
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from hrapp.plain_forms import PlainForm
from resources import documents
from resources.models import Organization, ServiceAtLocation

from .kept_index import KeepsTheIndex
from .list_filters import FactsFrom
from .phones import PhoneInline


@admin.register(Organization)
class OrganizationAdmin(KeepsTheIndex, admin.ModelAdmin):
    form = PlainForm
    formfield_overrides = {models.URLField: {"assume_scheme": "https"}}
    fields = ("name", "description", "website", "its_services")
    readonly_fields = ("its_services",)
    inlines = (PhoneInline,)
    list_display = ("name", "website", "its_services")
    list_filter = (("upstream", FactsFrom),)
    search_fields = ("name",)
    ordering = ("name", "pk")
    show_full_result_count = False
    list_per_page = 50

    def get_queryset(self, request):
        return super().get_queryset(request).prefetch_related("services")

    @admin.display(description=_("its services"))
    def its_services(self, organization):
        if organization._state.adding:
            return _("Save first.")
        where = reverse("admin:resources_service_changelist")
        count = len(organization.services.all())
        words = _("%d services") % count if count != 1 else _("1 service")
        return format_html(
            '<a href="{}?organization__id__exact={}">{}</a>', where, organization.pk, words
        )

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        documents.keep("mail", form.instance.services.values_list("pk", flat=True))

    def touched(self, thing):
        return ServiceAtLocation.objects.filter(service__organization=thing)
