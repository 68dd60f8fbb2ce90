"""Where services happen, and how much of that the public may know."""

from django.contrib import admin, messages
from django.utils.translation import gettext_lazy as _

from resources.models import Location, ServiceAtLocation

from .forgotten import as_it_was, forget
from .kept_index import KeepsTheIndex
from .list_filters import Given
from .location_doubts import doubts_about
from .location_form import LocationForm
from .picker import PicksByTyping


class ServicesHere(admin.TabularInline):
    """To be read: a service is put at a place on the service's own screen."""

    model = ServiceAtLocation
    fields = ("service",)
    readonly_fields = ("service",)
    extra = 0
    can_delete = False
    verbose_name_plural = _("services here")

    def has_add_permission(self, request, obj=None):
        return False

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("service", "location")


@admin.register(Location)
class LocationAdmin(KeepsTheIndex, PicksByTyping, admin.ModelAdmin):
    form = LocationForm
    autocomplete_fields = ("area",)
    inlines = (ServicesHere,)
    list_display = ("called", "address_1", "city", "state", "postal_code", "visibility", "on_map")
    list_filter = ("visibility", ("latitude", Given), "state")
    list_select_related = ("area",)
    search_fields = ("name", "address_1", "city", "postal_code")
    search_help_text = _("A name, a street, a city or a ZIP.")
    ordering = ("state", "city", "address_1", "pk")
    show_full_result_count = False
    list_per_page = 50
    fieldsets = (
        (
            _("Address"),
            {
                "fields": (
                    "name",
                    ("address_1", "address_2"),
                    ("city", "state", "postal_code"),
                    "country",
                )
            },
        ),
        (
            _("On the map"),
            {
                "description": _(
                    "Without a point there are no directions, and the place is found by the area "
                    "below. Leave the point empty when it is only the middle of a town or a ZIP: "
                    "it could send somebody to a wrong door."
                ),
                "fields": (("latitude", "longitude"), "timezone"),
            },
        ),
        (
            _("Who may know"),
            {
                "description": _(
                    "A place for people fleeing violence shows an area only. A place that shows "
                    "its address but has no point needs an area too, to be found nearby."
                ),
                "fields": ("visibility", "area", "keeps_address"),
            },
        ),
    )

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        location = form.instance
        if form.erased:
            forget(as_it_was(form), location)
            messages.info(request, _("The street and the point of this place are erased."))
        for doubt in doubts_about(location, street_before=form.initial.get("address_1", "")):
            messages.warning(request, doubt)

    @admin.display(description=_("place"), ordering="name")
    def called(self, location):
        return str(location) or _("(no address)")

    @admin.display(description=_("on the map"))
    def on_map(self, location):
        if location.near is None:
            return _("No")
        by_area = location.area_id and location.point != (location.latitude, location.longitude)
        return _("Only about there") if by_area else _("Yes")

    def touched(self, thing):
        return ServiceAtLocation.objects.filter(location=thing)
