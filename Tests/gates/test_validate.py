"""`deploy validate` on templates that are not ours, and synth in processes that share nothing."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
DEPLOY = ROOT / os.environ.get("SNOWLINE_DEPLOY", ".build/debug/deploy")
TEMPLATES = Path(__file__).parent / "templates"

pytestmark = pytest.mark.skipif(not DEPLOY.exists(), reason="the deployer is not built")


def deploy(*arguments: str | Path, **variables: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [DEPLOY, *arguments], cwd=ROOT, capture_output=True, text=True, timeout=300, check=False,
        env={**os.environ, **variables},
    )  # fmt: skip


def test_our_stacks_break_no_rule_and_say_what_they_use() -> None:
    run = deploy("validate")
    assert (run.returncode, run.stdout) == (0, "")
    assert "of 500 resources" in run.stderr


def test_every_committed_template_validates() -> None:
    templates = sorted(ROOT.glob("cloudformation/*/*.yaml"))
    run = deploy("validate", "--template", *templates)
    assert (run.returncode, run.stdout) == (0, "")


def test_a_good_template_of_somebody_else_has_no_findings() -> None:
    run = deploy("validate", "--template", TEMPLATES / "good.yaml")
    assert (run.returncode, run.stdout) == (0, "")


def test_a_bad_one_has_a_line_for_each_finding_and_ends_with_seven() -> None:
    run = deploy("validate", "--template", TEMPLATES / "bad.json")
    assert run.returncode == 7
    lines = run.stdout.splitlines()
    assert f"{TEMPLATES / 'bad.json'}:11: SL-SEC-001 Worker: DB_PASSWORD is a secret in the clear." in run.stdout
    assert all("bad.json:" in line and " SL-" in line for line in lines)
    assert "hunter2" not in run.stdout + run.stderr


def test_findings_as_json_are_data() -> None:
    run = deploy("validate", "--template", TEMPLATES / "bad.json", "--format", "json")
    assert run.returncode == 7
    findings = json.loads(run.stdout)
    assert {"SL-S3-001", "SL-S3-002", "SL-ACC-001", "SL-ACC-005", "SL-DAT-001"} <= {item["rule"] for item in findings}
    assert all(item["line"] > 1 and item["file"].endswith("bad.json") for item in findings)


@pytest.mark.parametrize("text", ["a: [1", '{"Resources": nul', "- x", "", "a: &x 1\nb: *x", "Resources: !Foo 1"])
def test_what_is_no_template_is_a_finding_and_no_crash(tmp_path: Path, text: str) -> None:
    broken = tmp_path / "broken.yaml"
    broken.write_text(text)
    run = deploy("validate", "--template", broken)
    assert run.returncode == 7
    assert "SL-TPL-000" in run.stdout and "line" in run.stdout


def test_bytes_that_are_no_text_are_a_finding(tmp_path: Path) -> None:
    broken = tmp_path / "broken.yaml"
    broken.write_bytes(b"a: \xff\xfe\n")
    assert deploy("validate", "--template", broken).returncode == 7


def test_properties_are_checked_against_schemas_wherever_the_command_runs(tmp_path: Path) -> None:
    run = subprocess.run(
        [DEPLOY, "validate", "--template", TEMPLATES / "schema.yaml"],
        cwd=tmp_path, capture_output=True, text=True, timeout=300, check=False,
    )  # fmt: skip
    assert run.returncode == 7
    prefix = f"{TEMPLATES / 'schema.yaml'}:"
    lines = [line.removeprefix(prefix).split(": ")[:2] for line in run.stdout.splitlines() if " SL-SCHEMA-" in line]
    assert [" ".join(line) for line in lines] == [
        "6 SL-SCHEMA-003 Inbox", "7 SL-SCHEMA-001 Inbox", "9 SL-SCHEMA-006 Inbox", "13 SL-SCHEMA-002 Inbox",
        "26 SL-SCHEMA-004 Lake", "29 SL-SCHEMA-005 Lake", "32 SL-SCHEMA-007 Net", "36 SL-SCHEMA-002 Zone",
        "36 SL-SCHEMA-002 Zone",
    ]  # fmt: skip
    assert "VisibiltyTimeout (did you mean VisibilityTimeout?)" in run.stdout
    assert "the properties were not checked: AWS::RDS::DBInstance (2)" in run.stderr


def test_an_archive_that_is_none_is_refused(tmp_path: Path) -> None:
    run = deploy("validate", "--template", TEMPLATES / "schema.yaml", "--schemas", tmp_path)
    assert run.returncode == 7 and "no schema archive" in run.stderr


def test_schemas_of_other_types_come_from_an_archive() -> None:
    archive = next((ROOT / ".venv-gates").glob("lib/python3*/site-packages/cfnlint"))
    run = deploy("validate", "--template", TEMPLATES / "schema.yaml", "--schemas", archive)
    assert "not checked" not in run.stderr
    assert "SL-SCHEMA-001 Database: the type has no property DBInstanceKlass (did you mean DBInstanceClass?)" in run.stdout


def test_synth_gives_the_same_bytes_in_processes_that_share_nothing(tmp_path: Path) -> None:
    def synth(name: str, **variables: str) -> dict[str, bytes]:
        folder = tmp_path / name
        run = deploy("synth", "--out", folder, **variables)
        assert run.returncode == 0, run.stderr
        return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}

    first = synth("one", TZ="UTC", LANG="C", LC_ALL="C")
    assert len(first) > 20
    # Each process seeds its hashes anew, so what depends on their order shows up in one of these.
    for count in range(4):
        assert synth(f"again-{count}", TZ="Pacific/Auckland", LANG="tr_TR.UTF-8", HOME=str(tmp_path)) == first
