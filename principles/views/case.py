"""Case studies: a worksheet of seven pages, all of it on one, and one's own evening.

What a reader ticks here is sent nowhere: the boxes stand outside any form.
"""

from django.views.decorators.http import require_safe

from hrapp.pages import content_page
from principles import rings, worksheet
from principles.editions import edition_or_404, editions
from principles.models import CaseStudy, Lens, Source
from resources.models import Need

# So many of the first needs are ticked before anybody does anything: a search may start at once.
TICKED = 3


@require_safe
def cases(request):
    return content_page("principles/cases.html", all_cases, editions(CaseStudy))


def all_cases(editions):
    return {"intro": worksheet.words()["intro"], "cases": CaseStudy.objects.public().in_order()}


@require_safe
def case_step(request, case_slug, step):
    edition = edition_or_404(CaseStudy, case_slug)
    return content_page("principles/case/step.html", told_at, case_slug, edition, step)


def told_at(case_slug, edition, step):
    early = step == "story" or step in Lens.values
    case = case_with_clues(case_slug) if early else whole_case(case_slug)
    before, here, after = worksheet.at(step)
    return {
        **({"case": case} if early else told(case)),
        "step": here,
        "trail": worksheet.trail(step, case_slug),
        "before": before and before.address(case_slug),
        "after": after and (after, after.address(case_slug)),
        "part": f"principles/case/_{part_of(step)}.html",
        "lens": next((lens for lens in by_lens(case) if lens["slug"] == step), None),
    }


@require_safe
def whole(request, case_slug):
    """For print, and for who would rather scroll."""
    edition = edition_or_404(CaseStudy, case_slug)
    return content_page("principles/case/whole.html", told_whole, case_slug, edition)


def told_whole(case_slug, edition):
    case = whole_case(case_slug)
    return {**told(case), "lenses": by_lens(case)}


@require_safe
def own_evening(request):
    return content_page("principles/own_evening.html", the_same_questions)


def the_same_questions():
    told = worksheet.own_evening()
    asked = [one["need"] for step in told["steps"] for one in step["choices"] if one["need"]]
    labels = dict(Need.objects.filter(pk__in=asked).values_list("pk", "label"))
    for step in told["steps"]:
        for one in step["choices"]:
            one["label"] = labels.get(one["need"], "")
    return told


def case_with_clues(slug):
    """All that the first four steps show."""
    return CaseStudy.objects.public().with_clues().get(slug=slug)


def whole_case(slug):
    return CaseStudy.objects.public().whole().get(slug=slug)


def part_of(step):
    return "clues" if step in Lens.values else step


def by_lens(case):
    """Drug, set, setting: what the story says of it, what we read, what nobody knows."""
    clues = list(case.clues.all())
    kinds = {"told": ("told", "strength"), "read": ("read",), "unknown": ("unknown",)}
    return [
        {"slug": lens, "label": label}
        | {
            name: [clue for clue in clues if clue.lens == lens and clue.kind in some]
            for name, some in kinds.items()
        }
        for lens, label in Lens.choices
    ]


def told(case):
    """What all pages of a case show some of."""
    harms = list(case.harms.all())
    dots, left_out = rings.dots(harms)
    needs = [row.need for row in case.case_needs.all()]
    more = [need for harm in harms for need in harm.needs if need not in needs]
    return {
        "case": case,
        "harms": list(enumerate(harms, start=1)),
        "dots": dots,
        "left_out": left_out,
        "needs": [(need, place < TICKED) for place, need in enumerate(needs)],
        "more_needs": list(dict.fromkeys(more)),
        "sources": Source.objects.of_case(case).by_name(),
    }
