"""ZIPs, cities, counties and states: to be searched and picked from. Rarely, a middle is moved.

Their names come from the gazetteer's files, and are not edited here.
"""

from django import forms
from django.contrib import admin
from django.db.models import Q
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from resources.models import Area, ServiceAtLocation
from resources.models.location import must_be_a_zone
from resources.place_words import place_key

from .kept_index import KeepsTheIndex


class AreaForm(forms.ModelForm):
    latitude = forms.FloatField(label=_("Latitude of its middle"), min_value=-90, max_value=90)
    longitude = forms.FloatField(label=_("Longitude of its middle"), min_value=-180, max_value=180)
    timezone = forms.CharField(label=_("Time zone"), max_length=40, validators=[must_be_a_zone])

    class Meta:
        model = Area
        fields = ("latitude", "longitude", "timezone")


@admin.register(Area)
class AreaAdmin(KeepsTheIndex, admin.ModelAdmin):
    form = AreaForm
    fields = ("name", "kind", "state", "also", "latitude", "longitude", "timezone")
    readonly_fields = ("name", "kind", "state", "also")
    list_display = ("label", "kind", "state", "also", "timezone")
    list_filter = ("kind",)
    search_fields = ("slug",)  # shows the box; what it finds is said below
    search_help_text = _("A ZIP, a city, a county or a state, from its first letters.")
    ordering = ("-population", "name", "state", "slug")
    show_full_result_count = False
    list_per_page = 50

    def get_search_results(self, request, queryset, search_term):
        if not search_term.strip():
            return queryset, False
        starts = Q(slug__startswith=slugify(search_term)) if slugify(search_term) else Q()
        if key := place_key(search_term):
            starts |= Q(key__startswith=key)
        return (queryset.filter(starts) if starts else queryset.none()), False

    def has_add_permission(self, request):
        return False

    def has_delete_permission(self, request, obj=None):
        return False

    def touched(self, thing):
        return ServiceAtLocation.objects.filter(location__area=thing)
