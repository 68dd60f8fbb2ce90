"""Which days "PH", a public holiday, means at a place: pure, as rules of opening_hours text.

The parser (2.1) knows the US by a list without Columbus Day and, when the 4th of July is a
Saturday, without the 4th; it knows no state. So "PH" is written out before the parser sees it:
the 11 federal days, the weekday they move to, and days that all of a state keeps by law.
Not here: a county's or a city's own days, days that only some offices keep, and days that a
state names each year anew.
"""

import re
from functools import lru_cache

HOLIDAY = "holiday"  # the comment by which words know one

FIXED = "Jan 1,Jun 19,Jul 4,Nov 11,Dec 25"
# 5 U.S.C. 6103: a Saturday's is kept on the Friday before, a Sunday's on the Monday after.
FEDERAL = (
    FIXED,
    "Dec 31,Jun 18,Jul 3,Nov 10,Dec 24 Fr",
    "Jan 2,Jun 20,Jul 5,Nov 12,Dec 26 Mo",
    *("Jan Mo[3]", "Feb Mo[3]", "May Mo[-1]", "Sep Mo[1]", "Oct Mo[2]", "Nov Th[4]"),
)
# By the state's own law; where a day only closes some offices it is left out. Held on 2026-11-25
# against two lists, and left out where neither had it: "State Holidays" of infoplease.com, days off
# of state employees; and the Python package holidays 0.109.
OF_A_STATE = {
    "AK": ("Mar Mo[-1]", "Oct 18"),
    "CA": ("Mar 31", "Nov 23-29 Fr"),
    "DC": ("Apr 16",),
    "HI": ("Mar 26", "Jun 11", "Aug Fr[3]", "easter -2 days"),
    "IL": ("Feb 12",),
    "MA": ("Apr Mo[3]",),
    "ME": ("Apr Mo[3]",),
    "MO": ("May 8",),
    "NE": ("Apr Fr[-1]",),
    "NV": ("Oct Fr[-1]", "Nov 23-29 Fr"),
    "NY": ("Feb 12",),
    "PR": ("Jan 6", "Mar 22", "Jul 25", "Nov 19", "easter -2 days"),
    "RI": ("Aug Mo[2]",),
    "UT": ("Jul 24",),
    "VT": ("Mar Tu[1]", "Aug 16"),
    "WV": ("Jun 20",),
}
# "PH" by itself, at the start of a rule: "PH off", "PH 10:00-12:00".
RULE = re.compile(r"(^|;)\s*PH\s+([^;]+?)\s*(?=;|$)")


@lru_cache(maxsize=4096)
def written_out(text: str, state: str = "") -> str:
    """The same hours with "PH" as dates: those of the US, and of this state ("MA")."""
    days = (*FEDERAL, *OF_A_STATE.get(state, ()))

    def in_dates(found):
        closed = found[2] in ("off", "closed")
        says = f'off "{HOLIDAY}"' if closed else found[2]
        return found[1] + ";".join(f" {day} {says}" for day in days)

    return RULE.sub(in_dates, text).strip()
