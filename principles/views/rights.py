"""Rights: what holds everywhere, and the laws of each state as far as somebody checked them."""

from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from principles.models import Guide, StateLaw

# The guide whose facts are told here, too: one text, kept in one place.
GUIDE = "rights"


@require_safe
def rights(request):
    context = {
        "guide": Guide.objects.public().whole().filter(slug=GUIDE).first(),
        "states": StateLaw.objects.public().by_name(),
    }
    return render(request, "principles/rights.html", context)


@require_safe
def state(request, state_code):
    law = get_object_or_404(StateLaw.objects.public().whole(), pk=state_code)
    return render(request, "principles/state_law.html", {"law": law, "topics": law.by_topic()})
