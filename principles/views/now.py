"""Overdose: what to do now. No query in it, so that it answers when a database can't."""

from django.views.decorators.http import require_safe

from hrapp.pages import fixed_page


@require_safe
def now(request):
    return fixed_page(request, "principles/now.html")
