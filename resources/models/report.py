"""What somebody told us is wrong with a listing: never who told, and never a change by itself.

Taken in by resources.reporting, which also knows what readers are told of it; sorted by staff in
the admin. The note is deleted some time after the report is closed.
"""

from datetime import timedelta

from django.conf import settings
from django.db import models, transaction
from django.db.models import Count, Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from .report_kind import TOLD_WHEN_AGREED, Kind

LONGEST_NOTE = 1000
NOTE_KEPT = timedelta(days=90)  # after closing
ENDING_TOLD = timedelta(weeks=8)
# So many people say the same before readers are told of it.
ENOUGH = 2


class Outcome(models.TextChoices):
    FIXED = "fixed", _("We fixed it")
    STILL_RIGHT = "still_right", _("We checked: still right")
    NO_ANSWER = "no_answer", _("Could not reach them")
    NOT_THIS = "not_this", _("Not about this place")


class ReportQuerySet(models.QuerySet):
    def still_open(self):
        return self.filter(outcome="")

    def closed(self):
        return self.exclude(outcome="")

    def own_voices(self):
        """Those that may be somebody else's than the ones before: see resources.reporting."""
        return self.filter(own_voice=True)

    def enough_say_the_same(self):
        """(service, kind) of open reports that enough people agree on."""
        agreed = self.still_open().own_voices().filter(kind__in=TOLD_WHEN_AGREED)
        counted = agreed.order_by().values("service", "kind").annotate(voices=Count("pk"))
        return counted.filter(voices__gte=ENOUGH)

    def doubting(self, service):
        """For an annotation: do enough people say that this service has changed?"""
        return Exists(self.enough_say_the_same().filter(service=service))

    def with_agreement(self):
        """Each with `agrees`: it is open, and enough people say the same."""
        same = Report.objects.enough_say_the_same()
        same = same.filter(service=OuterRef("service"), kind=OuterRef("kind"))
        return self.annotate(agrees=Q(outcome="") & Exists(same))

    def in_the_order_of_the_queue(self):
        """Of those with their agreement: open ones first, then what several people say."""
        queue = self.annotate(is_open=Q(outcome=""))
        return queue.order_by("-is_open", "-agrees", "-received_on", "-pk")

    def with_an_old_note(self, now):
        return self.filter(closed_at__lte=now - NOTE_KEPT).exclude(note="")

    def ended_lately(self, now):
        """Those of whose ending readers are told, the latest first."""
        told = self.closed().exclude(outcome=Outcome.NOT_THIS)
        return told.filter(closed_at__gt=now - ENDING_TOLD).order_by("-closed_at", "-pk")


class Report(models.Model):
    service = models.ForeignKey(
        "resources.Service",
        on_delete=models.CASCADE,
        related_name="reports",
        verbose_name=_("listing"),
    )
    place = models.ForeignKey(
        "resources.ServiceAtLocation",
        on_delete=models.SET_NULL,
        null=True,
        related_name="reports",
        verbose_name=_("at which place"),
    )
    kind = models.CharField(_("what is wrong"), max_length=10, choices=Kind)
    note = models.TextField(_("in their words"), max_length=LONGEST_NOTE, blank=True)
    # The day alone: a minute would help to tell who it was.
    received_on = models.DateField(_("came on"))
    own_voice = models.BooleanField(_("from somebody else than the ones before"), default=True)
    outcome = models.CharField(_("how it ended"), max_length=12, choices=Outcome, blank=True)
    closed_at = models.DateTimeField(_("closed on"), null=True, editable=False)
    closed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        editable=False,
        related_name="+",
        verbose_name=_("closed by"),
    )

    objects = ReportQuerySet.as_manager()

    class Meta:
        verbose_name = _("report from a reader")
        verbose_name_plural = _("reports from readers")
        indexes = [models.Index(fields=["service", "outcome", "kind"], name="reports_of_service")]
        constraints = [
            models.CheckConstraint(
                condition=Q(kind__in=Kind.values), name="report_of_a_known_kind"
            ),
            models.CheckConstraint(
                condition=Q(outcome="", closed_at=None, closed_by=None)
                | (Q(outcome__in=Outcome.values) & Q(closed_at__isnull=False)),
                name="report_closed_with_its_outcome",
            ),
        ]

    def __str__(self):
        return f"{self.get_kind_display()}: {self.service}"

    @transaction.atomic
    def close(self, *, outcome, by, now):
        """How it ended, or "" to open it again. Readers' lists are told by resources.reporting."""
        self.outcome = outcome
        self.closed_at = now if outcome else None
        self.closed_by = by if outcome else None
        self.save(update_fields=["outcome", "closed_at", "closed_by"])
