"""Who runs a service, and which public list we took a fact from."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _


class Upstream(models.Model):
    """A directory made by others that listings came from, with the credit it is owed."""

    slug = models.SlugField(primary_key=True)
    name = models.CharField(
        max_length=120, help_text=_("Shown to readers as where facts are from.")
    )
    publisher = models.CharField(max_length=200, blank=True)
    licence = models.CharField(max_length=200, blank=True)
    year = models.PositiveSmallIntegerField()
    url = models.URLField(blank=True)
    note = models.TextField(blank=True)
    # Of the file that was loaded, so that loading it again is idle.
    fingerprint = models.CharField(max_length=64, blank=True, editable=False)

    class Meta:
        verbose_name = _("list we took places from")
        verbose_name_plural = _("lists we took places from")

    def __str__(self):
        return self.name


class FromUpstream(models.Model):
    """A row that may have come from an upstream: both facts are there, or neither is."""

    upstream = models.ForeignKey(
        Upstream, on_delete=models.PROTECT, null=True, blank=True, editable=False
    )
    upstream_key = models.CharField(max_length=300, blank=True, editable=False)

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=models.Q(upstream=None, upstream_key="")
                | (models.Q(upstream__isnull=False) & ~models.Q(upstream_key="")),
                name="%(class)s_upstream_with_its_key",
            )
        ]


class Organization(FromUpstream):
    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    name = models.CharField(max_length=200)
    description = models.TextField(blank=True)
    website = models.URLField(blank=True)

    class Meta(FromUpstream.Meta):
        indexes = [models.Index(fields=["name"], name="organization_by_name")]

    def __str__(self):
        return self.name
