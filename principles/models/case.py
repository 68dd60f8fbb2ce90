"""A case study: a story, what it tells, what could go wrong, what could help, and what for.

Everything but the story is a row of its own, so that each can name its sources.
"""

import uuid

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Count, Prefetch
from django.utils.translation import gettext_lazy as _

from hrapp.models import Published, PublishedQuerySet
from resources.models import Need

from .guide import Row
from .source import Source

# Addresses under /case/ that are no case's.
TAKEN = {"own"}


def not_taken(slug):
    if slug in TAKEN:
        raise ValidationError(_("Another page has this address. Choose another short name."))


class Lens(models.TextChoices):
    """Zinberg's three: what is used, who uses it, and where."""

    DRUG = "drug", _("Drug")
    SET = "set", _("Set: the person")
    SETTING = "setting", _("Setting: the place")


class CaseQuerySet(PublishedQuerySet):
    def in_order(self):
        return self.order_by("order", "slug")

    def whole(self):
        """With every row of it in its place, their sources and what they need."""
        helps = Intervention.objects.in_order().prefetch_related("sources", "needs")
        harms = Harm.objects.in_order().prefetch_related("sources", Prefetch("helps", helps))
        words = FirstWord.objects.in_order().prefetch_related("needs")
        return self.prefetch_related(
            Prefetch("clues", Clue.objects.in_order()),
            Prefetch("interventions", helps),
            Prefetch("harms", harms),
            Prefetch("case_needs", CaseNeed.objects.in_order().select_related("need")),
            Prefetch("first_words", words),
        )


class CaseStudy(Published):
    # What a harm is helped by stands before the harm.
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

    @property
    def paragraphs(self):
        return [line.strip() for line in self.story.splitlines() if line.strip()]

    @property
    def last_lines(self):
        return [line.strip() for line in self.last_words.splitlines() if line.strip()]

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


class Clue(Row):
    class Kind(models.TextChoices):
        TOLD = "told", _("The story says it")
        STRENGTH = "strength", _("The story says it, and it is a strength")
        READ = "read", _("We read it from the story")
        UNKNOWN = "unknown", _("The story does not say")

    case = models.ForeignKey(CaseStudy, on_delete=models.CASCADE, related_name="clues")
    lens = models.CharField(_("about"), max_length=8, choices=Lens)
    kind = models.CharField(_("kind"), max_length=8, choices=Kind, default=Kind.TOLD)
    text = models.CharField(_("words"), max_length=300)
    quote = models.CharField(
        _("the story’s own words"),
        max_length=500,
        blank=True,
        help_text=_("Copied from the story. Leave it empty for what the story does not say."),
    )

    class Meta:
        verbose_name = _("clue")
        verbose_name_plural = _("clues: what the story says, and what it does not")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(kind="unknown", quote="")
                | (~models.Q(kind="unknown") & ~models.Q(quote="")),
                name="clue_has_a_quote_unless_unknown",
                violation_error_message=_(
                    "Copy the story’s own words; or, if the story does not say, leave them empty."
                ),
            )
        ]

    def __str__(self):
        return self.text


class Intervention(Row):
    """Something that somebody could do, so that harm is less likely or less bad."""

    class When(models.TextChoices):
        NOW = "now", _("now")
        SOON = "soon", _("soon")
        LATER = "later", _("later")

    class Who(models.TextChoices):
        SELF = "self", _("the person")
        FRIEND = "friend", _("a friend")
        WORKER = "worker", _("a worker")
        SYSTEM = "system", _("a program or the city")

    case = models.ForeignKey(CaseStudy, on_delete=models.CASCADE, related_name="interventions")
    text = models.CharField(_("words"), max_length=400)
    when = models.CharField(_("when"), max_length=5, choices=When, default=When.NOW)
    who = models.CharField(_("who can do it"), max_length=6, choices=Who, default=Who.SELF)
    grade = models.CharField(
        _("how sure"), max_length=1, choices=Source.Grade, default=Source.Grade.C
    )
    sources = models.ManyToManyField(
        Source, blank=True, related_name="interventions", verbose_name=_("sources")
    )
    needs = models.ManyToManyField(Need, blank=True, related_name="+", verbose_name=_("needs"))

    class Meta:
        verbose_name = _("what could help")
        verbose_name_plural = _("what could help")

    def __str__(self):
        return self.text

    @property
    def kind(self):
        """Under which heading of a card it stands: do (now), get, or ask (for)."""
        if self.who in (self.Who.WORKER, self.Who.SYSTEM):
            return "ask"
        return "do" if self.when == self.When.NOW else "get"

    @property
    def kind_place(self):
        return ("do", "get", "ask").index(self.kind)


class Harm(Row):
    class Severity(models.IntegerChoices):
        HURTS = 1, _("can hurt")
        LASTS = 2, _("can hurt for long")
        KILLS = 3, _("can kill")

    case = models.ForeignKey(CaseStudy, on_delete=models.CASCADE, related_name="harms")
    lens = models.CharField(_("comes from"), max_length=8, choices=Lens)
    title = models.CharField(_("title"), max_length=80)
    plain = models.TextField(_("what happens, and why"), max_length=1000)
    severity = models.PositiveSmallIntegerField(
        _("how bad"), choices=Severity, default=Severity.LASTS
    )
    is_strength = models.BooleanField(_("a strength, not a harm"), default=False)
    sources = models.ManyToManyField(
        Source, blank=True, related_name="harms", verbose_name=_("sources")
    )
    helps = models.ManyToManyField(
        Intervention, blank=True, related_name="harms", verbose_name=_("what could help")
    )

    class Meta:
        verbose_name = _("harm")
        verbose_name_plural = _("what could go wrong")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(severity__range=(1, 3)), name="harm_has_a_severity"
            )
        ]

    def __str__(self):
        return self.title

    @property
    def can_kill(self):
        return self.severity == self.Severity.KILLS and not self.is_strength

    @property
    def needs(self):
        """What all that could help needs, each once."""
        return list(dict.fromkeys(need for one in self.helps.all() for need in one.needs.all()))


class CaseNeed(Row):
    case = models.ForeignKey(CaseStudy, on_delete=models.CASCADE, related_name="case_needs")
    need = models.ForeignKey(
        Need, on_delete=models.PROTECT, related_name="+", verbose_name=_("need")
    )

    class Meta:
        verbose_name = _("need")
        verbose_name_plural = _("what the person may need: the first come first")

    def __str__(self):
        return self.need.label


class FirstWord(Row):
    """What a peer can say at the window, in a minute."""

    case = models.ForeignKey(CaseStudy, on_delete=models.CASCADE, related_name="first_words")
    say = models.CharField(_("what to say"), max_length=200)
    why = models.CharField(_("why"), max_length=300)
    needs = models.ManyToManyField(Need, blank=True, related_name="+", verbose_name=_("needs"))

    class Meta:
        verbose_name = _("first word")
        verbose_name_plural = _("what a peer can say in a minute")

    def __str__(self):
        return self.say
