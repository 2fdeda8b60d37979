"""The committed templates pass cfn-lint and checkov, and every suppression in them is needed."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from cfnlint.decode import cfn_yaml

ROOT = Path(__file__).resolve().parents[2]
TEMPLATES = sorted(ROOT.glob("cloudformation/*/*.yaml"))
TOOLS = Path(sys.executable).parent


def name(template: Path) -> str:
    return f"{template.parent.name}/{template.stem}"


def checkov(template: Path) -> dict[str, Any]:
    """What checkov says of a template, offline: no rules are fetched, nothing is reported to a platform."""
    run = subprocess.run(
        [
            TOOLS / "checkov", "--file", template, "--framework", "cloudformation", "secrets", "--skip-download",
            "--output", "json", "--quiet", "--compact",
        ],
        capture_output=True, text=True, timeout=110, check=False,
        env={**os.environ, "LOG_LEVEL": "ERROR", "CHECKOV_RUN_SCA_PACKAGE_SCAN_V2": "false"},
    )  # fmt: skip
    assert run.stdout.strip(), run.stderr
    answer = json.loads(run.stdout)
    reports = answer if isinstance(answer, list) else [answer]
    return next(report for report in reports if report["check_type"] == "cloudformation")


def pairs(checks: list[dict[str, Any]]) -> set[tuple[str, str]]:
    """Rule and logical id of each check."""
    return {(check["check_id"], check["resource"].rsplit(".", 1)[-1]) for check in checks}


def resources(template: Path) -> dict[str, Any]:
    return cfn_yaml.load(str(template))["Resources"]


@pytest.fixture(scope="module", params=TEMPLATES, ids=name)
def template(request: pytest.FixtureRequest) -> Path:
    return request.param


def test_there_are_templates_to_check() -> None:
    assert {path.parent.name for path in TEMPLATES} >= {"local", "dev", "prod"}


def test_cfn_lint_finds_nothing_with_information_rules_on(template: Path) -> None:
    run = subprocess.run(
        [TOOLS / "cfn-lint", "--include-checks", "I", "--template", template],
        capture_output=True, text=True, timeout=110, check=False,
    )  # fmt: skip
    assert (run.returncode, run.stdout) == (0, ""), run.stdout + run.stderr


def test_checkov_fails_nothing_that_is_not_suppressed(template: Path) -> None:
    report = checkov(template)
    assert pairs(report["results"]["failed_checks"]) == set()
    # An accidental pass is one that looked at nothing.
    assert report["summary"]["passed"] > 30
    assert report["summary"]["parsing_errors"] == 0


def test_every_suppression_has_a_reason_and_is_needed(template: Path, tmp_path: Path) -> None:
    suppressed: set[tuple[str, str]] = set()
    for logical_id, resource in resources(template).items():
        for skip in resource.get("Metadata", {}).get("checkov", {}).get("skip", []):
            assert skip["comment"].strip(), f"{logical_id}: {skip['id']} has no reason"
            suppressed.add((skip["id"], logical_id))
    bare = tmp_path / template.name
    bare.write_text(template.read_text().replace("\n    Metadata:\n      checkov:", "\n    Metadata:\n      unread:"))
    assert pairs(checkov(bare)["results"]["failed_checks"]) == suppressed
