"""One service: every public fact of it, where from, and how sure we are."""

from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from resources import at_the_door, cards, mailing
from resources.models import Service, ServiceAtLocation


@require_safe
def service(request, service_id):
    shown = get_object_or_404(Service.objects.listed().with_needs_and_phones(), pk=service_id)
    places = ServiceAtLocation.objects.listed().with_all_a_card_tells().filter(service=shown)
    now = timezone.now()
    known, not_known = at_the_door.told(shown)
    told = [cards.whole(place, now) for place in places.order_by("pk")]
    # By what the reader sees: an order by names nobody may know would tell of them.
    told.sort(key=lambda place: place["where"])
    sure = cards.sureness(shown, now)
    elsewhere = None if told else mailing.at_no_place(shown)
    numbers = [place["phone"] for place in told] or [elsewhere and elsewhere["phone"]]
    context = {
        "elsewhere": elsewhere,
        "mails_to": mailing.where_words(shown.mail_states),
        "service": shown,
        "places": told,
        "sure": sure,
        "sure_words": cards.sure_words(sure, any(numbers)),
        "door": known,
        "ask_about": not_known,
    }
    page = render(request, "resources/service.html", context)
    # A copy in the browser's cache would tell which place was looked at.
    page.headers["Cache-Control"] = "no-store"
    return page
