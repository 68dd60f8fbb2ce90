"""Two facts that belong together: the message stands beside the one that is missing.

The promise itself is a constraint of the table; this only says it where staff are looking.
"""


def both_or_neither(form, one, other, words):
    given = [name for name in (one, other) if form.cleaned_data.get(name) not in (None, "")]
    if len(given) != 1 or {one, other} & form.errors.keys():
        return
    form.add_error(other if given == [one] else one, words)
