"""Needs with their search words, the groups they stand in, and who a service is just for."""

from django import forms
from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from hrapp.plain_forms import PlainForm
from hrapp.publishing import is_named
from hrapp.templatetags.page import icon_names
from resources import cards, documents
from resources.folding import fold
from resources.models import Audience, Need, NeedGroup, NeedSynonym, ServiceAtLocation

from .kept_index import KeepsItsDocument, KeepsTheIndex
from .tick_fields import PickedRow


class SearchWordForm(PlainForm):
    class Meta:
        model = NeedSynonym
        fields = ("words",)

    def clean_words(self):
        words = self.cleaned_data["words"]
        if len(fold(words)) > NeedSynonym._meta.get_field("key").max_length:
            raise forms.ValidationError(_("That is too long. Write it shorter."))
        return words


class SearchWordFormSet(forms.BaseInlineFormSet):
    def clean(self):
        """Two spellings that are the same to the search would break the table's promise."""
        super().clean()
        seen = set()
        for form in self.forms:
            if form in self.deleted_forms or not getattr(form, "cleaned_data", {}).get("words"):
                continue
            key = fold(form.cleaned_data["words"])
            if key in seen:
                form.add_error("words", _("This is the same as a search word above it."))
            seen.add(key)


class SearchWords(admin.TabularInline):
    model = NeedSynonym
    form = SearchWordForm
    formset = SearchWordFormSet
    extra = 2
    verbose_name_plural = _("search words: for finding only, never shown on any page")

    def get_queryset(self, request):
        return super().get_queryset(request).order_by("words", "pk")


class NeedForm(PlainForm):
    group = PickedRow(queryset=NeedGroup.objects.order_by("order", "slug"), label=_("Group"))
    icon = forms.ChoiceField(label=_("Drawing"), required=False)

    class Meta:
        model = Need
        fields = ("id", "group", "label", "plain", "icon", "order", "ask_at")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        # One that is not there any more stays as it is, until somebody picks another.
        drawings = dict.fromkeys([*icon_names(), *filter(None, [self.instance.icon])])
        self.fields["icon"].choices = [("", _("None")), *((name, name) for name in drawings)]


@admin.register(Need)
class NeedAdmin(KeepsItsDocument, KeepsTheIndex, admin.ModelAdmin):
    kind = "need"
    form = NeedForm
    inlines = (SearchWords,)
    list_display = ("label", "group", "plain", "order")
    list_filter = ("group",)
    list_select_related = ("group",)
    search_fields = ("label", "plain", "id", "synonyms__words")
    ordering = ("group__order", "order", "id")

    def get_readonly_fields(self, request, obj=None):
        return ("id",) if obj else ()

    def has_delete_permission(self, request, obj=None):
        """Guides and cases would have lost it at once, and nobody would have published that."""
        named = obj is not None and is_named(obj, by_apps_but="resources")
        return not named and super().has_delete_permission(request, obj)

    def view_on_site(self, obj):
        return obj.get_absolute_url()

    def touched(self, thing):
        return ServiceAtLocation.objects.filter(service__needs=thing)

    def save_related(self, request, form, formsets, change):
        # Ten thousand places need not be made again for a word.
        admin.ModelAdmin.save_related(self, request, form, formsets, change)
        documents.keep(self.kind, [form.instance.pk])
        if change and "label" in form.changed_data:
            cards.rename_need(form.instance.pk, form.initial["label"], form.instance.label)
        if change and "order" in form.changed_data:
            cards.reorder_need(form.instance.pk)


class InOrder(admin.ModelAdmin):
    """A short list whose key stands in addresses and never changes."""

    form = PlainForm
    list_display = ("label", "slug", "order")
    search_fields = ("label",)
    ordering = ("order", "slug")
    actions = None

    def get_readonly_fields(self, request, obj=None):
        return ("slug",) if obj else ()


admin.site.register(NeedGroup, InOrder)


@admin.register(Audience)
class AudienceAdmin(InOrder):
    search_fields = ("label", "search")
