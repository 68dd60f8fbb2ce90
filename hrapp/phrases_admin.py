"""Staff's screens for content in other languages: each text, and the list of what is missing."""

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.template.response import TemplateResponse
from django.urls import path
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from . import phrases
from .dues import Due, list_of, may_see, tells
from .models import Phrase
from .plain_forms import PlainForm

SPANISH = "es"


class PhraseForm(PlainForm):
    def clean(self):
        cleaned = super().clean()
        english, language = cleaned.get("english"), cleaned.get("language")
        there = Phrase.objects.of(language, english).exclude(pk=self.instance.pk)
        if english and there.exists():
            raise ValidationError({"english": _("That text is there already. Change that one.")})
        if "said" in self.changed_data and "reviewed_on" not in self.changed_data:
            # Whoever read it over read other words.
            cleaned["reviewed_by"], cleaned["reviewed_on"] = "", None
        return cleaned


@admin.register(Phrase)
class PhraseAdmin(admin.ModelAdmin):
    form = PhraseForm
    change_list_template = "admin/phrases/change_list.html"
    fields = ("language", "english", "said", ("reviewed_by", "reviewed_on"), "held_back")
    list_display = ("__str__", "said", "language", "reviewed_by", "held_back")
    list_filter = ("language", ("reviewed_on", admin.EmptyFieldListFilter), "held_back")
    search_fields = ("english", "said")
    ordering = ("language", "english")
    actions = ("let_readers_see",)

    def has_delete_permission(self, request, obj=None):
        return False  # what shipped would come back; it is held back instead

    def get_readonly_fields(self, request, obj=None):
        by_two = obj and obj.held_back and of_an_emergency(obj)
        return (("language", "english") if obj else ()) + (("held_back",) if by_two else ())

    def save_model(self, request, obj, form, change):
        if {"said", "english"} & set(form.changed_data):
            obj.changed_by, obj.is_of_one_person = request.user, True
            if of_an_emergency(obj):
                obj.held_back = True
                messages.warning(request, _("Readers see it when a second person lets them."))
        super().save_model(request, obj, form, change)
        phrases.forget()

    @admin.action(description=gettext_lazy("Let readers see these"), permissions=["change"])
    def let_readers_see(self, request, chosen):
        if not request.user.has_perm("hrapp.publish"):
            raise PermissionDenied
        texts = phrases.emergency_texts()
        for phrase in chosen:
            mine = phrase.is_of_one_person and phrase.changed_by_id == request.user.pk
            if mine and phrase.english in texts:
                messages.error(request, _("A second person has to do that: %s") % phrase)
                continue
            phrase.held_back, phrase.is_of_one_person = False, mine
            phrase.save()
        phrases.forget()

    def get_urls(self):
        return [path("gaps/", self.admin_site.admin_view(self.gaps)), *super().get_urls()]

    def gaps(self, request):
        """All that readers see in English on Spanish pages, each with a way to say it."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "title": _("Not in Spanish yet"),
            "gaps": phrases.gaps(SPANISH),
            "language": SPANISH,
        }
        return TemplateResponse(request, "admin/phrases/gaps.html", context)


@tells
def of_phrases(request, today):
    """For staff's first page."""
    if not may_see(request, Phrase):
        return
    missing, waiting = "/admin/hrapp/phrase/gaps/", list_of(Phrase, "held_back__exact=1")
    held_back = Phrase.objects.filter(held_back=True).count()
    yield Due("untranslated", _("Shown in English"), phrases.how_many_gaps(SPANISH), missing)
    yield Due("waiting", _("Spanish texts held back"), held_back, waiting)


def of_an_emergency(phrase):
    return phrase.english in phrases.emergency_texts()
