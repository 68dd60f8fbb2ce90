"""Case studies as a reader meets them: told apart from unknown, every step on, nothing kept."""

import json
from pathlib import Path

import pytest
from django.core.management import call_command

from principles import rings, worksheet
from principles.models import CaseStudy, Harm, Principle
from resources.models import Need
from tests import given
from tests.reading import page, words
from tests.test_words import squeezed

pytestmark = pytest.mark.django_db
CASE = "/case/jessica/"
STEPS = ["", "drug/", "set/", "setting/", "harms/", "help/", "places/"]
SEED = json.loads(
    (Path(__file__).resolve().parent.parent / "principles/content/handout.json").read_text()
)["worksheet"]
every_step = pytest.mark.parametrize("step", STEPS)


def a_site():
    given.content()
    call_command("load_principles", verbosity=0)


town = given.for_the_file(a_site)


def shown(client, step=""):
    return page(client.get(f"{CASE}{step}"))


def links(part):
    return [link["href"] for link in part.main.select("a")]


def quotes(part):
    return [squeezed(one.get_text()).strip("“”") for one in part.select("blockquote")]


def test_the_story_stands_word_for_word(client):
    assert quotes(shown(client)) == [squeezed(text) for text in SEED["case_study"]["story"]]
    assert "National Harm Reduction Coalition" in words(shown(client).main)
    assert "not the coalition’s own worksheet" in words(shown(client).main)


@every_step
def test_each_step_asks_its_question_and_leads_on_and_back(client, step):
    number = STEPS.index(step)
    part, told = shown(client, step), worksheet.steps()[number]
    assert part.h1.get_text() == told.title and told.question in words(part.main)
    assert f"step {number + 1} of 7" in words(part.main)
    assert len(part.select("main svg[aria-hidden] rect")) == 7
    if number < 6:
        assert f"{CASE}{STEPS[number + 1]}" in links(part)
    if number:
        assert f"{CASE}{STEPS[number - 1]}" in links(part)


@every_step
def test_no_step_has_to_be_read(client, step):
    ways = {words(link): link["href"] for link in shown(client, step).main.select("a")}
    following = [*STEPS[1:], None][STEPS.index(step)]
    assert ways["Skip this"] == (f"{CASE}{following}" if following else "/case/")
    if STEPS.index(step) < STEPS.index("harms/"):
        assert ways["Skip to what could go wrong"] == f"{CASE}harms/"


@pytest.mark.parametrize("lens", ["drug", "set", "setting"])
def test_what_the_story_says_stands_with_its_words_apart_from_what_it_does_not(client, lens):
    part = shown(client, f"{lens}/")
    clues = CaseStudy.objects.get(slug="jessica").clues.filter(lens=lens)
    unknown = [words(one) for one in part.select("ul.soft li")]
    assert unknown == [clue.text for clue in clues.filter(kind="unknown").in_order()]
    assert [one for one in quotes(part) if not one.startswith("[...]")] == [
        clue.quote
        for kinds in (("told", "strength"), ("read",))
        for clue in clues.filter(kind__in=kinds).in_order()
    ]
    assert "We don’t know." in words(part.main)


@pytest.mark.parametrize("step", ["setting/", "harms/", "all/"])
def test_the_question_is_asked_with_its_gap_in_sight(client, step):
    assert SEED["prompt"] in quotes(shown(client, step))


def test_every_harm_is_there_to_tick_and_none_stands_in_a_form(client):
    part = shown(client, "harms/")
    boxes = part.select("main input[type=checkbox]")
    titles = [words(box.parent) for box in boxes]
    rows = Harm.objects.in_order()
    assert titles == [f"{number}. {harm.title}" for number, harm in enumerate(rows, start=1)]
    assert not any(box.find_parent("form") or box.get("name") for box in boxes)
    assert all(box["autocomplete"] == "off" for box in boxes)


def test_the_picture_shows_every_harm_in_its_ring_and_says_so_in_words(client):
    drawing = shown(client, "harms/").select_one("svg[role=img]")
    named = drawing["aria-labelledby"].split()
    assert [drawing.find(id=one).name for one in named] == ["title", "desc"]
    for number, harm in enumerate(Harm.objects.in_order(), start=1):
        assert f"{number}: {harm.title} ({harm.get_lens_display()})" in drawing.desc.get_text()
        assert drawing.find("text", string=str(number))
    assert not drawing.select("[style]")


def test_dots_stand_in_their_own_ring_and_apart():
    rings_at = {"drug": (180, 118), "set": (114, 232), "setting": (246, 232)}
    every = [(lens, x, y) for lens, places in rings.PLACES.items() for x, y in places]
    for lens, x, y in every:
        inside = {ring for ring, (a, b) in rings_at.items() if (x - a) ** 2 + (y - b) ** 2 < 110**2}
        assert inside == {lens}, (lens, x, y)
        assert all(
            (x - a) ** 2 + (y - b) ** 2 >= 32**2 for _lens, a, b in every if (a, b) != (x, y)
        ), (lens, x, y)


def test_more_harms_than_the_picture_holds_are_counted():
    placed, left_out = rings.dots([Harm(lens="set")] * 9)
    assert (len(placed), left_out) == (7, 2)


def test_each_harm_has_a_card_of_what_could_help_who_when_and_who_says_so(client):
    part = shown(client, "help/")
    for number, harm in enumerate(Harm.objects.in_order(), start=1):
        card = part.find(id=f"harm-{number}")
        assert words(card.h2) == f"{number}. {harm.title}"
        assert {words(one) for one in card.select("h3")} <= {"Do now", "Get", "Ask for"}
        for one in harm.helps.all():
            assert one.text in words(card)
            keys = set(one.sources.values_list("key", flat=True))
            row = next(li for li in card.select("li") if one.text in words(li))
            assert keys and keys <= set(words(row.small).split())
            needed = {f"/find/?need={need.pk}" for need in one.needs.all()}
            assert needed and needed <= {link["href"] for link in card.select("a")}
    sources = words(part.select_one("ul.from"))
    assert "S27: " in sources and "(no date)" in sources


@pytest.mark.parametrize("step", ["help/", "places/", "all/"])
def test_she_may_choose_none_and_there_is_no_one_right_answer(client, step):
    told = words(shown(client, step).main)
    assert "She may choose none of these." in told
    assert "What would you add? There is no one right answer." in told


def test_every_need_leads_to_the_finder(client):
    part = shown(client, "places/")
    offered = [box["value"] for box in part.select("form[action='/find/'] [name=need]")]
    rows = CaseStudy.objects.get(slug="jessica").case_needs.in_order()
    assert offered == [row.need_id for row in rows]
    more = [link.split("=")[1] for link in links(part) if link.startswith("/find/?need=")]
    wanted = set(Need.objects.filter(pk__in=offered + more).values_list("pk", flat=True))
    used = {need.pk for harm in Harm.objects.all() for need in harm.needs}
    assert used <= wanted == {*offered, *more}
    for need in more:
        found = page(client.get(f"/find/?need={need}"))
        assert found.select_one(f"input[name=need][value={need}][checked]")


def test_all_of_it_stands_on_one_page(client):
    told = words(shown(client, "all/").main)
    case = CaseStudy.objects.get(slug="jessica")
    texts = [*case.paragraphs, *case.last_lines]
    texts += [one.text for one in [*case.clues.all(), *case.interventions.all()]]
    texts += [harm.plain for harm in case.harms.all()]
    assert [text for text in texts if squeezed(text) not in told] == []


def test_ones_own_evening_asks_all_and_sends_nothing(client):
    part = page(client.get("/case/own/"))
    told = words(part.main)
    own = worksheet.own_evening()
    assert own["intro"] in told
    choices = [one["text"] for step in own["steps"] for one in step["choices"]]
    assert [words(label) for label in part.select("label")] == choices
    assert not part.main.select("form, [name], button")
    found = [link for link in links(part) if link.startswith("/find/?need=")]
    assert len(found) == len(own["steps"][-1]["choices"])
    assert all(client.get(link).status_code == 200 for link in found)


def test_cases_are_told_of_on_learn_and_on_the_first_page(client):
    assert "/case/" in links(page(client.get("/learn/")))
    assert CASE in links(page(client.get("/")))
    there = links(page(client.get("/case/")))
    assert {CASE, f"{CASE}all/", "/case/own/"} <= set(there)


def test_a_principle_leads_to_a_case_that_shows_it(client):
    assert CASE in links(page(client.get("/harm-reduction/6/")))
    assert [one.slug for one in Principle.objects.get(number=6).cases.all()] == ["jessica"]


def test_a_case_that_was_taken_off_is_gone_everywhere(client):
    CaseStudy.objects.update(edition=0)
    for step in [*STEPS, "all/"]:
        assert client.get(f"{CASE}{step}").status_code == 404
    assert CASE not in links(page(client.get("/case/")))
    assert CASE not in links(page(client.get("/harm-reduction/6/")))


@pytest.mark.parametrize("address", ["/case/nobody/", f"{CASE}nowhere/", "/case/own/harms/"])
def test_no_such_step(client, address):
    assert client.get(address).status_code == 404


def test_a_case_does_not_ask_more_of_the_database_the_longer_it_is(
    client, django_assert_max_num_queries
):
    for step in [*STEPS, "all/"]:
        with django_assert_max_num_queries(20):
            client.get(f"{CASE}{step}")


def test_loading_again_changes_nothing(client):
    CaseStudy.objects.update(title="As staff left it")
    call_command("load_principles", verbosity=0)
    assert CaseStudy.objects.get().title == "As staff left it"
