"""Finding places: what a person typed goes in the body of a POST and is kept nowhere."""

from django.http import Http404
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_safe

from hrapp.pages import go_to, render_page
from hrapp.turns import in_turn
from resources import asking
from resources.filters import filter_chips
from resources.need_folds import need_folds

PAGE, PART = "resources/find.html", "resources/_found.html"


@require_http_methods(["GET", "HEAD", "POST"])
@in_turn
def find(request):
    """The form; and, by POST, the places. Nothing of it is stored, here or on the phone.

    A search changes nothing, so nobody can be tricked into one: it carries no token.
    """
    if request.method == "POST":
        told = asking.answer(request.POST, timezone.now())
    else:
        told = asking.nothing_yet(request.GET)
    if told.emergency:
        return go_to(request, "/now/")
    return show(request, told, title=gettext("Find"))


@require_safe
@in_turn
def near(request, slug):
    """The same list as a link, made only because somebody asked for one."""
    told = asking.answer_link(slug, request.GET, timezone.now())
    if told is None:
        raise Http404
    return show(request, told, title=told.heading, is_link=True)


def show(request, told, **more):
    context = {
        **more,
        "told": told,
        "filters": filter_chips(*told.ticked.filters, asks_when=not told.found),
        "need_folds": None if told.found else need_folds([need.pk for need in told.needs]),
    }
    return render_page(request, PAGE, PART, context, status=400 if told.wrong else 200)
