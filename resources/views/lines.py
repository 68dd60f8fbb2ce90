"""Help lines: those that stay on while you use come first."""

from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from resources.freshness import LINE_CYCLE, freshness
from resources.models import HelpLine


@require_safe
def lines(request):
    today = timezone.localdate()
    shown = list(HelpLine.objects.up().spotting_first())
    for line in shown:
        line.sure = freshness(line.tested_on, "call", today, LINE_CYCLE)
    context = {
        "spotting": [line for line in shown if line.spots_while_using],
        "others": [line for line in shown if not line.spots_while_using],
    }
    return render(request, "resources/lines.html", context)
