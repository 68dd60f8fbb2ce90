"""Where staff edit places and needs. One module for each screen; only what is imported here shows.

Words on the screens are staff's words. Readers' pages are resources.views'.
"""

from . import (
    areas,
    dues,
    lines,
    locations,
    needs,
    organizations,
    places,
    reports,
    services,
    upstreams,
)

__all__ = [
    "areas",
    "dues",
    "lines",
    "locations",
    "needs",
    "organizations",
    "places",
    "reports",
    "services",
    "upstreams",
]
