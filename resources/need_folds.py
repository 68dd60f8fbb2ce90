"""The needs to tick, folded by group. With none picked they are the same for everybody, and kept.

What somebody picked is never kept, not even in memory.
"""

import time
from functools import lru_cache
from itertools import groupby
from operator import itemgetter

from django.template.loader import get_template
from django.utils.safestring import mark_safe

from hrapp.pages import LASTS, as_it_stands
from hrapp.prepared import Prepared

from .models import Need

# So many groups stand open before anybody picks: the needs that most people come with.
OPEN = 3

asked = Prepared(
    lambda: Need.objects.in_order().values_list("group__order", "group__label", "pk", "label")
)


def need_folds(picked=()):
    """HTML of all needs but the picked ones (ids), in their groups."""
    rows = tuple(asked())
    if picked:
        return folded(rows, picked)
    return kept_folds(rows, int(time.time() // LASTS), *as_it_stands())


@lru_cache(maxsize=4)
def kept_folds(rows, moment, *stands):
    return folded(rows, ())


def folded(rows, picked):
    groups = [
        {
            "label": label,
            "open": place < OPEN or any(need in picked for *_group, need, _label in needs),
            "needs": [(need, label) for *_group, need, label in needs if need not in picked],
        }
        for place, ((_order, label), needs) in enumerate(grouped(rows))
    ]
    html = get_template("resources/_needs.html", using="quick").render({"groups": groups})
    return mark_safe(html)


def grouped(rows):
    return [(group, list(needs)) for group, needs in groupby(rows, key=itemgetter(0, 1))]
