"""A guide: what to do now, facts with their sources, and what you need for it."""

import uuid

from django.db import models
from django.db.models import Prefetch
from django.utils.translation import gettext_lazy as _

from hrapp.models import Published, PublishedQuerySet, lines_of
from resources.models import Need

from .source import Source

# The guide that /now/ is made of.
OVERDOSE = "overdose"


class GuideQuerySet(PublishedQuerySet):
    def emergency(self):
        return self.filter(is_emergency=True)

    def in_order(self):
        return self.order_by("order", "slug")

    def whole(self):
        """With every row of it in its place, and their sources."""
        rows = [Prefetch("steps", Step.objects.in_order()), "needs", "see"]
        for name, model in (("facts", Fact), ("folds", Fold), ("strips", Strip)):
            rows.append(Prefetch(name, model.objects.in_order().prefetch_related("sources")))
        return self.prefetch_related(*rows)


class Guide(Published):
    # What hrapp.phrases has to have in each language.
    reader_texts = ("title", "purpose", "card_title", "card_warn")

    belongings = ("steps", "facts", "folds", "strips")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    slug = models.SlugField(
        _("short name"), unique=True, help_text=_("Stands in the page's address. It never changes.")
    )
    order = models.PositiveSmallIntegerField(_("place in the list"), default=0)
    title = models.CharField(_("title"), max_length=80)
    purpose = models.CharField(_("what it is for"), max_length=200)
    is_emergency = models.BooleanField(
        _("emergency page"),
        default=False,
        help_text=_("A second person has to publish every change."),
    )
    card_title = models.CharField(_("title of the card"), max_length=80, blank=True)
    card_warn = models.CharField(_("line under the card"), max_length=300, blank=True)
    needs = models.ManyToManyField(Need, blank=True, related_name="guides", verbose_name=_("needs"))
    see = models.ManyToManyField(
        "self", blank=True, symmetrical=False, verbose_name=_("guides to read next")
    )
    signed_off_by = models.CharField(
        _("clinician who signed it off"),
        max_length=120,
        blank=True,
        help_text=_("Name and title. Until then the page says that nobody has."),
    )
    signed_off_on = models.DateField(_("signed off on"), null=True, blank=True)

    objects = GuideQuerySet.as_manager()

    class Meta:
        verbose_name = _("guide")
        verbose_name_plural = _("guides")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(signed_off_by="", signed_off_on=None)
                | (~models.Q(signed_off_by="") & models.Q(signed_off_on__isnull=False)),
                name="signed_off_by_with_day",
                violation_error_message=_("Give both: who signed it off, and on which day."),
            )
        ]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return f"/learn/{self.slug}/"

    @property
    def must_stay(self):
        return self.slug == OVERDOSE

    def reader_pages(self):
        now = {"now": "/now/"} if self.slug == OVERDOSE else {}
        return {**now, **super().reader_pages()}

    def names_a_source(self):
        return Source.objects.filter(facts__guide=self).exists()

    def lacks(self):
        said = []
        for rows in (self.facts, self.folds, self.strips):
            for row in rows.filter(sources=None).order_by("order", "pk"):
                said.append(_("This names no source: “%s”") % row)
        return said


class RowQuerySet(models.QuerySet):
    def public(self):
        return self.filter(**{f"{self.model.part_of}__edition__gt": 0})

    def emergency(self):
        is_of_a_guide = self.model.part_of == "guide"
        return self.filter(guide__is_emergency=True) if is_of_a_guide else self.none()

    def in_order(self):
        return self.order_by("order", "pk")


class Row(models.Model):
    """One row of a guide, in its place."""

    part_of = "guide"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    # A row that somebody adds comes last.
    order = models.PositiveSmallIntegerField(_("place"), default=100)

    objects = RowQuerySet.as_manager()

    class Meta:
        abstract = True


class Step(Row):
    """One thing to do now."""

    # What hrapp.phrases has to have in each language.
    reader_texts = ("do", "how")

    guide = models.ForeignKey(Guide, on_delete=models.CASCADE, related_name="steps")
    do = models.CharField(_("what to do"), max_length=120)
    how = models.CharField(_("how"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("step")
        verbose_name_plural = _("what to do now: the emergency card")

    def __str__(self):
        return self.do


class Fact(Row):
    # What hrapp.phrases has to have in each language.
    reader_texts = ("text",)

    class Kind(models.TextChoices):
        FACT = "fact", _("Fact")
        CAUTION = "caution", _("Take care")
        DIFFER = "differ", _("Sources differ")

    guide = models.ForeignKey(Guide, on_delete=models.CASCADE, related_name="facts")
    kind = models.CharField(_("kind"), max_length=8, choices=Kind, default=Kind.FACT)
    text = models.TextField(_("words"), max_length=1000)
    sources = models.ManyToManyField(
        Source, blank=True, related_name="facts", verbose_name=_("sources")
    )

    class Meta:
        verbose_name = _("fact")
        verbose_name_plural = _("facts")

    def __str__(self):
        return self.text[:60]


class Fold(Row):
    """A part under a line to tap, such as "No phone?"; or, open, a part with a heading."""

    # What hrapp.phrases has to have in each language.
    reader_texts = ("summary", "text")

    guide = models.ForeignKey(Guide, on_delete=models.CASCADE, related_name="folds")
    summary = models.CharField(_("line to tap"), max_length=120)
    text = models.TextField(
        _("words"), max_length=2000, help_text=_("Each line becomes a point of a list.")
    )
    is_open = models.BooleanField(_("always open"), default=False)
    sources = models.ManyToManyField(
        Source, blank=True, related_name="folds", verbose_name=_("sources")
    )

    class Meta:
        verbose_name = _("part")
        verbose_name_plural = _("more parts")

    def __str__(self):
        return self.summary

    @property
    def lines(self):
        return lines_of(self.text)


class Strip(Row):
    """How one brand of strips is used and read. Their papers differ."""

    # What hrapp.phrases has to have in each language.
    reader_texts = ("how", "reads")

    guide = models.ForeignKey(Guide, on_delete=models.CASCADE, related_name="strips")
    brand = models.CharField(_("brand"), max_length=120)
    tests_for = models.CharField(_("what it looks for"), max_length=60)
    how = models.TextField(_("how to use it"), max_length=1000)
    reads = models.TextField(_("how to read it"), max_length=600, blank=True)
    sources = models.ManyToManyField(
        Source, blank=True, related_name="strips", verbose_name=_("sources")
    )

    class Meta:
        verbose_name = _("brand of strips")
        verbose_name_plural = _("strips, brand by brand")

    def __str__(self):
        return f"{self.brand} ({self.tests_for})"
