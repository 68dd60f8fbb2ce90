"""The handout, word for word, and each principle on a page of its own."""

from django.http import Http404
from django.views.decorators.http import require_safe

from hrapp.pages import content_page
from principles.editions import editions
from principles.models import Passage, Principle


@require_safe
def harm_reduction(request):
    page = "principles/harm_reduction.html"
    return content_page(page, the_handout, editions(Passage, Principle))


def the_handout(editions):
    passages = list(Passage.objects.public().order_by("part", "number"))
    by_part = {part: [one for one in passages if one.part == part] for part in Passage.Part.values}
    return {**by_part, "principles": Principle.objects.public().in_order()}


@require_safe
def principle(request, number):
    (public,) = editions(Principle)
    if number not in dict(public):
        raise Http404
    return content_page("principles/principle.html", one_and_its_neighbours, number, public)


def one_and_its_neighbours(number, editions):
    public = Principle.objects.public()
    return {
        "principle": public.get(pk=number),
        "before": public.filter(number__lt=number).order_by("-number").first(),
        "after": public.filter(number__gt=number).order_by("number").first(),
    }
