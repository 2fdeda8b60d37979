"""An embedded AWS of a test's own: empty, on a free port, gone with the test."""

from __future__ import annotations

import contextlib
import os
import pathlib
import socket
import subprocess
import time
import urllib.request
from collections.abc import Iterator
from typing import Any

import boto3

from product import ROOT

ACCOUNT = "000000000000"
REGION = "eu-west-1"


class EmbeddedAWS:
    def __init__(self, port: int) -> None:
        self.endpoint = f"http://127.0.0.1:{port}"

    def client(self, service: str) -> Any:
        return boto3.client(
            service, endpoint_url=self.endpoint, region_name=REGION,
            aws_access_key_id="test", aws_secret_access_key="test",
        )  # fmt: skip


@contextlib.contextmanager
def running(folder: pathlib.Path, **settings: str) -> Iterator[EmbeddedAWS]:
    """Starts it with its state in `folder`; `settings` are further variables of its environment."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    cloud = EmbeddedAWS(port)
    environment = {
        name: value for name, value in os.environ.items() if name in ("PATH", "HOME", "LANG", "LD_LIBRARY_PATH")
    }
    environment |= {
        "AUTH": "true", "BIND_HOST": "127.0.0.1", "GATEWAY_PORT": str(port), "IOT_MTLS_ENABLED": "0",
        "SFTP_ENABLED": "0", "MINISTACK_REGION": REGION, "AWS_ACCESS_KEY_ID": "test", "AWS_SECRET_ACCESS_KEY": "test",
        "AWS_ENDPOINT_URL": cloud.endpoint, "TMPDIR": str(folder), "STATE_DIR": str(folder / "state"),
        "S3_DATA_DIR": str(folder / "s3"), "LAMBDA_EXECUTOR": "local", **settings,
    }  # fmt: skip
    log = folder / "aws.log"
    with log.open("wb") as output:
        process = subprocess.Popen(
            [ROOT / ".venv-aws" / "bin" / "ministack"], env=environment, cwd=folder, stdout=output, stderr=output
        )
        try:
            _wait_until_ready(cloud, process, log)
            yield cloud
        finally:
            process.terminate()
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait(10)


def _wait_until_ready(cloud: EmbeddedAWS, process: subprocess.Popen[bytes], log: pathlib.Path) -> None:
    for _ in range(200):
        assert process.poll() is None, log.read_text()
        with contextlib.suppress(OSError):
            with urllib.request.urlopen(f"{cloud.endpoint}/_ministack/health", timeout=2):
                return
        time.sleep(0.1)
    raise AssertionError(f"the embedded AWS did not start:\n{log.read_text()}")
