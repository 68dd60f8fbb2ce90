"""Staff's screen for content that is published: it edits the draft, never what readers see.

The form is Django's own. While it is shown or saved, the rows stand as in the draft, inside a
transaction that is rolled back; what was saved is kept as a version (hrapp.publishing).
"""

from contextlib import nullcontext

from django import forms
from django.contrib import admin, messages
from django.db import transaction
from django.http import HttpResponseRedirect
from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from . import publishing
from .comparing import differences
from .dues import GROUPS, SOON
from .models import Version
from .plain_forms import PlainForm


class DraftForm(PlainForm):
    """Knows which version it was opened on, so that two people lose nothing of each other's."""

    started_from = forms.IntegerField(widget=forms.HiddenInput, required=False, initial=0)
    knows_of = forms.IntegerField(widget=forms.HiddenInput, required=False, initial=0)
    why = forms.CharField(
        label=gettext_lazy("What you changed, and why"),
        max_length=200,
        required=False,
        help_text=gettext_lazy("For the others on staff. Readers never see it."),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        newest = publishing.latest(self.instance) if self.instance.pk else None
        self.initial["started_from"] = self.initial["knows_of"] = newest.number if newest else 0

    def clean(self):
        cleaned = super().clean()
        newest = publishing.latest(self.instance) if not self.instance._state.adding else None
        if newest and newest.number != (self.cleaned_data.get("knows_of") or 0):
            self.add_error(None, self.told_of(newest))
            # Saving once more is to mean it.
            self.data = self.data.copy()
            self.data[self.add_prefix("knows_of")] = newest.number
        return cleaned

    def told_of(self, newest):
        """What somebody else saved meanwhile, so that both texts are seen."""
        mine = Version.objects.of(self.instance).filter(number=self.cleaned_data["started_from"])
        before = mine.first()
        changed = differences(before.content if before else [], newest.content)
        rows = [(what, after or _("(taken out)")) for what, _before, after in changed]
        said = _("%(who)s saved this while you were writing. It is kept as version %(number)d.")
        said = said % {"who": newest.made_by or _("The site"), "number": newest.number}
        theirs = format_html_join("", "<li><b>{}</b>: {}</li>", rows)
        return format_html(
            "{} {}<ul>{}</ul>",
            said,
            _("Nothing of yours is lost: it stands below. Save once more to put it on top."),
            theirs or mark_safe("<li>-</li>"),
        )


class Standing(admin.SimpleListFilter):
    """The same groups as on staff's first page, counted there."""

    title = gettext_lazy("what there is to do")
    parameter_name = "standing"

    def lookups(self, request, model_admin):
        return [(group, GROUPS[group]) for group in ("overdue", "soon", "waiting", "unsourced")]

    def queryset(self, request, queryset):
        today, shown = timezone.localdate(), queryset.filter(pk__in=queryset.model.objects.in_use())
        match self.value():
            case "overdue":
                return shown.filter(queryset.when_overdue(today))
            case "soon":
                return shown.filter(queryset.when_due_by(today, today + SOON))
            case "waiting":
                return queryset.with_a_draft()
            case "unsourced":
                return shown.filter(queryset.when_unsourced())
        return queryset


class DraftsAdmin(admin.ModelAdmin):
    """For models that are hrapp.models.Published."""

    form = DraftForm
    change_form_template = "admin/drafts/change_form.html"
    actions = None

    def has_delete_permission(self, request, obj=None):
        return False  # taken off the site instead: every version is kept

    def get_list_filter(self, request):
        return [Standing, *super().get_list_filter(request)]

    def get_fieldsets(self, request, obj=None):
        fieldsets = super().get_fieldsets(request, obj)
        named = {name for _title, some in fieldsets for name in flat(some["fields"])}
        own = [name for name in ("why", "started_from", "knows_of") if name not in named]
        return [*fieldsets, (None, {"fields": own})] if own else fieldsets

    @admin.display(description=gettext_lazy("readers see"))
    def stands(self, thing):
        """For list_display: what readers see of it now."""
        draft = publishing.draft_of(thing)
        if not thing.is_public:
            return _("nothing yet")
        return _("an older version: a draft waits") if draft else _("this")

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        thing = self.get_object(request, object_id) if object_id else None
        context = {**(extra_context or {}), **self.told_above(request, thing)}
        if request.method != "POST":
            with self.as_in_the_draft(thing):
                answer = super().changeform_view(request, object_id, form_url, context)
                return rendered(answer)
        return self.saved(request, thing, form_url, context)

    def as_in_the_draft(self, thing):
        draft = thing and publishing.draft_of(thing)
        return publishing.as_if(draft, published=False) if draft else nullcontext()

    def saved(self, request, thing, form_url, context):
        """The form is saved over the rows as they were shown; those are then put back."""
        request.kept = None
        with transaction.atomic():
            if thing:  # One at a time: the second is told what the first saved.
                type(thing).objects.select_for_update().get(pk=thing.pk)
            with transaction.atomic():
                if thing and (shown := self.version_shown(request, thing)):
                    publishing.put_back(shown.content)
                key = str(thing.pk) if thing else None
                answer = rendered(super().changeform_view(request, key, form_url, context))
                content = publishing.content_of(request.kept) if request.kept else None
                # Nobody sees what is not public: those rows may stay, for the list to show.
                if not content or (thing and thing.is_public):
                    transaction.set_rollback(True)
            if content:
                why = request.POST.get("why", "")[:200]
                publishing.keep(content, by=request.user, why=why)
        return answer

    def version_shown(self, request, thing):
        return Version.objects.of(thing).numbered(request.POST.get("started_from", "")).first()

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        request.kept = form.instance

    def response_add(self, request, obj, post_url_continue=None):
        return self.back_to(request, obj, _("Kept as a draft. Readers do not see it yet."))

    def response_change(self, request, obj):
        if not obj.is_public:
            return self.response_add(request, obj)
        return self.back_to(request, obj, _("Kept as a draft. Readers see the old one."))

    def back_to(self, request, thing, said):
        messages.success(request, said)
        return HttpResponseRedirect(self.address_of(thing))

    def told_above(self, request, thing):
        """What the screen says over the form: what readers see, and what keeps a draft back."""
        draft = thing and publishing.draft_of(thing)
        if not draft:
            return {"is_public": thing and thing.is_public}
        return {
            "is_public": thing.is_public,
            "draft": draft,
            "pages": thing.reader_pages(),
            "not_yet": publishing.why_not(draft, by=request.user),
            "alone": publishing.of_one_person(draft, request.user),
        }

    def address_of(self, thing, ends="change/"):
        return f"/admin/{self.opts.app_label}/{self.opts.model_name}/{thing.pk}/{ends}"

    def get_urls(self):
        from .drafts_views import urls_for

        return [*urls_for(self), *super().get_urls()]


def flat(fields):
    for some in fields:
        yield from some if isinstance(some, list | tuple) else [some]


def rendered(answer):
    """A page is made while the rows stand as they should."""
    return answer.render() if hasattr(answer, "render") and not answer.is_rendered else answer
