"""What belongs to a case: clues, what could go wrong, what could help, needs, first words.

Each is a row of its own, so that each can name its sources.
"""

from django.db import models
from django.utils.translation import gettext_lazy as _

from resources.models import Need

from .guide import Row
from .source import Source

CASE = "principles.CaseStudy"


class Lens(models.TextChoices):
    """Zinberg's three: what is used, who uses it, and where."""

    DRUG = "drug", _("Drug")
    SET = "set", _("Set: the person")
    SETTING = "setting", _("Setting: the place")


class Clue(Row):
    part_of = "case"
    # What hrapp.phrases has to have in each language.
    reader_texts = ("text",)

    class Kind(models.TextChoices):
        TOLD = "told", _("The story says it")
        STRENGTH = "strength", _("The story says it, and it is a strength")
        READ = "read", _("We read it from the story")
        UNKNOWN = "unknown", _("The story does not say")

    case = models.ForeignKey(CASE, on_delete=models.CASCADE, related_name="clues")
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

    part_of = "case"
    # What hrapp.phrases has to have in each language.
    reader_texts = ("text",)

    class When(models.TextChoices):
        NOW = "now", _("now")
        SOON = "soon", _("soon")
        LATER = "later", _("later")

    class Who(models.TextChoices):
        SELF = "self", _("the person")
        FRIEND = "friend", _("a friend")
        WORKER = "worker", _("a worker")
        SYSTEM = "system", _("a program or the city")

    case = models.ForeignKey(CASE, on_delete=models.CASCADE, related_name="interventions")
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
    part_of = "case"
    # What hrapp.phrases has to have in each language.
    reader_texts = ("title", "plain")

    class Severity(models.IntegerChoices):
        HURTS = 1, _("can hurt")
        LASTS = 2, _("can hurt for long")
        KILLS = 3, _("can kill")

    case = models.ForeignKey(CASE, on_delete=models.CASCADE, related_name="harms")
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
    case = models.ForeignKey(CASE, on_delete=models.CASCADE, related_name="case_needs")
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

    part_of = "case"
    # What hrapp.phrases has to have in each language.
    reader_texts = ("say", "why")

    case = models.ForeignKey(CASE, on_delete=models.CASCADE, related_name="first_words")
    say = models.CharField(_("what to say"), max_length=200)
    why = models.CharField(_("why"), max_length=300)
    needs = models.ManyToManyField(Need, blank=True, related_name="+", verbose_name=_("needs"))

    class Meta:
        verbose_name = _("first word")
        verbose_name_plural = _("what a peer can say in a minute")

    def __str__(self):
        return self.say
