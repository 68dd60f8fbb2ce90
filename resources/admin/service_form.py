"""The form of a service: ticks for what is kept as words, and messages beside their fields.

The admin says which model and fields.
"""

from datetime import timedelta

from django import forms
from django.contrib.admin.widgets import AdminDateWidget
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from hrapp.plain_forms import PlainForm
from resources.mailing import codes_of
from resources.models import Audience, Need, door

from .tick_fields import NeedsField, TickedRows, WordsField
from .told_together import both_or_neither

WORDS = {
    "languages": door.LANGUAGES,
    "accessibility": door.ACCESSIBILITY,
    "allows": door.ALLOWS,
    "contact_by": door.CONTACT_BY,
}
CHECKED = {"checked_hours", "checked_phone", "checked_still_there"}
# The button that saves a listing as checked today; its value is how.
TODAY = "_checked_today"


class ServiceForm(PlainForm):
    needs = NeedsField(
        queryset=Need.objects.all(), required=False, label=_("What people can get here")
    )
    audiences = TickedRows(
        queryset=Audience.objects.order_by("order", "slug"),
        required=False,
        label=_("Just for"),
        help_text=_("Tick none when it is for everybody."),
    )
    languages = WordsField(label=_("Languages"), choices=door.LANGUAGES)
    accessibility = WordsField(label=_("Access"), choices=door.ACCESSIBILITY)
    allows = WordsField(label=_("Welcome too"), choices=door.ALLOWS)
    contact_by = WordsField(label=_("Ways to reach it"), choices=door.CONTACT_BY)
    last_verified = forms.DateField(
        label=_("Last checked on"), required=False, widget=AdminDateWidget
    )

    checked_hours = forms.BooleanField(label=_("Its hours were checked"), required=False)
    checked_phone = forms.BooleanField(label=_("Its phone was checked"), required=False)
    checked_still_there = forms.BooleanField(label=_("It is still there"), required=False)

    class Meta:
        help_texts = {
            "mail_states": _("Such as: MA, RI, NH. US for every state."),
            "min_age": _("0 when people of any age are welcome."),
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name in WORDS.keys() & self.fields.keys():
            self.fields[name].keep(getattr(self.instance, name))
        for name in CHECKED & self.fields.keys():
            self.fields[name].initial = True  # a check is of everything, unless somebody says not
        # A screen left open does not undo the check that somebody made since.
        for name in {"last_verified", "verified_by"} & self.fields.keys():
            self.fields[name].show_hidden_initial = True

    def clean_last_verified(self):
        day = self.cleaned_data["last_verified"]
        if day and day > timezone.localdate() + timedelta(days=1):
            raise forms.ValidationError(_("That day has not come yet."))
        return day

    def day_it_showed(self):
        """The last check when the screen was opened."""
        shown = self.data.get(self.add_initial_prefix("last_verified"))
        return self.fields["last_verified"].to_python(shown)

    def what_was_checked(self):
        """As keywords of Service.verify."""
        return {
            name.removeprefix("checked_"): self.cleaned_data.get(name, True) for name in CHECKED
        }

    def is_a_check(self):
        return TODAY in self.data or bool({"last_verified", "verified_by"} & set(self.changed_data))

    def clean_mail_states(self):
        typed = self.cleaned_data["mail_states"]
        if "mail_states" not in self.changed_data:
            return typed  # from before states were read: no reason to refuse another change
        try:
            return ", ".join(codes_of(typed))
        except ValueError as error:
            words = _("“%s” is not a state. Write two letters for each: MA, RI. US is all of them.")
            raise forms.ValidationError(words % error) from error

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("mail_states") and cleaned.get("by_mail") != door.ByMail.YES:
            self.add_error("by_mail", _("You named states, so say that it sends by mail."))
        words = _("Give both: the day it was checked, and how.")
        both_or_neither(self, "last_verified", "verified_by", words)
        if self.is_a_check() and not any(self.what_was_checked().values()):
            words = _("Say what was checked: hours, phone or still there.")
            self.add_error("checked_still_there", words)
        youngest, oldest = cleaned.get("min_age"), cleaned.get("max_age")
        if youngest is not None and oldest is not None and youngest > oldest:
            self.add_error("max_age", _("The youngest age is above the oldest."))
        return cleaned
