"""One row of opening hours in a form, and one line of its list of dates: boxes to fill in.

What they may say is resources.typed_times' and resources.typed_dates'; the form that holds several
of them is resources.admin.hours_form's.
"""

from datetime import time

from django import forms
from django.template.loader import render_to_string
from django.utils.safestring import mark_safe
from django.utils.translation import gettext

from resources.clock_words import short_day_name, time_words
from resources.day_row import DAYS, EVERY_OTHER, NTH, HoursRefused, Row
from resources.some_weeks import nth_words, season_text
from resources.special_days import Special
from resources.typed_dates import some_weeks_from_typed, special_from_typed
from resources.typed_times import row_from_typed

TIMES = {"opens": "", "closes": "", "past_midnight": False}
SOME_WEEKS = {"weeks": "", "since": "", "season_from": "", "season_until": ""}
EMPTY = {"days": [], **TIMES, **SOME_WEEKS}
NO_DATE = {"first": "", "last": "", **TIMES}


class LineWidget(forms.Widget):
    """Several boxes in a line. Its value is what was typed, so that a refused one comes back so.

    `empty`: the names of its boxes and what they hold when nothing is typed.
    """

    use_fieldset = True  # one legend for the row; every box has its own label
    empty, template = {}, ""

    class Media:
        css = {"all": ("css/hours_form.css",)}

    def value_from_datadict(self, data, files, name):
        typed = {box: data.get(f"{name}_{box}", "") for box in self.empty}
        return typed | {"past_midnight": bool(typed["past_midnight"])}

    def value_omitted_from_data(self, data, files, name):
        return False  # unticked boxes are not sent at all

    def id_for_label(self, id_):
        return ""

    def get_context(self, name, value, attrs):
        attrs = self.build_attrs(self.attrs, attrs)
        told = {"name": name, "value": {**self.empty, **(value or {})}, "attrs": attrs}
        return {"widget": {**told, "invalid": attrs.get("aria-invalid")}}

    def render(self, name, value, attrs=None, renderer=None):
        # The project's own templates: Django's form renderer looks only inside apps.
        context = self.get_context(name, value, attrs)
        return mark_safe(render_to_string(self.template, context))


class DayRowWidget(LineWidget):
    empty, template = EMPTY, "resources/admin/_day_row.html"

    def value_from_datadict(self, data, files, name):
        # A form's data is a QueryDict in a request and often a plain dict elsewhere.
        ticked = getattr(data, "getlist", data.get)(f"{name}_days") or []
        typed = super().value_from_datadict(data, files, name)
        return typed | {"days": [day for day in DAYS if day in ticked]}

    def get_context(self, name, value, attrs):
        context = super().get_context(name, value, attrs)
        value = context["widget"]["value"]
        days = [
            {"code": code, "label": short_day_name(index), "ticked": code in value["days"]}
            for index, code in enumerate(DAYS)
        ]
        choices = [("", gettext("every week")), *((n, nth_words(n)) for n in NTH)]
        choices.append((EVERY_OTHER, gettext("every other week")))
        context["widget"] |= {
            "days": days,
            "weeks": [(code, words, code == value["weeks"]) for code, words in choices],
            "some_weeks": any(value[box] for box in SOME_WEEKS),
        }
        return context


class DateLineWidget(LineWidget):
    empty, template = NO_DATE, "resources/admin/_date_line.html"


class LineField(forms.Field):
    """Cleans to what `read` makes of the boxes, or to None when they are empty."""

    def __init__(self, **options):
        super().__init__(**{"required": False, **options})

    def clean(self, value):
        try:
            return self.read(**{**self.widget.empty, **(value or {})})
        except HoursRefused as refusal:
            raise forms.ValidationError(refusal.sentence) from refusal

    def has_changed(self, initial, data):
        empty = self.widget.empty
        return {**empty, **(initial or {})} != {**empty, **(data or {})}


class DayRowField(LineField):
    widget = DayRowWidget

    def read(self, weeks, since, season_from, season_until, **row):
        if weeks and weeks not in (*NTH, EVERY_OTHER):
            raise HoursRefused(gettext("Pick which weeks from the list."))
        return row_from_typed(
            **row, **some_weeks_from_typed(weeks, since, season_from, season_until)
        )


class DateField(LineField):
    widget = DateLineWidget

    def read(self, **typed):
        return special_from_typed(**typed)


def typed_times(timed):
    opens, closes = (
        time_words(time(int(clock[:2]) % 24, int(clock[3:]))) if clock else ""
        for clock in (timed.opens, timed.closes)
    )
    return {"opens": opens, "closes": closes, "past_midnight": timed.past_midnight}


def typed_row(row: Row) -> dict:
    """A saved row as a person would type it: what the form shows first."""
    days = [day for day in DAYS if day in row.days]
    typed = {**EMPTY, "days": days, **typed_times(row), "weeks": row.weeks}
    if row.since:
        typed["since"] = row.since.isoformat()
    if row.season:
        typed["season_from"], typed["season_until"] = season_text(row.season).split("-")
    return typed


def typed_date(some: Special) -> dict:
    last = "" if some.last == some.first else some.last.isoformat()
    return {"first": some.first.isoformat(), "last": last, **typed_times(some)}
