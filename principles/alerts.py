"""The newest alert, kept by this process for a minute, so that the first page asks no database.

Without a database it is the one last known, as long as that one runs.
"""

import time
from datetime import date
from typing import NamedTuple

from django.db import Error
from django.utils import timezone

from .models import Alert

LASTS = 60  # seconds: a new alert shows on the first page this much later, at most
LEFT_ALONE = 10  # seconds without asking a database that did not answer


class Line(NamedTuple):
    found: str
    where: str  # or words still to be said in each reader’s language
    found_on: date
    expires_on: date


known = None
ask_again_at = 0


def latest():
    """The alert for the first page -> Line or None."""
    global known, ask_again_at
    if time.monotonic() >= ask_again_at:
        try:
            known, lasts = newest(), LASTS
        except Error:
            lasts = LEFT_ALONE
        ask_again_at = time.monotonic() + lasts
    return known if known and known.expires_on >= timezone.localdate() else None


def newest():
    alert = Alert.objects.running().select_related("area").newest_first().first()
    return alert and Line(alert.found, alert.where, alert.found_on, alert.expires_on)
