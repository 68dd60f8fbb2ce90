"""All needs, and one need: what a place gives you, and the way to places."""

from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from hrapp.pages import content_page
from hrapp.phrases import in_order_said
from hrapp.prepared import Prepared
from resources.asking import BY_PHONE, lines_for
from resources.filters import filter_chips
from resources.models import Need
from resources.staying import NEEDS, staying

# What the page of all needs is kept by: a word that staff change shows at once.
as_staff_left_them = Prepared(
    lambda: Need.objects.in_order().values_list("pk", "label", "plain", "icon", "group__label")
)


@require_safe
def need_list(request):
    return content_page("resources/needs.html", all_needs, tuple(as_staff_left_them()))


def all_needs(rows):
    return {
        "needs": Need.objects.in_order(),
        "a_to_z": in_order_said(Need.objects.a_to_z(), "label"),
    }


@require_safe
def need_detail(request, need_id):
    need = get_object_or_404(Need, pk=need_id)
    lines = lines_for([need.pk]) if need.pk in BY_PHONE else []
    context = {"need": need, "lines": lines, "filters": filter_chips()}
    if need.pk in NEEDS:
        context["staying"] = staying()
    return render(request, "resources/need.html", context)
