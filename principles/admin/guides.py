"""Guides with their rows, and the sources they rest on."""

from django.contrib import admin
from django.contrib.admin.widgets import AdminTextareaWidget
from django.db.models import TextField, URLField
from django.utils.translation import gettext_lazy as _

from hrapp.drafts_admin import DraftsAdmin
from hrapp.plain_forms import PlainForm
from hrapp.publishing import is_named, was_ever_public
from principles.models import Fact, Fold, Guide, Source, Step, Strip
from resources.admin.picker import PicksByTyping


class InPlace(PicksByTyping, admin.StackedInline):
    form = PlainForm
    extra = 0
    autocomplete_fields = ("sources",)
    # Eleven facts with tall boxes are a long way to scroll.
    formfield_overrides = {TextField: {"widget": AdminTextareaWidget(attrs={"rows": 3})}}

    def get_queryset(self, request):
        return super().get_queryset(request).order_by("order", "pk")


class Steps(InPlace):
    model = Step
    autocomplete_fields = ()
    fields = (("order", "do"), "how")


class Facts(InPlace):
    model = Fact
    fields = (("order", "kind"), "text", "sources")


class Folds(InPlace):
    model = Fold
    fields = (("order", "summary", "is_open"), "text", "sources")


class Strips(InPlace):
    model = Strip
    fields = (("order", "brand", "tests_for"), "how", "reads", "sources")


@admin.register(Guide)
class GuideAdmin(PicksByTyping, DraftsAdmin):
    inlines = (Steps, Facts, Folds, Strips)
    list_display = ("title", "stands", "is_emergency", "checked_on", "review_due", "signed_off_by")
    list_filter = ("is_emergency", "review_due")
    search_fields = ("title", "purpose", "facts__text")
    autocomplete_fields = ("needs",)
    filter_horizontal = ("see",)
    ordering = ("order", "slug")
    fieldsets = (
        (None, {"fields": ("title", "slug", "purpose", "order", "is_emergency")}),
        (_("Emergency card"), {"fields": ("card_title", "card_warn")}),
        (_("Where it leads"), {"fields": ("needs", "see")}),
        (
            _("How sure we are"),
            {"fields": (("checked_on", "review_due"), ("signed_off_by", "signed_off_on"))},
        ),
    )

    def get_readonly_fields(self, request, obj=None):
        return ("slug",) if obj and (obj.is_public or was_ever_public(obj)) else ()


@admin.register(Source)
class SourceAdmin(admin.ModelAdmin):
    form = PlainForm
    formfield_overrides = {URLField: {"assume_scheme": "https"}}
    list_display = ("key", "title", "publisher", "dated", "grade", "checked_on")
    list_filter = ("grade",)
    search_fields = ("key", "title", "publisher")
    ordering = ("key",)
    actions = None

    def get_readonly_fields(self, request, obj=None):
        return ("key",) if obj else ()

    def has_delete_permission(self, request, obj=None):
        """What readers see would have lost it at once, and nobody would have published that."""
        named = obj is not None and is_named(obj)
        return not named and super().has_delete_permission(request, obj)
