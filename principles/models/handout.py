"""The handout, word for word, each part with one plain line of ours under it."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Passage(models.Model):
    """A paragraph of the handout around its principles."""

    class Part(models.TextChoices):
        DEFINITION = "definition", _("Definition")
        INTRODUCTION = "introduction", _("Introduction")
        CREDIT = "credit", _("Credit")

    part = models.CharField(max_length=12, choices=Part)
    number = models.PositiveSmallIntegerField()
    text = models.TextField(_("the handout’s words"))
    plain = models.TextField(_("plain line"), blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["part", "number"], name="passage_once"),
            models.CheckConstraint(condition=~models.Q(text=""), name="passage_has_words"),
        ]

    def __str__(self):
        return f"{self.get_part_display()} {self.number}"


class PrincipleQuerySet(models.QuerySet):
    def in_order(self):
        return self.order_by("number")


class Principle(models.Model):
    number = models.PositiveSmallIntegerField(primary_key=True)
    text = models.TextField(_("the handout’s words"))
    plain = models.CharField(_("plain line"), max_length=200)

    objects = PrincipleQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(number__range=(1, 99)), name="principle_has_a_number"
            ),
            models.CheckConstraint(condition=~models.Q(text=""), name="principle_has_words"),
        ]

    def __str__(self):
        return f"{self.number}. {self.plain or self.text}"

    def get_absolute_url(self):
        return f"/harm-reduction/{self.number}/"
