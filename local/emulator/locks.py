"""Statement locks: a second UPDATE, DELETE, MERGE or COPY on a table waits, where DuckDB alone would fail."""

from __future__ import annotations

import threading
import time

from .errors import SnowflakeError
from .names import Path, dotted

WAIT_SECONDS = 120.0


class TableLocks:
    """One owner (a session) a table; held to the end of the owner's transaction."""

    def __init__(self) -> None:
        self._condition = threading.Condition()
        self._owners: dict[Path, int] = {}

    def acquire(self, table: Path, owner: int, wait: float = WAIT_SECONDS) -> None:
        until = time.monotonic() + wait
        with self._condition:
            while self._owners.get(table, owner) != owner:
                left = until - time.monotonic()
                if left <= 0:
                    raise SnowflakeError(
                        625, "57014", f"Statement waited longer than {wait:.0f} s for the lock on {dotted(table)}"
                    )
                self._condition.wait(left)
            self._owners[table] = owner

    def release(self, owner: int) -> None:
        with self._condition:
            self._owners = {table: holder for table, holder in self._owners.items() if holder != owner}
            self._condition.notify_all()
