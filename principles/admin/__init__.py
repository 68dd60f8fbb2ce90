"""Where staff edit what to know. One module for each screen."""

from . import alerts, cases, guides, handout, state_laws

__all__ = ["alerts", "cases", "guides", "handout", "state_laws"]
