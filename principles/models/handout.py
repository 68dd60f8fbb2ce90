"""The handout, word for word, each part with one plain line of ours under it."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from hrapp.models import Published, PublishedQuerySet, lines_of
from resources.models import Need

from .case import CaseStudy
from .guide import Guide
from .source import Source


class Passage(Published):
    """A paragraph of the handout around its principles."""

    # What hrapp.phrases has to have in each language.
    reader_texts = ("plain",)

    class Part(models.TextChoices):
        DEFINITION = "definition", _("Definition")
        INTRODUCTION = "introduction", _("Introduction")
        CREDIT = "credit", _("Credit")

    part = models.CharField(max_length=12, choices=Part)
    number = models.PositiveSmallIntegerField()
    text = models.TextField(_("the handout’s words"), max_length=5000)
    plain = models.TextField(_("plain line"), max_length=1000, blank=True)
    sources = models.ManyToManyField(
        Source, blank=True, related_name="+", verbose_name=_("sources")
    )

    objects = PublishedQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["part", "number"], name="passage_once"),
            models.CheckConstraint(condition=~models.Q(text=""), name="passage_has_words"),
        ]

    def __str__(self):
        return f"{self.get_part_display()} {self.number}"

    def get_absolute_url(self):
        return "/harm-reduction/"

    def names_a_source(self):
        return self.sources.exists()


class PrincipleQuerySet(PublishedQuerySet):
    def in_order(self):
        return self.order_by("number")


class Principle(Published):
    # What hrapp.phrases has to have in each language.
    reader_texts = ("plain", "practice")

    number = models.PositiveSmallIntegerField(primary_key=True)
    text = models.TextField(_("the handout’s words"), max_length=5000)
    plain = models.CharField(_("plain line"), max_length=200)
    practice = models.TextField(
        _("what it looks like in practice"),
        max_length=1000,
        blank=True,
        help_text=_("Each line becomes a point of a list."),
    )
    needs = models.ManyToManyField(Need, blank=True, related_name="+", verbose_name=_("needs"))
    guides = models.ManyToManyField(Guide, blank=True, related_name="+", verbose_name=_("guides"))
    cases = models.ManyToManyField(
        CaseStudy, blank=True, related_name="+", verbose_name=_("case studies")
    )
    sources = models.ManyToManyField(
        Source, blank=True, related_name="+", verbose_name=_("sources")
    )

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

    def names_a_source(self):
        return self.sources.exists()

    @property
    def practice_lines(self):
        return lines_of(self.practice)
