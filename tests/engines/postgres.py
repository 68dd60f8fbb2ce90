"""A real PostgreSQL for one run of the tests: named, found or installed; started and stopped.

It listens on a socket in its own folder and on no port, keeps nothing, and never touches a
database that was here before.
"""

import ctypes
import os
import pwd
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

from tests.engines import EngineMissing, apt

CREATE_NO_CLUSTER = Path("/etc/postgresql-common/createcluster.d/no-main-cluster.conf")
# Speed bought with safety that a database of a few minutes does not need.
FLAGS = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}
START_SECONDS = 30


@contextmanager
def server():
    """Yields (DATABASE_URL, where it came from); raises EngineMissing."""
    named = os.environ.get("TEST_DATABASE_URL")
    if named:
        yield named, "named by TEST_DATABASE_URL"
        return
    binaries = find() or install()
    folder = Path(tempfile.mkdtemp(prefix="test-postgres-"))
    try:
        process = start(binaries, folder)
        try:
            host = quote(str(folder), safe="")
            yield f"postgres://tests@{host}/postgres", f"from {binaries}, started for this run"
        finally:
            stop(process)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def find():
    """The folder with the newest `initdb` and `postgres`, or None."""
    folders = Path("/usr/lib/postgresql").glob("*/bin")
    newest_first = sorted(folders, key=lambda folder: -float(folder.parent.name))
    on_path = shutil.which("initdb")
    for folder in [*newest_first, *([Path(on_path).resolve().parent] if on_path else [])]:
        if (folder / "initdb").exists() and (folder / "postgres").exists():
            return folder
    return None


def install():
    """By apt, without the cluster that Debian would make and start; raises EngineMissing."""
    why = "The tests need a real PostgreSQL."
    may_write = os.geteuid() == 0 and shutil.which("apt-get") and not CREATE_NO_CLUSTER.exists()
    if may_write:
        CREATE_NO_CLUSTER.parent.mkdir(parents=True, exist_ok=True)
        CREATE_NO_CLUSTER.write_text("create_main_cluster = false\n")
    try:
        apt.install("postgresql", why=why)
    finally:
        if may_write:
            CREATE_NO_CLUSTER.unlink(missing_ok=True)
    binaries = find()
    if not binaries:
        raise EngineMissing("apt installed PostgreSQL, and still there is no initdb.")
    return binaries


def start(binaries, folder):
    """A running server whose cluster and socket are in `folder`."""
    own = as_nobody_much(folder)
    data = folder / "data"
    locale = "C.UTF-8" if sys.platform == "linux" else "en_US.UTF-8"
    made = subprocess.run(
        [binaries / "initdb", "-D", data, "-U", "tests", "-A", "trust", "-E", "UTF8"]
        + ["--locale", locale, "--no-sync"],
        **own,
    )
    log = folder / "log"
    if made.returncode:
        raise EngineMissing(f"initdb failed:\n{log.read_text()}")
    settings = [f"-c{name}={value}" for name, value in FLAGS.items()]
    process = subprocess.Popen(
        [binaries / "postgres", "-D", data, "-k", folder, "-h", "", *settings],
        preexec_fn=end_with_parent,
        start_new_session=True,  # Ctrl-C is for the tests; they stop it themselves
        **own,
    )
    wait_until_it_answers(process, folder, log)
    return process


def as_nobody_much(folder):
    """How to run it: PostgreSQL refuses root, so root becomes `postgres`, else `nobody`."""
    log = os.open(folder / "log", os.O_CREAT | os.O_WRONLY | os.O_APPEND, 0o644)
    own = {"cwd": folder, "stdin": subprocess.DEVNULL, "stdout": log, "stderr": log}
    own["env"] = {"PATH": os.environ["PATH"], "HOME": str(folder), "LC_ALL": "C"}
    if os.geteuid() == 0:
        names = {user.pw_name: user for user in pwd.getpwall()}
        user = names.get("postgres") or names["nobody"]
        os.chown(folder, user.pw_uid, user.pw_gid)
        own |= {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []}
    return own


def end_with_parent():
    """On Linux, even a killed test run leaves no server behind."""
    if sys.platform == "linux":
        set_parent_death_signal = 1
        ctypes.CDLL(None).prctl(set_parent_death_signal, signal.SIGINT)


def wait_until_it_answers(process, folder, log):
    import psycopg

    until = time.monotonic() + START_SECONDS
    while True:
        try:
            psycopg.connect(host=str(folder), user="tests", dbname="postgres").close()
            return
        except psycopg.OperationalError as error:
            if process.poll() is not None or time.monotonic() > until:
                stop(process)
                raise EngineMissing(f"PostgreSQL did not start:\n{log.read_text()}") from error
            time.sleep(0.05)


def stop(process):
    """SIGINT is PostgreSQL's quick and clean stop; it gets ten seconds."""
    if process.poll() is None:
        process.send_signal(signal.SIGINT)
    try:
        process.wait(timeout=10)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def version(url):
    """ "15.20", from the server itself; raises EngineMissing when nobody answers there."""
    import psycopg

    try:
        with psycopg.connect(url, connect_timeout=10) as connection:
            return connection.execute("show server_version").fetchone()[0].split()[0]
    except psycopg.OperationalError as error:
        raise EngineMissing(
            f"PostgreSQL cannot be reached at TEST_DATABASE_URL: {error}"
        ) from error
