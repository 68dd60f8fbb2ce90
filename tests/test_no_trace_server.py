"""A server that is taken away tells nothing of its readers: the real one, asked 1,000 times."""

import http.client
import os
import re
import shlex
import socket
import subprocess
import sys
import time
from pathlib import Path
from urllib.parse import urlencode
from uuid import uuid4

import pytest

ROOT = Path(__file__).resolve().parent.parent
# Nobody's words, browser and addresses: they come from what is sent here and nowhere else.
WORD, BROWSER, BEHIND, FROM = "zqxmarker", "ZqxPhone/7", "203.0.113.77", "127.0.0.77"
OTHER = "127.0.0.78"
TELLTALE = [WORD, BROWSER, BEHIND, FROM, OTHER]
REQUESTS = 1_000

MAKE_READY = """
import django; django.setup()
from django.core.management import call_command
call_command("migrate", verbosity=0)
call_command("collectstatic", interactive=False, verbosity=0)
from tests import public_pages
print(public_pages.town().service_id)
"""

PLAIN = "Host: 127.0.0.1\r\nConnection: close\r\n"
FORM = f"{PLAIN}Content-Type: application/x-www-form-urlencoded\r\n"
# Requests that are broken in ways a server might write down. {w} is the word to look for.
BROKEN = [
    "GARBAGE {w}\r\n\r\n",
    "{w} / HTTP/1.1\r\n" + PLAIN + "\r\n",
    "GET /{w}\xff\xfe HTTP/1.1\r\n" + PLAIN + "\r\n",
    "GET /{w}%00 HTTP/1.1\r\n" + PLAIN + "\r\n",
    "GET /find/?q={w}%00%ff HTTP/1.1\r\n" + PLAIN + "\r\n",
    "GET /find/?lat=42.3&q={w} HTTP/1.1\r\n" + PLAIN + "\r\n",
    "GET / HTTP/9.9\r\nHost: {w}\r\n\r\n",
    "GET / HTTP/1.1\r\nHost: {w}.example\r\nConnection: close\r\n\r\n",
    "GET / HTTP/1.1\r\nHost: a b {w}\r\nConnection: close\r\n\r\n",
    "GET / HTTP/1.1\r\n" + PLAIN + "X-A {w}\r\n\r\n",
    "GET / HTTP/1.1\r\n" + PLAIN + "X-A: {w}\0\r\n\r\n",
    "GET / HTTP/1.1\r\n" + PLAIN + "User-Agent: {w}\xff\xe9\r\n\r\n",
    "GET / HTTP/1.1\r\n" + PLAIN + "X-A: " + "{w}" * 30_000 + "\r\n\r\n",
    "GET /" + "{w}" * 10_000 + " HTTP/1.1\r\n" + PLAIN + "\r\n",
    "GET http://{w}/ HTTP/1.1\r\n" + PLAIN + "\r\n",
    "CONNECT {w}:80 HTTP/1.1\r\nHost: {w}:80\r\nConnection: close\r\n\r\n",
    "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n{w}",
    "POST /find/ HTTP/1.1\r\n" + FORM + "Content-Length: {w}\r\n\r\n{w}",
    "POST /find/ HTTP/1.1\r\n" + FORM + "Content-Length: 500\r\n\r\nq={w}",
    "POST /find/ HTTP/1.1\r\n" + FORM + "Content-Length: 15\r\n\r\nq={w}%00",
    "POST /find/ HTTP/1.1\r\n" + PLAIN + "Transfer-Encoding: chunked\r\n\r\n{w}\r\n",
    "POST /search/ HTTP/1.1\r\n" + FORM + "Content-Length: 19\r\n\r\nwords={w}%00",
    "POST /about/ HTTP/1.1\r\n" + FORM + "Content-Length: 11\r\n\r\nq={w}",
    "POST /admin/login/ HTTP/1.1\r\n" + FORM + "Content-Length: 18\r\n\r\nusername={w}",
]


def run_line(port):
    """The very command line of `make run`, as words."""
    recipe = (ROOT / "Makefile").read_text(encoding="utf-8").replace("\\\n", " ")
    line = re.search(r"-m granian .*hrapp\.wsgi:application", recipe).group()
    for name, value in {"HOST": "127.0.0.1", "PORT": str(port), "WORKERS": "1"}.items():
        line = line.replace(f"$({name})", value)
    return [sys.executable, *shlex.split(line)]


def free_port():
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        return door.getsockname()[1]


@pytest.fixture
def server(tmp_path):
    """The port of the site as `make run` runs it; `tmp_path` is all it can write to."""
    (tmp_path / "tmp").mkdir()
    kept = {"VAR_DIR": str(tmp_path / "var"), "TMPDIR": str(tmp_path / "tmp")}
    env = {**os.environ, **kept, "DJANGO_SETTINGS_MODULE": "hrapp.settings"}
    env = {name: value for name, value in env.items() if name not in {"DATABASE_URL", "DEBUG"}}
    made = subprocess.run(
        [sys.executable, "-c", MAKE_READY], cwd=ROOT, env=env, check=True, stdout=subprocess.PIPE
    )
    (tmp_path / "listing").write_bytes(made.stdout.split()[-1])
    port = free_port()
    with (tmp_path / "said").open("wb") as said:
        running = subprocess.Popen(
            run_line(port), cwd=ROOT, env=env, stdout=said, stderr=subprocess.STDOUT
        )
        try:
            wait_until_open(port, running)
            yield port
        finally:
            running.terminate()
            running.wait(timeout=20)


def wait_until_open(port, running):
    for _ in range(200):
        assert running.poll() is None, "the server stopped before it was asked anything"
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
            return
        except OSError:
            time.sleep(0.1)
    raise AssertionError("the server did not open its door")


def send(port, raw):
    """Bytes as they are, from an address of their own; whatever comes back is not our question."""
    with socket.create_connection(("127.0.0.1", port), 5, source_address=(FROM, 0)) as door:
        door.settimeout(1)
        try:
            door.sendall(raw)
            door.shutdown(socket.SHUT_WR)
            while door.recv(65536):
                pass
        except OSError:
            pass


def ask(port, way, address, body=None, more=None, source=FROM):
    headers = {"User-Agent": BROWSER, "X-Forwarded-For": BEHIND, "Referer": f"/{WORD}/"}
    headers |= more or {}
    if body:
        headers["Content-Type"] = "application/x-www-form-urlencoded"
    line = http.client.HTTPConnection("127.0.0.1", port, timeout=20, source_address=(source, 0))
    try:
        line.request(way, address, body, headers)
        return line.getresponse().status
    finally:
        line.close()


ORDINARY = [
    ("POST", "/find/", f"q={WORD}&place=02118", 200),
    ("POST", "/find/", f"q=points&place={WORD}", 400),
    ("POST", "/find/", "q=points&place=02118", 200),
    ("GET", f"/find/?q={WORD}", None, 200),
    ("POST", "/search/", f"words={WORD}", 200),
    ("POST", "/search/", f"words={WORD}&page={WORD}", 200),
    ("POST", "/search/", f"words={WORD}" * 500, 400),
    ("GET", f"/search/?words={WORD}", None, 200),
    ("GET", f"/near/boston-ma/?need=syringes&x={WORD}", None, 200),
    ("GET", f"/alerts/feed/?x={WORD}", None, 200),
    ("GET", f"/{WORD}/", None, 404),
    ("GET", f"/need/{WORD}/", None, 404),
    ("PUT", "/find/", f"q={WORD}", 405),
    ("GET", f"/thanks/?x={WORD}", None, 200),
    ("POST", f"/service/{uuid4()}/report/", f"kind=closed&note={WORD}", 404),
]


# What somebody reports is kept because they sent it to be read; of them, nothing.
REPORTED = "Closed since Monday"


def report(port, listing, **sent):
    """Opens the form and sends it, as a browser does -> the status. The form has to be read."""
    address = f"/service/{listing}/report/"
    token = re.search(r'name="token" value="([^"]+)"', read(port, address))[1]
    time.sleep(sent.pop("wait", 0))
    source = sent.pop("source", FROM)
    headers = {"Sec-Fetch-Site": sent.pop("site", "same-origin"), "Cookie": f"seen={WORD}"}
    body = urlencode({"token": token, "kind": "closed", "note": WORD} | sent)
    return ask(port, "POST", address, body, headers, source)


def read(port, address):
    line = http.client.HTTPConnection("127.0.0.1", port, timeout=20, source_address=(FROM, 0))
    try:
        line.request("GET", address, headers={"User-Agent": BROWSER})
        return line.getresponse().read().decode()
    finally:
        line.close()


def reports_of_all_sorts(port, listing):
    line = "Someone told us this may have changed."
    assert report(port, listing, wait=4, note=REPORTED) == 303
    assert report(port, listing, wait=4, note="Still closed") == 303
    assert line not in read(port, f"/service/{listing}/"), "one person is one voice"
    assert report(port, listing, wait=4, source=OTHER, note="") == 303
    assert line in read(port, f"/service/{listing}/"), "the server knows two networks apart"
    assert report(port, listing) == 400, "too quick"
    assert report(port, listing, token="made up") == 400
    assert report(port, listing, site="cross-site") == 403
    assert report(port, listing, more=WORD) == 303, "a machine"
    assert report(port, listing, kind=WORD) == 400
    assert report(port, listing, note=WORD * 200) == 400
    assert report(port, listing, place=WORD) == 400
    return 22  # each asks for the form, too


def test_a_server_taken_away_holds_no_reader(server, tmp_path):
    sent = reports_of_all_sorts(server, (tmp_path / "listing").read_text())
    for broken in BROKEN:
        send(server, broken.replace("{w}", WORD).encode("latin-1"))
        sent += 1
    for way, address, body, status in ORDINARY:
        assert ask(server, way, address, body) == status, (way, address)
    while sent < REQUESTS:
        ask(server, *ORDINARY[sent % len(ORDINARY)][:3])
        sent += 1
    held = {}
    kept = b"".join(path.read_bytes() for path in (tmp_path / "var").glob("db.sqlite3*"))
    assert REPORTED.encode() in kept, "no report was kept at all"
    for path in (path for path in tmp_path.rglob("*") if path.is_file()):
        words = [word for word in TELLTALE if word.encode() in path.read_bytes()]
        if words:
            held[path.relative_to(tmp_path).as_posix()] = words
    assert held == {}
    assert b"answered 404" in (tmp_path / "said").read_bytes(), "nothing was logged at all"
    assert list((tmp_path / "tmp").iterdir()) == []
