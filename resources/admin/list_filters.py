"""How staff narrow a list, in words: what is missing, what was never checked or long ago."""

from datetime import timedelta

from django.contrib import admin
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from resources.freshness import LISTING_CYCLE

FRESH, AGEING, _STALE = LISTING_CYCLE


class Checked(admin.SimpleListFilter):
    title = _("last checked")
    parameter_name = "checked"

    def lookups(self, request, model_admin):
        return [
            ("never", _("Never")),
            ("old", _("Over %d days ago") % AGEING),
            ("ageing", _("%(from)d to %(to)d days ago") % {"from": FRESH + 1, "to": AGEING}),
            ("fresh", _("In the last %d days") % FRESH),
        ]

    def queryset(self, request, queryset):
        today = timezone.localdate()
        fresh, ageing = (today - timedelta(days=days) for days in (FRESH, AGEING))
        match self.value():
            case "never":
                return queryset.filter(last_verified=None)
            case "old":
                return queryset.filter(last_verified__lt=ageing)
            case "ageing":
                return queryset.filter(last_verified__gte=ageing, last_verified__lt=fresh)
            case "fresh":
                return queryset.filter(last_verified__gte=fresh)
        return queryset


class Given(admin.EmptyFieldListFilter):
    """Yes or no, where Django says "Not empty" and "Empty"."""

    TITLES = {"latitude": _("has a point"), "tested_on": _("was called to check")}

    def __init__(self, field, request, params, model, model_admin, field_path):
        super().__init__(field, request, params, model, model_admin, field_path)
        self.title = self.TITLES[field_path]

    def choices(self, changelist):
        words = (_("All"), _("No"), _("Yes"))
        for choice, word in zip(super().choices(changelist), words, strict=True):
            yield choice | {"display": word}


class FactsFrom(admin.RelatedFieldListFilter):
    """By the directory that a listing came from."""

    def __init__(self, *args, **options):
        super().__init__(*args, **options)
        self.title = _("where the facts are from")
