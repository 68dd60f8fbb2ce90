"""The site and the yardstick, each behind the server that `make run` uses, until the end."""

import json
import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from contextlib import contextmanager
from pathlib import Path

from . import cpu

ROOT = Path(__file__).resolve().parents[2]
# As in the Makefile, `run`.
GRANIAN = [sys.executable, "-m", "granian", "--interface", "wsgi", "--host", "127.0.0.1"]
GRANIAN += ["--no-ws", "--workers", "1", "--blocking-threads", "512"]
GRANIAN += ["--workers-kill-timeout", "5", "--no-access-log", "--log-level", "error"]
START_SECONDS = 30


class ServerFault(Exception):
    """A server that does not start, or does not answer as it should."""


class Served:
    """A running server, with somebody who asks it. `others`: processes that work for it."""

    def __init__(self, process, port, others=()):
        self.process, self.port, self.others = process, port, others
        self.asker = subprocess.Popen(
            [sys.executable, "-m", "tests.bench.load", str(port)],
            **{"cwd": ROOT, "stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True},
        )

    def asked(self, requests, count):
        """(CPU milliseconds of the server for each request, bytes of each answer)"""
        roots = [self.process.pid, *self.others]
        before = cpu.of_trees(roots)
        self.asker.stdin.write(json.dumps({"requests": requests, "count": count}) + "\n")
        self.asker.stdin.flush()
        told = json.loads(self.asker.stdout.readline() or '{"fault": "the asker ended"}')
        if "fault" in told:
            raise ServerFault(told["fault"])
        return (cpu.of_trees(roots) - before) * 1000 / count, told["bytes"] / count

    def stop(self):
        for process in (self.asker, self.process):
            process.terminate()
            try:
                process.wait(timeout=10)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


@contextmanager
def served(application, path, environment, others=()):
    """Yields Served once `path` answers 200."""
    port = free_port()
    command = [*GRANIAN, "--port", str(port), application]
    process = subprocess.Popen(command, cwd=ROOT, env=environment, stdin=subprocess.DEVNULL)
    running = None
    try:
        wait_until_it_answers(process, f"http://127.0.0.1:{port}{path}")
        running = Served(process, port, others)
        yield running
    finally:
        if running:
            running.stop()
        else:
            process.terminate()
            process.wait()


def free_port():
    with socket.socket() as some:
        some.bind(("127.0.0.1", 0))
        return some.getsockname()[1]


def wait_until_it_answers(process, address):
    until = time.monotonic() + START_SECONDS
    while True:
        try:
            urllib.request.urlopen(address, timeout=10).close()
            return
        except urllib.error.HTTPError as error:
            raise ServerFault(f"{address} answers {error.code}") from error
        except OSError as error:
            if process.poll() is not None or time.monotonic() > until:
                raise ServerFault(f"{address} does not answer") from error
            time.sleep(0.1)


def postgres_pid(url):
    """Of the whole server, its parent process; None when it is on another machine."""
    import psycopg

    with psycopg.connect(url) as connection:
        backend = connection.execute("SELECT pg_backend_pid()").fetchone()[0]
        is_here = os.path.exists(f"/proc/{backend}")
        return cpu.parent_of(backend) if is_here else None
