"""Where staff edit what to know. One module for each screen."""

from . import cases, guides, handout

__all__ = ["cases", "guides", "handout"]
