"""All needs, and one need: what a place gives you, and the way to places."""

from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from hrapp.phrases import in_order_said
from resources.asking import BY_PHONE, lines_for
from resources.filters import filter_chips
from resources.models import Need
from resources.staying import NEEDS, staying


@require_safe
def need_list(request):
    return render(
        request,
        "resources/needs.html",
        {
            "needs": Need.objects.in_order(),
            "a_to_z": in_order_said(Need.objects.a_to_z(), "label"),
        },
    )


@require_safe
def need_detail(request, need_id):
    need = get_object_or_404(Need, pk=need_id)
    lines = lines_for([need.pk]) if need.pk in BY_PHONE else []
    context = {"need": need, "lines": lines, "filters": filter_chips()}
    if need.pk in NEEDS:
        context["staying"] = staying()
    return render(request, "resources/need.html", context)
