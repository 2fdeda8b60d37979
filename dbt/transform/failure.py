"""Why a run did not start or did not end well, for people and for scripts."""

from __future__ import annotations

import enum


class Exit(enum.IntEnum):
    """The exit codes of the deployer, as far as a run has them."""

    DONE = 0
    FAILED = 1
    IDENTITY = 5
    BUSY = 6
    INVALID = 7
    USAGE = 64
    INTERRUPTED = 130
    TERMINATED = 143


class Failure(Exception):
    """What happened, what to do, how the process ends. `reason` is one word for filters of alerts."""

    def __init__(self, message: str, advice: str, code: Exit = Exit.FAILED, reason: str = "run_failed") -> None:
        super().__init__(message)
        self.message = message
        self.advice = advice
        self.code = code
        self.reason = reason

    def __str__(self) -> str:
        return f"{self.message}\n  → {self.advice}"
