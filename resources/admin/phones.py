"""The phone rows of an organization, a service or a place. What a number is: models.phone."""

import re

from django import forms
from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from resources.models import Phone


class PhoneForm(forms.ModelForm):
    class Meta:
        model = Phone
        fields = ("number", "extension", "type", "description", "order")
        help_texts = {
            "number": _("Any way you write it, such as 617-555-0123."),
            "order": _("The smallest is the one to call."),
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.number:
            self.initial["number"] = Phone(number=self.instance.number).words

    def clean_extension(self):
        typed = self.cleaned_data["extension"]
        digits = re.sub(r"^(ext|x)?[.\s]*", "", typed.strip().lower())
        if not re.fullmatch(r"[0-9]*", digits):
            raise forms.ValidationError(_("An extension is digits only, such as 204."))
        return digits


class PhoneInline(admin.TabularInline):
    model = Phone
    form = PhoneForm
    extra = 1
    verbose_name_plural = _("phones")
