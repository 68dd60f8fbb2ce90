"""Finding places: what a person typed goes in the body of a POST and is kept nowhere."""

from django.http import Http404
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from hrapp.pages import go_to, render_page
from resources import asking, filters, places
from resources.finding import find as find_places
from resources.forms import FindForm, RefineForm, typed_in
from resources.models import Need

PAGE, PART = "resources/find.html", "resources/_found.html"


# A search changes nothing, so nobody can be tricked into one; and readers have no cookie.
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def find(request):
    """The form; and, by POST, the places. Nothing of it is stored, here or on the phone."""
    if request.method != "POST":
        asked = RefineForm(request.GET)
        asked.is_valid()
        told = asking.Answer(asked, needs=asked.cleaned_data.get("need", []))
        return render_page(request, PAGE, PART, shown(told), status=400 if told.wrong else 200)
    told = asking.answer(FindForm(request.POST), timezone.now())
    if told.emergency:
        return go_to(request, "/now/")
    return render_page(request, PAGE, PART, shown(told), status=400 if told.wrong else 200)


@require_safe
def near(request, slug):
    """The same list as a link, made only because somebody asked for one."""
    area = places.near_slug(slug)
    form = RefineForm(request.GET)
    if area is None or not form.is_valid():
        raise Http404
    told = asking.Answer(form, area=area, needs=form.cleaned_data["need"])
    told.search = form.search(area)
    told.found = find_places(told.search, timezone.now())
    return render_page(request, PAGE, PART, {**shown(told), "link": told.link})


def shown(told):
    """All that the page and its part need to show an answer."""
    return {
        "told": told,
        "ask": typed_in(told.form, told.needs, place=told.area.label if told.area else ""),
        "filters": filters.CHOICES,
        "first_filters": filters.FIRST,
        "lines": told.lines,
        "all_needs": None if told.found else list(Need.objects.in_order()),
    }
