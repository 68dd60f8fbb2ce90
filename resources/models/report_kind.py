"""What can be wrong with a listing, in a reader's words. The report itself is report.py's."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Kind(models.TextChoices):
    CLOSED = "closed", _("Closed")
    MOVED = "moved", _("Moved")
    HOURS = "hours", _("Wrong hours")
    PHONE = "phone", _("Wrong phone")
    RAN_OUT = "ran_out", _("Ran out")
    UNSAFE = "unsafe", _("Not safe")


# Of these, two that agree are told to readers. A phone that is wrong shows itself, and what ran
# out on Monday may be there on Tuesday.
TOLD_WHEN_AGREED = (Kind.CLOSED, Kind.MOVED, Kind.HOURS, Kind.UNSAFE)
