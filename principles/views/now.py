"""Overdose: what to do now. A page with no query in it, so that it answers when a database can't."""

from django.shortcuts import render
from django.views.decorators.http import require_safe


@require_safe
def now(request):
    return render(request, "principles/now.html")
