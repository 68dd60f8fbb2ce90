"""When a place is open, as OpenStreetMap `opening_hours` text. Its meaning: resources.hours."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from .service_at_location import ServiceAtLocation


class Schedule(models.Model):
    service_at_location = models.OneToOneField(
        ServiceAtLocation, on_delete=models.CASCADE, related_name="schedule"
    )
    # Blank: hours not listed, which is never "open".
    opening_hours = models.TextField(blank=True, editable=False)
    note = models.CharField(
        max_length=200, blank=True, help_text=_("Such as: Ring the side bell. Shown with hours.")
    )

    class Meta:
        verbose_name = _("opening hours")
        verbose_name_plural = _("opening hours")

    def __str__(self):
        return str(_("Opening hours"))
