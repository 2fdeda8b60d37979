"""A run from sign-in to alert."""

from __future__ import annotations

import os
import pathlib
import signal
import sys
import time
from collections.abc import Sequence
from types import FrameType
from typing import Any

from snowflake.connector.errors import Error

from . import alert, checks, metrics, outcome
from .failure import Exit, Failure
from .lock import Lock
from .settings import Settings
from .snowflake_session import SnowflakeSession

PROJECT = pathlib.Path(__file__).parents[1]
WRITES = ("build", "run", "retry", "seed", "snapshot", "run-operation", "clone")


class Run:
    """One dbt command on one environment. Only commands that write take the lock and are told of."""

    def __init__(self, settings: Settings, arguments: Sequence[str]) -> None:
        self.settings = settings
        self.arguments = list(arguments)
        self.writes = next((word for word in arguments if not word.startswith("-")), "") in WRITES
        self.signal = 0
        self.lock_lost = False

    def execute(self) -> Exit:
        """Runs it; every end but a failure to begin with is told as metrics, every failure as one alert."""
        if not self.writes:
            return self._dbt()[0]
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, self._interrupt)
        started = time.time()
        found: outcome.Outcome | None = None
        try:
            session = SnowflakeSession(self.settings)
            try:
                for note in checks.check_sources(session, self.settings, PROJECT):
                    say(f"note: {note}")
                with Lock(session, self.settings, self._lost):
                    code, found = self._dbt(started)
                    if code == Exit.DONE:
                        self._tell_bad_loads(session)
            finally:
                session.close()
            if self.lock_lost:
                raise Failure(
                    "The lock ran out and another run took it; this one was stopped.",
                    "Run it again.",
                    Exit.BUSY,
                    "lock_lost",
                )
        except KeyboardInterrupt:
            code = Exit.FAILED
        except Failure as failure:
            if failure.code == Exit.BUSY and not self.lock_lost:
                raise
            self._report(None, time.time() - started, alert.of_failure(self.settings, failure))
            raise
        if self.signal:
            say("Interrupted. What was not finished is taken up by the next run.")
            return Exit.TERMINATED if self.signal == signal.SIGTERM else Exit.INTERRUPTED
        if code == Exit.USAGE:
            return code
        if found is not None:
            say(found.text)
        self._report(found, time.time() - started, self._alert_of(code, found))
        return code

    def _dbt(self, since: float = 0) -> tuple[Exit, outcome.Outcome | None]:
        """dbt in this process, with its usual output."""
        from dbt.cli.exceptions import DbtUsageException
        from dbt.cli.main import dbtRunner

        target = pathlib.Path(os.environ.get("DBT_TARGET_PATH") or PROJECT / "target")
        color = [] if sys.stdout.isatty() else ["--no-use-colors"]
        folders = ["--project-dir", str(PROJECT), "--profiles-dir", str(PROJECT)]
        result: Any = dbtRunner().invoke([*color, *self.arguments, *folders])
        if self.signal:
            return Exit.FAILED, None
        found = outcome.read(target, since) if self.writes else None
        if isinstance(result.exception, DbtUsageException):
            say(f"dbt: {result.exception}")
            return Exit.USAGE, None
        if result.exception is not None and found is None:
            say(f"dbt: {result.exception}")
            return Exit.INVALID, None
        return Exit.DONE if result.success else Exit.FAILED, found

    def _alert_of(self, code: Exit, found: outcome.Outcome | None) -> alert.Alert | None:
        if code == Exit.DONE:
            return None
        if found is not None and found.problems:
            return alert.of_problems(self.settings, found)
        failure = Failure(
            "dbt ended before its models.",
            "Look at dbt/logs/dbt.log, mend the project, run it again.",
            code,
            "project_invalid",
        )
        return alert.of_failure(self.settings, failure)

    def _report(self, found: outcome.Outcome | None, seconds: float, message: alert.Alert | None) -> None:
        """What can not be sent is said; it makes no good run a bad one."""
        from botocore.exceptions import BotoCoreError, ClientError

        try:
            metrics.publish(self.settings, found, seconds)
        except (BotoCoreError, ClientError) as error:
            say(f"warning: the metrics could not be sent: {error}")
        if message is None or not self.settings.alert_topic:
            return
        try:
            message.publish(self.settings.alert_topic)
            say("An alert was sent.")
        except (BotoCoreError, ClientError) as error:
            say(f"warning: the alert could not be sent: {error}")

    def _tell_bad_loads(self, session: SnowflakeSession) -> None:
        try:
            for note in checks.bad_loads(session, self.settings):
                say(f"note: {note}")
        except Error:
            return  # A run of some models may have made neither table.

    def _interrupt(self, number: int, frame: FrameType | None) -> None:
        """dbt cancels its queries on KeyboardInterrupt. A second signal ends the process at once."""
        if self.signal:
            os._exit(128 + number)
        self.signal = number
        raise KeyboardInterrupt

    def _lost(self) -> None:
        self.lock_lost = True
        say("The lock was lost; stopping.")
        os.kill(os.getpid(), signal.SIGINT)


def say(line: str) -> None:
    """To people, on stderr."""
    print(line, file=sys.stderr, flush=True)
