"""Forms for words that readers see: plain text, shown letter for letter.

There is no markup in content: a tag or a link that somebody types is shown as it was typed. What
cannot be seen at all is refused, with the line it stands in. Imports nothing of ours.
"""

import re

from django import forms
from django.utils.translation import gettext as _

# Signs that turn the direction of text round, so that it reads other than it is; and controls.
UNSEEN = re.compile("[\u202a-\u202e\u2066-\u2069\ufeff\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


class PlainForm(forms.ModelForm):
    def clean(self):
        cleaned = super().clean()
        for name, value in list(self.cleaned_data.items()):
            if isinstance(value, str) and (line := line_with_unseen(value)):
                words = _("Line %d holds a letter that cannot be seen. Type that line anew.")
                self.add_error(name, words % line)
        return cleaned


def line_with_unseen(text):
    """The number of the first line with a letter that cannot be seen; 0 when there is none."""
    lines = enumerate(text.split("\n"), start=1)
    return next((number for number, line in lines if UNSEEN.search(line)), 0)
