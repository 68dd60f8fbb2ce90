"""`python -m tests.engines [pytest's arguments]`: every test on SQLite, then on PostgreSQL.

Both use the same Chromium. A missing engine fails the run; nothing is skipped for want of one.
"""

import os
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time

from tests.engines import EngineMissing, chromium, postgres

# A developer's own settings must not change what is tested.
NOT_THEIRS = "ALLOWED_HOSTS BEHIND_PROXY CACHE_URL DATABASE_REPLICA_URL DATABASE_URL DEBUG EXIT_URL"
NOT_THEIRS += " HOST PGBOUNCER PORT SECRET_KEY SITE_NAME SITE_URL TEST_DATABASE_URL TIME_ZONE"
NOT_THEIRS += " VAR_DIR"

PYTEST = [sys.executable, "-m", "pytest", "-n", "2", "--dist", "loadfile"]


ENDINGS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


def end_once(number, frame):
    """Told to stop, once or (by make as well) twice: what was started is put away in peace."""
    for name in ENDINGS:
        signal.signal(name, signal.SIG_IGN)
    sys.exit(128 + number)


def main(arguments):
    """0 when both runs passed; else the first failure's code."""
    for name in ENDINGS:
        signal.signal(name, end_once)
    browser, browser_version = chromium.find_or_install()
    with postgres.server() as (url, whence), tempfile.TemporaryDirectory() as var:
        runs = {
            f"SQLite {sqlite3.sqlite_version}": f"sqlite:///{var}/db.sqlite3",
            f"PostgreSQL {postgres.version(url)}": url,
        }
        print(*runs, whence, sep="\n  ")
        print(f"  {browser_version}, {browser}", flush=True)
        shared = clean_environment() | {"VAR_DIR": var, "SECRET_KEY": "tests", "CHROMIUM": browser}
        ended = [run(name, shared | {"DATABASE_URL": url}, arguments) for name, url in runs.items()]
    print()
    for name, code, seconds in ended:
        print(f"{name}: {'passed' if code == 0 else f'FAILED ({code})'} in {seconds:.0f} s")
    return next((code for _, code, _ in ended if code), 0)


def clean_environment():
    return {name: value for name, value in os.environ.items() if name not in NOT_THEIRS.split()}


def run(name, environment, arguments):
    """(name, pytest's exit code, seconds), its words going straight to the screen."""
    print(f"\n== {name}", flush=True)
    began = time.monotonic()
    done = subprocess.run([*PYTEST, *arguments], env=environment, stdin=subprocess.DEVNULL)
    return name, done.returncode, time.monotonic() - began


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except EngineMissing as missing:
        sys.exit(f"\n{missing}\n\nA missing engine is a failure: nothing was tested.")
