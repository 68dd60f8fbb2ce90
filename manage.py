#!/usr/bin/env python
"""Django's command line for this site. `make run` and `make test` need nothing else."""

import os
import sys


def main():
    """Run one management command with the settings of this folder."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "hrapp.settings")
    try:
        from django.core.management import execute_from_command_line
    except ImportError as error:
        raise SystemExit("Django is not installed here: run `make run` once first.") from error
    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
