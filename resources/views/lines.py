"""Help lines: those that stay on while you use come first."""

from django.views.decorators.http import require_safe

from hrapp.pages import content_page
from resources.staying import ALL_FIELDS, all_up, as_lines


@require_safe
def lines(request):
    return content_page("resources/lines.html", told, all_up())


def told(rows):
    shown = as_lines(rows, ALL_FIELDS)
    return {
        "spotting": [line for line in shown if line.spots_while_using],
        "others": [line for line in shown if not line.spots_while_using],
    }
