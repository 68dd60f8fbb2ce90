"""What to know: the handout, guides, cases, alerts, laws and their sources, as staff edit them."""

from .alert import Alert
from .case import CaseStudy
from .case_rows import CaseNeed, Clue, FirstWord, Harm, Intervention, Lens
from .guide import Fact, Fold, Guide, Step, Strip
from .handout import Passage, Principle
from .source import Source
from .state_law import LawClaim, StateLaw

__all__ = [
    "Alert",
    "CaseNeed",
    "CaseStudy",
    "Clue",
    "Fact",
    "FirstWord",
    "Fold",
    "Guide",
    "Harm",
    "Intervention",
    "LawClaim",
    "Lens",
    "Passage",
    "Principle",
    "Source",
    "StateLaw",
    "Step",
    "Strip",
]
