"""Where staff edit what to know. One module for each screen."""

from . import handout

__all__ = ["handout"]
