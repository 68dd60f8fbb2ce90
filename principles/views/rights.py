"""Rights: what holds everywhere, and the laws of each state as far as somebody checked them."""

from django.http import Http404
from django.views.decorators.http import require_safe

from hrapp.pages import content_page
from principles.editions import editions
from principles.models import Guide, StateLaw

# The guide whose facts are told here, too: one text, kept in one place.
GUIDE = "rights"


@require_safe
def rights(request):
    return content_page("principles/rights.html", everywhere, editions(Guide, StateLaw))


def everywhere(editions):
    return {
        "guide": Guide.objects.public().whole().filter(slug=GUIDE).first(),
        "states": StateLaw.objects.public().by_name(),
    }


@require_safe
def state(request, state_code):
    (public,) = editions(StateLaw)
    if state_code not in dict(public):
        raise Http404
    return content_page(
        "principles/state_law.html", one_state, state_code, dict(public)[state_code]
    )


def one_state(state_code, edition):
    law = StateLaw.objects.public().whole().get(pk=state_code)
    return {"law": law, "topics": law.by_topic()}
