"""The handout, word for word, and each principle on a page of its own."""

from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from principles.models import Passage, Principle


@require_safe
def harm_reduction(request):
    passages = list(Passage.objects.order_by("part", "number"))
    context = {part: [one for one in passages if one.part == part] for part in Passage.Part.values}
    return render(
        request,
        "principles/harm_reduction.html",
        {**context, "principles": Principle.objects.in_order()},
    )


@require_safe
def principle(request, number):
    shown = get_object_or_404(Principle, pk=number)
    context = {
        "principle": shown,
        "before": Principle.objects.filter(number__lt=number).order_by("-number").first(),
        "after": Principle.objects.filter(number__gt=number).order_by("number").first(),
    }
    return render(request, "principles/principle.html", context)
