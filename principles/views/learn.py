"""The guides: all of them, and one with its facts, their sources, and what you need for it."""

from django.views.decorators.http import require_safe

from hrapp import phrases
from hrapp.pages import content_page
from principles.editions import edition_or_404, editions
from principles.models import Fact, Guide, Source
from resources.staying import as_lines, first_up

# Guides that carry the card of the lines that stay on while somebody uses.
NOT_ALONE = {"overdose", "using-alone"}


@require_safe
def learn(request):
    return content_page("principles/learn.html", all_guides, editions(Guide))


def all_guides(editions):
    return {"guides": Guide.objects.public().in_order()}


@require_safe
def guide(request, guide_slug):
    lines = first_up() if guide_slug in NOT_ALONE else None
    edition = edition_or_404(Guide, guide_slug)
    return content_page("principles/guide.html", told, guide_slug, edition, lines)


def told(slug, edition, lines):
    """All that a guide's page shows, with the `lines` that stay on where they belong."""
    shown = Guide.objects.public().whole().get(slug=slug)
    if shown.is_emergency:
        phrases.ask_again()
    parts = [
        (kind, label, [fact for fact in shown.facts.all() if fact.kind == kind])
        for kind, label in Fact.Kind.choices
    ]
    context = {
        "guide": shown,
        "parts": [part for part in parts if part[2]],
        "sources": Source.objects.of_guide(shown).by_name(),
    }
    if lines is not None:
        context["staying"] = as_lines(lines)
    return context
