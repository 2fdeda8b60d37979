"""The account: everything a session needs, and what happens at start and stop."""

from __future__ import annotations

import fcntl
import os
import re
import secrets
import threading
from dataclasses import replace

import duckdb

from .access import Access
from .catalog import Catalog, Entry, Grant
from .catalog.store import Store
from .cloud.aws import Aws
from .configuration import Configuration, ConfigurationError
from .engine.duck import Engine
from .locks import TableLocks
from .names import Path, dotted_quoted
from .session import Session

SNOWFLAKE_AWS_ACCOUNT = "999999999999"
"""Where Snowflake's own IAM user lives in the embedded AWS: another account than the user's, as in reality."""


class Account:
    """One a process. The catalog and the databases are one state: a lock file keeps a second process out."""

    def __init__(self, configuration: Configuration) -> None:
        self.configuration = configuration
        self._lock_file = self._lock_state()
        self.store = Store(configuration.state / "catalog.sqlite")
        self.catalog = Catalog(self.store)
        self.access = Access(self.catalog)
        self.locks = TableLocks()
        self.aws = Aws(self)
        self._sessions: dict[int, Session] = {}
        self._sessions_lock = threading.Lock()
        self.engine = Engine(configuration.state / "databases")
        self.access.bootstrap()
        self._ensure_administrator()
        for database in self.catalog.of_kind("DATABASE"):
            self.engine.attach(database.name)
        self._reconcile()

    @property
    def iam_user_name(self) -> str:
        name = self.store.setting("iam_user")
        if name is None:
            name = "snow-" + secrets.token_hex(4)
            self.store.set_setting("iam_user", name)
        return name

    @property
    def iam_user_arn(self) -> str:
        """Snowflake's IAM user: one an account, the principal of every trust policy."""
        return f"arn:aws:iam::{SNOWFLAKE_AWS_ACCOUNT}:user/{self.iam_user_name}"

    @property
    def region_name(self) -> str:
        return "AWS_" + self.configuration.region.upper().replace("-", "_")

    @property
    def locator(self) -> str:
        return re.sub(r"[^A-Z0-9]", "", self.configuration.account_name)[:8] or "LOCAL"

    def open_session(self, user: str) -> Session:
        session = Session(self, user)
        with self._sessions_lock:
            self._sessions[session.id] = session
        return session

    def close_session(self, session: Session) -> None:
        with self._sessions_lock:
            self._sessions.pop(session.id, None)
        session.close()

    def cancel(self, session: Session) -> None:
        """Interrupts what the session runs at the moment."""
        session.cancelled.set()
        session.duck.interrupt()

    def cancel_all(self, user: str, session_id: int) -> str:
        session = self._sessions.get(session_id)
        if session is not None and session.user == user:
            self.cancel(session)
        return "0 queries cancelled." if session is None else "1 queries cancelled."

    def drop_temporary(self, session: Session) -> None:
        for kind, path in session.temporary:
            entry = self.catalog.get(kind, path)
            if entry is not None:
                self.drop_relation(session.duck, entry)
        session.temporary.clear()

    def drop_relation(self, connection: duckdb.DuckDBPyConnection, entry: Entry) -> None:
        """A table or view with its load history."""
        with self.engine.transaction(connection):
            connection.execute(f"DROP {entry.kind} IF EXISTS {dotted_quoted(entry.path)}")
            if entry.kind == "TABLE":
                self.forget_loads(connection, entry.path)
        self.catalog.remove(entry)

    def forget_loads(self, connection: duckdb.DuckDBPyConnection, path: Path) -> None:
        connection.execute(
            f"DELETE FROM {dotted_quoted([path[0]])}._snowline.loads WHERE schema_name = ? AND table_name = ?",
            [path[1], path[2]],
        )

    def close(self) -> None:
        for session in list(self._sessions.values()):
            self.cancel(session)
            self.close_session(session)
        self.engine.close()
        self.store.close()
        self._lock_file.close()

    def _lock_state(self):
        file = open(self.configuration.state / "emulator.lock", "w")  # noqa: SIM115
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            raise ConfigurationError(f"--state {self.configuration.state}: another emulator is using it") from None
        file.write(str(os.getpid()))
        file.flush()
        return file

    def _ensure_administrator(self) -> None:
        path = (self.configuration.admin_user,)
        user = self.catalog.get("USER", path) or Entry("USER", path, owner="ACCOUNTADMIN")
        if user.properties.get("RSA_PUBLIC_KEY") != self.configuration.admin_public_key:
            properties = {
                "TYPE": "SERVICE",
                "DEFAULT_ROLE": "ACCOUNTADMIN",
                **user.properties,
                "RSA_PUBLIC_KEY": self.configuration.admin_public_key,
            }
            self.catalog.put(replace(user, properties=properties))
        self.catalog.grant(Grant("USAGE", "ROLE", ("ACCOUNTADMIN",), "USER", self.configuration.admin_user))

    def _reconcile(self) -> None:
        """After a crash: temporary objects go, entries without a table go, a table without an entry goes."""
        connection = self.engine.cursor()
        for schema in self.catalog.of_kind("SCHEMA"):
            connection.execute(f"CREATE SCHEMA IF NOT EXISTS {dotted_quoted(schema.path)}")
        rows = connection.execute(
            "SELECT database_name, schema_name, table_name, 'TABLE' FROM duckdb_tables() UNION ALL "
            "SELECT database_name, schema_name, view_name, 'VIEW' FROM duckdb_views() WHERE NOT internal"
        ).fetchall()
        databases = {database.name for database in self.catalog.of_kind("DATABASE")}
        stored = {(kind, (d, s, n)) for d, s, n, kind in rows if d in databases and s != "_snowline"}
        for kind in ("TABLE", "VIEW"):
            for entry in self.catalog.of_kind(kind):
                if entry.properties.get("temporary") or entry.key not in stored:
                    self.drop_relation(connection, entry)
        for kind, path in sorted(stored):
            if self.catalog.get(kind, path) is None:
                connection.execute(f"DROP {kind} IF EXISTS {dotted_quoted(path)}")
