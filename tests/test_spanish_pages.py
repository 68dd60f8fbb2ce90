"""The pages that have to be in Spanish now: whole, plain, kind, and marked as awaiting a reader.

How a text is found and what staff do is test_phrases.py's; every string, test_spanish_words.py's.
"""

import pytest
import textstat
from bs4 import BeautifulSoup
from django.test import Client

from principles import alerts
from principles.models import Alert
from resources.models import Need
from tests import given, public_pages
from tests.reading import words
from tests.test_spanish_words import catalog
from tests.test_words import asked, sentences, words_in

pytestmark = pytest.mark.django_db

NOT_YET = "aún no están en español"
AWAITS = "espera que lo revise una persona que creció hablando español"

# These are wholly in Spanish now: the rest shows what is missing as such.
WHOLE = [
    *("/", "/now/", "/lines/", "/need/", "/find/", "/about/", "/privacy/", "/safety/", "/learn/"),
    *("/learn/overdose/", "/learn/tolerance/", "/learn/using-alone/", "/near/02118/?need=syringes"),
    *("/need/syringes/", "/need/spot_line/", "/need/dv/", "/nowhere/"),
]


def read_every_page():
    public_pages.town()
    Alert.objects.all().delete()  # staff write those as they come, in English first
    alerts.ask_again_at = 0  # what an earlier file left on the first page
    client = Client()
    pages = {address: client.get(f"/es{address}").content for address in WHOLE}
    for need in Need.objects.all():
        pages[f"need {need.pk}"] = client.get(f"/es/need/{need.pk}/").content
    spanish = InSpanish(client)
    pages["a list"] = asked(spanish, place="02118", q="jeringas")
    pages["far from all"] = asked(spanish, place="Nome, AK", need="syringes")
    pages["which Springfield"] = asked(spanish, place="Springfield", q="jeringas")
    pages["no such place"] = asked(spanish, place="Nowhere Atall", q="jeringas")
    pages["no such need"] = asked(spanish, place="02118", q="zxqv")
    pages["nothing typed"] = asked(spanish)
    return pages


class InSpanish:
    def __init__(self, client):
        self.client = client

    def post(self, address, form):
        return self.client.post(f"/es{address}", form)


read = given.for_the_file(read_every_page)


def test_what_has_to_be_in_spanish_now_is(read):
    english = {
        name: [words(one) for one in page_of(html).main.select("span[lang=en]")]
        for name, html in read.items()
    }
    assert {name: some for name, some in english.items() if some} == {}
    assert [name for name, html in read.items() if NOT_YET in html.decode()] == []


def test_every_spanish_page_says_that_it_awaits_a_native_reader(read):
    assert [name for name, html in read.items() if AWAITS not in html.decode()] == []


def test_no_english_string_of_the_interface_is_left_on_them(read):
    english = {key[0] if isinstance(key, tuple) else key: said for key, said in catalog().items()}
    english = {key for key, said in english.items() if key != said and len(key) > 3}
    for name, html in read.items():
        shown = page_of(html)
        for other in shown.select("[lang=en], script, style"):
            other.decompose()
        said = {" ".join(text.split()) for text in shown.find_all(string=True)}
        said |= {tag[name] for name in ("aria-label", "title") for tag in shown.select(f"[{name}]")}
        assert said & english == set(), name


def test_spanish_is_as_plain_as_the_english(read):
    textstat.set_lang("es")
    try:
        for name, html in read.items():
            said = list(sentences(html))
            ease = textstat.flesch_reading_ease(". ".join(one.strip(".:?!¿¡ ") for one in said))
            assert ease >= 80, name
            assert [one for one in said if len(words_in(one)) > 20] == [], name
    finally:
        textstat.set_lang("en_US")


HURTS = ("adict", "abuso", "drogadict", "yonqui", "tecato", "sucio", "limpio", "recaíd", "vicio")


def test_no_word_that_hurts_stands_there(read):
    for name, html in read.items():
        told = page_of(html).main.get_text(" ").lower()
        assert [word for word in HURTS if word in told] == [], name


def page_of(html):
    return BeautifulSoup(html, "html.parser")
