"""Statements of the SQL API: started once, waited for, polled, cancelled, kept for a while."""

from __future__ import annotations

import logging
import threading
import time
import uuid
from collections import OrderedDict
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field

from ..account import Account
from ..catalog import Entry
from ..errors import SnowflakeError
from ..results import Result
from ..session import Session
from ..statements import dispatch
from .sessions import Wanted, opened

log = logging.getLogger("emulator.statements")
KEPT = 1000
LONGEST_SECONDS = 604_800


@dataclass
class Running:
    """One submitted statement. The outcome is a Result, or the error that stands in its place."""

    handle: str
    user: str
    created_ms: int
    outcome: Future[Result] = field(default_factory=Future)
    session: Session | None = None
    timed_out: bool = False
    cancelled: bool = False
    pages: list[list[list[str | None]]] | None = None


class Statements:
    def __init__(self, account: Account) -> None:
        self._account = account
        self._workers = ThreadPoolExecutor(max_workers=32, thread_name_prefix="statement")
        self._lock = threading.Lock()
        self._known: OrderedDict[str, Running] = OrderedDict()
        self._by_request: dict[tuple[str, str], str] = {}

    def earlier(self, user: str, request_id: str | None) -> Running | None:
        """The statement that an earlier request with this id started."""
        with self._lock:
            handle = self._by_request.get((user, request_id or ""))
            return self._known.get(handle or "")

    def find(self, handle: str, user: str) -> Running | None:
        running = self._known.get(handle)
        return running if running is not None and running.user == user else None

    def start(self, user: Entry, sql: str, wanted: Wanted, request_id: str | None, timeout: int) -> Running:
        running = Running(str(uuid.uuid4()), user.name, int(time.time() * 1000))
        with self._lock:
            self._known[running.handle] = running
            if request_id:
                self._by_request[(user.name, request_id)] = running.handle
            self._forget_old()
        self._workers.submit(self._execute, running, user, sql, wanted, timeout or LONGEST_SECONDS)
        return running

    def cancel(self, running: Running) -> bool:
        """False when it is over already."""
        if running.outcome.done():
            return False
        running.cancelled = True
        if running.session is not None:
            self._account.cancel(running.session)
        return True

    def close(self) -> None:
        for running in list(self._known.values()):
            self.cancel(running)
        self._workers.shutdown(wait=False, cancel_futures=True)

    def _execute(self, running: Running, user: Entry, sql: str, wanted: Wanted, timeout: int) -> None:
        timer = threading.Timer(min(timeout, LONGEST_SECONDS), self._time_out, [running])
        timer.daemon = True
        timer.start()
        try:
            running.session = opened(self._account, user, wanted)
            if running.cancelled:
                running.session.cancelled.set()
            result = dispatch.run(running.session, sql)
            running.outcome.set_result(result)
        except SnowflakeError as failure:
            running.outcome.set_exception(self._reason(running, failure, timeout))
        except BaseException as failure:
            log.exception("statement %s", running.handle)
            running.outcome.set_exception(SnowflakeError(603, "XX000", f"internal error in the emulator: {failure!r}"))
        finally:
            timer.cancel()
            if running.session is not None:
                self._account.close_session(running.session)

    def _time_out(self, running: Running) -> None:
        if not running.outcome.done():
            running.timed_out = True
            if running.session is not None:
                self._account.cancel(running.session)

    @staticmethod
    def _reason(running: Running, failure: SnowflakeError, timeout: int) -> SnowflakeError:
        if running.timed_out:
            return SnowflakeError(
                630,
                "57014",
                f"Statement reached its statement or warehouse timeout of {timeout} second(s) and was canceled.",
            )
        if running.cancelled:
            return SnowflakeError(604, "57014", "SQL execution canceled")
        return failure

    def _forget_old(self) -> None:
        while len(self._known) > KEPT:
            handle, running = next(iter(self._known.items()))
            if not running.outcome.done():
                return
            del self._known[handle]
            self._by_request = {key: value for key, value in self._by_request.items() if value != handle}
