"""What to know: the handout, guides and their sources, as content staff edit and publish."""

from .guide import Fact, Fold, Guide, Step, Strip
from .handout import Passage, Principle
from .source import Source

__all__ = ["Fact", "Fold", "Guide", "Passage", "Principle", "Source", "Step", "Strip"]
