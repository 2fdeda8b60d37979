"""What a laptop holds before and after the tests: processes, ports, and the state of the embedded clouds."""

from __future__ import annotations

import contextlib
import os
import pathlib
import shutil
import socket
import time
from collections.abc import Iterator

from product import DONE, ROOT, Product

STATE = ROOT / ".snowline" / "local"
KEPT = ROOT / ".snowline" / "local.kept"
MARK = STATE / "made-by-tests"
"""Tells state that an interrupted run left behind from state that somebody wants to keep."""


@contextlib.contextmanager
def emptied(product: Product) -> Iterator[None]:
    """An empty laptop; what it held is put aside, and back at the end. Nothing is left running.

    SNOWLINE_KEEP_STATE=1 leaves the state of the tests in place, to look at it after a failure.
    """
    product.run("local", "down").ended(DONE)
    if STATE.exists() and not MARK.exists():
        shutil.rmtree(KEPT, ignore_errors=True)
        STATE.rename(KEPT)
    shutil.rmtree(STATE, ignore_errors=True)
    STATE.mkdir(parents=True)
    MARK.touch()
    try:
        yield
    finally:
        product.run("local", "down").ended(DONE)
        if not os.environ.get("SNOWLINE_KEEP_STATE"):
            shutil.rmtree(STATE, ignore_errors=True)
            if KEPT.exists():
                KEPT.rename(STATE)


def is_listening(port: int) -> bool:
    with socket.socket() as probe:
        probe.settimeout(2)
        return probe.connect_ex(("127.0.0.1", port)) == 0


def processes() -> dict[int, str]:
    """The command lines of every process of this checkout's embedded clouds: servers, and functions they started."""
    marks = (str(ROOT / ".venv-aws"), str(ROOT / ".venv-snowflake"), str(STATE))
    found = {}
    for folder in pathlib.Path("/proc").iterdir():
        if not folder.name.isdigit() or int(folder.name) == os.getpid():
            continue
        with contextlib.suppress(OSError):
            line = (folder / "cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace")
            program = str((folder / "exe").readlink())
            if any(mark in line or mark in program for mark in marks):
                found[int(folder.name)] = line
    return found


def wait_until_gone(pid: int, seconds: float = 10) -> bool:
    """Whether the process has ended in time; one that nobody has waited for yet counts as ended."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        try:
            state = (pathlib.Path("/proc") / str(pid) / "stat").read_text().rpartition(")")[2].split()[0]
        except OSError:
            return True
        if state == "Z":
            return True
        time.sleep(0.05)
    return False
