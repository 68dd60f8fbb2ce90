"""A case study: a story that staff publish with all that belongs to it (case_rows)."""

import uuid

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Count, Prefetch
from django.utils.translation import gettext_lazy as _

from hrapp.models import Published, PublishedQuerySet, lines_of
from resources.models import Need

from .case_rows import CaseNeed, Clue, FirstWord, Harm, Intervention, Lens
from .source import Source

# Addresses under /case/ that are no case's.
TAKEN = {"own"}


def not_taken(slug):
    if slug in TAKEN:
        raise ValidationError(_("Another page has this address. Choose another short name."))


class CaseQuerySet(PublishedQuerySet):
    def in_order(self):
        return self.order_by("order", "slug")

    def with_clues(self):
        return self.prefetch_related(Prefetch("clues", Clue.objects.in_order()))

    def whole(self):
        """With every row of it in its place, their sources and what they need."""
        helps = Intervention.objects.in_order().prefetch_related("sources", "needs")
        harms = Harm.objects.in_order().prefetch_related("sources", Prefetch("helps", helps))
        words = FirstWord.objects.in_order().prefetch_related("needs")
        return self.with_clues().prefetch_related(
            Prefetch("harms", harms),
            Prefetch("case_needs", CaseNeed.objects.in_order().select_related("need")),
            Prefetch("first_words", words),
        )


class CaseStudy(Published):
    # What a harm is helped by stands before the harm.
    # What hrapp.phrases has to have in each language.
    reader_texts = ("title", "note", "last_words")

    belongings = ("clues", "interventions", "harms", "case_needs", "first_words")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    slug = models.SlugField(
        _("short name"),
        unique=True,
        validators=[not_taken],
        help_text=_("Stands in the page's address. It never changes."),
    )
    order = models.PositiveSmallIntegerField(_("place in the list"), default=0)
    title = models.CharField(_("title"), max_length=80)
    person = models.CharField(_("name of the person"), max_length=40)
    story = models.TextField(
        _("story"),
        max_length=5000,
        help_text=_("Word for word. Shown as a quotation; each line is a paragraph."),
    )
    credit = models.CharField(_("whose words they are"), max_length=200)
    prompt = models.CharField(
        _("question that came with the story"),
        max_length=300,
        blank=True,
        help_text=_("Word for word. Where words are lost, write [...] so that the gap is seen."),
    )
    note = models.TextField(_("what readers should know about it"), max_length=1000, blank=True)
    last_words = models.TextField(
        _("last words"),
        max_length=1000,
        help_text=_("Each line is one. Say that there is no one right answer."),
    )

    objects = CaseQuerySet.as_manager()

    class Meta:
        verbose_name = _("case study")
        verbose_name_plural = _("case studies")

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return f"/case/{self.slug}/"

    def address_of_all(self):
        return f"/case/{self.slug}/all/"

    @property
    def paragraphs(self):
        return lines_of(self.story)

    @property
    def last_lines(self):
        return lines_of(self.last_words)

    def names_a_source(self):
        return Source.objects.filter(interventions__case=self).exists()

    def lacks(self):
        helps, harms = self.interventions.in_order(), self.harms.in_order()
        missing = [
            (_("Nothing helps against this: “%s”"), harms.filter(helps=None)),
            (_("This harm names no source: “%s”"), harms.filter(sources=None)),
            (_("This help names no source: “%s”"), helps.filter(sources=None)),
            (_("This help names no need: “%s”"), helps.filter(needs=None)),
            (_("This help is ticked at no harm: “%s”"), helps.filter(harms=None)),
            (_("These words are not in the story: “%s”"), self.misquoted()),
            (_("This need stands there twice: “%s”"), self.needs_twice()),
        ]
        return [said % row for said, rows in missing for row in rows] + self.has_none_of()

    def has_none_of(self):
        """Whole steps that would be empty, in words."""
        parts = [
            (_("Say at least one thing that could go wrong."), self.harms),
            (_("Say at least one thing that the person may need."), self.case_needs),
        ]
        said = [reason for reason, rows in parts if not rows.exists()]
        for lens in Lens:
            if not self.clues.filter(lens=lens).exists():
                said.append(_("Say what is known, or not known, of: %s") % lens.label)
        return said

    def misquoted(self):
        told = " ".join(self.story.split())
        rows = self.clues.exclude(kind=Clue.Kind.UNKNOWN).in_order()
        return [clue for clue in rows if " ".join(clue.quote.split()) not in told]

    def needs_twice(self):
        twice = self.case_needs.values("need").annotate(n=Count("pk")).filter(n__gt=1)
        return Need.objects.filter(pk__in=twice.values("need")).a_to_z()
