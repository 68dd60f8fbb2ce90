"""What search finds of what to know: guides, alerts, principles and the rest, each as a document.

A kind of content to come is one function that tells a row of it, and one line at the end.
"""

from django.utils.translation import gettext_lazy as _

from resources.documents import Kind, Told, register

from .models import Alert, CaseStudy, Guide, Passage, Principle, StateLaw

LONGEST_LINE = 120


def in_short(text):
    """The beginning of a text, in one line."""
    text = " ".join(text.split())
    if len(text) <= LONGEST_LINE:
        return text
    return f"{text[:LONGEST_LINE].rsplit(' ', 1)[0]} …"


def tell_guide(guide):
    passages = [f"{step.do} {step.how}" for step in guide.steps.all()]
    passages += [guide.slug, guide.card_title, guide.card_warn]
    passages += [fact.text for fact in guide.facts.all()]
    passages += [f"{fold.summary} {fold.text}" for fold in guide.folds.all()]
    passages += [f"{one.brand} {one.tests_for} {one.how} {one.reads}" for one in guide.strips.all()]
    needs = [need.pk for need in guide.needs.all()]
    return Told(guide.title, guide.get_absolute_url(), guide.purpose, passages, needs)


def tell_principle(principle):
    title = principle.plain or in_short(principle.text)
    needs = [need.pk for need in principle.needs.all()]
    passages = [principle.text, *principle.practice_lines]
    line = passages[1] if principle.practice_lines else ""
    return Told(title, principle.get_absolute_url(), line, passages, needs)


def tell_passage(passage):
    title = passage.plain or in_short(passage.text)
    return Told(title, passage.get_absolute_url(), "", [passage.text])


def tell_case(case):
    passages = [case.story, *(clue.text for clue in case.clues.all())]
    passages += [f"{harm.title} {harm.plain}" for harm in case.harms.all()]
    passages += [one.text for one in case.interventions.all()]
    return Told(case.title, case.get_absolute_url(), in_short(case.story), passages)


def cases():
    return CaseStudy.objects.public().prefetch_related("clues", "harms", "interventions")


def tell_state(law):
    """By its name and what people ask of it. What it claims may be overdue, and is not kept."""
    asked = f"{law.code} state law laws rights police syringes strips good samaritan"
    return Told(law.name, law.get_absolute_url(), "", [asked])


def alerts():
    return Alert.objects.running().select_related("area")


def tell_alert(alert):
    passages = ["alert warning bad batch", *alert.lines]
    return Told(alert.found, address_of(alert.pk), str(alert.where), passages, ["alerts"])


def address_of(alert):
    return f"/alerts/#alert-{alert}"


def alerts_that_hold():
    return map(address_of, Alert.objects.running().values_list("pk", flat=True))


def register_all():
    register(Kind("alert", _("Alert"), 5, alerts, tell_alert, alerts_that_hold))
    register(Kind("guide", _("Guide"), 10, lambda: Guide.objects.public().whole(), tell_guide))
    register(
        Kind(
            "principle",
            _("Principle"),
            40,
            lambda: Principle.objects.public().prefetch_related("needs"),
            tell_principle,
        )
    )
    register(Kind("passage", _("From the handout"), 50, Passage.objects.public, tell_passage))
    register(Kind("case", _("Case study"), 60, cases, tell_case))
    register(Kind("state", _("Your rights"), 45, StateLaw.objects.public, tell_state))
