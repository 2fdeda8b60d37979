#!/usr/bin/env python3
"""From an edit of a stack to its new template: type-checking of the stack's file, and build and synth of the debug deployer.

The edit changes one number in stacks/RetailPipeline.swift; the file is put back, and the build with it.
"""

from __future__ import annotations

import argparse
import pathlib
import statistics
import subprocess
import tempfile
import time

CHECKOUT = pathlib.Path(__file__).parents[1]
STACK = CHECKOUT / "stacks/RetailPipeline.swift"
BUILD = CHECKOUT / ".build/debug"


def seconds(*command: str | pathlib.Path) -> float:
    started = time.perf_counter()
    subprocess.run(command, cwd=CHECKOUT, check=True, capture_output=True, timeout=600)
    return time.perf_counter() - started


def type_check(rounds: int) -> tuple[float, float]:
    """Seconds for the stacks, and for a file that imports the same and declares nothing."""
    modules: list[str | pathlib.Path] = ["-swift-version", "6", "-I", BUILD / "Modules"]
    for found in sorted((CHECKOUT / "Sources").rglob("module.modulemap")):
        modules += ["-I", found.parent]
    with tempfile.TemporaryDirectory() as folder:
        empty = pathlib.Path(folder) / "Empty.swift"
        empty.write_text("import InfraDSL\nimport Contracts\nimport DataContract\n")
        stacks, nothing = [], []
        for _ in range(rounds):
            stacks.append(seconds("swiftc", "-typecheck", *modules, *sorted((CHECKOUT / "stacks").glob("*.swift"))))
            nothing.append(seconds("swiftc", "-typecheck", *modules, empty))
    return statistics.median(stacks), statistics.median(nothing)


def edit_to_synth(rounds: int) -> list[float]:
    """Seconds from a saved edit to the written templates, one for each round."""
    text = STACK.read_text()
    assert "let timeout = 120" in text
    seconds("swift", "build", "--product", "deploy")
    found = []
    try:
        with tempfile.TemporaryDirectory() as folder:
            for number in range(rounds):
                STACK.write_text(text.replace("let timeout = 120", f"let timeout = {121 + number}"))
                built = seconds("swift", "build", "--product", "deploy")
                found.append(built + seconds(BUILD / "deploy", "synth", "--env", "prod", "--out", folder))
    finally:
        STACK.write_text(text)
        seconds("swift", "build", "--product", "deploy")
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    arguments = parser.parse_args()
    stacks, nothing = type_check(arguments.rounds)
    print(f"type-check of the stacks' files              {stacks:6.2f} s, of which {nothing:.2f} s for an empty one")
    edits = edit_to_synth(arguments.rounds)
    print(f"edit of a stack to its new template          {statistics.median(edits):6.2f} s  fastest {min(edits):.2f} s")


if __name__ == "__main__":
    main()
