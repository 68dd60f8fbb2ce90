"""The handout, word for word, and each principle on a page of its own."""

from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from principles.models import Passage, Principle


@require_safe
def harm_reduction(request):
    passages = list(Passage.objects.public().order_by("part", "number"))
    context = {part: [one for one in passages if one.part == part] for part in Passage.Part.values}
    return render(
        request,
        "principles/harm_reduction.html",
        {**context, "principles": Principle.objects.public().in_order()},
    )


@require_safe
def principle(request, number):
    public = Principle.objects.public()
    context = {
        "principle": get_object_or_404(public, pk=number),
        "before": public.filter(number__lt=number).order_by("-number").first(),
        "after": public.filter(number__gt=number).order_by("number").first(),
    }
    return render(request, "principles/principle.html", context)
