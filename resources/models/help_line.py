"""A help line: one record each, used on every page that names it."""

from datetime import timedelta

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from resources.freshness import LINE_LASTS

from .need import Need
from .phone import in_words


def long_ago():
    return timezone.localdate() - timedelta(days=LINE_LASTS)


class HelpLineQuerySet(models.QuerySet):
    def public(self):
        return self.up()

    def not_down(self):
        return self.filter(is_down=False)

    def up(self):
        """Those to show: also not those that were called once and then not for long."""
        return self.not_down().exclude(tested_on__lt=long_ago())

    def forgotten(self):
        """As resources.freshness.is_line_forgotten."""
        return self.filter(tested_on__lt=long_ago())

    def that_spot(self):
        return self.filter(spots_while_using=True)

    def others(self):
        return self.filter(spots_while_using=False)

    def that_help_with(self, needs):
        return self.filter(needs__in=needs).distinct()

    def in_turn(self):
        return self.order_by("order", "name", "id")

    def spotting_first(self):
        return self.order_by("-spots_while_using", "order", "name", "id")


class HelpLine(models.Model):
    # What hrapp.phrases has to have in each language.
    reader_texts = ("what_it_does", "hours", "languages", "sends_help", "sms_words", "source")

    name = models.CharField(max_length=80, unique=True)
    tel = models.CharField(
        _("number"), max_length=30, blank=True, help_text=_("Such as +18005550123 or 988.")
    )
    sms = models.CharField(_("text to"), max_length=30, blank=True)
    sms_words = models.CharField(_("what to text"), max_length=40, blank=True)
    website = models.URLField(blank=True)
    what_it_does = models.CharField(max_length=300)
    spots_while_using = models.BooleanField(
        _("stays on the line while you use"), default=False, help_text=_("Shown first.")
    )
    sends_help = models.CharField(
        _("may it send an ambulance or police?"), max_length=200, blank=True
    )
    languages = models.CharField(max_length=80, blank=True)
    hours = models.CharField(max_length=80, blank=True)
    source = models.CharField(max_length=300)
    source_date = models.CharField(max_length=40, blank=True)
    tested_on = models.DateField(_("called to check on"), null=True, blank=True)
    tested_by = models.CharField(_("called by"), max_length=80, blank=True)
    needs = models.ManyToManyField(
        Need, blank=True, related_name="help_lines", help_text=_("Shown first for these needs.")
    )
    is_down = models.BooleanField(
        _("down"), default=False, help_text=_("Takes it off every page at once.")
    )
    order = models.PositiveSmallIntegerField(default=0)

    objects = HelpLineQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(tested_on=None, tested_by="")
                | (models.Q(tested_on__isnull=False) & ~models.Q(tested_by="")),
                name="tested_on_with_tested_by",
                violation_error_message=_("Give both: the day of the call, and who called."),
            ),
            models.CheckConstraint(
                condition=~models.Q(tel="") | ~models.Q(sms="") | ~models.Q(website=""),
                name="help_line_can_be_reached",
                violation_error_message=_("Give a number, a text number or a website."),
            ),
        ]

    def __str__(self):
        return self.name

    @property
    def tel_words(self):
        return in_words(self.tel)

    @property
    def sms_number_words(self):
        return in_words(self.sms)
