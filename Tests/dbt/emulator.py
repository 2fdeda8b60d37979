"""The Snowflake emulator of this checkout as a process of its own, on a free port of the loopback interface."""

from __future__ import annotations

import contextlib
import os
import pathlib
import socket
import subprocess
import time
from collections.abc import Iterator

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa

ROOT = pathlib.Path(__file__).parents[2]
START_SECONDS = 60


def new_key() -> tuple[str, str]:
    """A fresh key pair: the private key and the public key, both PEM."""
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    private = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    public = key.public_key().public_bytes(serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo)
    return private.decode(), public.decode()


def python() -> pathlib.Path:
    """The interpreter that has the emulator's requirements."""
    path = pathlib.Path(os.environ.get("SNOWLINE_SNOWFLAKE_PYTHON", ROOT / ".venv-snowflake" / "bin" / "python"))
    if not path.exists():
        raise RuntimeError(
            f"{path} is missing: install local/requirements-snowflake.txt into .venv-snowflake, "
            "or name its interpreter in SNOWLINE_SNOWFLAKE_PYTHON"
        )
    return path


@contextlib.contextmanager
def running(
    folder: pathlib.Path, account: str, user: str, public_key: str, scans: pathlib.Path | None = None
) -> Iterator[int]:
    """Starts the emulator, yields its port once it answers, and ends exactly that process.

    With `scans` it writes there what each statement has read; see counting_emulator.py.
    """
    key_file = folder / "administrator.pub"
    key_file.write_text(public_key)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    log = folder / "emulator.log"
    program = ["-m", "emulator"] if scans is None else ["-P", ROOT / "Tests" / "dbt" / "counting_emulator.py", scans]
    command = [python(), *program, "--port", str(port), "--state", folder / "state", "--account", account]
    command += ["--admin-user", user, "--admin-public-key", key_file]
    variables = os.environ | {"PYTHONPATH": str(ROOT / "local")}
    with log.open("wb") as output:
        process = subprocess.Popen(command, cwd=ROOT / "local", env=variables, stdout=output, stderr=subprocess.STDOUT)
    try:
        wait_for(port, process, log)
        yield port
    finally:
        process.terminate()
        try:
            process.wait(timeout=20)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def wait_for(port: int, process: subprocess.Popen[bytes], log: pathlib.Path) -> None:
    """Returns when the port accepts a connection; raises with the end of the log if it never does."""
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline and process.poll() is None:
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
            return
        time.sleep(0.1)
    raise RuntimeError(f"the emulator did not start on port {port}:\n{log.read_text()[-4000:]}")
