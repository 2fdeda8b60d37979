"""One run at a time: a row in STAGE.TRANSFORM_LOCK that whoever runs has taken, wherever that is.

The row is taken by one conditional UPDATE, which Snowflake never runs beside another of the same table. It expires, so
that a holder that was killed locks nobody out for longer than `lock_seconds`; a holder that lives renews it four times
in that time. Times are Snowflake's, not those of the machines.
"""

from __future__ import annotations

import datetime as dt
import getpass
import os
import socket
import threading
import uuid
from collections.abc import Callable
from types import TracebackType

from snowflake.connector.errors import Error

from .failure import Exit, Failure
from .settings import Settings
from .snowflake_session import SnowflakeSession


class Lock:
    """Held from __enter__ to __exit__. `lost` is called, in another thread, when somebody else has taken it."""

    def __init__(self, session: SnowflakeSession, settings: Settings, lost: Callable[[], None]) -> None:
        self.session = session
        self.settings = settings
        self.lost = lost
        self.table = f'"{settings.database}".STAGE.TRANSFORM_LOCK'
        self.run_id = str(uuid.uuid4())
        self.ended = threading.Event()
        self.thread = threading.Thread(target=self._renew, name="lock", daemon=True)

    def __enter__(self) -> Lock:
        self.session.rows(
            f"CREATE TABLE IF NOT EXISTS {self.table} AS SELECT NULL::VARCHAR AS RUN_ID, NULL::VARCHAR AS HOLDER, "
            "NULL::TIMESTAMP_NTZ(9) AS STARTED_AT, NULL::TIMESTAMP_NTZ(9) AS EXPIRES_AT"
        )
        taken = self.session.changed(
            f"UPDATE {self.table} SET RUN_ID = %s, HOLDER = %s, STARTED_AT = SYSDATE(), "
            "EXPIRES_AT = DATEADD(second, %s, SYSDATE()) WHERE RUN_ID IS NULL OR EXPIRES_AT < SYSDATE()",
            (self.run_id, self._holder(), self.settings.lock_seconds),
        )
        if taken == 0 or not self._is_ours():
            raise self._busy()
        self.thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.ended.set()
        self.thread.join(timeout=10)
        try:
            self.session.changed(
                f"UPDATE {self.table} SET RUN_ID = NULL, HOLDER = NULL, STARTED_AT = NULL, EXPIRES_AT = NULL "
                "WHERE RUN_ID = %s",
                (self.run_id,),
            )
        except Error:
            return  # It expires.

    def _is_ours(self) -> bool:
        return bool(self.session.rows(f"SELECT 1 AS HELD FROM {self.table} WHERE RUN_ID = %s", (self.run_id,)))

    def _renew(self) -> None:
        """Until the run ends. A statement that fails is tried again at the next turn, long before the lock expires."""
        while not self.ended.wait(self.settings.lock_seconds / 4):
            try:
                renewed = self.session.changed(
                    f"UPDATE {self.table} SET EXPIRES_AT = DATEADD(second, %s, SYSDATE()) WHERE RUN_ID = %s",
                    (self.settings.lock_seconds, self.run_id),
                )
            except Error:
                continue
            if renewed == 0 and not self.ended.is_set():
                self.lost()
                return

    def _holder(self) -> str:
        try:
            user = getpass.getuser()
        except (KeyError, OSError):
            user = str(os.getuid())
        return f"{user} on {socket.gethostname()} ({self.settings.runner}, process {os.getpid()})"

    def _busy(self) -> Failure:
        found = self.session.rows(f"SELECT HOLDER, STARTED_AT, EXPIRES_AT, SYSDATE() AS NOW FROM {self.table}")
        if not found or found[0][0] is None:
            return Failure("Another run has just ended.", "Run it again.", Exit.BUSY, "busy")
        holder, started, expires, now = found[0]
        return Failure(
            f"A run is at work: {holder}, since {time(started)} UTC ({ago(now - started)}).",
            f"Wait for it and run it again. If it is gone, its lock ends at {time(expires)} UTC.",
            Exit.BUSY,
            "busy",
        )


def time(moment: dt.datetime) -> str:
    """To the second."""
    return f"{moment:%Y-%m-%d %H:%M:%S}"


def ago(age: dt.timedelta) -> str:
    """`40 s` or `12 min`."""
    seconds = max(0, int(age.total_seconds()))
    return f"for {seconds} s" if seconds < 120 else f"for {seconds // 60} min"
