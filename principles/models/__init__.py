"""What to know: the handout, guides, cases and their sources, as content staff edit and publish."""

from .case import CaseStudy
from .case_rows import CaseNeed, Clue, FirstWord, Harm, Intervention, Lens
from .guide import Fact, Fold, Guide, Step, Strip
from .handout import Passage, Principle
from .source import Source

__all__ = [
    "CaseNeed",
    "CaseStudy",
    "Clue",
    "Fact",
    "FirstWord",
    "Fold",
    "Guide",
    "Harm",
    "Intervention",
    "Lens",
    "Passage",
    "Principle",
    "Source",
    "Step",
    "Strip",
]
