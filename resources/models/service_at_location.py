"""A service at a place: the thing a person walks to, and what every list is made of."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from .location import Location
from .report import Report
from .service import Service


class PlaceQuerySet(models.QuerySet):
    def listed(self):
        """Places a reader may see: the one gate that every list, page and index reads through."""
        return self.filter(
            service__in=Service.objects.running(),
            location__visibility__in=Location.PUBLIC,
        )

    def with_all_a_card_tells(self):
        told = self.annotate(doubted=Report.objects.doubting(models.OuterRef("service")))
        return told.select_related(
            "service__organization", "service__upstream", "location__area", "schedule"
        ).prefetch_related(
            "service__needs", "phones", "service__phones", "service__organization__phones"
        )


class ServiceAtLocation(models.Model):
    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    service = models.ForeignKey(Service, on_delete=models.CASCADE, related_name="places")
    location = models.ForeignKey(
        Location, on_delete=models.PROTECT, related_name="places", verbose_name=_("address")
    )

    objects = PlaceQuerySet.as_manager()

    class Meta:
        verbose_name = _("hours at a place")
        verbose_name_plural = _("hours at a place")
        constraints = [
            models.UniqueConstraint(
                fields=["service", "location"],
                name="service_once_a_location",
                violation_error_message=_("This service is already at that place."),
            )
        ]

    def __str__(self):
        return f"{self.service}: {self.location}"

    def get_absolute_url(self):
        return self.service.get_absolute_url()
