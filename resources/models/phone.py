"""A number to call or text. It belongs to exactly one organization, service or place."""

import re
import uuid

import phonenumbers
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from .location import Location
from .organization import Organization
from .service import Service
from .service_at_location import ServiceAtLocation

OWNERS = ("organization", "service", "location", "service_at_location")


def exactly_one_owner():
    one = models.Q()
    for owner in OWNERS:
        one |= models.Q(**{f"{name}__isnull": name != owner for name in OWNERS})
    return one


def clean_number(typed):
    """Any way of writing a US or +international number -> "+16175551234"; "211" stays.

    Raises ValidationError in words.
    """
    if re.fullmatch(r"[0-9]{3}", typed.strip()):
        return typed.strip()
    try:
        number = phonenumbers.parse(typed, "US")
    except phonenumbers.NumberParseException:
        number = None
    if number is None or not phonenumbers.is_possible_number(number):
        raise ValidationError(
            _("“%(typed)s” is not a phone number. Write it like 617-555-0123."),
            params={"typed": typed},
        )
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def in_words(number):
    """ "+16175551234" -> "617-555-1234": as people say it. Short codes and others as they are."""
    if number.startswith("+1") and len(number) == 12:
        return f"{number[2:5]}-{number[5:8]}-{number[8:]}"
    return number


class Phone(models.Model):
    class Type(models.TextChoices):
        VOICE = "voice", _("Call")
        SMS = "sms", _("Text")
        TTY = "tty", _("TTY")
        FAX = "fax", _("Fax")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    number = models.CharField(max_length=30)
    extension = models.CharField(max_length=8, blank=True)
    type = models.CharField(_("what it is for"), max_length=5, choices=Type, default=Type.VOICE)
    description = models.CharField(_("whose it is"), max_length=120, blank=True)
    order = models.PositiveSmallIntegerField(default=0)
    organization = models.ForeignKey(
        Organization, on_delete=models.CASCADE, null=True, blank=True, related_name="phones"
    )
    service = models.ForeignKey(
        Service, on_delete=models.CASCADE, null=True, blank=True, related_name="phones"
    )
    location = models.ForeignKey(
        Location, on_delete=models.CASCADE, null=True, blank=True, related_name="phones"
    )
    service_at_location = models.ForeignKey(
        ServiceAtLocation, on_delete=models.CASCADE, null=True, blank=True, related_name="phones"
    )

    class Meta:
        constraints = [
            models.CheckConstraint(condition=exactly_one_owner(), name="phone_has_one_owner"),
            models.CheckConstraint(condition=~models.Q(number=""), name="phone_has_a_number"),
        ]

    def __str__(self):
        return self.words

    def clean(self):
        if not self.number:
            return  # the field says that itself
        try:
            self.number = clean_number(self.number)
        except ValidationError as error:
            raise ValidationError({"number": error.messages}) from error

    @property
    def number_words(self):
        return in_words(self.number)

    @property
    def words(self):
        return self.number_words + (f" ext. {self.extension}" if self.extension else "")

    @property
    def href(self):
        # RFC 3966: ";ext=" is the extension; phones that do not know it still dial the number.
        return f"tel:{self.number}" + (f";ext={self.extension}" if self.extension else "")
