"""What the house itself keeps: every version of what staff wrote. The rules are in publishing."""

import hashlib

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


def lines_of(text):
    """What staff wrote as lines, without the empty ones."""
    return [line.strip() for line in text.splitlines() if line.strip()]


class PublishedQuerySet(models.QuerySet):
    def public(self):
        return self.filter(edition__gt=0)

    def in_use(self):
        """Those that have to be true today."""
        return self.public()

    def with_a_draft(self):
        waiting = Version.objects.waiting().filter(kind=self.model._meta.label_lower)
        return self.filter(pk__in=list(waiting.values_list("key", flat=True)))

    def when_overdue(self, today):
        return Q(review_due__lte=today)

    def when_due_by(self, today, last):
        """Not overdue yet, but by then."""
        return Q(review_due__gt=today, review_due__lte=last)

    def when_unsourced(self):
        """Of what names no source itself, or has a row that names none."""
        lacks = Q(pk__in=[])
        if has_sources(self.model):
            lacks |= Q(pk__in=self.model._base_manager.filter(sources=None).values("pk"))
        for name in self.model.belongings:
            relation = self.model._meta.get_field(name)
            if has_sources(relation.related_model):
                rows = relation.related_model._base_manager.filter(sources=None)
                lacks |= Q(pk__in=rows.values(relation.field.name))
        return lacks


def has_sources(model):
    return any(field.name == "sources" for field in model._meta.many_to_many)


class Published(models.Model):
    """Content that readers see only as somebody published it. Each kind of content is one of these.

    Its row and those of its `belongings` are what readers get; drafts are in Version.
    """

    # Names of the relations whose rows are published with it; each row has a uuid of its own, and
    # what others of them point to comes first.
    belongings = ()
    # An emergency page is published by somebody who did not write it.
    is_emergency = False

    checked_on = models.DateField(
        _("checked against its sources on"), null=True, blank=True, default=None
    )
    review_due = models.DateField(_("check again by"), null=True, blank=True, default=None)
    # Which version readers see; 0: they see none.
    edition = models.PositiveIntegerField(default=0, editable=False)

    objects = PublishedQuerySet.as_manager()

    class Meta:
        abstract = True

    @property
    def is_public(self):
        return self.edition > 0

    @property
    def is_overdue(self):
        return bool(self.review_due) and self.review_due <= timezone.localdate()

    @property
    def checked_by_one(self):
        """Is what readers see of an emergency page known to its writer alone?"""
        seen = Version.objects.of(self).filter(number=self.edition).first()
        return bool(seen) and seen.is_of_one_person()

    @property
    def must_stay(self):
        """A page that is never taken off: without it readers would get an older one."""
        return False

    def lacks(self):
        """What keeps this kind from being published, in words: asked besides what all need."""
        return []

    def names_a_source(self):
        return False

    def address_of_all(self):
        """The page of a reader's that shows all of it: what a preview has to show."""
        return self.get_absolute_url()

    def reader_pages(self):
        """{short name: address} of every page that a preview can show; the whole one is "all"."""
        return {"all": self.address_of_all()}


class VersionQuerySet(models.QuerySet):
    def of(self, thing):
        return self.filter(kind=thing._meta.label_lower, key=str(thing.pk))

    def published(self):
        return self.filter(published_at__isnull=False)

    def numbered(self, sent):
        """By a number as a form sends it; what is no number names none."""
        is_number = sent.isdecimal() and len(sent) < 10
        return self.filter(number=int(sent)) if is_number else self.none()

    def newest_first(self):
        return self.order_by("kind", "key", "-number")

    def waiting(self):
        """Drafts: the newest of their thing, and not published."""
        same = Version.objects.filter(kind=OuterRef("kind"), key=OuterRef("key"))
        newer = same.filter(number__gt=OuterRef("number"))
        return self.filter(~Exists(newer), published_at=None)


class Version(models.Model):
    """One thing with its belongings, whole, as somebody saved it. Never changed, never deleted."""

    kind = models.CharField(max_length=60)
    key = models.CharField(max_length=60)
    number = models.PositiveIntegerField(_("version"))
    content = models.JSONField(encoder=DjangoJSONEncoder)
    # Nobody: it came with the site.
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    made_at = models.DateTimeField(default=timezone.now)
    why = models.CharField(max_length=200, blank=True)
    published_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    published_at = models.DateTimeField(null=True)

    objects = VersionQuerySet.as_manager()

    class Meta:
        permissions = [("publish", _("Can publish"))]
        constraints = [
            models.UniqueConstraint(fields=["kind", "key", "number"], name="version_once"),
            models.CheckConstraint(
                condition=models.Q(published_by=None) | models.Q(published_at__isnull=False),
                name="published_by_somebody_at_some_time",
            ),
        ]

    def __str__(self):
        return _("Version %d") % self.number

    def public_before(self):
        """What readers saw before this one, or None."""
        same = Version.objects.filter(kind=self.kind, key=self.key, number__lt=self.number)
        return same.published().newest_first().first()

    def writers(self):
        """Ids of everybody who had a hand in it since readers last got a new version."""
        last = self.public_before()
        drafts = Version.objects.filter(kind=self.kind, key=self.key, number__lte=self.number)
        drafts = drafts.filter(number__gt=last.number if last else 0)
        return set(drafts.values_list("made_by", flat=True))

    @property
    def says_emergency(self):
        return bool(self.content[0]["fields"].get("is_emergency", False))

    def is_of_one_person(self):
        """Published by a writer of it, where a second person was asked for.

        Read from what was written down then, so no setting of today can hide it.
        """
        before = self.public_before()
        asked_for_two = self.says_emergency or (before is not None and before.says_emergency)
        by = self.published_by_id
        return asked_for_two and by is not None and by in self.writers()


class PhraseQuerySet(models.QuerySet):
    def of(self, language, english):
        return self.filter(language=language, digest=Phrase.digest_of(english or ""))

    def shown(self):
        return self.filter(held_back=False)

    def of_one_person(self):
        return self.filter(is_of_one_person=True)


class Phrase(models.Model):
    """A text of the content in another language, found by its English, letter for letter.

    An English text that is edited has lost this by that, and shows in English until it is said
    anew. What readers make of these is hrapp.phrases'.
    """

    language = models.CharField(
        _("language"), max_length=8, choices=[("es", "Español")], default="es"
    )
    english = models.TextField(_("English, letter for letter"), max_length=2000)
    # Long texts cannot be unique in every database; their digest can.
    digest = models.CharField(max_length=64, editable=False)
    said = models.TextField(_("in that language"), max_length=3000)
    reviewed_by = models.CharField(_("who read it over"), max_length=120, blank=True)
    reviewed_on = models.DateField(_("read over on"), null=True, blank=True)
    held_back = models.BooleanField(
        _("held back"), default=False, help_text=_("Readers see the English meanwhile.")
    )
    # Nobody: it came with the site.
    changed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        related_name="+",
        editable=False,
    )
    changed_at = models.DateTimeField(auto_now=True)
    # Somebody wrote these words, and nobody else has let readers see them since.
    is_of_one_person = models.BooleanField(default=False, editable=False)

    objects = PhraseQuerySet.as_manager()

    class Meta:
        verbose_name = _("text in another language")
        verbose_name_plural = _("texts in other languages")
        constraints = [
            models.UniqueConstraint(fields=["language", "digest"], name="phrase_once_a_language"),
            models.CheckConstraint(
                condition=~models.Q(english="") & ~models.Q(said=""), name="phrase_has_words"
            ),
            models.CheckConstraint(
                condition=models.Q(reviewed_by="", reviewed_on=None)
                | (~models.Q(reviewed_by="") & models.Q(reviewed_on__isnull=False)),
                name="reviewed_by_with_day",
                violation_error_message=_("Give both: who read it over, and on which day."),
            ),
        ]

    def __str__(self):
        return self.english[:60]

    @staticmethod
    def digest_of(english):
        return hashlib.sha256(english.encode()).hexdigest()

    def save(self, **kwargs):
        self.digest = self.digest_of(self.english)
        super().save(**kwargs)
