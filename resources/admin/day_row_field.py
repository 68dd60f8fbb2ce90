"""One row of opening hours in a form: seven days to tick, two times, "goes past midnight".

What a row may say is resources.typed_times' and resources.day_rows'; the form that holds ten of
them is resources.admin.hours_form's.
"""

from datetime import time

from django import forms
from django.template.loader import render_to_string
from django.utils.safestring import mark_safe

from resources.clock_words import short_day_name, time_words
from resources.day_rows import DAYS, HoursRefused, Row
from resources.typed_times import row_from_typed

EMPTY = {"days": [], "opens": "", "closes": "", "past_midnight": False}


class DayRowWidget(forms.Widget):
    """Its value is what was typed, as in EMPTY, so that a refused row comes back as it was."""

    use_fieldset = True  # one legend for the row; every box has its own label

    class Media:
        css = {"all": ("css/hours_form.css",)}

    def value_from_datadict(self, data, files, name):
        # A form's data is a QueryDict in a request and often a plain dict elsewhere.
        ticked = getattr(data, "getlist", data.get)(f"{name}_days") or []
        return {
            "days": [day for day in DAYS if day in ticked],
            "opens": data.get(f"{name}_opens", ""),
            "closes": data.get(f"{name}_closes", ""),
            "past_midnight": bool(data.get(f"{name}_past_midnight")),
        }

    def value_omitted_from_data(self, data, files, name):
        return False  # unticked boxes are not sent at all

    def id_for_label(self, id_):
        return ""

    def get_context(self, name, value, attrs):
        value = value or EMPTY
        days = [
            {"code": code, "label": short_day_name(index), "ticked": code in value["days"]}
            for index, code in enumerate(DAYS)
        ]
        attrs = self.build_attrs(self.attrs, attrs)
        invalid = attrs.get("aria-invalid")
        told = {"name": name, "value": value, "attrs": attrs, "days": days, "invalid": invalid}
        return {"widget": told}

    def render(self, name, value, attrs=None, renderer=None):
        # The project's own templates: Django's form renderer looks only inside apps.
        context = self.get_context(name, value, attrs)
        return mark_safe(render_to_string("resources/admin/_day_row.html", context))


class DayRowField(forms.Field):
    """Cleans to a Row, or to None when the row is empty."""

    widget = DayRowWidget

    def __init__(self, **options):
        super().__init__(**{"required": False, **options})

    def clean(self, value):
        try:
            return row_from_typed(**(value or EMPTY))
        except HoursRefused as refusal:
            raise forms.ValidationError(refusal.sentence) from refusal

    def has_changed(self, initial, data):
        return (initial or EMPTY) != (data or EMPTY)


def typed_row(row: Row) -> dict:
    """A saved row as a person would type it: what the form shows first."""
    opens, closes = (
        time_words(time(int(clock[:2]) % 24, int(clock[3:]))) for clock in (row.opens, row.closes)
    )
    days = [day for day in DAYS if day in row.days]
    return {"days": days, "opens": opens, "closes": closes, "past_midnight": row.past_midnight}
