"""One service: every public fact of it, where from, and how sure we are."""

from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from resources import at_the_door, cards, mailing, reporting, texting
from resources.models import Service, ServiceAtLocation


@require_safe
def service(request, service_id):
    shown = get_object_or_404(Service.objects.listed().with_needs_and_phones(), pk=service_id)
    page = render(request, "resources/service.html", told(shown, timezone.now()))
    # A copy in the browser's cache would tell which place was looked at.
    page.headers["Cache-Control"] = "no-store"
    return page


def told(service, now):
    known, not_known = at_the_door.told(service)
    places = places_of(service, now)
    phone = None if places else cards.number_of(service)
    sure = cards.sureness(service, now)
    can_call = bool(phone) or any(place["phone"] for place in places)
    doubt = reporting.doubt_words() if reporting.is_doubted(service.pk) else ""
    address = service.get_absolute_url()
    return {
        "service": service,
        "places": places,
        "phone": phone,
        "mails_to": mailing.where_words(service.mail_states),
        "sure": sure,
        "sure_words": cards.sure_words(sure, can_call),
        "doubt": doubt,
        "endings": reporting.endings(service, now),
        "text_message": texting.place_link(service.name, places, address, sure, doubt),
        "door": known,
        "ask_about": not_known,
    }


def places_of(service, now):
    listed = ServiceAtLocation.objects.listed().with_all_a_card_tells().filter(service=service)
    # By what the reader sees: an order by names nobody may know would tell of them.
    told = [cards.whole(place, now) for place in listed.order_by("pk")]
    return sorted(told, key=lambda place: place["where"])
