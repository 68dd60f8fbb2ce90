"""The handout: its words stand as they are; staff write the plain line under each."""

from django import forms
from django.contrib import admin
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _

from hrapp.drafts_admin import DraftForm, DraftsAdmin
from principles.models import Passage, Principle
from resources.admin.picker import PicksByTyping

WORD_FOR_WORD = _("Word for word. Change them only when the handout itself changes.")
CHECKED = (_("How sure we are"), {"fields": ("sources", ("checked_on", "review_due"))})


class PrincipleForm(DraftForm):
    number = forms.IntegerField(label=_("Number"), min_value=1, max_value=99)


class Quoted(PicksByTyping, DraftsAdmin):
    """A part of the handout with our own words under it."""

    autocomplete_fields = ("sources",)

    @admin.display(description=_("the handout’s words"))
    def starts(self, part):
        return Truncator(part.text).words(12)


@admin.register(Principle)
class PrincipleAdmin(Quoted):
    form = PrincipleForm
    list_display = ("number", "plain", "stands", "starts", "review_due")
    list_display_links = ("number", "plain")
    search_fields = ("plain", "text")
    ordering = ("number",)
    autocomplete_fields = ("needs", "guides", "cases", "sources")
    fieldsets = (
        (None, {"fields": ("number", "plain", "practice")}),
        (_("What it speaks to"), {"fields": ("needs", "guides", "cases")}),
        (_("The handout’s words"), {"fields": ("text",), "description": WORD_FOR_WORD}),
        CHECKED,
    )

    def get_readonly_fields(self, request, obj=None):
        return ("number",) if obj else ()


@admin.register(Passage)
class PassageAdmin(Quoted):
    list_display = ("__str__", "plain", "stands", "starts")
    list_filter = ("part",)
    search_fields = ("plain", "text")
    ordering = ("part", "number", "pk")
    fieldsets = (
        (None, {"fields": ("part", "number", "plain")}),
        (_("The handout’s words"), {"fields": ("text",), "description": WORD_FOR_WORD}),
        CHECKED,
    )
