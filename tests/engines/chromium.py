"""A real Chromium: which one, and the flags that keep it quiet and off the network.

Never a browser downloaded by the test tool: the one people have is the one to test.
"""

import os
import shutil
import subprocess

from tests.engines import EngineMissing, apt

DEBIAN = "/usr/bin/chromium"
# Without a font there is no text to measure. Asked for only together with the browser.
PACKAGES = ("chromium", "fonts-dejavu-core")
# What the test tool's own helper program needs and a bare Debian lacks.
DRIVER_PACKAGES = ("libatomic1",)

FLAGS = [
    "--headless",
    "--no-sandbox",  # as root, and in containers, there is no sandbox to have
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",  # a container's /dev/shm is too small for a page
    # Only this machine has a name: what would go elsewhere fails, and the test sees it.
    "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1 , EXCLUDE localhost",
]


def find():
    """The path of the Chromium to use, or None."""
    named = os.environ.get("CHROMIUM")
    if named:
        if not shutil.which(named):
            raise EngineMissing(f"CHROMIUM names {named}, and nothing there can be run.")
        return shutil.which(named)
    return shutil.which(DEBIAN) or shutil.which("chromium") or shutil.which("google-chrome")


def find_or_install():
    """(path, version text); raises EngineMissing."""
    path = find()
    if not path:
        apt.install(*PACKAGES, why="The tests need a real Chromium.")
        path = find()
    if not path:
        raise EngineMissing(f"apt installed Chromium, and still there is none at {DEBIAN}.")
    if driver_fault():
        apt.install(*DRIVER_PACKAGES, why="Playwright, which drives Chromium, does not start.")
    if driver_fault():
        raise EngineMissing(f"Playwright's driver does not start:\n{driver_fault()}")
    return path, version(path)


def driver_fault():
    """Why the program between the tests and the browser does not start; empty when it does."""
    from playwright._impl._driver import compute_driver_executable

    program = compute_driver_executable()[0]
    asked = subprocess.run([program, "--version"], capture_output=True, text=True, timeout=60)
    return asked.stderr.strip() or f"exit {asked.returncode}" if asked.returncode else ""


def version(path):
    """What it says about itself; raises EngineMissing when it does not even start."""
    asked = subprocess.run([path, "--version"], capture_output=True, text=True, timeout=60)
    if asked.returncode:
        raise EngineMissing(f"{path} does not start:\n{asked.stderr}")
    return asked.stdout.strip()
