"""The compiler refuses each mistake we claim it refuses, in words that help."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
MISTAKES = Path(__file__).parent / "Mistakes.swift"
BUILD = ROOT / os.environ.get("SNOWLINE_BUILD", ".build/debug")

pytestmark = pytest.mark.skipif(
    shutil.which("swiftc") is None or not (BUILD / "Modules/InfraDSL.swiftmodule").exists(),
    reason="the modules are not built",
)

# The C modules that ours import.
INCLUDES = [flag for found in sorted((ROOT / "Sources").rglob("module.modulemap")) for flag in ("-I", found.parent)]

EXPECTED = {
    number: line.split("// error:", 1)[1].strip()
    for number, line in enumerate(MISTAKES.read_text().splitlines(), 1)
    if "  // error:" in line
}


@pytest.fixture(scope="module")
def errors() -> dict[int, list[str]]:
    """What the compiler says of each line."""
    run = subprocess.run(
        ["swiftc", "-typecheck", "-swift-version", "6", "-I", BUILD / "Modules", *INCLUDES, MISTAKES],
        capture_output=True, text=True, timeout=110, check=False,
    )  # fmt: skip
    assert run.returncode != 0, "a mistake compiles"
    found: dict[int, list[str]] = {}
    for number, message in re.findall(r"Mistakes\.swift:(\d+):\d+: error: (.*)", run.stderr):
        found.setdefault(int(number), []).append(message)
    assert found, run.stderr
    return found


def test_there_are_at_least_twenty_five_mistakes() -> None:
    assert len(EXPECTED) >= 25


@pytest.mark.parametrize("line", EXPECTED, ids=lambda line: f"line-{line}")
def test_the_mistake_does_not_compile(line: int, errors: dict[int, list[str]]) -> None:
    assert any(EXPECTED[line] in message for message in errors.get(line, [])), errors.get(line)


def test_nothing_else_is_refused(errors: dict[int, list[str]]) -> None:
    assert {line: said for line, said in errors.items() if line not in EXPECTED} == {}
