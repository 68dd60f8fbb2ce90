"""Fetching a Debian package without a question, or saying which one to fetch.

Standard library only: `make run` uses it before there is a virtual environment.
"""

import os
import shutil
import subprocess
import sys

from tests.engines import EngineMissing

INSTALL = ["apt-get", "install", "-y", "--no-install-recommends"]


def install(*packages, why):
    """Install `packages`; raises EngineMissing with the command for somebody who may."""
    command = f"sudo apt-get update && sudo {' '.join(INSTALL + list(packages))}"
    if not shutil.which("apt-get"):
        raise EngineMissing(
            f"{why} This machine has no apt-get. On Debian it would be:\n  {command}"
        )
    if os.geteuid() != 0:
        raise EngineMissing(f"{why} Type this, then try again:\n  {command}")
    print(f"{why} Installing {' '.join(packages)} with apt.", flush=True)
    for step in (["apt-get", "update"], INSTALL + list(packages)):
        done = subprocess.run(step, env=without_questions(), stdin=subprocess.DEVNULL, **captured())
        if done.returncode:
            raise EngineMissing(f"`{' '.join(step)}` failed:\n{done.stdout}")


def without_questions():
    return os.environ | {"DEBIAN_FRONTEND": "noninteractive", "DEBIAN_PRIORITY": "critical"}


def captured():
    """Hundreds of lines that matter only when it fails."""
    return {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT, "text": True}


if __name__ == "__main__":
    try:
        install(*sys.argv[1:], why=f"{', '.join(sys.argv[1:])} is not on this machine.")
    except EngineMissing as missing:
        sys.exit(str(missing))
