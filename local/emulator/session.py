"""A session: who runs a statement, as which role, where, and in which transaction."""

from __future__ import annotations

import secrets
import threading
import uuid
from collections import OrderedDict
from contextlib import AbstractContextManager, nullcontext
from typing import TYPE_CHECKING, Any

import duckdb

from . import errors
from .names import Path
from .results import Result

if TYPE_CHECKING:
    from .account import Account

DEFAULT_TIMEZONE = "America/Los_Angeles"
"""Snowflake's own default; code that means UTC has to say so."""

DEFAULT_PARAMETERS: dict[str, Any] = {
    "TIMEZONE": DEFAULT_TIMEZONE,
    "QUERY_TAG": "",
    "AUTOCOMMIT": True,
    "STATEMENT_TIMEOUT_IN_SECONDS": 172800,
    "TIMESTAMP_OUTPUT_FORMAT": "YYYY-MM-DD HH24:MI:SS.FF3 TZHTZM",
    "TIMESTAMP_NTZ_OUTPUT_FORMAT": "YYYY-MM-DD HH24:MI:SS.FF3",
    "TIMESTAMP_LTZ_OUTPUT_FORMAT": "",
    "TIMESTAMP_TZ_OUTPUT_FORMAT": "",
    "DATE_OUTPUT_FORMAT": "YYYY-MM-DD",
    "TIME_OUTPUT_FORMAT": "HH24:MI:SS",
    "BINARY_OUTPUT_FORMAT": "HEX",
    "TIMESTAMP_TYPE_MAPPING": "TIMESTAMP_NTZ",
    "CLIENT_SESSION_KEEP_ALIVE": False,
    "QUOTED_IDENTIFIERS_IGNORE_CASE": False,
    "WEEK_START": 0,
    "ROWS_PER_RESULTSET": 0,
    "USE_CACHED_RESULT": True,
    "MULTI_STATEMENT_COUNT": 1,
    "ERROR_ON_NONDETERMINISTIC_MERGE": True,
    "TRANSACTION_ABORT_ON_ERROR": False,
}


class Session:
    """Not for two threads at once: `lock` is held while a statement runs."""

    def __init__(self, account: Account, user: str) -> None:
        self.account = account
        self.user = user
        self.id = secrets.randbits(52)
        self.lock = threading.RLock()
        self.role = "PUBLIC"
        self.warehouse: str | None = None
        self.database: str | None = None
        self.schema: str | None = None
        self.parameters = dict(DEFAULT_PARAMETERS)
        self.variables: dict[str, str] = {}
        self.temporary: set[tuple[str, Path]] = set()
        self.in_transaction = False
        self.transaction_failed = False
        self.query_id = ""
        self.statement_text = ""
        self.cancelled = threading.Event()
        self.results: OrderedDict[str, Result] = OrderedDict()
        self.fakesnow = account.engine.session()
        self.set_parameter("TIMEZONE", DEFAULT_TIMEZONE)

    @property
    def duck(self) -> duckdb.DuckDBPyConnection:
        return self.fakesnow._duck_conn

    def begin_statement(self) -> str:
        self.query_id = str(uuid.uuid4())
        return self.query_id

    def remember(self, result: Result) -> None:
        """For RESULT_SCAN and LAST_QUERY_ID; the last few results only."""
        self.results[self.query_id] = result
        while len(self.results) > 8:
            self.results.popitem(last=False)

    def set_parameter(self, name: str, value: Any) -> None:
        if name not in DEFAULT_PARAMETERS:
            self.parameters[name] = value
            return
        default = DEFAULT_PARAMETERS[name]
        if isinstance(default, bool):
            value = str(value).lower() == "true"
        if name == "TIMEZONE":
            try:
                self.duck.execute("SET TimeZone = " + "'" + str(value).replace("'", "''") + "'")
            except duckdb.Error:
                raise errors.invalid_value(value, name) from None
        if name == "AUTOCOMMIT" and value is False:
            raise errors.unsupported("AUTOCOMMIT = FALSE; use BEGIN and COMMIT")
        if name == "QUOTED_IDENTIFIERS_IGNORE_CASE" and value is True:
            raise errors.unsupported("QUOTED_IDENTIFIERS_IGNORE_CASE = TRUE")
        self.parameters[name] = value

    def resolve(self, name: tuple[str, ...], below: str = "SCHEMA") -> Path:
        """A full path from a name as written: below SCHEMA gives three parts, DATABASE two, ACCOUNT one."""
        wanted = {"ACCOUNT": 1, "DATABASE": 2, "SCHEMA": 3}[below]
        if len(name) > wanted:
            raise errors.syntax_error(f"too many parts in the name {'.'.join(name)}")
        missing = wanted - len(name)
        if missing and self.database is None and wanted > 1:
            raise _no_current(90105, "database")
        if missing == 2 and self.schema is None:
            raise _no_current(90106, "schema")
        prefix = [self.database or "", self.schema or ""][: wanted - 1]
        return (*prefix[:missing], *name)

    # transactions

    def atomic(self) -> AbstractContextManager[None]:
        """A transaction of its own, unless the session has one open, which then decides."""
        return nullcontext() if self.in_transaction else self.account.engine.transaction(self.duck)

    def usable(self) -> bool:
        """Whether DuckDB still answers in the open transaction; most errors make it give the transaction up."""
        try:
            self.duck.execute("SELECT 1").fetchall()
        except duckdb.Error:
            return False
        return True

    def begin(self) -> None:
        if not self.in_transaction:
            self.duck.execute("BEGIN")
            self.in_transaction = True

    def commit(self) -> None:
        """After a failed statement there is nothing left to commit: DuckDB has given the transaction up."""
        failed = self.transaction_failed
        self.end("ROLLBACK" if failed else "COMMIT")
        if failed:
            raise errors.unsupported("COMMIT after a failed statement; the transaction was rolled back")

    def rollback(self) -> None:
        self.end("ROLLBACK")

    def end(self, verb: str) -> None:
        if self.in_transaction:
            try:
                self.duck.execute(verb)
            finally:
                self.in_transaction = self.transaction_failed = False
                self.account.locks.release(self.id)

    def before_ddl(self) -> None:
        """DDL commits what is open and is a transaction of its own."""
        if self.in_transaction:
            self.commit()

    def close(self) -> None:
        with self.lock:
            self.rollback()
            self.account.drop_temporary(self)
            self.account.locks.release(self.id)
            self.duck.close()


def _no_current(code: int, what: str) -> errors.SnowflakeError:
    return errors.SnowflakeError(
        code,
        "22000",
        f"Cannot perform operation. This session does not have a current {what}. Call 'USE {what.upper()}', or use a "
        "qualified name.",
    )
