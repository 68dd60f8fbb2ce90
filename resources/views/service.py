"""One service: every public fact of it, where from, and how sure we are."""

from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from resources import cards, texting
from resources.models import Service, ServiceAtLocation


@require_safe
def service(request, service_id):
    shown = get_object_or_404(Service.objects.listed().with_needs_and_phones(), pk=service_id)
    places = ServiceAtLocation.objects.listed().with_all_a_card_tells().filter(service=shown)
    now = timezone.now()
    known, not_known = cards.at_the_door(shown)
    told = [cards.whole(place, now) for place in places.order_by("location__name", "pk")]
    sure = cards.sureness(shown, now)
    context = {
        "service": shown,
        "places": told,
        "sure": sure,
        "sure_words": cards.sure_words(sure, any(place["phone"] for place in told)),
        "text_message": texting.place_link(shown.name, told, request.path_info, sure),
        "door": known,
        "ask_about": not_known,
    }
    page = render(request, "resources/service.html", context)
    # A copy in the browser's cache would tell which place was looked at.
    page.headers["Cache-Control"] = "no-store"
    return page
