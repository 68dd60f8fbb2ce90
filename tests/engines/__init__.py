"""The engines the tests run on: a real PostgreSQL and a real Chromium.

Each is found where it was named, else on the machine, else installed by apt when root, else the
exact command is printed. What the tests themselves need once these are there is in conftest.py.
"""


class EngineMissing(Exception):
    """An engine is not here and cannot be fetched; the text says what to type."""
