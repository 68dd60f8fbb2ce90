"""What a person may need, in their own words, in groups. Who meets a need is Service's to say."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from resources.folding import fold


class NeedGroup(models.Model):
    # What hrapp.phrases has to have in each language.
    reader_texts = ("label",)

    slug = models.SlugField(primary_key=True)
    label = models.CharField(max_length=60)
    order = models.PositiveSmallIntegerField(default=0)

    class Meta:
        verbose_name = _("group of needs")
        verbose_name_plural = _("groups of needs")

    def __str__(self):
        return self.label


class NeedQuerySet(models.QuerySet):
    def in_order(self):
        return self.select_related("group").order_by("group__order", "order", "id")

    def a_to_z(self):
        return self.order_by(Lower("label"), "id")


class Need(models.Model):
    # What hrapp.phrases has to have in each language.
    reader_texts = ("label", "plain")

    id = models.SlugField(
        primary_key=True,
        max_length=40,
        verbose_name=_("short name"),
        help_text=_("Stands in the page's address. It never changes."),
    )
    group = models.ForeignKey(NeedGroup, on_delete=models.PROTECT, related_name="needs")
    label = models.CharField(_("words people use"), max_length=80)
    plain = models.CharField(
        _("one plain line"), max_length=200, blank=True, help_text=_("What a place gives you.")
    )
    icon = models.SlugField(_("drawing"), max_length=30, blank=True)
    order = models.PositiveSmallIntegerField(
        _("place in its group"), default=0, help_text=_("Smaller numbers come first.")
    )
    ask_at = models.ForeignKey(
        "self",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("who often has it"),
        help_text=_("When no place is known to have it, places for this need may: call and ask."),
    )

    objects = NeedQuerySet.as_manager()

    def __str__(self):
        return self.label

    def get_absolute_url(self):
        return f"/need/{self.pk}/"


class NeedSynonym(models.Model):
    """Words that lead to a need. For searching only: no page ever shows them."""

    need = models.ForeignKey(Need, on_delete=models.CASCADE, related_name="synonyms")
    words = models.CharField(max_length=80)
    key = models.CharField(max_length=80, editable=False, db_index=True)

    class Meta:
        verbose_name = _("search word")
        verbose_name_plural = _("search words (never shown)")
        constraints = [
            models.UniqueConstraint(fields=["need", "key"], name="synonym_once_a_need"),
            models.CheckConstraint(condition=~models.Q(key=""), name="synonym_has_letters"),
        ]

    def __str__(self):
        return self.words

    def clean(self):
        self.key = fold(self.words)
        if not self.key:
            raise ValidationError({"words": _("Use at least one letter or digit.")})

    def save(self, **kwargs):
        self.key = fold(self.words)
        super().save(**kwargs)


class ShippedWords(models.Model):
    """All search words that ever came with the site for a need or an audience.

    A word that is here and no longer there was taken away by staff, and stays away.
    """

    slug = models.SlugField(primary_key=True, max_length=50)  # of the need or the audience
    words = models.TextField()  # folded, one to a line
