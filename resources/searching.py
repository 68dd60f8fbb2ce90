"""Search: words as a person types them -> guides, needs, help lines, places. One function.

The databases only say which documents hold which words (FTS5 or tsvector); what an answer is worth
is worked out here, so that both agree. Nothing that is asked is written down.
"""

from dataclasses import dataclass, field
from itertools import combinations
from math import log, sqrt
from typing import NamedTuple

from django.db import connection

from . import need_words, spelling, street_names
from .documents import KINDS, LANGUAGE, MANY, OURS, word_of_need
from .finding import LAST_PAGE
from .folding import fold
from .search_words import PART, asked_words, title_key

A_PAGE = 20
MOST_SHOWN = LAST_PAGE * A_PAGE
# Of what we wrote all is looked at; of places so many: who wants others says more.
MOST_OF_OURS, MOST_PLACES, MOST_EXACT = 1000, 2 * MOST_SHOWN, 100
ENOUGH = 0.5  # the share of a question that an answer has to meet when none meets all of it

COLUMNS = "d.id, d.kind, d.title, d.text, d.url, d.title_key, d.words"
BY_WORDS = {
    "sqlite": f"""SELECT {COLUMNS} FROM resources_documentindex
        CROSS JOIN resources_document d ON d.id = resources_documentindex.rowid
        WHERE resources_documentindex MATCH %s AND d.language = %s LIMIT %s""",
    "postgresql": f"""SELECT {COLUMNS} FROM resources_document d
        WHERE d.found_by @@ %s::tsquery AND d.language = %s LIMIT %s""",
}
BY_TITLE = f"""SELECT {COLUMNS} FROM resources_document d
    WHERE d.title_key = %s AND d.language = %s ORDER BY d.id LIMIT %s"""


class Document(NamedTuple):
    id: int
    kind: str
    title: str
    text: str
    url: str
    title_key: str
    words: str

    @property
    def what(self):
        return KINDS[self.kind].label


@dataclass
class Found:
    """`emergency` alone when the words mean one. `read`: (typed, the known word taken for it)."""

    emergency: bool = False
    results: list = field(default_factory=list)
    count: int = 0
    page: int = 1
    read: list = field(default_factory=list)
    offers: list = field(default_factory=list)  # known words, when nothing is found
    needs: list = field(default_factory=list)  # ids of needs that were meant
    places_left_out: bool = False

    @property
    def more(self):
        return self.count > self.page * A_PAGE

    @property
    def first(self):
        return (self.page - 1) * A_PAGE + 1


class Question(NamedTuple):
    """`groups`: for each word that matters, the spellings that meet it. `weights` are theirs."""

    key: str
    groups: list
    weights: list
    marks: frozenset  # words of the needs that were meant
    all_meant: bool  # the needs say all of what was typed
    named: str  # the mark of the one need whose own words these are, or ""


def search(typed, *, page=1, language=LANGUAGE):
    """What was typed, at most some hundred letters -> Found, 20 results a page, the best first.

    Never raises for anything typed; nothing that can be read is nothing found.
    """
    vocabulary = need_words.vocabulary()
    understood = need_words.understand(typed, vocabulary)
    if understood.emergency:
        return Found(emergency=True)
    words = asked_words(typed)
    if not words:
        return Found()
    known = spelling.known_counts(words)
    unknown = [word for word in words if word not in known]
    guesses = meant(unknown)
    question = question_of(typed, words, known | dict(guesses.values()), guesses)
    question = question._replace(**needs_in(typed, understood, vocabulary))
    found, left_out = documents_for(question, language)
    every = in_order(found, question)
    ranked = every[:MOST_SHOWN]
    page = min(page, max(1, -(-len(ranked) // A_PAGE)))
    return Found(
        results=ranked[(page - 1) * A_PAGE : page * A_PAGE],
        count=len(ranked),
        page=page,
        read=[(word, guess) for word, (guess, _count) in guesses.items()],
        offers=[] if ranked else spelling.alike(street_names.no_slips(unknown)),
        needs=understood.needs,
        places_left_out=left_out or len(every) > MOST_SHOWN,
    )


def meant(unknown):
    """{unknown word: (known word, in how many documents)}: a street name, else a slip."""
    named = street_names.meant(unknown)
    counts = spelling.known_counts(set(named.values())) if named else {}
    guesses = {word: (ours, counts[ours]) for word, ours in named.items() if ours in counts}
    return guesses | spelling.meant(street_names.no_slips(unknown))


def question_of(typed, words, counts, guesses):
    """`counts`: {known word: in how many documents}; `guesses`: {unknown word: (known, count)}."""
    groups = [(word, guesses[word][0]) if word in guesses else (word,) for word in words]
    weights = [weight(counts.get(group[-1], 0)) for group in groups]
    return Question(title_key(typed), groups, weights, frozenset(), False, "")


def needs_in(typed, understood, vocabulary):
    marks = frozenset(map(word_of_need, understood.needs))
    named = vocabulary.get(fold(typed))
    return {
        "marks": marks,
        "all_meant": bool(marks) and not understood.unknown,
        "named": word_of_need(named) if named in understood.needs else "",
    }


def weight(count):
    """A rare word tells more than a common one; an unknown word tells nothing."""
    return 1 / (1 + log(1 + count)) if count else 0


def documents_for(question, language):
    """Whatever may answer -> ([Document], whether there are places besides)."""
    say = GRAMMARS[connection.vendor]
    spellings = [say.any(group) for group in question.groups]
    ours = say.all([say.any([*sum(question.groups, ()), *question.marks]), say.quote(OURS)])
    found = asked(BY_WORDS[connection.vendor], ours, language, MOST_OF_OURS)
    found += asked(BY_TITLE, question.key, language, MOST_EXACT)
    places = []
    for some in likelier_first(spellings, question.weights):
        words = say.but_not(say.any_said([say.all(few) for few in some]), say.quote(OURS))
        places = asked(BY_WORDS[connection.vendor], words, language, MOST_PLACES)
        if places:
            break
    return that_hold(dict.fromkeys(found + places)), len(places) == MOST_PLACES


def that_hold(documents):
    """Without what has ended by itself since it was kept."""
    ending = {one.kind for one in documents if KINDS[one.kind].holds}
    hold = {kind: set(KINDS[kind].holds()) for kind in ending}
    return [one for one in documents if one.kind not in hold or one.url in hold[one.kind]]


def likelier_first(spellings, weights):
    """What to ask of places: all the words; all but one; the rarest alone. The first that answers.

    Each is a list of lists: any of these, all of whose words.
    """
    known = [some for some, heavy in zip(spellings, weights, strict=True) if heavy]
    if len(known) == len(spellings):
        yield [spellings]
    elif len(known) * 2 >= len(spellings) and known:
        yield [known]
    if len(known) > 2:
        yield [list(some) for some in combinations(known, len(known) - 1)]
    if len(known) > 1 and len(spellings) == 2:
        yield [[spellings[weights.index(max(weights))]]]


def asked(sql, words, language, most):
    with connection.cursor() as cursor:
        cursor.execute(sql, [words, language, most])
        return [Document(*row) for row in cursor.fetchall()]


def in_order(documents, question):
    """The best first, each once; those that hardly answer only when none does better."""
    ranked = sorted((worth(document, question), document) for document in documents)
    if any(rank[0] < HARDLY for rank, _document in ranked):
        ranked = [(rank, document) for rank, document in ranked if rank[0] < HARDLY]
    once = {}  # a service in two towns is one page
    for _rank, document in ranked:
        once.setdefault((document.url, document.title), document)
    return list(once.values())


EXACT, IN_TITLE, ALL, SOME, HARDLY = range(5)


def worth(document, question):
    """What sorts: how much of the question it meets, of which kind it is, how closely."""
    parts = [part.split() for part in document.words.split(f" {PART}")]
    every, title = {word for part in parts for word in part}, set(document.title_key.split())
    is_about = not question.marks.isdisjoint(every)
    meets = how_well(document, question, every, title, is_about)
    each = [met(question, set(part)) for part in parts]
    score = max(each) + 2 * met(question, title) + is_about * sum(question.weights)
    score += sum(each) / sqrt(len(each))  # a long text is not better for being long
    return meets, KINDS[document.kind].order, -round(score, 6), document.title_key, document.id


def how_well(document, question, every, title, is_about):
    if document.title_key == question.key or is_the_need(document, question, every):
        return EXACT
    # Not of places: many are called "Health Center", and none of them is what was meant.
    if document.kind != MANY and all(map(title.intersection, question.groups)):
        return IN_TITLE
    if (question.all_meant and is_about) or all(map(every.intersection, question.groups)):
        return ALL
    share = met(question, every) / (sum(question.weights) or 1)
    return SOME if is_about or share >= ENOUGH else HARDLY


def is_the_need(document, question, words):
    return document.kind == "need" and question.named in words


def met(question, words):
    """How much of a question is among these words, by weight."""
    pairs = zip(question.groups, question.weights, strict=True)
    return sum(heavy for group, heavy in pairs if not words.isdisjoint(group))


class Grammar(NamedTuple):
    """How a database is asked for words. Words are folded: no quote and no operator is in them."""

    mark: str
    and_: str
    or_: str
    not_: str

    def quote(self, word):
        return f"{self.mark}{word}{self.mark}"

    def any(self, words):
        return self.any_said([self.quote(word) for word in words])

    def any_said(self, said):
        return f"({self.or_.join(said)})"

    def all(self, said):
        return f"({self.and_.join(said)})"

    def but_not(self, said, other):
        return f"{said}{self.not_}{other}"


GRAMMARS = {
    "sqlite": Grammar('"', " AND ", " OR ", " NOT "),
    "postgresql": Grammar("'", " & ", " | ", " & !"),
}
