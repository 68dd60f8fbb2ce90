"""Which edition of things readers see: what a page of content is kept by."""

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


@cache
def question_of_all(model):
    return Prepared(lambda: model.objects.public().order_by("pk").values_list("pk", "edition"))


def editions(*models):
    """((key, edition), ...) of all that is public of each: what a page of many is kept by."""
    return tuple(tuple(question_of_all(model)()) for model in models)


def edition_or_404(model, slug):
    rows = question(model)(slug=slug)
    if not rows:
        raise Http404
    return rows[0][0]
