"""Help lines. Pulling one that is down is the quickest thing on this site: list, tick, save."""

import re

from django.contrib import admin
from django.db import models
from django.utils.translation import gettext_lazy as _

from hrapp.plain_forms import PlainForm
from resources.models import HelpLine
from resources.models.phone import clean_number

from .kept_index import KeepsItsDocument
from .list_filters import Given
from .told_together import both_or_neither


def number_of_a_line(typed):
    """988 and 741741 as they are; else as any phone. Raises ValidationError in words."""
    return typed if not typed or re.fullmatch(r"[0-9]{3,6}", typed) else clean_number(typed)


class HelpLineForm(PlainForm):
    def clean_tel(self):
        return number_of_a_line(self.cleaned_data["tel"])

    def clean_sms(self):
        return number_of_a_line(self.cleaned_data["sms"])

    def clean(self):
        cleaned = super().clean()
        words = _("Give both: the day of the call, and who called.")
        both_or_neither(self, "tested_on", "tested_by", words)
        return cleaned


@admin.register(HelpLine)
class HelpLineAdmin(KeepsItsDocument, admin.ModelAdmin):
    kind = "line"
    form = HelpLineForm
    formfield_overrides = {models.URLField: {"assume_scheme": "https"}}
    list_display = ("name", "is_down", "number", "spots_while_using", "tested_on", "tested_by")
    list_editable = ("is_down",)
    list_filter = ("is_down", "spots_while_using", ("tested_on", Given))
    filter_horizontal = ("needs",)
    actions = None  # the only box to tick in the list is the one that pulls a line
    search_fields = ("name", "tel", "sms", "what_it_does")
    ordering = ("-spots_while_using", "order", "name", "id")
    fieldsets = (
        (None, {"fields": ("name", "is_down", "what_it_does", "spots_while_using", "order")}),
        (
            _("How to reach it"),
            {"fields": ("tel", "sms", "sms_words", "website", "hours", "languages")},
        ),
        (_("When to show it first"), {"fields": ("needs",)}),
        (_("What to know before calling"), {"fields": ("sends_help",)}),
        (
            _("Where we know it from"),
            {"fields": ("source", "source_date", "tested_on", "tested_by")},
        ),
    )

    @admin.display(description=_("number"), ordering="tel")
    def number(self, line):
        return line.tel_words or line.sms_number_words or line.website
