"""The catalog's file: SQLite with a write-ahead log, one transaction a change, so that kill -9 loses nothing told."""

from __future__ import annotations

import datetime as dt
import json
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path as FilePath

from .entries import Entry, Future, Grant

_SCHEMA = """
CREATE TABLE IF NOT EXISTS settings (name TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS objects (
    kind TEXT, path TEXT, owner TEXT NOT NULL, created_on TEXT NOT NULL, comment TEXT NOT NULL,
    properties TEXT NOT NULL, PRIMARY KEY (kind, path));
CREATE TABLE IF NOT EXISTS grants (
    privilege TEXT, kind TEXT, path TEXT, grantee_kind TEXT, grantee TEXT, grant_option INTEGER NOT NULL,
    granted_by TEXT NOT NULL, created_on TEXT NOT NULL,
    PRIMARY KEY (privilege, kind, path, grantee_kind, grantee));
CREATE TABLE IF NOT EXISTS future_grants (
    privilege TEXT, kind TEXT, container TEXT, grantee TEXT, grant_option INTEGER NOT NULL, created_on TEXT NOT NULL,
    PRIMARY KEY (privilege, kind, container, grantee));
"""


class Store:
    """Reads everything once, then writes through. One connection, guarded by the catalog's lock."""

    def __init__(self, file: FilePath) -> None:
        self._connection = sqlite3.connect(file, check_same_thread=False, isolation_level=None)
        self._connection.execute("PRAGMA journal_mode = WAL")
        self._connection.execute("PRAGMA synchronous = NORMAL")
        self._connection.executescript(_SCHEMA)
        self._lock = threading.RLock()
        self._depth = 0

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All changes inside are one; nested uses join the outer one."""
        with self._lock:
            if self._depth == 0:
                self._connection.execute("BEGIN IMMEDIATE")
            self._depth += 1
            try:
                yield
            except BaseException:
                self._depth -= 1
                if self._depth == 0:
                    self._connection.execute("ROLLBACK")
                raise
            self._depth -= 1
            if self._depth == 0:
                self._connection.execute("COMMIT")

    def setting(self, name: str) -> str | None:
        row = self._connection.execute("SELECT value FROM settings WHERE name = ?", [name]).fetchone()
        return row[0] if row else None

    def set_setting(self, name: str, value: str) -> None:
        self._connection.execute("INSERT OR REPLACE INTO settings VALUES (?, ?)", [name, value])

    def objects(self) -> Iterator[Entry]:
        for kind, path, owner, created, comment, properties in self._connection.execute("SELECT * FROM objects"):
            yield Entry(kind, _path(path), owner, _time(created), comment, json.loads(properties))

    def grants(self) -> Iterator[Grant]:
        for row in self._connection.execute("SELECT * FROM grants"):
            yield Grant(row[0], row[1], _path(row[2]), row[3], row[4], bool(row[5]), row[6], _time(row[7]))

    def futures(self) -> Iterator[Future]:
        for row in self._connection.execute("SELECT * FROM future_grants"):
            yield Future(row[0], row[1], _path(row[2]), row[3], bool(row[4]), _time(row[5]))

    def put(self, entry: Entry) -> None:
        self._connection.execute(
            "INSERT OR REPLACE INTO objects VALUES (?, ?, ?, ?, ?, ?)",
            [
                entry.kind,
                json.dumps(entry.path),
                entry.owner,
                entry.created_on.isoformat(),
                entry.comment,
                json.dumps(entry.properties),
            ],
        )

    def remove(self, entry: Entry) -> None:
        self._connection.execute(
            "DELETE FROM objects WHERE kind = ? AND path = ?", [entry.kind, json.dumps(entry.path)]
        )

    def put_grant(self, grant: Grant) -> None:
        self._connection.execute(
            "INSERT OR REPLACE INTO grants VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            [
                grant.privilege,
                grant.kind,
                json.dumps(grant.path),
                grant.grantee_kind,
                grant.grantee,
                grant.grant_option,
                grant.granted_by,
                grant.created_on.isoformat(),
            ],
        )

    def remove_grant(self, grant: Grant) -> None:
        self._connection.execute(
            "DELETE FROM grants WHERE privilege = ? AND kind = ? AND path = ? AND grantee_kind = ? AND grantee = ?",
            [grant.privilege, grant.kind, json.dumps(grant.path), grant.grantee_kind, grant.grantee],
        )

    def put_future(self, future: Future) -> None:
        self._connection.execute(
            "INSERT OR REPLACE INTO future_grants VALUES (?, ?, ?, ?, ?, ?)",
            [
                future.privilege,
                future.kind,
                json.dumps(future.container),
                future.grantee,
                future.grant_option,
                future.created_on.isoformat(),
            ],
        )

    def remove_future(self, future: Future) -> None:
        self._connection.execute(
            "DELETE FROM future_grants WHERE privilege = ? AND kind = ? AND container = ? AND grantee = ?",
            [future.privilege, future.kind, json.dumps(future.container), future.grantee],
        )

    def close(self) -> None:
        self._connection.close()


def _path(text: str) -> tuple[str, ...]:
    return tuple(json.loads(text))


def _time(text: str) -> dt.datetime:
    return dt.datetime.fromisoformat(text)
