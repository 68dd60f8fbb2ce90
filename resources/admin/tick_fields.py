"""Boxes to tick: for a list of words kept in one column, and for needs and audiences.

What may be ticked is the models' to say.
"""

from itertools import groupby

from django import forms
from django.forms.models import ModelChoiceIterator


class WordsField(forms.MultipleChoiceField):
    """ "es phone" in the table, two ticks on the screen."""

    widget = forms.CheckboxSelectMultiple

    def __init__(self, **options):
        super().__init__(**{"required": False, **options})

    def prepare_value(self, value):
        return value.split() if isinstance(value, str) else value

    def clean(self, value):
        ticked = super().clean(value)
        return " ".join(code for code, _label in self.choices if code in ticked)

    def has_changed(self, initial, data):
        return super().has_changed(self.prepare_value(initial or ""), data)

    def keep(self, saved):
        """Also offers words that an import brought and we have no label for: none get lost."""
        known = {code for code, _label in self.choices}
        strange = [word for word in saved.split() if word not in known]
        self.choices = [*self.choices, *((word, word) for word in strange)]


class TickedRows(forms.ModelMultipleChoiceField):
    """Rows whose key is a word. PostgreSQL would break on a NUL in a word; here it is no choice."""

    widget = forms.CheckboxSelectMultiple

    def _check_values(self, value):
        for key in value if isinstance(value, (list, tuple)) else ():
            if "\0" in str(key):
                raise forms.ValidationError(
                    self.error_messages["invalid_choice"],
                    code="invalid_choice",
                    params={"value": str(key).replace("\0", "")},
                )
        return super()._check_values(value)


class ByGroup(ModelChoiceIterator):
    def __iter__(self):
        for group, needs in groupby(self.queryset.in_order(), key=lambda need: need.group):
            yield group.label, [self.choice(need) for need in needs]


class NeedsField(TickedRows):
    """Every need, under its group."""

    iterator = ByGroup


class PickedRow(forms.ModelChoiceField):
    """One row whose key is a word."""

    def to_python(self, value):
        if "\0" in str(value):
            raise forms.ValidationError(
                self.error_messages["invalid_choice"],
                code="invalid_choice",
                params={"value": str(value).replace("\0", "")},
            )
        return super().to_python(value)
