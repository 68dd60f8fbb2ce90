"""Where a sentence comes from. One record each, named by everything that rests on it."""

from django.core.validators import validate_slug
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class SourceQuerySet(models.QuerySet):
    def by_name(self):
        return self.order_by("publisher", "title", "key")

    def of_guide(self, guide):
        rows = Q(facts__guide=guide) | Q(folds__guide=guide) | Q(strips__guide=guide)
        return self.filter(rows).distinct()

    def of_case(self, case):
        rows = Q(harms__case=case) | Q(interventions__case=case)
        return self.filter(rows).distinct()


class Source(models.Model):
    class Grade(models.TextChoices):
        A = "A", _("A: government, guideline or study")
        B = "B", _("B: health department or program")
        C = "C", _("C: somebody telling of another source")

    key = models.CharField(
        _("short name"),
        max_length=12,
        primary_key=True,
        validators=[validate_slug],
        help_text=_("Such as S10. It never changes."),
    )
    title = models.CharField(_("title"), max_length=300)
    publisher = models.CharField(_("publisher"), max_length=200, blank=True)
    dated = models.CharField(
        _("date it carries"), max_length=20, blank=True, help_text=_("Such as 2025-05-08 or 2025.")
    )
    url = models.URLField(_("address"), max_length=500, blank=True)
    grade = models.CharField(_("grade"), max_length=1, choices=Grade, default=Grade.C)
    checked_on = models.DateField(_("looked at on"), null=True, blank=True)

    objects = SourceQuerySet.as_manager()

    class Meta:
        verbose_name = _("source")
        verbose_name_plural = _("sources")
        constraints = [
            models.CheckConstraint(condition=~models.Q(key=""), name="source_has_a_key"),
            models.CheckConstraint(condition=~models.Q(title=""), name="source_has_a_title"),
        ]

    def __str__(self):
        return f"{self.key}: {self.title}"

    @property
    def year(self):
        return self.dated[:4]
