"""Search: what is typed goes in the body of a POST and is kept nowhere, as in the finder."""

from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from hrapp.pages import go_to, render_page
from hrapp.turns import in_turn
from resources import place_inside
from resources.forms import LONGEST_WORDS, page_called
from resources.models import Need
from resources.need_words import vocabulary
from resources.searching import search as look_for

PAGE, PART = "resources/search.html", "resources/_searched.html"


@require_http_methods(["GET", "HEAD", "POST"])
@in_turn
def search(request):
    """The form; and, by POST, what is found. A search changes nothing, so it carries no token."""
    typed = request.POST.get("words", "").replace("\0", "")
    wrong = why_not(request.method, typed)
    page = page_called(request.POST.get("page", "")) or 1
    found = look_for(typed, page=page) if typed.strip() and not wrong else None
    if found and found.emergency:
        return go_to(request, "/now/")
    context = {
        "title": gettext("Search"),
        "typed": typed,
        "wrong": wrong,
        "found": found,
        "near": found and place_inside.in_their_boxes(typed, vocabulary()),
        "needs": Need.objects.filter(pk__in=found.needs).in_order() if found else [],
    }
    return render_page(request, PAGE, PART, context, status=400 if wrong else 200)


def why_not(method, typed):
    if len(typed) > LONGEST_WORDS:
        return gettext("That is too long to read. A few words are enough.")
    if method == "POST" and not typed.strip():
        return gettext("Type a word or two.")
    return ""
