"""docs/ingest-failures.md names tests that exist."""

from __future__ import annotations

import pathlib
import re

ROOT = pathlib.Path(__file__).parents[2]
PAGE = ROOT / "docs/ingest-failures.md"


def test_every_test_that_the_page_names_is_there() -> None:
    swift = "\n".join(path.read_text() for path in sorted((ROOT / "Tests").rglob("*Tests.swift")))
    names = set(re.findall(r"func `([^`]+)`", swift))
    python = "\n".join(path.read_text() for path in sorted((ROOT / "Tests").rglob("test_*.py")))
    rows = [line.split("|") for line in PAGE.read_text().splitlines() if line.startswith("|")][2:]
    assert len(rows) > 40
    missing = []
    for row in rows:
        for named in filter(None, (part.strip() for part in row[3].split(";"))):
            code = re.findall(r"`([^`]+)`", named)
            words = re.sub(r"\s*\(?`[^`]+`\)?.*", "", named).strip()
            missing += [] if not words or words in names or words.startswith("decision ") else [words]
            for word in code:
                here = (ROOT / word).exists() if "/" in word else f"{word}.swift" in found() or f"def {word}(" in python
                missing += [] if here else [word]
    assert missing == []


def found() -> set[str]:
    return {path.name for path in (ROOT / "Tests").rglob("*.swift")}
