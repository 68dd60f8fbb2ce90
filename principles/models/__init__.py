"""What to know: the handout of the National Harm Reduction Coalition, as content staff edit."""

from .handout import Passage, Principle

__all__ = ["Passage", "Principle"]
