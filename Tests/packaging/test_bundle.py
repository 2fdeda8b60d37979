"""The archive that real environments deploy, run where nothing but the archive is."""

from __future__ import annotations

import json
import os
import pathlib
import re
import subprocess
import zipfile

import pytest

from bundle_settings import SETTINGS
from runtime_stub import runtime_api

CHECKOUT = pathlib.Path(__file__).parents[2]
DEPLOY = os.environ.get("SNOWLINE_DEPLOY", str(CHECKOUT / ".build/debug/deploy"))


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> pathlib.Path:
    folder = tmp_path_factory.mktemp("archive")
    subprocess.run([DEPLOY, "build", "--env", "prod", "--out", str(folder)], cwd=CHECKOUT, check=True)
    return folder / "IngestLambda.zip"


@pytest.fixture(scope="module")
def empty_root(archive: pathlib.Path, tmp_path_factory: pytest.TempPathFactory) -> pathlib.Path:
    """A root folder with the unpacked archive, two devices and nothing else."""
    if os.geteuid() != 0:
        pytest.skip("only root may change the root folder")
    root = tmp_path_factory.mktemp("root")
    task = root / "var/task"
    task.mkdir(parents=True)
    with zipfile.ZipFile(archive) as packed:
        for entry in packed.infolist():
            path = pathlib.Path(packed.extract(entry, task))
            path.chmod(entry.external_attr >> 16 & 0o777)
    (root / "dev").mkdir()
    os.mknod(root / "dev/null", 0o666 | 0o020000, os.makedev(1, 3))
    os.mknod(root / "dev/urandom", 0o666 | 0o020000, os.makedev(1, 9))
    return root


def run(root: pathlib.Path, variables: dict[str, str]) -> subprocess.CompletedProcess[str]:
    def enter() -> None:
        os.chroot(root)
        os.chdir("/var/task")

    return subprocess.run(
        ["/var/task/bootstrap"], env=variables, preexec_fn=enter, capture_output=True, text=True, timeout=60
    )


def test_the_function_answers_an_event_from_an_empty_root(empty_root: pathlib.Path) -> None:
    message = {"messageId": "m1", "eventSource": "aws:sqs", "body": json.dumps({"Event": "s3:TestEvent"})}
    with runtime_api(json.dumps({"Records": [message]}).encode()) as (stub, address):
        run(empty_root, SETTINGS | {"AWS_LAMBDA_RUNTIME_API": address, "AWS_ENDPOINT_URL": f"http://{address}"})
    path, body = stub.posts[0]
    assert path.endswith("/runtime/invocation/request-1/response"), body
    assert json.loads(body) == {"batchItemFailures": []}


def test_missing_settings_are_told_to_the_runtime_all_at_once(empty_root: pathlib.Path) -> None:
    incomplete = {name: value for name, value in SETTINGS.items() if name not in ("BUCKET", "SNOWFLAKE_USER")}
    with runtime_api(b"{}") as (stub, address):
        outcome = run(empty_root, incomplete | {"AWS_LAMBDA_RUNTIME_API": address})
    assert outcome.returncode != 0
    path, body = stub.posts[0]
    assert path.endswith("/runtime/init/error")
    assert "BUCKET" in body
    assert "SNOWFLAKE_USER" in body


def test_the_program_links_no_foundation_and_runs_on_the_glibc_of_amazon_linux_2023(archive: pathlib.Path) -> None:
    with zipfile.ZipFile(archive) as packed:
        names = packed.namelist()
        program = packed.read("bootstrap")
    assert not [name for name in names if "Foundation" in name or "icu" in name]
    assert b"libFoundation" not in program
    versions = {tuple(map(int, match.split(b"."))) for match in re.findall(rb"GLIBC_(2\.\d+)", program)}
    assert max(versions) <= (2, 34)


def test_the_archive_is_the_same_bytes_each_time(archive: pathlib.Path, tmp_path: pathlib.Path) -> None:
    subprocess.run([DEPLOY, "build", "--env", "prod", "--out", str(tmp_path)], cwd=CHECKOUT, check=True)
    assert (tmp_path / "IngestLambda.zip").read_bytes() == archive.read_bytes()


def test_the_archive_is_far_below_the_limits_of_lambda(archive: pathlib.Path) -> None:
    with zipfile.ZipFile(archive) as packed:
        unpacked = sum(entry.file_size for entry in packed.infolist())
    assert archive.stat().st_size <= 12 << 20
    assert unpacked <= 250_000_000
