"""A stack with each high-level resource passes cfn-lint and checkov, and needs each of its suppressions."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from cfnlint.decode import cfn_yaml

from test_gates import TOOLS, checkov, failures

TEMPLATES = sorted((Path(__file__).parent / "templates" / "resources").glob("*.yaml"))


def test_there_is_one_for_the_clouds_and_one_for_the_embedded_ones() -> None:
    assert [template.stem for template in TEMPLATES] == ["clouds", "embedded"]


def test_cfn_lint_finds_nothing_with_information_rules_on() -> None:
    run = subprocess.run(
        [TOOLS / "cfn-lint", "--include-checks", "I", "--template", *TEMPLATES],
        capture_output=True, text=True, timeout=110, check=False,
    )  # fmt: skip
    assert (run.returncode, run.stdout) == (0, ""), run.stdout + run.stderr


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda template: template.stem)
def test_checkov_fails_what_is_suppressed_and_nothing_else(template: Path, tmp_path: Path) -> None:
    """Each by itself: checkov resolves references across the files of a folder."""
    shutil.copy(template, tmp_path)
    report = checkov(tmp_path)
    assert failures(report) == set()
    assert report["summary"]["passed"] > 100
    excused = {
        (template.name, skip["id"], logical_id)
        for logical_id, resource in cfn_yaml.load(str(template))["Resources"].items()
        for skip in resource.get("Metadata", {}).get("checkov", {}).get("skip", [])
    }
    (tmp_path / template.name).write_text(template.read_text().replace("\n      checkov:", "\n      unread:"))
    assert failures(checkov(tmp_path)) == excused
