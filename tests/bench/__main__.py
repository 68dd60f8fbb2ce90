"""`python -m tests.bench [--sizes 20000,1000000] [--documents 200000] [--skip-pages]
[--databases sqlite,postgresql]`

Builds databases of made-up places in a temporary folder, measures, prints, and takes all away.
About a quarter of an hour and 4 GB on two cores.
"""

import argparse
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from contextlib import ExitStack, contextmanager
from pathlib import Path
from urllib.parse import urlsplit

from tests.engines import EngineMissing, postgres
from tests.engines.__main__ import clean_environment

from . import report
from .pages import costs
from .servers import ROOT, ServerFault, postgres_pid

NAMES = {"sqlite": "SQLite", "postgresql": "PostgreSQL"}
BYTES_A_SERVICE = 4000
PAGES_AT = 20_000


def main(asked):
    for name in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(name, lambda number, frame: sys.exit(128 + number))
    with ExitStack() as kept:
        folder = Path(kept.enter_context(tempfile.TemporaryDirectory(prefix="bench-")))
        refuse_if_full(folder, max([*asked.sizes, asked.documents]))
        server, version = None, None
        if "postgresql" in asked.databases:
            server, whence = kept.enter_context(postgres.server())
            version = postgres.version(server)
            say(f"PostgreSQL {version} {whence}")
        runs, found, searches = [], {}, []
        for size in asked.sizes:
            for database in asked.databases:
                with a_database(database, size, folder, server) as url:
                    runs.append((NAMES[database], nearest(size, url, folder)))
                    if size == PAGES_AT and not asked.skip_pages:
                        found |= pages(NAMES[database], environment(url, folder), server)
        for database in asked.databases if asked.documents else []:
            with a_database(database, asked.documents, folder, server) as url:
                searches.append((NAMES[database], searched(asked.documents, url, folder)))
    say("\n" + "\n".join(report.markdown(runs, found, searches, version)))


def arguments():
    asked = argparse.ArgumentParser(description="How quick the nearest places are found.")
    asked.add_argument("--sizes", type=numbers, default=[20_000, 1_000_000])
    asked.add_argument("--documents", type=int, default=200_000, help="to search; 0: none")
    asked.add_argument("--databases", type=known_databases, default=list(NAMES))
    asked.add_argument("--skip-pages", action="store_true")
    return asked.parse_args()


def numbers(text):
    return [int(some.replace("_", "")) for some in text.split(",") if some]


def known_databases(text):
    names = text.split(",")
    if not set(names) <= set(NAMES):
        raise argparse.ArgumentTypeError(f"known are {', '.join(NAMES)}")
    return names


def refuse_if_full(folder, size):
    needed, free = size * BYTES_A_SERVICE, shutil.disk_usage(folder).free
    if free < needed:
        sys.exit(
            f"{folder} has {free / 1e9:.1f} GB free; {size:,} rows need up to "
            f"{needed / 1e9:.1f} GB. TMPDIR names another place."
        )


@contextmanager
def a_database(kind, size, folder, server):
    """Yields the DATABASE_URL of an empty database that is gone afterwards."""
    say(f"\n{size:,} on {NAMES[kind]}")
    if kind == "sqlite":
        file = folder / "db.sqlite3"
        try:
            yield f"sqlite:///{file}"
        finally:
            for some in folder.glob("db.sqlite3*"):
                some.unlink()
        return
    name = f"places_of_{size}_{os.getpid()}"
    execute(server, f"CREATE DATABASE {name}")
    try:
        yield urlsplit(server)._replace(path=f"/{name}").geturl()
    finally:
        execute(server, f"DROP DATABASE {name} WITH (FORCE)")


def execute(url, sql):
    import psycopg

    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(sql)


def environment(url, folder):
    ours = {"DATABASE_URL": url, "VAR_DIR": str(folder / "var"), "SECRET_KEY": "bench"}
    return clean_environment() | ours | {"DJANGO_SETTINGS_MODULE": "hrapp.settings"}


def nearest(size, url, folder):
    return measured("tests.bench.nearest", size, url, folder)


def searched(size, url, folder):
    return measured("tests.bench.words", size, url, folder)


def measured(module, size, url, folder):
    kept = folder / "report.json"
    command = [sys.executable, "-m", module, str(size), str(kept)]
    subprocess.run(command, cwd=ROOT, env=environment(url, folder), check=True)
    return json.loads(kept.read_text())


def pages(name, settings, server):
    """{name of the database: [Cost]}, or {} and a word where its CPU cannot be counted."""
    others = [postgres_pid(server)] if name == NAMES["postgresql"] else []
    if None in others or sys.platform != "linux":
        say(f"  {name}: what a page costs can be counted on Linux, for servers on this machine.")
        return {}
    collect = [sys.executable, "manage.py", "collectstatic", "--noinput", "-v", "0"]
    subprocess.run(collect, cwd=ROOT, env=settings, check=True)
    found = []
    for cost in costs(settings, others):
        say(
            f"  {cost.page:24} {'gzip ' if cost.gzip else 'plain'} {cost.times:5.2f}x hello "
            f"({cost.least:.2f}-{cost.most:.2f}), {cost.ms:.2f} ms, {cost.bytes:.0f} bytes"
        )
        found.append(cost)
    return {name: found}


def say(words):
    print(words, flush=True)


if __name__ == "__main__":
    try:
        main(arguments())
    except (EngineMissing, ServerFault, subprocess.CalledProcessError) as fault:
        sys.exit(f"\n{fault}")
    except KeyboardInterrupt:
        sys.exit(130)
