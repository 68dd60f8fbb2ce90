"""A service: what an organization gives, to whom, and what it asks at the door."""

import uuid
from datetime import timedelta

from django.core.validators import MaxValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from resources.freshness import checked_between, listing_cycle

from . import door
from .location import Location
from .need import Need
from .organization import FromUpstream, Organization


class Audience(models.Model):
    """Who a service is made for: "Just for" in the list of needs."""

    # What hrapp.phrases has to have in each language.
    reader_texts = ("label",)

    slug = models.SlugField(primary_key=True)
    label = models.CharField(max_length=60)
    order = models.PositiveSmallIntegerField(default=0)
    search = models.TextField(
        _("search words"),
        blank=True,
        help_text=_("One to a line. For finding only, never shown on any page."),
    )

    class Meta:
        verbose_name = _("“just for” group")
        verbose_name_plural = _("“just for” groups")

    def __str__(self):
        return self.label


class ServiceQuerySet(models.QuerySet):
    def running(self):
        """Those that are there, and did not ask to be left out."""
        return self.filter(status=Service.Status.ACTIVE, do_not_list=False)

    def listed(self):
        """Those a reader may see: running, and not only where nobody may know of.

        A service with no place at all, such as one by mail, is no secret.
        """
        public = models.Q(places__location__visibility__in=Location.PUBLIC)
        return self.running().filter(models.Q(places=None) | public).distinct()

    def standing(self, standing, today):
        """ "fresh", "soon", "ageing", "stale", "expired", as resources.freshness; or "never"."""
        return self.filter(when_standing(standing, today))

    def with_needs_and_phones(self):
        return self.select_related("organization", "upstream").prefetch_related(
            "needs", "audiences", "phones", "organization__phones"
        )


def when_standing(standing, today):
    if standing == "never":
        ahead = today + timedelta(days=1)
        return models.Q(last_verified=None) | models.Q(last_verified__gt=ahead)
    found = models.Q()
    for moves in (False, True):
        days = checked_between(standing, today, listing_cycle(moves))
        of_these = models.Q(delivery__in=door.COMES_TO_ME)
        found |= models.Q(last_verified__range=days) & (of_these if moves else ~of_these)
    return found


def choice(choices, label):
    return models.CharField(label, max_length=20, choices=choices, default="unknown")


def words(label, choices):
    return models.CharField(
        label,
        max_length=80,
        blank=True,
        help_text=_("Any of: %s") % ", ".join(code for code, _label in choices),
    )


class Service(FromUpstream):
    class Status(models.TextChoices):
        ACTIVE = "active", _("Running")
        INACTIVE = "inactive", _("Not running")
        DEFUNCT = "defunct", _("Gone")
        TEMPORARILY_CLOSED = "temporarily closed", _("Closed for now")

    class VerifiedBy(models.TextChoices):
        CALL = "call", _("By phone")
        VISIT = "visit", _("By a visit")
        WEBSITE = "website", _("On its website")
        PEER = "peer", _("By a peer")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organization = models.ForeignKey(
        Organization, on_delete=models.PROTECT, related_name="services", verbose_name=_("run by")
    )
    name = models.CharField(max_length=200)
    description = models.TextField(blank=True)
    website = models.URLField(blank=True)
    status = models.CharField(
        _("is it running?"), max_length=20, choices=Status, default=Status.ACTIVE
    )
    needs = models.ManyToManyField(Need, blank=True, related_name="services")
    audiences = models.ManyToManyField(
        Audience, blank=True, related_name="services", verbose_name=_("just for")
    )

    cost = choice(door.Cost, _("cost"))
    cost_note = models.CharField(_("about cost"), max_length=120, blank=True)
    id_required = choice(door.IdRequired, _("ID"))
    insurance = choice(door.Insurance, _("insurance"))
    intake = choice(door.Intake, _("how you get in"))
    delivery = choice(door.Delivery, _("where it happens"))
    by_mail = choice(door.ByMail, _("by mail"))
    mail_states = models.CharField(_("states it mails to"), max_length=200, blank=True)
    syringe_model = choice(door.SyringeModel, _("how many syringes"))
    names_asked = choice(door.NamesAsked, _("names"))
    police = choice(door.Police, _("police"))
    sobriety = choice(door.Sobriety, _("active use"))
    wait = choice(door.Wait, _("wait"))
    for_others = choice(door.ForOthers, _("for friends"))
    bags = choice(door.Bags, _("bags"))
    gender = choice(door.Gender, _("gender"))
    languages = words(_("languages"), door.LANGUAGES)
    accessibility = words(_("access"), door.ACCESSIBILITY)
    allows = words(_("welcome too"), door.ALLOWS)
    contact_by = words(_("ways to reach it"), door.CONTACT_BY)
    min_age = models.PositiveSmallIntegerField(
        _("youngest age"), null=True, blank=True, validators=[MaxValueValidator(120)]
    )
    max_age = models.PositiveSmallIntegerField(
        _("oldest age"), null=True, blank=True, validators=[MaxValueValidator(120)]
    )
    minors_note = models.CharField(_("about minors' consent"), max_length=200, blank=True)

    last_verified = models.DateField(_("last checked on"), null=True, blank=True)
    verified_by = models.CharField(_("checked how"), max_length=10, choices=VerifiedBy, blank=True)
    # The day on which somebody last made sure of the hours: without it nobody can vouch for "open".
    hours_checked_on = models.DateField(_("hours last checked on"), null=True, blank=True)
    do_not_list = models.BooleanField(
        _("do not list"), default=False, help_text=_("They asked to be left out of every page.")
    )
    upstream_year = models.PositiveSmallIntegerField(null=True, blank=True, editable=False)

    objects = ServiceQuerySet.as_manager()

    class Meta(FromUpstream.Meta):
        indexes = [
            models.Index(fields=["name"], name="service_by_name"),
            # Few send by mail, and every list asks who does.
            models.Index(
                fields=["name", "id"], condition=models.Q(by_mail="yes"), name="service_by_mail"
            ),
        ]
        constraints = [
            *FromUpstream.Meta.constraints,
            models.CheckConstraint(
                condition=models.Q(last_verified=None, verified_by="")
                | (models.Q(last_verified__isnull=False) & ~models.Q(verified_by="")),
                name="checked_on_with_checked_how",
                violation_error_message=_("Give both: the day it was checked, and how."),
            ),
            models.CheckConstraint(
                condition=models.Q(min_age__isnull=True)
                | models.Q(max_age__isnull=True)
                | models.Q(min_age__lte=models.F("max_age")),
                name="ages_in_order",
                violation_error_message=_("The youngest age is above the oldest."),
            ),
            models.CheckConstraint(
                condition=models.Q(
                    status__in=["active", "inactive", "defunct", "temporarily closed"]
                ),
                name="service_status_is_of_hsds",
            ),
            models.CheckConstraint(
                condition=models.Q(mail_states="") | models.Q(by_mail="yes"),
                name="states_of_what_is_mailed",
                violation_error_message=_("You named states, so say that it sends by mail."),
            ),
            models.CheckConstraint(
                condition=door.every_choice_is_ours(),
                name="door_choices_are_ours",
                violation_error_message=_("One of the answers is not a choice. Pick it anew."),
            ),
        ]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return f"/service/{self.pk}/"

    def verify(self, *, by, how, on, hours=True, phone=True, still_there=True):
        """Somebody of staff made sure of it on that day: see resources.checking.verify."""
        from resources import checking  # which makes lists anew, of all that models are

        said = {"hours": hours, "phone": phone, "still_there": still_there}
        checking.verify([self.pk], by=by, how=how, on=on, **said)
        self.refresh_from_db(fields=["last_verified", "verified_by", "hours_checked_on"])
