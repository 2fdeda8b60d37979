"""The image of the transform, as far as it can be looked at without a container engine."""

from __future__ import annotations

import pathlib
import re

DBT = pathlib.Path(__file__).resolve().parents[2] / "dbt"
DOCKERFILE = (DBT / "Dockerfile").read_text()


def locked() -> dict[str, str]:
    return dict(re.findall(r"^([a-z0-9-]+)==(\S+) \\$", (DBT / "requirements.lock").read_text(), re.MULTILINE))


def test_the_lock_holds_what_is_required_each_by_its_digest() -> None:
    required = re.findall(r"^([a-z-]+)==(\S+)$", (DBT / "requirements.txt").read_text(), re.MULTILINE)
    assert required
    assert dict(required).items() <= locked().items()
    assert {"boto3", "botocore"} <= locked().keys()
    text = (DBT / "requirements.lock").read_text()
    assert len(re.findall(r"--hash=sha256:[0-9a-f]{64}$", text, re.MULTILINE)) == len(locked()) > 50
    assert "--require-hashes" in DOCKERFILE


def test_the_base_is_one_version_and_can_be_one_digest() -> None:
    (base,) = re.findall(r"^ARG PYTHON=(\S+)$", DOCKERFILE, re.MULTILINE)
    assert re.fullmatch(r"\S+:3\.11\.\d+-slim-\w+", base)
    assert set(re.findall(r"^FROM (\S+)", DOCKERFILE, re.MULTILINE)) == {"${PYTHON}"}


def test_it_runs_as_nobody_and_writes_to_the_mounted_folder_alone() -> None:
    after = DOCKERFILE.split("\nFROM ")[-1]
    assert "USER 10001:10001" in after
    assert "VOLUME /scratch" in after
    assert "--owner 10001" in after
    written = ("HOME", "TMPDIR", "DBT_TARGET_PATH", "DBT_LOG_PATH")
    assert all(re.search(rf"\b{name}=/scratch", after) for name in written)


def test_no_secret_is_built_in() -> None:
    arguments = re.findall(r"^(?:ARG|ENV)\s+(\w+)", DOCKERFILE, re.MULTILINE)
    assert arguments == ["PYTHON", "PATH"]
    assert not re.search(r"KEY|SECRET|PASSWORD|TOKEN", re.sub(r"^#.*$", "", DOCKERFILE, flags=re.MULTILINE))
