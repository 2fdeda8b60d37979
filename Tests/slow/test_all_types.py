"""Every resource type of the pinned schema archive is generated and type-checked beside the vendored ones.

Services are taken together until a batch holds about forty types, so that the compiler's memory stays bounded and a failure
names few services. Takes a quarter of an hour; `make test-slow` runs it.
"""

from __future__ import annotations

import json
import os
import resource
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
DEPLOY = ROOT / os.environ.get("SNOWLINE_DEPLOY", ".build/debug/deploy")
ARCHIVE = next((ROOT / ".venv-gates").glob("lib/python3*/site-packages/cfnlint"), None)
TYPES_A_BATCH = 40
MEMORY = 6 * 1024**3

pytestmark = pytest.mark.skipif(
    not DEPLOY.exists() or ARCHIVE is None or shutil.which("swiftc") is None,
    reason="the deployer, the schema archive or the compiler is missing",
)

# As in Package.swift: what is a warning is an error.
SETTINGS = [
    "-swift-version", "6", "-warnings-as-errors", "-enable-upcoming-feature", "ExistentialAny",
    "-enable-upcoming-feature", "InternalImportsByDefault", "-enable-upcoming-feature", "MemberImportVisibility",
]  # fmt: skip


def types() -> list[str]:
    assert ARCHIVE is not None
    return sorted(json.loads((ARCHIVE / "data/schemas/providers/us-east-1.json").read_text()))


def batches() -> Iterator[list[str]]:
    """Whole services, in order, about forty types at a time."""
    services: dict[str, list[str]] = {}
    for name in types() if ARCHIVE else []:
        services.setdefault(name.split("::")[1], []).append(name)
    batch: list[str] = []
    for members in services.values():
        if batch and len(batch) + len(members) > TYPES_A_BATCH:
            yield batch
            batch = []
        batch += members
    if batch:
        yield batch


BATCHES = list(batches())


def service(name: str) -> str:
    return name.split("::")[1]


def checkout(folder: Path) -> Path:
    """The module with its vendored types, as a checkout that types can be added to."""
    (folder / "stacks").mkdir(parents=True)
    (folder / "Package.swift").touch()
    shutil.copytree(ROOT / "Sources/CloudFormation", folder / "Sources/CloudFormation")
    return folder


@pytest.mark.parametrize("batch", BATCHES, ids=lambda batch: f"{service(batch[0])}-{service(batch[-1])}-{len(batch)}")
def test_the_types_compile(batch: list[str], tmp_path: Path) -> None:
    folder = checkout(tmp_path / "checkout")
    added = subprocess.run(
        [DEPLOY, "schema", "add", *batch, "--from", str(ARCHIVE)],
        cwd=folder, capture_output=True, text=True, timeout=300, check=False,
    )  # fmt: skip
    assert added.returncode == 0, added.stderr
    sources = sorted((folder / "Sources/CloudFormation").rglob("*.swift"))
    generated = {path.name for path in sources}
    assert len(generated) > len(batch)
    checked = subprocess.run(
        ["swiftc", "-typecheck", "-module-name", "CloudFormation", "-package-name", "snowline", *SETTINGS, *sources],
        capture_output=True, text=True, timeout=900, check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY)),
    )  # fmt: skip
    errors = [line for line in checked.stderr.splitlines() if "error:" in line]
    assert checked.returncode == 0, "\n".join(errors[:20]) or checked.stderr[-2000:]


def test_no_type_is_left_out() -> None:
    assert sorted(name for batch in BATCHES for name in batch) == types()
    assert len(types()) > 1_800
