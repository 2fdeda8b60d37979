"""One fault at a time in the good template, each noticed by the rule that is there for it.

The faults are of our own making and were written with the rules at hand: they keep the rules from going blind, and are no
measure of what the rules find in the field.
"""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

import pytest
from mutations import MUTATIONS

ROOT = Path(__file__).resolve().parents[2]
DEPLOY = ROOT / os.environ.get("SNOWLINE_DEPLOY", ".build/debug/deploy")
GOOD = (Path(__file__).parent / "templates" / "good.yaml").read_text()

pytestmark = pytest.mark.skipif(not DEPLOY.exists(), reason="the deployer is not built")


@pytest.fixture(scope="module")
def noticed(tmp_path_factory: pytest.TempPathFactory) -> dict[int, set[str]]:
    """The rules that notice each fault, by its number."""
    folder = tmp_path_factory.mktemp("mutations")
    for number, mutation in enumerate(MUTATIONS):
        assert mutation.old in GOOD, f"{mutation.rule}: not in the good template: {mutation.old}"
        (folder / f"{number}.yaml").write_text(GOOD.replace(mutation.old, mutation.new, 1))
    run = subprocess.run(
        [DEPLOY, "validate", "--format", "json", "--template", *sorted(folder.glob("*.yaml"))],
        capture_output=True, text=True, timeout=300, check=False,
    )  # fmt: skip
    assert run.returncode == 7, run.stderr
    found: dict[int, set[str]] = {}
    for finding in json.loads(run.stdout):
        found.setdefault(int(Path(finding["file"]).stem), set()).add(finding["rule"])
    return found


@pytest.mark.parametrize("number", range(len(MUTATIONS)), ids=lambda number: f"{MUTATIONS[number].rule}-{number}")
def test_the_fault_is_noticed_by_its_rule(number: int, noticed: dict[int, set[str]]) -> None:
    assert MUTATIONS[number].rule in noticed.get(number, set())


def test_every_rule_has_a_fault_that_it_notices() -> None:
    run = subprocess.run([DEPLOY, "validate", "--rules"], capture_output=True, text=True, timeout=300, check=True)
    rules = {line.split("  ")[0] for line in run.stdout.splitlines()}
    assert len(rules) > 40
    assert rules - {mutation.rule for mutation in MUTATIONS} == set()
