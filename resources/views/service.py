"""One service: every public fact of it, where from, and how sure we are."""

from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.safestring import mark_safe
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from resources import cards, telling
from resources.models import Service, ServiceAtLocation, door


@require_safe
def service(request, service_id):
    shown = get_object_or_404(Service.objects.listed().with_needs_and_phones(), pk=service_id)
    places = ServiceAtLocation.objects.listed().with_all_a_card_tells().filter(service=shown)
    now = timezone.now()
    told = [cards.whole(place, now) for place in places.order_by("location__name", "pk")]
    known, not_known = cards.at_the_door(shown)
    context = {
        "service": shown,
        "places": told,
        "sure": how_sure(shown, any(place["phone"] for place in told), now),
        "door": known,
        "ask_about": not_known,
    }
    page = render(request, "resources/service.html", context)
    # A copy in the browser's cache would tell which place was looked at.
    page.headers["Cache-Control"] = "no-store"
    return page


def how_sure(service, has_phone, now):
    """The same line that its cards in a list carry, as HTML: no "call" without a number."""
    on, moves = service.last_verified, service.delivery in door.COMES_TO_ME
    asked = on.isoformat() if on else "", service.verified_by, moves, has_phone
    return mark_safe(telling.sureness(*asked, now.date().toordinal(), get_language())[0])
