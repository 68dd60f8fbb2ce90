"""Case studies with all their rows, on one screen.

A harm ticks what could help it among the rows of the same case: those that were saved once.
"""

from django import forms
from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from hrapp.drafts_admin import DraftsAdmin
from hrapp.publishing import was_ever_public
from principles.models import CaseNeed, CaseStudy, Clue, FirstWord, Harm, Intervention
from resources.admin.tick_fields import TickedRows

from .guides import InPlace

TICK = _("Write what could help further down, save the draft once, then tick it here.")


class Folded(InPlace):
    """Django opens it by itself when a row of it was refused."""

    classes = ("collapse",)


class Clues(Folded):
    model = Clue
    autocomplete_fields = ()
    fields = (("order", "lens", "kind"), "text", "quote")


class Harms(Folded):
    """Stands before what could help, so that a row taken out is unticked first."""

    model = Harm
    fields = (("order", "lens", "severity", "is_strength"), "title", "plain", "sources", "helps")

    def get_formset(self, request, obj=None, **options):
        self.case = obj
        return super().get_formset(request, obj, **options)

    def formfield_for_manytomany(self, db_field, request, **options):
        if db_field.name == "helps":
            options["queryset"] = Intervention.objects.filter(case=self.case).in_order()
            options["widget"] = forms.CheckboxSelectMultiple
            options["form_class"] = TickedRows
            options["help_text"] = TICK
        return super().formfield_for_manytomany(db_field, request, **options)


class Interventions(Folded):
    model = Intervention
    autocomplete_fields = ("sources", "needs")
    fields = (("order", "when", "who", "grade"), "text", "sources", "needs")


class CaseNeeds(Folded):
    model = CaseNeed
    autocomplete_fields = ("need",)
    fields = (("order", "need"),)


class FirstWords(Folded):
    model = FirstWord
    autocomplete_fields = ("needs",)
    fields = (("order", "say"), "why", "needs")


@admin.register(CaseStudy)
class CaseStudyAdmin(DraftsAdmin):
    inlines = (Clues, Harms, Interventions, CaseNeeds, FirstWords)
    list_display = ("title", "stands", "checked_on", "review_due")
    list_filter = ("review_due",)
    search_fields = ("title", "person", "story")
    ordering = ("order", "slug")
    fieldsets = (
        (None, {"fields": ("title", "slug", "person", "order")}),
        (_("The story"), {"fields": ("story", "credit", "prompt", "note", "last_words")}),
        (
            _("How sure we are"),
            {
                "fields": (("checked_on", "review_due"),),
                "description": _(
                    "A case takes two saves. First write the story, the clues, what could go wrong"
                    " and what could help. Then tick at each harm what could help, and save again."
                ),
            },
        ),
    )

    def get_readonly_fields(self, request, obj=None):
        return ("slug",) if obj and (obj.is_public or was_ever_public(obj)) else ()
