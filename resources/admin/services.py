"""The main screen: a service, its phones, its places with their hours, and what it asks."""

import re

from django.contrib import admin
from django.db import models
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from resources import at_the_door, documents
from resources.day_rows import from_opening_hours, in_words
from resources.models import Service, ServiceAtLocation

from .checks import MarksAsChecked
from .closed_today import CLOSE, OPEN, PlaceOnServiceForm, button, buttons
from .hours_form import beyond_words
from .kept_index import KeepsTheIndex
from .known_at_the_door import KnownAtTheDoor, in_short
from .list_filters import Checked, FactsFrom
from .phones import PhoneInline
from .picker import PicksByTyping
from .service_form import ServiceForm

WHAT = ("checked_hours", "checked_phone", "checked_still_there")
HOURS_OF = "_hours_of"


class PlacesInline(PicksByTyping, admin.TabularInline):
    """Django nests no inlines: the hours are told here, and edited one tap away."""

    model = ServiceAtLocation
    form = PlaceOnServiceForm
    fields = ("location", "hours", "opens_again")
    readonly_fields = ("hours",)
    autocomplete_fields = ("location",)
    extra = 0
    verbose_name = _("place")
    verbose_name_plural = _("places and opening hours")

    def get_queryset(self, request):
        found = super().get_queryset(request).select_related("service", "location", "schedule")
        return found.order_by("location__name", "pk")

    @admin.display(description=_("opening hours"))
    def hours(self, place):
        if place._state.adding:
            return _("Pick a place and save. Then its hours can be written.")
        words = hours_in_words(getattr(place, "schedule", None))
        change = gettext("Save, then change hours")
        # A button, not a link: what is typed on this screen is saved on the way.
        told = format_html("{} {}", words, button(HOURS_OF, place, change))
        return format_html("{} {}", told, buttons(place))


def hours_in_words(schedule):
    saved, today = schedule.opening_hours if schedule else "", timezone.localdate()
    rows = from_opening_hours(saved)
    return beyond_words(saved) if rows is None else in_words(rows.from_day(today), today)


@admin.register(Service)
class ServiceAdmin(MarksAsChecked, KeepsTheIndex, PicksByTyping, admin.ModelAdmin):
    form = ServiceForm
    formfield_overrides = {models.URLField: {"assume_scheme": "https"}}
    autocomplete_fields = ("organization",)
    readonly_fields = ("where_from", "known", "checks_so_far")
    inlines = (PhoneInline, PlacesInline)
    save_on_top = True
    list_per_page = 50
    list_display = (
        *("name", "where", "organization", "how_much_known", "status"),
        *("last_verified", "verified_by"),
    )
    list_filter = (
        Checked,
        "status",
        "do_not_list",
        KnownAtTheDoor,
        "verified_by",
        "delivery",
        ("upstream", FactsFrom),
    )
    list_select_related = ("organization",)
    search_fields = (
        *("name", "organization__name", "phones__number"),
        *("places__location__city", "places__location__postal_code"),
    )
    search_help_text = _("A name, an organization, a city, a ZIP or a phone number.")
    ordering = ("name", "pk")
    show_full_result_count = False
    fieldsets = (
        (_("What it is"), {"fields": ("organization", "name", "description", "website")}),
        (_("What people get"), {"fields": ("needs", "audiences")}),
        (
            _("Checked"),
            {"fields": (("last_verified", "verified_by"), WHAT, "checks_so_far", "where_from")},
        ),
        (
            _("What they ask at the door"),
            {
                "description": _("“Not known” is an answer. Never guess."),
                "fields": (
                    "known",
                    ("id_required", "names_asked"),
                    ("cost", "cost_note"),
                    ("intake", "wait"),
                    ("syringe_model", "for_others"),
                    ("insurance", "delivery"),
                    ("by_mail", "mail_states"),
                    ("sobriety", "police"),
                    ("gender", "bags"),
                    ("min_age", "max_age", "minors_note"),
                    "languages",
                    "accessibility",
                    "allows",
                    "contact_by",
                ),
            },
        ),
        (_("Listed or not"), {"fields": ("status", "do_not_list")}),
    )

    def get_queryset(self, request):
        found = super().get_queryset(request).prefetch_related("places__location")
        return found.annotate(known_count=at_the_door.known_count())

    def get_search_results(self, request, queryset, search_term):
        """617-555-0123 is looked for as it is kept: +16175550123."""
        if re.fullmatch(r"[\d\s().+-]{7,}", search_term):
            search_term = re.sub(r"\D", "", search_term)
        return super().get_search_results(request, queryset, search_term)

    @admin.display(description=_("where"))
    def where(self, service):
        towns = sorted({town_of(place.location) for place in service.places.all()})
        if len(towns) < 3:
            return "; ".join(towns)
        more = len(towns) - 1
        return ngettext("%(town)s and %(more)d more", "%(town)s and %(more)d more", more) % {
            "town": towns[0],
            "more": more,
        }

    @admin.display(description=_("known"), ordering="known_count")
    def how_much_known(self, service):
        return _("%(known)d of %(all)d") % {
            "known": service.known_count,
            "all": at_the_door.HOW_MANY,
        }

    @admin.display(description=_("how much is known"))
    def known(self, service):
        return in_short(service)

    @admin.display(description=_("facts from"))
    def where_from(self, service):
        if not service.upstream:
            return _("Entered here.")
        return service.upstream.name

    def view_on_site(self, obj):
        return obj.get_absolute_url()

    def response_post_save_change(self, request, obj):
        asked = request.POST.get(HOURS_OF)
        if asked and asked in {str(place.pk) for place in obj.places.all()}:
            where = reverse("admin:resources_serviceatlocation_change", args=[asked])
            return HttpResponseRedirect(where)
        if {CLOSE, OPEN} & request.POST.keys():  # back to where the button was, to see it done
            return HttpResponseRedirect(f"{request.path}#places-group")
        return super().response_post_save_change(request, obj)

    def touched(self, thing):
        return ServiceAtLocation.objects.filter(service=thing)

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        documents.keep("mail", [form.instance.pk])

    def delete_model(self, request, obj):
        key = obj.pk
        super().delete_model(request, obj)
        documents.forget("mail", [key])


def town_of(location):
    return ", ".join(filter(None, [location.city, location.state])) or str(location)
