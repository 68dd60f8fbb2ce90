"""Closing a place for today in one tap, on the service's own screen, and opening it again.

What is written is resources.closing's; hours of other days have a form of their own.
"""

from django import forms
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from resources.clock_words import date_words, short_day_name
from resources.closing import closed_now, closed_until, open_again
from resources.day_row import HoursRefused
from resources.models import Schedule, ServiceAtLocation
from resources.special_days import ONE_DAY
from resources.wall_clock import find_zone

CLOSE, OPEN = "_closed_today", "_open_again"


def today_at(place):
    """The date on the place's own clock."""
    now = timezone.now()
    return now.astimezone(find_zone(place.location.zone) or now.tzinfo).date()


def saved_hours(place):
    schedule = getattr(place, "schedule", None)
    return schedule.opening_hours if schedule else ""


class PlaceOnServiceForm(forms.ModelForm):
    """A place in the list on the service's screen; knows which of its buttons was pressed."""

    opens_again = forms.DateField(
        label=_("opens again on"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date", "autocomplete": "off"}, format="%Y-%m-%d"),
        help_text=_("For “Closed today”. Left empty, it is closed until tomorrow."),
    )

    class Meta:
        model = ServiceAtLocation
        fields = ("location",)

    def pressed(self, button):
        pk = self.instance.pk
        return bool(pk) and self.data.get(button) == str(pk)

    def has_changed(self):
        return self.pressed(CLOSE) or self.pressed(OPEN) or super().has_changed()

    def clean(self):
        cleaned = super().clean()
        day = cleaned.get("opens_again")
        self.new_hours = None
        if "opens_again" in self.errors:
            return cleaned
        if day and not self.pressed(CLOSE):
            words = _("Press “Closed today” to close it until that day, or clear this.")
            self.add_error("opens_again", words)
        elif self.pressed(CLOSE) or self.pressed(OPEN):
            self._work_out(day)
        return cleaned

    def _work_out(self, day):
        saved, today = saved_hours(self.instance), today_at(self.instance)
        if self.pressed(OPEN):
            self.new_hours = open_again(saved, today)
            return
        try:
            self.new_hours = closed_until(saved, today, day or today + ONE_DAY)
        except HoursRefused as refusal:
            self.add_error("opens_again", refusal.sentence)

    def save(self, commit=True):
        place = super().save(commit)
        if commit and self.new_hours is not None:
            hours = {"opening_hours": self.new_hours}
            Schedule.objects.update_or_create(service_at_location=place, defaults=hours)
        return place


def buttons(place):
    """ "Closed today", or until when it is closed and "Open again"."""
    closed = closed_now(saved_hours(place), today_at(place))
    if closed:
        words = until_words(closed, today_at(place))
        return format_html("<p><b>{}</b></p>{}", words, button(OPEN, place, gettext("Open again")))
    return button(CLOSE, place, gettext("Closed today"))


def button(name, place, words):
    return format_html(
        '<button class="change-hours" name="{}" value="{}">{}</button>', name, place.pk, words
    )


def until_words(closed, today):
    again = closed.last + ONE_DAY
    on = f"{short_day_name(again.weekday())} {date_words(again, today=today)}"
    return gettext("Closed today. Open as usual from %s.") % on
