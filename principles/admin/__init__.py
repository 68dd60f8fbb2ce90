"""Where staff edit what to know. One module for each screen."""

from . import guides, handout

__all__ = ["guides", "handout"]
