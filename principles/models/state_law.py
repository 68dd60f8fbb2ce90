"""A state's laws as somebody said them on a day. What nobody checked is "not checked"."""

import re
import uuid

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from hrapp.models import Published, PublishedQuerySet

from .source import Source

# Nobody can promise that, whatever the law says.
A_PROMISE = re.compile(
    r"\b(can|could|will|wo|do|does)(n?[’']t|not| not| never)( be| get)? arrest(ed)?\b"
    r"|\b(never|not) (be|get) arrested\b|\b(safe|immune|protected|free) from arrest\b",
    re.IGNORECASE,
)


class StateLawQuerySet(PublishedQuerySet):
    def by_name(self):
        return self.order_by("name", "code")

    def when_overdue(self, today):
        """Also when a claim is: readers see it no more."""
        return super().when_overdue(today) | self.with_a_claim(review_due__lte=today)

    def when_due_by(self, today, last):
        due = {"review_due__gt": today, "review_due__lte": last}
        soon = super().when_due_by(today, last) | self.with_a_claim(**due)
        return soon & ~self.when_overdue(today)

    def with_a_claim(self, **facts):
        return Q(pk__in=LawClaim.objects.filter(**facts).values("law"))

    def whole(self):
        claims = LawClaim.objects.in_order().prefetch_related("sources")
        return self.prefetch_related(models.Prefetch("claims", claims))


class StateLaw(Published):
    belongings = ("claims",)

    # As in the gazetteer, and as the page's address: "ma".
    code = models.SlugField(_("two letters"), max_length=2, primary_key=True)
    name = models.CharField(_("state"), max_length=60, unique=True)

    objects = StateLawQuerySet.as_manager()

    class Meta:
        verbose_name = _("law of a state")
        verbose_name_plural = _("laws of states")
        constraints = [
            models.CheckConstraint(
                condition=Q(code__regex=r"^[a-z]{2}$"),
                name="state_law_of_two_letters",
                violation_error_message=_("Two small letters, such as ma."),
            ),
            models.CheckConstraint(condition=~Q(name=""), name="state_law_has_a_name"),
        ]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return f"/rights/{self.code}/"

    def names_a_source(self):
        return Source.objects.filter(law_claims__law=self).exists()

    def lacks(self):
        said = []
        for claim in self.claims.in_order():
            if not claim.sources.exists():
                said.append(_("This names no source: “%s”") % claim)
            if A_PROMISE.search(claim.text):
                said.append(_("Nobody can promise that there is no arrest: “%s”") % claim)
            if claim.as_of > timezone.localdate():
                said.append(_("The day of this has not come yet: “%s”") % claim)
        return said

    def by_topic(self):
        """[(topic, label, claims to show, the day of the newest that is too old to show)]"""
        told = []
        for topic, label in LawClaim.Topic.choices:
            claims = [claim for claim in self.claims.all() if claim.topic == topic]
            fresh = [claim for claim in claims if not claim.is_overdue]
            since = max((claim.as_of for claim in claims if claim.is_overdue), default=None)
            told.append((topic, label, fresh, since))
        return told


class LawClaimQuerySet(models.QuerySet):
    def public(self):
        return self.filter(law__edition__gt=0)

    def in_order(self):
        return self.order_by("topic", "-as_of", "pk")


class LawClaim(models.Model):
    # What hrapp.phrases has to have in each language.
    reader_texts = ("text",)

    class Topic(models.TextChoices):
        GOOD_SAMARITAN = "good_samaritan", _("Calling 911 (Good Samaritan law)")
        SYRINGES = "syringes", _("Carrying syringes and gear")
        STRIPS = "strips", _("Test strips")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    law = models.ForeignKey(StateLaw, on_delete=models.CASCADE, related_name="claims")
    topic = models.CharField(_("about"), max_length=16, choices=Topic)
    text = models.TextField(_("words"), max_length=600)
    sources = models.ManyToManyField(
        Source, blank=True, related_name="law_claims", verbose_name=_("sources")
    )
    as_of = models.DateField(_("true as of"))
    review_due = models.DateField(
        _("check again by"), help_text=_("From this day on readers see “Not checked since”.")
    )

    objects = LawClaimQuerySet.as_manager()

    class Meta:
        verbose_name = _("claim")
        verbose_name_plural = _("what the law says")
        constraints = [
            models.CheckConstraint(
                condition=Q(topic__in=["good_samaritan", "syringes", "strips"]),
                name="law_claim_topic_known",
            ),
            models.CheckConstraint(condition=~Q(text=""), name="law_claim_has_words"),
        ]

    def __str__(self):
        return self.text[:60]

    @property
    def is_overdue(self):
        return self.review_due <= timezone.localdate()
