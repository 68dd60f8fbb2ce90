"""`manage.py setup`: everything between a fresh clone and the first page, in one process.

Each step may be run again at any time and is quick when there is nothing to do. A step that
fails stops the whole. What each step does lives in its own command; this is only the order.
"""

import hashlib
import os
import socket
import time
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError

STEPS = [
    ("Database", "migrate"),
    ("Needs and help lines", "load_content"),
    ("The handout and the guides", "load_principles"),
    ("Spanish", "load_phrases"),
    ("Gazetteer: ZIP codes, cities, counties, states", "load_gazetteer"),
    ("Starter directory", "load_starter"),
    ("Nearby index and search", "reindex"),
    ("Old words of reports", "forget_reports"),
]

READY = """
  {name} is ready:  {address}

  The directory is a demonstration: real places from public lists, not checked by anybody yet.
  To make a staff account:  make staff   (then sign in at {address}admin/)
  To stop: Ctrl-C
"""


class Command(BaseCommand):
    help = "Prepare the database, the content, the directory and the static files."

    def add_arguments(self, parser):
        parser.add_argument("--serve", metavar="HOST:PORT", help="first check that it is free")

    def handle(self, *, serve, verbosity, **options):
        host, port = split_address(serve) if serve else (None, None)
        if serve:
            refuse_if_taken(host, port)
        for title, command in STEPS:
            with self.said(title):
                quiet = {"verbosity": 0, "interactive": False} if command == "migrate" else {}
                call_command(command, stdout=self.stdout, **quiet)
        if not settings.DEBUG:
            with self.said("Styles, scripts and icons"):
                collect_static_if_changed()
        if serve:
            shown = "127.0.0.1" if host in {"0.0.0.0", "::"} else host
            address = f"http://{shown}:{port}/"
            self.stdout.write(READY.format(name=settings.SITE_NAME, address=address))

    def said(self, title):
        return Said(title, self.stdout)


class Said:
    """A step with its name before and its seconds after, so that a long wait is explained."""

    def __init__(self, title, out):
        self.title, self.out = title, out

    def __enter__(self):
        self.out.write(f"· {self.title}")
        self.out.flush()
        self.began = time.monotonic()

    def __exit__(self, kind, *_):
        if kind is None:
            self.out.write(f"  done in {time.monotonic() - self.began:.1f} s")
            self.out.flush()


def split_address(text):
    """("127.0.0.1", 8000) from "127.0.0.1:8000"; raises CommandError in plain words."""
    host, _, port = text.rpartition(":")
    if not host or not port.isdecimal() or not 0 < int(port) < 65536:
        raise CommandError(f"PORT has to be a number from 1 to 65535. This was given: {port}")
    return host.strip("[]"), int(port)


def refuse_if_taken(host, port):
    """The server shares a port without a word (SO_REUSEPORT), so it has to be asked here."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as door:
        door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            door.bind((host, port))
        except OSError as error:
            raise CommandError(
                f"Cannot open {host}:{port} ({error.strerror}). "
                f"If something else runs there, choose another port: make run PORT={port + 1}"
            ) from error


def collect_static_if_changed():
    """Collecting and compressing takes seconds: only when a file is new, gone or edited."""
    mark = Path(settings.STATIC_ROOT) / ".made-from"
    print_now = fingerprint()
    if mark.exists() and mark.read_text() == print_now:
        return
    call_command("collectstatic", interactive=False, verbosity=0, clear=True)
    mark.write_text(print_now)


def fingerprint():
    """One digest of every static file's name, size and time, and of how they are stored."""
    digest = hashlib.sha256(repr(settings.STORAGES["staticfiles"]).encode())
    for finder in get_finders():
        for name, storage in finder.list([]):
            seen = os.stat(storage.path(name))
            digest.update(f"{storage.path(name)} {seen.st_size} {seen.st_mtime_ns}\n".encode())
    return digest.hexdigest()
