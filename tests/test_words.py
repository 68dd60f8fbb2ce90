"""Our own words: plain enough for a bad day, kind to all; the handout's are untouched."""

import json
import re
from pathlib import Path

import pytest
import textstat
from bs4 import BeautifulSoup
from django.test import Client

from principles.models import Guide, Principle
from tests import given, public_pages

pytestmark = pytest.mark.django_db
CONTENT = Path(__file__).resolve().parent.parent / "principles/content"

# Never shown to a reader, about a person or anything else.
NEVER = re.compile(
    r"\b(addict(s|ed|ion|ions)?|abus(e|ed|er|ers)|users?|junk(ie|ies|y)|clean|dirty|habits?"
    r"|relaps(e|es|ed|ing)|fail(s|ed|ure|ures)?|you should)\b",
    re.IGNORECASE,
)
HIGHEST_GRADE, LONGEST_SENTENCE = 6, 20
# Words of others: the handout's, the names of things, and what the database calls its fields.
NOT_OURS = "blockquote, script, style, code, [lang]:not(html), .name"
BLOCKS = ["p", "li", "dt", "dd", "h1", "h2", "h3", "summary", "legend", "label", "button", "div"]


def is_of_a_source(text):
    """Lines that name who said it: titles and publishers are theirs, as they wrote them."""
    return text.startswith(("From:", "Checked against"))


def squeezed(text):
    return " ".join(text.split())


def sentences(html):
    """Our sentences on a page, each as a reader meets it; a heading or a link is one too."""
    page = BeautifulSoup(html, "html.parser")
    for theirs in page.select(f"{NOT_OURS}, .from, footer, header, nav.bar"):
        theirs.decompose()
    for summary in page.find_all("summary", string=re.compile("^Sources$")):
        summary.parent.decompose()
    blocks = [tag for tag in page.main.find_all(BLOCKS) if not tag.find(BLOCKS)]
    for tag in blocks:
        for small in tag.find_all("small"):
            small.insert_before("\n\n")
        for text in tag.get_text(" ").split("\n\n"):
            said = squeezed(text)
            if said and not is_of_a_source(said):
                yield from re.split(r"(?<=[.?!:])”?\s+", said)


def asked(client, **form):
    return client.post("/find/", form).content


def every_page(place):
    client = Client()
    for address in [*public_pages.pages(place), "/nowhere/", "/find/?lat=42.3"]:
        yield address, client.get(address).content
    for need in ("naloxone", "moud", "check_drugs", "wound", "sleep", "dv", "spot_line"):
        yield f"/need/{need}/", client.get(f"/need/{need}/").content
    yield "a list", asked(client, place="02118", q="points")
    yield "far from all", asked(client, place="Nome, AK", need="syringes")
    yield "which Springfield", asked(client, place="Springfield", q="points")
    yield "no such place", asked(client, place="Nowhere Atall", q="points")
    yield "no such need", asked(client, place="02118", q="zxqv")
    yield "a slip", asked(client, place="02118", q="narcn for sex workers")
    yield "nothing typed", asked(client)
    for guide in Guide.objects.public():
        yield guide.get_absolute_url(), client.get(guide.get_absolute_url()).content
    for words in ("narcan", "narcn", "corner exchange", "zxqv", "xyzazin", ""):
        yield f"search: {words}", client.post("/search/", {"words": words}).content
    for number in range(1, 9):
        yield f"principle {number}", client.get(f"/harm-reduction/{number}/").content


def read_every_page():
    """name -> our sentences on it."""
    return {name: list(sentences(html)) for name, html in every_page(public_pages.town())}


read = given.for_the_file(read_every_page)


def words_in(sentence):
    return re.findall(r"[A-Za-z0-9’']+", sentence)


def test_no_page_holds_a_word_that_hurts(read):
    every = [(name, sentence) for name, said in read.items() for sentence in said]
    assert [(name, sentence) for name, sentence in every if NEVER.search(sentence)] == []


def test_no_sentence_is_too_long_for_a_bad_day(read):
    every = {sentence for said in read.values() for sentence in said}
    assert {one for one in every if len(words_in(one)) > LONGEST_SENTENCE} == set()


def test_every_page_reads_at_grade_six_or_below(read):
    assert all(read.values()), "a page without a sentence"
    grades = {
        name: textstat.flesch_kincaid_grade(". ".join(one.strip(".:?! ") for one in said))
        for name, said in read.items()
    }
    assert {name: grade for name, grade in grades.items() if grade > HIGHEST_GRADE} == {}


def quoted(client, address):
    page = BeautifulSoup(client.get(address).content, "html.parser")
    return [squeezed(one.get_text()) for one in page.find_all("blockquote")]


def handout():
    return json.loads((CONTENT / "handout.json").read_text(encoding="utf-8"))


def test_the_handout_stands_word_for_word_and_in_order(client):
    words = handout()
    whole = [*words["definition"], *words["introduction"], *words["principles"], words["credit"]]
    assert quoted(client, "/harm-reduction/") == [squeezed(text) for text in whole]


def test_the_first_page_quotes_the_handout_word_for_word(client):
    assert [text.strip("“”") for text in quoted(client, "/")] == [handout()["definition"][0]]


def test_each_principle_has_a_page_with_its_words_and_a_plain_line(client):
    for number, text in enumerate(handout()["principles"], start=1):
        address = f"/harm-reduction/{number}/"
        assert quoted(client, address) == [squeezed(text)]
        plain = Principle.objects.get(number=number).plain
        page = BeautifulSoup(client.get(address).content, "html.parser")
        assert squeezed(plain) in squeezed(page.get_text())
