"""The committed templates pass cfn-lint and checkov, and every suppression in them is needed."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from cfnlint.decode import cfn_yaml

ROOT = Path(__file__).resolve().parents[2]
TEMPLATES = sorted(ROOT.glob("cloudformation/*/*.yaml"))
TOOLS = Path(sys.executable).parent


def checkov(folder: Path) -> dict[str, Any]:
    """What checkov says of the templates in a folder, offline: no rules are fetched, nothing is reported to a platform."""
    run = subprocess.run(
        [
            TOOLS / "checkov", "--directory", folder, "--framework", "cloudformation", "--skip-download",
            "--output", "json", "--quiet", "--compact",
        ],
        capture_output=True, text=True, timeout=300, check=False, env={**os.environ, "LOG_LEVEL": "ERROR"},
    )  # fmt: skip
    assert run.stdout.strip(), run.stderr
    return json.loads(run.stdout)


Failure = tuple[str, str, str]


def failures(report: dict[str, Any]) -> set[Failure]:
    """Template, rule and logical id of each failed check."""
    return {
        (check["file_path"].lstrip("/"), check["check_id"], check["resource"].rsplit(".", 1)[-1])
        for check in report["results"]["failed_checks"]
    }


def suppressed() -> dict[Failure, str]:
    """What the templates excuse from checkov, with the reason."""
    found = {}
    for template in TEMPLATES:
        for logical_id, resource in cfn_yaml.load(str(template))["Resources"].items():
            for skip in resource.get("Metadata", {}).get("checkov", {}).get("skip", []):
                place = str(template.relative_to(ROOT / "cloudformation"))
                found[place, skip["id"], logical_id] = skip["comment"]
    return found


def test_there_are_templates_to_check() -> None:
    assert {path.parent.name for path in TEMPLATES} >= {"local", "dev", "prod"}


def test_cfn_lint_finds_nothing_with_information_rules_on() -> None:
    run = subprocess.run(
        [TOOLS / "cfn-lint", "--include-checks", "I", "--template", *TEMPLATES],
        capture_output=True, text=True, timeout=300, check=False,
    )  # fmt: skip
    assert (run.returncode, run.stdout) == (0, ""), run.stdout + run.stderr


def test_checkov_fails_nothing_that_is_not_suppressed() -> None:
    report = checkov(ROOT / "cloudformation")
    assert failures(report) == set()
    assert report["summary"]["skipped"] == len(suppressed())
    # An accidental pass is one that looked at nothing.
    assert report["summary"]["passed"] > 30 * len(TEMPLATES)
    assert report["summary"]["parsing_errors"] == 0


def test_every_suppression_has_a_reason_and_is_needed(tmp_path: Path) -> None:
    excused = suppressed()
    assert all(reason.strip() for reason in excused.values())
    for template in TEMPLATES:
        bare = tmp_path / template.relative_to(ROOT / "cloudformation")
        bare.parent.mkdir(exist_ok=True)
        bare.write_text(template.read_text().replace("\n      checkov:", "\n      unread:"))
    assert failures(checkov(tmp_path)) == set(excused)
