"""`python -m tests.bench.words SIZE REPORT`: builds so many documents and searches them.

A process of its own, because Django knows one database a process: the one DATABASE_URL names.
Each question goes through the site's own `search`. What it finds goes to REPORT as JSON.
"""

import json
import sys
import time
from collections import Counter
from io import StringIO
from itertools import chain
from pathlib import Path
from random import Random
from statistics import median, quantiles

import django

QUESTIONS, ROUNDS = 40, 5
KINDS = (
    "Health Center,Shelter,Recovery House,Community Clinic,Outreach,Harm Reduction,Syringe Services"
)
BEGINNINGS = "al an bar ben car cor dan del el fair far gran hal hol jen kel lan mar nor oak par"
BEGINNINGS += " que ros san tor ul ver wes yor zan"
ENDINGS = "berg bridge bury by chester dale field ford ham haven land ley ling ly mere mont more"
ENDINGS += " ridge son stead ston ton ville wick win wood worth"
MIDDLES = " a an ar e el en er i in is o ol on or u un".split(" ")


def names():
    """Some 15,000 made-up words that look like names of towns and people."""
    return [
        f"{one}{two}{three}"
        for one in BEGINNINGS.split()
        for two in MIDDLES
        for three in ENDINGS.split()
    ]


def main(size, report):
    django.setup()
    from .tables import count_up

    began = time.monotonic()
    draw, known = Random(size), names()
    kept = build(size, draw, known)
    count_up()
    built = time.monotonic() - began
    say(f"  {kept:,} documents of {how_many_words():,} words built in {built:.0f} s")
    rows = [row(name, some) for name, some in questions(draw, known).items()]
    Path(report).write_text(json.dumps({"size": kept, "built": built, "rows": rows}))


def build(size, draw, known):
    """What ships, and places until there are `size` -> how many documents."""
    from django.core.management import call_command

    from resources import documents
    from resources.models import Document
    from resources.nearby import batched

    call_command("migrate", verbosity=0)
    for command in ("load_content", "load_principles"):
        call_command(command, stdout=StringIO())
    count, there = Counter(), Document.objects.count()
    for some in batched(range(size - there), 5000):
        made = [place(number, draw, known) for number in some]
        Document.objects.bulk_create(made)
        count.update(chain.from_iterable(documents.spoken(one.words) for one in made))
    documents.count_words(count)
    return Document.objects.count()


def place(number, draw, known):
    """As resources.document_kinds tells one. Small numbers of a name are drawn more often."""
    from resources import documents, search_words
    from resources.models import Document

    name = known[int(draw.paretovariate(0.3)) % len(known)].title()
    title = f"{name} {draw.choice(KINDS.split(','))}"
    if number % 20 == 0:
        title = f"{title} {word_of(number, known).title()}"
    line = f"Group {number % 400}, {known[number % 3000].title()}, MA"
    return Document(
        **{"kind": "place", "key": str(number), "title": title, "text": line},
        **{"url": f"/service/{number}/", "title_key": search_words.title_key(title)},
        words=f"{search_words.words_of([title, line])} |",
        made_by=documents.made_by(),
    )


def word_of(number, known):
    """A word that stands in one document: what a directory of the whole country is full of."""
    return known[number % len(known)] + ENDINGS.split()[number // len(known)]


def how_many_words():
    from resources.models import Word

    return Word.objects.count()


def questions(draw, known):
    """{kind of question: what people type}"""
    rare = [word_of(20 * draw.randrange(5000), known) for _ in range(QUESTIONS)]
    names = [known[draw.randrange(3000)] for _ in range(QUESTIONS)]
    ours = ["what does one line on the strip mean", "how do i use alone", "hep c test", "narcan"]
    return {
        "common": ["health center", "shelter", "recovery", "clinic", "outreach", "syringe", "ma"],
        "rare": rare,
        "two words": [f"{name} {draw.choice(['shelter', 'clinic'])}" for name in names],
        "three words": [f"{name} health center" for name in names],
        "one slip": [slipped(name, draw) for name in names],
        "two slips": [slipped(slipped(word, draw), draw) for word in rare],
        "about us": ours,
        "noise": [" ".join(slipped(word, draw)[::-1] for word in rare[:8])],
    }


def slipped(word, draw):
    """With a letter changed, not the first."""
    at = draw.randrange(1, len(word))
    return word[:at] + draw.choice("xzwv") + word[at + 1 :]


def row(name, asked):
    rounds = [[ask(question) for question in asked] for _ in range(ROUNDS)]
    times = [min(same) for same in zip(*rounds, strict=True)]
    first = sorted(rounds[0])
    told = {"name": name, "median": median(times), "most": max(times), "cold": first[-1]}
    told["p95"] = quantiles(times, n=20)[-1] if len(times) > 1 else times[0]
    say(
        f"  {name:12} median {told['median']:6.2f} ms, p95 {told['p95']:6.2f} ms, "
        f"most {told['most']:6.2f} ms, asked once at most {told['cold']:6.2f} ms"
    )
    return told


def ask(question):
    """milliseconds"""
    from resources.searching import search

    began = time.perf_counter()
    search(question)
    return (time.perf_counter() - began) * 1000


def say(words):
    print(words, flush=True)


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2])
