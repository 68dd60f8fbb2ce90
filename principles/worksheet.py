"""The worksheet: the same seven questions for every case, and for one's own evening.

Its words are content/worksheet.json. It knows addresses, and no database.
"""

from dataclasses import dataclass
from functools import cache

from .content_files import read_json

# What could go wrong: whoever is in a hurry may go there from any step before it.
HARMS = "harms"


@dataclass(frozen=True)
class Step:
    slug: str
    title: str
    question: str
    hints: tuple
    number: int  # from 1

    def address(self, case):
        """The first step is the case's own address."""
        return f"/case/{case}/" if self.number == 1 else f"/case/{case}/{self.slug}/"


@cache
def words():
    return read_json("worksheet.json")


@cache
def steps():
    return tuple(
        Step(told["slug"], told["title"], told["question"], tuple(told["hints"]), number)
        for number, told in enumerate(words()["steps"], start=1)
    )


def at(slug):
    """(the step before or None, the step, the one after or None)."""
    row = [None, *steps(), None]
    number = next(step.number for step in steps() if step.slug == slug)
    return row[number - 1], row[number], row[number + 1]


def trail(slug, case):
    """[(step, its address, "done", "here" or "ahead")]."""
    here = at(slug)[1].number
    stands = {-1: "done", 0: "here", 1: "ahead"}
    return [
        (step, step.address(case), stands[(step.number > here) - (step.number < here)])
        for step in steps()
    ]


def own_evening():
    """{"intro", "steps"}: each choice as {"text", "need"}, the need "" for most."""
    told = words()["own"]
    as_rows = [
        {
            **step,
            "choices": [
                {**one} if isinstance(one, dict) else {"text": one, "need": ""}
                for one in step["choices"]
            ],
        }
        for step in told["steps"]
    ]
    return {"intro": told["intro"], "steps": as_rows}
