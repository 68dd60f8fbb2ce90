"""The handout: its words stand as they are; staff write the plain line under each."""

from django import forms
from django.contrib import admin
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _

from principles.models import Passage, Principle

WORD_FOR_WORD = _("Word for word. Change them only when the handout itself changes.")


class PrincipleForm(forms.ModelForm):
    number = forms.IntegerField(label=_("Number"), min_value=1, max_value=99)

    class Meta:
        model = Principle
        fields = ("number", "plain", "text")


@admin.register(Principle)
class PrincipleAdmin(admin.ModelAdmin):
    form = PrincipleForm
    list_display = ("number", "plain", "starts")
    list_display_links = ("number", "plain")
    search_fields = ("plain", "text")
    ordering = ("number",)
    actions = None
    fieldsets = (
        (None, {"fields": ("number", "plain")}),
        (_("The handout’s words"), {"fields": ("text",), "description": WORD_FOR_WORD}),
    )

    def get_readonly_fields(self, request, obj=None):
        return ("number",) if obj else ()

    def view_on_site(self, obj):
        return obj.get_absolute_url()

    @admin.display(description=_("the handout’s words"))
    def starts(self, principle):
        return Truncator(principle.text).words(12)


@admin.register(Passage)
class PassageAdmin(admin.ModelAdmin):
    list_display = ("__str__", "plain", "starts")
    actions = None
    list_filter = ("part",)
    search_fields = ("plain", "text")
    ordering = ("part", "number", "pk")
    fieldsets = (
        (None, {"fields": ("part", "number", "plain")}),
        (_("The handout’s words"), {"fields": ("text",), "description": WORD_FOR_WORD}),
    )

    @admin.display(description=_("the handout’s words"))
    def starts(self, passage):
        return Truncator(passage.text).words(12)
