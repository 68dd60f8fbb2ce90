"""The form staff fill in to say when a place is open: ticks and day rows, never the stored text.

Works as the form of an inline, without scripts. A refused row keeps all that was typed, with the
reason beside it. What rows may say is resources.day_rows'.
"""

from django import forms
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from opening_hours import validate

from resources.day_rows import HoursRefused, from_opening_hours, in_words, to_opening_hours
from resources.hours import week_words
from resources.models import Schedule
from resources.wall_clock import LONGEST_TEXT

from .day_row_field import DayRowField, typed_row

ROW_COUNT = 10
ROW_NAMES = tuple(f"row_{number}" for number in range(1, ROW_COUNT + 1))
TICKS = ("always_open", "by_appointment", "closed_on_holidays")
# Saved words, ticks, rows, note: an inline names these as its `fields` to keep the order.
HOURS_FIELDS = ("saved_hours", "replace_hours", *TICKS, *ROW_NAMES, "note")
TIMES_HELP = _("Tick the days, then write times such as 9 am, 9:30 am, 21:00, noon, midnight.")


class PlainWords(forms.Widget):
    """Shows its value as text; takes nothing in."""

    def render(self, name, value, attrs=None, renderer=None):
        return format_html('<p class="saved-hours">{}</p>', value or "")

    def value_from_datadict(self, data, files, name):
        return None

    def id_for_label(self, id_):
        return ""


class ScheduleForm(forms.ModelForm):
    """Writes Schedule.opening_hours; leaves it alone when it says more than rows can hold."""

    saved_hours = forms.CharField(
        label=_("Saved now"), widget=PlainWords, required=False, disabled=True
    )
    replace_hours = forms.BooleanField(
        label=_("Replace these hours with the rows below"), required=False
    )
    always_open = forms.BooleanField(label=_("Open 24 hours, every day"), required=False)
    by_appointment = forms.BooleanField(label=_("By appointment only"), required=False)
    closed_on_holidays = forms.BooleanField(label=_("Closed on public holidays"), required=False)
    row_1 = DayRowField(label=_("Row 1"), help_text=TIMES_HELP)
    row_2 = DayRowField(label=_("Row 2"))
    row_3 = DayRowField(label=_("Row 3"))
    row_4 = DayRowField(label=_("Row 4"))
    row_5 = DayRowField(label=_("Row 5"))
    row_6 = DayRowField(label=_("Row 6"))
    row_7 = DayRowField(label=_("Row 7"))
    row_8 = DayRowField(label=_("Row 8"))
    row_9 = DayRowField(label=_("Row 9"))
    row_10 = DayRowField(label=_("Row 10"))

    field_order = HOURS_FIELDS

    class Meta:
        model = Schedule
        fields = ("note",)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        saved = self.instance.opening_hours
        rows = from_opening_hours(saved)
        self.beyond_rows = rows is None or len(rows.rows) > ROW_COUNT
        self.initial["saved_hours"] = beyond_words(saved) if self.beyond_rows else in_words(rows)
        if self.beyond_rows:
            return
        # Kept, not deleted: the admin's fieldsets name every field of the class.
        self.fields["replace_hours"].widget = forms.HiddenInput()
        # Whoever opens the form programmatically may give initial values of their own.
        for name in TICKS:
            self.initial.setdefault(name, getattr(rows, name))
        for name, row in zip(ROW_NAMES, rows.rows, strict=False):
            self.initial.setdefault(name, typed_row(row))

    def clean(self):
        cleaned = super().clean()
        if any(name in self.errors for name in ROW_NAMES):
            return cleaned  # each bad row says so itself; together they can wait
        if self._keeps_saved_hours():
            return cleaned
        try:
            self.instance.opening_hours = self._typed_hours()
        except HoursRefused as refusal:
            self.add_error(f"row_{refusal.row}" if refusal.row else None, refusal.sentence)
        return cleaned

    def _typed_hours(self):
        rows = [self.cleaned_data.get(name) for name in ROW_NAMES]
        ticks = {name: bool(self.cleaned_data.get(name)) for name in TICKS}
        return to_opening_hours(rows, **ticks)

    def _keeps_saved_hours(self):
        """True when nothing about the hours is to be written; says so when that is unclear."""
        touched = [name for name in (*TICKS, *ROW_NAMES) if name in self.changed_data]
        if not self.beyond_rows:
            return not touched  # "9:00" stays "9:00": saving a note rewrites no hours
        if self.cleaned_data.get("replace_hours"):
            return False
        if touched:
            tick = gettext("Tick this to use what you wrote below, or clear the rows and ticks.")
            self.add_error("replace_hours", tick)
        return True


def beyond_words(saved):
    """What is saved, for staff, when rows cannot show it."""
    week = week_words(saved, "UTC", timezone.localdate())
    if not week and validate(saved[:LONGEST_TEXT]):
        return gettext("Readers see “Hours not listed”: what is saved leaves room for doubt.")
    if not week:
        found = gettext("Readers see “Hours not listed”. What is saved cannot be read: “%s”")
        return found % saved[:300]
    days = "; ".join(f"{day}: {words}" for day, words in week)
    told = gettext("These hours follow a rule that rows cannot hold. The coming seven days: %s.")
    return told % days
