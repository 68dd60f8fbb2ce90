"""Overdose: what to do now."""

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from principles.overdose import page_now


@require_safe
def now(request):
    return HttpResponse(page_now())
