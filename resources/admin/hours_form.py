"""The form staff fill in to say when a place is open: ticks and day rows, never the stored text.

Works as the form of an inline, without scripts. A refused row keeps all that was typed, with the
reason beside it. What rows may say is resources.day_rows'.
"""

import hashlib

from django import forms
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from opening_hours import validate

from resources.day_rows import HoursRefused, from_opening_hours, in_words, to_opening_hours
from resources.hours import week_words
from resources.models import Schedule
from resources.some_weeks import refuse_rows_that_never_come
from resources.special_days import refuse_past
from resources.wall_clock import LONGEST_TEXT

from .closed_today import today_at
from .day_row_field import DateField, DayRowField, typed_date, typed_row

ROW_COUNT = 10
ROW_NAMES = tuple(f"row_{number}" for number in range(1, ROW_COUNT + 1))
TICKS = ("always_open", "by_appointment", "closed_on_holidays")
DATE_COUNT = 6
DATE_NAMES = tuple(f"exception_{number}" for number in range(1, DATE_COUNT + 1))
WRITTEN = (*TICKS, *ROW_NAMES, *DATE_NAMES)
# Saved words, ticks, rows, dates, note: an inline names these as its `fields` to keep the order.
HOURS_FIELDS = ("saved_hours", "replace_hours", *WRITTEN, "note", "say_first", "made_from")
DATES_HELP = _(
    "Dates that are not as usual, such as 12/24/2026. Without times it is closed. With times it "
    "has these and no others; an evening of the day before ends at midnight."
)
TIMES_HELP = _("Tick the days, then write times such as 9 am, 9:30 am, 21:00, noon, midnight.")


class PlainWords(forms.Widget):
    """Shows its value as text; takes nothing in."""

    def render(self, name, value, attrs=None, renderer=None):
        return format_html('<p class="saved-hours">{}</p>', value or "")

    def value_from_datadict(self, data, files, name):
        return None

    def id_for_label(self, id_):
        return ""


class SayFirst(forms.CheckboxInput):
    """A button that sends the form to be said in words; nothing is saved by it."""

    def render(self, name, value, attrs=None, renderer=None):
        words = gettext("Show in words, do not save yet")
        button = '<button class="change-hours" name="{}" value="on">{}</button>'
        return format_html(button, name, words)

    def id_for_label(self, id_):
        return ""  # a label would be read out instead of the button's own words


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
    exception_1 = DateField(label=_("Exception 1"), help_text=DATES_HELP)
    exception_2 = DateField(label=_("Exception 2"))
    exception_3 = DateField(label=_("Exception 3"))
    exception_4 = DateField(label=_("Exception 4"))
    exception_5 = DateField(label=_("Exception 5"))
    exception_6 = DateField(label=_("Exception 6"))
    # Which saved hours the form shows: somebody may save others while it is being filled in.
    made_from = forms.CharField(required=False, widget=forms.HiddenInput)
    say_first = forms.BooleanField(label=_("Before saving"), widget=SayFirst, required=False)

    field_order = HOURS_FIELDS

    class Meta:
        model = Schedule
        fields = ("note",)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        saved = self.instance.opening_hours
        rows = from_opening_hours(saved)
        rows = rows and rows.from_day(self.today)
        self.beyond_rows = rows is None or not self._has_room_for(rows)
        words = beyond_words(saved) if self.beyond_rows else in_words(rows, self.today)
        self.initial["saved_hours"] = words
        self.initial["made_from"] = stamp_of(saved)
        if self.beyond_rows:
            return
        # Kept, not deleted: the admin's fieldsets name every field of the class.
        self.fields["replace_hours"].widget = forms.HiddenInput()
        # Whoever opens the form programmatically may give initial values of their own.
        for name in TICKS:
            self.initial.setdefault(name, getattr(rows, name))
        for name, row in zip(ROW_NAMES, rows.rows, strict=False):
            self.initial.setdefault(name, typed_row(row))
        for name, some in zip(DATE_NAMES, rows.exceptions, strict=False):
            self.initial.setdefault(name, typed_date(some))

    @property
    def today(self):
        """On the place's own clock."""
        if self.instance.service_at_location_id:
            return today_at(self.instance.service_at_location)
        return timezone.localdate()

    def _has_room_for(self, rows):
        return len(rows.rows) <= ROW_COUNT and len(rows.exceptions) <= DATE_COUNT

    def clean(self):
        cleaned = super().clean()
        self._refuse_what_was_made_from_older_hours()
        if any(name in self.errors for name in (*ROW_NAMES, *DATE_NAMES)):
            return cleaned  # each bad row says so itself; together they can wait
        if not self._keeps_saved_hours():
            try:
                self.instance.opening_hours = self._typed_hours()
            except HoursRefused as refusal:
                self.add_error(self._box_of(refusal), refusal.sentence)
        if cleaned.get("say_first") and not self.errors:
            rows = from_opening_hours(self.instance.opening_hours)
            words = in_words(rows, self.today) if rows else self.initial["saved_hours"]
            self.add_error("say_first", gettext("Not saved yet. In words: %s") % words)
        return cleaned

    def _refuse_what_was_made_from_older_hours(self):
        """Once: what is saved now stands above what was typed, and the next save is meant."""
        sent, now = self.data.get(self.add_prefix("made_from")), self.initial["made_from"]
        if sent is not None and sent != now:
            words = gettext("Somebody changed these hours since you opened them. They are above.")
            self.add_error(None, words + " " + gettext("Look at both, then save again."))
            self.data = self.data.copy()
            self.data[self.add_prefix("made_from")] = now

    def _box_of(self, refusal):
        if refusal.exception:
            return f"exception_{refusal.exception}"
        return f"row_{refusal.row}" if refusal.row else None

    def _typed_hours(self):
        rows = [self.cleaned_data.get(name) for name in ROW_NAMES]
        dates = [self.cleaned_data.get(name) for name in DATE_NAMES]
        ticks = {name: bool(self.cleaned_data.get(name)) for name in TICKS}
        text = to_opening_hours(rows, **ticks, exceptions=dates)
        refuse_past(dates, self.today)
        refuse_rows_that_never_come(rows, self.today)
        return text

    def _keeps_saved_hours(self):
        """True when nothing about the hours is to be written; says so when that is unclear."""
        touched = [name for name in WRITTEN if name in self.changed_data]
        if not self.beyond_rows:
            return (
                not touched and "say_first" not in self.changed_data
            )  # "9:00" stays "9:00": saving a note rewrites no hours
        if self.cleaned_data.get("replace_hours"):
            return False
        if touched:
            tick = gettext("Tick this to use what you wrote below, or clear the rows and ticks.")
            self.add_error("replace_hours", tick)
        return True


def stamp_of(saved):
    return hashlib.sha256(saved.encode()).hexdigest()[:16] if saved else ""


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
