"""What may be wrong with an address that was saved: said to staff, and left to them."""

from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _

from resources.models import Location
from resources.sources.cleaning import street_key

MOST_NAMED = 3


def doubts_about(location):
    """Sentences, as HTML."""
    if twins := same_street(location)[:MOST_NAMED]:
        links = format_html_join("; ", '<a href="{}">{}</a>', map(link_and_words, twins))
        words = _("The same street is there already: {}. If it is the same door, use that one.")
        yield format_html(words, links)
    if location.near is None and location.visibility == Location.Visibility.EXACT:
        yield _("This address is in no nearby list yet. Give its point, or the area it is in.")


def same_street(location):
    """Other addresses on that street at that number, in that town, however they are spelt."""
    street = street_key(location.address_1)
    if not street:
        return []
    town = Location.objects.filter(state=location.state, city__iexact=location.city)
    others = town.exclude(pk=location.pk).exclude(address_1="").order_by("address_2", "pk")
    return [other for other in others if street_key(other.address_1) == street]


def link_and_words(location):
    return reverse("admin:resources_location_change", args=[location.pk]), str(location)
