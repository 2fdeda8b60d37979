"""The servers under test, each a process of its own on a free port of the loopback interface, ended by its own pid."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
START_SECONDS = 60
STOP_SECONDS = 20


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Server:
    """A child process that answers HTTP once it is ready."""

    def __init__(self, command: list[str], environment: dict[str, str], log: Path, health: str) -> None:
        self._command = command
        self._environment = environment
        self._log = log
        self._health = health
        self.process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        with self._log.open("ab") as output:
            self.process = subprocess.Popen(
                self._command,
                env={**os.environ, **self._environment},
                cwd=self._log.parent,
                stdout=output,
                stderr=subprocess.STDOUT,
            )
        deadline = time.monotonic() + START_SECONDS
        while time.monotonic() < deadline and self.process.poll() is None:
            try:
                with urllib.request.urlopen(self._health, timeout=2):
                    return
            except (urllib.error.URLError, OSError):
                time.sleep(0.05)
        self.stop()
        raise RuntimeError(f"{self._command[0]} did not start:\n{self.log()[-4000:]}")

    def stop(self) -> int | None:
        """SIGTERM, and SIGKILL when that is not enough; the exit code."""
        if self.process is None:
            return None
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
            try:
                self.process.wait(STOP_SECONDS)
            except subprocess.TimeoutExpired:
                self.kill()
        return self.process.returncode

    def kill(self) -> None:
        if self.process is not None:
            self.process.kill()
            self.process.wait()

    def log(self) -> str:
        return self._log.read_text(errors="replace") if self._log.exists() else ""


class Emulator(Server):
    """The embedded Snowflake. `state` outlives restarts; `arguments` may override the defaults."""

    ACCOUNT, USER = "SNOWLINE-LOCAL", "DEPLOYER"

    def __init__(self, folder: Path, public_key: Path, aws_endpoint: str = "http://127.0.0.1:9") -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.port = free_port()
        self.state = folder / "state"
        self.url = f"http://127.0.0.1:{self.port}"
        command = emulator_command(self.port, self.state, public_key, aws_endpoint)
        super().__init__(command, emulator_environment(), folder / "emulator.log", f"{self.url}/_emulator/health")


def emulator_command(port: int, state: Path, public_key: Path, aws_endpoint: str = "http://127.0.0.1:9") -> list[str]:
    return [
        *(sys.executable, "-m", "emulator", "--port", str(port), "--state", str(state)),
        *("--account", Emulator.ACCOUNT, "--admin-user", Emulator.USER, "--admin-public-key", str(public_key)),
        *("--aws-endpoint", aws_endpoint, "--region", "eu-west-1"),
    ]


def emulator_environment() -> dict[str, str]:
    return {"PYTHONPATH": str(ROOT / "local"), "AWS_ACCESS_KEY_ID": "test", "AWS_SECRET_ACCESS_KEY": "test"}


class MiniStack(Server):
    """The embedded AWS with signature and policy checks on."""

    def __init__(self, folder: Path) -> None:
        program = Path(os.environ.get("SNOWLINE_MINISTACK", ROOT / ".venv-aws" / "bin" / "ministack"))
        if not program.exists():
            raise RuntimeError(
                f"{program} is missing: install local/requirements-aws.txt into .venv-aws, "
                "or name the program in SNOWLINE_MINISTACK"
            )
        folder.mkdir(parents=True, exist_ok=True)
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        environment = {
            "AUTH": "true",
            "BIND_HOST": "127.0.0.1",
            "GATEWAY_PORT": str(self.port),
            "IOT_MTLS_ENABLED": "0",
            "SFTP_ENABLED": "0",
            "MINISTACK_REGION": "eu-west-1",
            "TMPDIR": str(folder),
            "STATE_DIR": str(folder / "state"),
            "S3_DATA_DIR": str(folder / "s3"),
            "LAMBDA_EXECUTOR": "local",
        }
        super().__init__([str(program)], environment, folder / "ministack.log", f"{self.url}/_ministack/health")
