"""The deployer as its users have it: a program with arguments, variables, two streams and an exit code."""

from __future__ import annotations

import dataclasses
import os
import pathlib
import subprocess
from collections.abc import Mapping

ROOT = pathlib.Path(__file__).resolve().parents[2]
"""The checkout under test."""

DONE, FAILED, CHANGES, ATTENTION, APPROVAL, IDENTITY, BUSY, INVALID = range(8)
"""How the deployer ends (ExitStatus in Sources/Deploy/Failure.swift)."""

USAGE = 64
"""A command line that is not understood (EX_USAGE of sysexits.h)."""


@dataclasses.dataclass(frozen=True)
class Ending:
    """What a command left behind."""

    command: str
    status: int
    out: str
    err: str

    def __str__(self) -> str:
        return f"$ {self.command}\nexit {self.status}\n--- stdout\n{self.out}--- stderr\n{self.err}"

    def ended(self, status: int) -> Ending:
        """Itself, or a failure that shows everything the command wrote."""
        assert self.status == status, f"wanted exit {status}\n{self}"
        return self

    def errors(self) -> list[str]:
        """The lines that say that something is wrong."""
        return [line for line in self.err.splitlines() if line.lower().startswith("error:")]


class Product:
    """The `deploy` binary of the checkout. SNOWLINE_DEPLOY names another one."""

    def __init__(self) -> None:
        self.binary = (ROOT / os.environ.get("SNOWLINE_DEPLOY", ".build/debug/deploy")).resolve()
        if not self.binary.exists():
            raise RuntimeError(f"{self.binary} is missing: run `swift build --product deploy`")
        self.aws_port = int(os.environ.get("SNOWLINE_AWS_PORT") or 4566)
        self.snowflake_port = int(os.environ.get("SNOWLINE_SNOWFLAKE_PORT") or 4580)

    def run(
        self,
        *arguments: str,
        variables: Mapping[str, str] | None = None,
        only: Mapping[str, str] | None = None,
        cwd: pathlib.Path = ROOT,
        seconds: float = 600,
    ) -> Ending:
        """Runs the deployer to its end, with `variables` added to this process's own, or with `only` these."""
        environment = dict(only) if only is not None else {**os.environ, **(variables or {})}
        done = subprocess.run(
            [str(self.binary), *arguments], env=environment, cwd=cwd, stdin=subprocess.DEVNULL, capture_output=True,
            text=True, timeout=seconds, check=False,
        )  # fmt: skip
        return Ending(" ".join(["deploy", *arguments]), done.returncode, done.stdout, done.stderr)

    def deploy(self) -> Ending:
        """Plans, applies and verifies the embedded environment."""
        return self.run("--env", "local", "--yes")
