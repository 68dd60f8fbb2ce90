"""Where staff edit what to know. One module for each screen."""

from . import alerts, guides, handout, state_laws

__all__ = ["alerts", "guides", "handout", "state_laws"]
