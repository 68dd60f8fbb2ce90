"""An alert: what was found in the drugs around, where and when, and what to do. Ends by itself."""

import uuid
from datetime import timedelta

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from hrapp.models import Published, PublishedQuerySet, lines_of
from resources.models import Area

from .source import Source

LONGEST = 90  # days: what was found in a supply says little of it later


class AlertQuerySet(PublishedQuerySet):
    def running(self, today=None):
        """Those readers see; the last day counts."""
        return self.public().filter(expires_on__gte=today or timezone.localdate())

    def in_use(self):
        """One that has ended has nothing to be checked for."""
        return self.running()

    def newest_first(self):
        return self.order_by("-found_on", "-checked_on", "id")


class Alert(Published):
    # What hrapp.phrases has to have in each language.
    reader_texts = ("found", "what_to_do")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    found = models.CharField(_("what was found"), max_length=200)
    area = models.ForeignKey(
        Area,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("where"),
    )
    is_everywhere = models.BooleanField(_("across the country"), default=False)
    found_on = models.DateField(_("found on"))
    what_to_do = models.TextField(
        _("what to do"),
        max_length=1000,
        blank=True,
        help_text=_("Each line becomes a point of a list."),
    )
    expires_on = models.DateField(
        _("last day"), help_text=_("Readers see it up to this day. It goes by itself.")
    )
    sources = models.ManyToManyField(
        Source, blank=True, related_name="+", verbose_name=_("sources")
    )

    objects = AlertQuerySet.as_manager()

    class Meta:
        verbose_name = _("alert")
        verbose_name_plural = _("alerts")
        constraints = [
            models.CheckConstraint(condition=~Q(found=""), name="alert_says_what"),
            models.CheckConstraint(
                condition=Q(expires_on__gte=models.F("found_on")),
                name="alert_ends_after_it_began",
                violation_error_message=_("The last day is before the day it was found."),
            ),
            models.CheckConstraint(
                condition=Q(area=None) | Q(is_everywhere=False),
                name="alert_is_somewhere_or_everywhere",
                violation_error_message=_("Give an area or the whole country, not both."),
            ),
        ]

    def __str__(self):
        return self.found

    def get_absolute_url(self):
        return "/alerts/"

    @property
    def where(self):
        return self.area.label if self.area else _("Across the country")

    @property
    def lines(self):
        return lines_of(self.what_to_do)

    def names_a_source(self):
        return self.sources.exists()

    def lacks(self):
        today, said = timezone.localdate(), []
        if not self.area and not self.is_everywhere:
            said.append(_("Say where: an area, or across the country."))
        if not self.lines:
            said.append(_("Say what to do."))
        if self.found_on > today:
            said.append(_("The day it was found has not come yet."))
        if self.expires_on <= today:
            said.append(_("Its last day has come. Set a later one."))
        if self.expires_on > today + timedelta(days=LONGEST):
            said.append(_("Its last day is more than %d days ahead. Set a nearer one.") % LONGEST)
        return said
