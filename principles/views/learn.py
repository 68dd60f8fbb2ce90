"""The guides: all of them, and one with its facts, their sources, and what you need for it."""

from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from principles.models import Fact, Guide, Source
from resources.staying import staying

# Guides that carry the card of the lines that stay on while somebody uses.
NOT_ALONE = {"overdose", "using-alone"}


@require_safe
def learn(request):
    return render(request, "principles/learn.html", {"guides": Guide.objects.public().in_order()})


@require_safe
def guide(request, guide_slug):
    shown = get_object_or_404(Guide.objects.public().whole(), slug=guide_slug)
    parts = [
        (kind, label, [fact for fact in shown.facts.all() if fact.kind == kind])
        for kind, label in Fact.Kind.choices
    ]
    context = {
        "guide": shown,
        "parts": [part for part in parts if part[2]],
        "sources": Source.objects.of_guide(shown).by_name(),
    }
    if guide_slug in NOT_ALONE:
        context["staying"] = staying()
    return render(request, "principles/guide.html", context)
