"""Which edition of a thing readers see: what a page of content is kept by."""

from functools import cache

from django.http import Http404

from hrapp.prepared import Prepared


@cache
def question(model):
    """Asks one row or none: (edition,) of what is public under that short name."""
    return Prepared(
        lambda slug: model.objects.public().filter(slug=slug).values_list("edition"),
        slug="example",
    )


def edition_or_404(model, slug):
    rows = question(model)(slug=slug)
    if not rows:
        raise Http404
    return rows[0][0]
