"""A service at one place: its opening hours by day rows, and phones of this door alone."""

from django.contrib import admin
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from resources.models import Schedule, ServiceAtLocation

from .hours_form import HOURS_FIELDS, ScheduleForm
from .kept_index import KeepsTheIndex
from .phones import PhoneInline
from .picker import PicksByTyping


class HoursInline(admin.StackedInline):
    model = Schedule
    form = ScheduleForm
    fields = HOURS_FIELDS
    can_delete = False  # no rows and no ticks say the same
    verbose_name_plural = _("opening hours")


class PhonesOfThisDoor(PhoneInline):
    verbose_name_plural = _("phones of this place, when they differ from the service’s")


@admin.register(ServiceAtLocation)
class PlaceAdmin(KeepsTheIndex, PicksByTyping, admin.ModelAdmin):
    fields = ("service", "location")
    autocomplete_fields = ("service", "location")
    inlines = (HoursInline, PhonesOfThisDoor)
    list_display = ("service", "organization", "location")
    list_select_related = ("service__organization", "location")
    list_filter = ("location__visibility",)
    search_fields = ("service__name", "location__name", "location__address_1", "location__city")
    ordering = ("service__name", "pk")
    show_full_result_count = False
    list_per_page = 50

    @admin.display(description=_("organization"), ordering="service__organization__name")
    def organization(self, place):
        return place.service.organization

    def view_on_site(self, obj):
        return obj.get_absolute_url()

    def touched(self, thing):
        return ServiceAtLocation.objects.filter(pk=thing.pk)

    def response_post_save_change(self, request, obj):
        """Back to the service: that is where staff came from."""
        if "_popup" in request.POST or not request.user.has_perm("resources.change_service"):
            return super().response_post_save_change(request, obj)
        where = reverse("admin:resources_service_change", args=[obj.service_id])
        return HttpResponseRedirect(where)
