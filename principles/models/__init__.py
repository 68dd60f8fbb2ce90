"""What to know: the handout, guides, alerts, laws and their sources, as content staff edit."""

from .alert import Alert
from .guide import Fact, Fold, Guide, Step, Strip
from .handout import Passage, Principle
from .source import Source
from .state_law import LawClaim, StateLaw

__all__ = [
    "Alert",
    "Fact",
    "Fold",
    "Guide",
    "LawClaim",
    "Passage",
    "Principle",
    "Source",
    "StateLaw",
    "Step",
    "Strip",
]
