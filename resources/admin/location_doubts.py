"""What may be wrong with an address that was saved: said to staff, and left to them."""

from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _

from resources.folding import fold
from resources.models import Location
from resources.sources.cleaning import street_key

MOST_NAMED = 3


def doubts_about(location, street_before=""):
    """Sentences, as HTML. `street_before`: its street when staff began to change it."""
    if twins := same_street(location)[:MOST_NAMED]:
        links = format_html_join("; ", '<a href="{}">{}</a>', map(link_and_words, twins))
        words = _("The same street is there already: {}. If it is the same door, use that one.")
        yield format_html(words, links)
    if location.near is None and location.visibility == Location.Visibility.EXACT:
        yield _("This address is in no nearby list yet. Give its point, or the area it is in.")
    if location.visibility == Location.Visibility.AREA:
        street = location.address_1 or street_before
        if naming := [pair for pair in texts_of(location) if street and names(pair[1], street)]:
            services = {service.pk: service for service, _text in naming}.values()
            links = format_html_join("; ", '<a href="{}">{}</a>', map(link_to, services))
            yield format_html(_("Readers can still read this street in the words of: {}."), links)


def texts_of(location):
    """(service, a text that readers see with it) of each service here."""
    places = location.places.select_related("service__organization", "schedule")
    for place in places.order_by("service__name", "pk"):
        service, schedule = place.service, getattr(place, "schedule", None)
        yield service, service.name
        yield service, service.description
        yield service, service.cost_note
        yield service, service.minors_note
        yield service, service.organization.name
        if schedule:
            yield service, schedule.note


def names(text, street):
    return fold(street) in fold(text)


def link_to(service):
    return reverse("admin:resources_service_change", args=[service.pk]), str(service)


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
