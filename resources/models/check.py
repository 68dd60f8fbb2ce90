"""A check: on that day somebody of staff made sure of a listing. Kept as history, never changed.

Made by resources.checking alone. Who it was is for staff: no reader is told.
"""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from .service import Service


class CheckQuerySet(models.QuerySet):
    def newest_first(self):
        return self.order_by("-checked_on", "-pk")


class Check(models.Model):
    service = models.ForeignKey(Service, on_delete=models.CASCADE, related_name="checks")
    checked_on = models.DateField(_("checked on"))
    how = models.CharField(_("checked how"), max_length=10, choices=Service.VerifiedBy)
    # None: somebody who works here no more.
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        related_name="+",
        verbose_name=_("by whom"),
    )
    hours = models.BooleanField(_("hours"))
    phone = models.BooleanField(_("phone"))
    still_there = models.BooleanField(_("still there"))

    objects = CheckQuerySet.as_manager()

    class Meta:
        verbose_name = _("check")
        verbose_name_plural = _("checks")
        indexes = [models.Index(fields=["service", "-checked_on"], name="checks_of_a_service")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(hours=True) | models.Q(phone=True) | models.Q(still_there=True),
                name="check_of_something",
                violation_error_message=_("Say what was checked: hours, phone or still there."),
            ),
            models.CheckConstraint(
                condition=models.Q(how__in=["call", "visit", "website", "peer"]),
                name="checked_somehow",
                violation_error_message=_("Say how it was checked."),
            ),
        ]

    def __str__(self):
        return f"{self.checked_on}, {self.get_how_display()}"
