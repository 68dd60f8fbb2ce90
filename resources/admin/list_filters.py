"""How staff narrow a list, in words: what is missing, what was never checked or long ago."""

from django.contrib import admin
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Checked(admin.SimpleListFilter):
    """By what readers are told: vans grow old sooner, so it is no one number of days."""

    title = _("last checked")
    parameter_name = "checked"

    def lookups(self, request, model_admin):
        return [
            ("never", _("Never")),
            ("expired", _("So long ago that lists leave it out")),
            ("stale", _("Long ago: it sinks in lists")),
            ("ageing", _("Not lately")),
            ("soon", _("Due in 14 days")),
            ("fresh", _("Lately")),
        ]

    def queryset(self, request, queryset):
        if self.value() in dict(self.lookup_choices):
            return queryset.standing(self.value(), timezone.localdate())
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
