"""Laws of states, each claim with its source and its day."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from hrapp.drafts_admin import DraftsAdmin
from hrapp.plain_forms import PlainForm
from principles.models import LawClaim, StateLaw
from resources.admin.picker import PicksByTyping


class Claims(PicksByTyping, admin.StackedInline):
    model = LawClaim
    form = PlainForm
    extra = 0
    autocomplete_fields = ("sources",)
    fields = ("topic", "text", "sources", ("as_of", "review_due"))

    def get_queryset(self, request):
        return super().get_queryset(request).in_order()


@admin.register(StateLaw)
class StateLawAdmin(PicksByTyping, DraftsAdmin):
    inlines = (Claims,)
    list_display = ("name", "stands", "checked_on", "review_due")
    search_fields = ("name", "code", "claims__text")
    ordering = ("name", "code")
    fieldsets = (
        (None, {"fields": ("name", "code")}),
        (_("How sure we are"), {"fields": (("checked_on", "review_due"),)}),
    )

    def get_readonly_fields(self, request, obj=None):
        return ("code",) if obj else ()
