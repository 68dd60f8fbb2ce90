"""How days are written where a page does not say it itself: on staff's screens, in one style."""
