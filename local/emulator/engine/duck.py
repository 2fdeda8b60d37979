"""The DuckDB instance: one file a Snowflake database, attached at start, one connection a session."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path as FilePath
from urllib.parse import quote

import duckdb
import fakesnow.transforms
from fakesnow.conn import FakeSnowflakeConnection
from fakesnow.instance import FakeSnow

from .. import errors
from ..names import duck_literal, quoted
from .macros import MACROS

_RESERVED = {"memory", "system", "temp", "_fs_global", "main", "pg_catalog"}

# fakesnow casts the arguments of SUM and its kin to DOUBLE, which loses the exactness of NUMBERs.
fakesnow.transforms.numeric_agg_implicit_cast = lambda expression: expression

# Load history lives in the database's own file: DuckDB commits one file atomically, and a load must be remembered
# exactly when its rows are there.
_BOOKKEEPING = """
CREATE SCHEMA IF NOT EXISTS {db}._snowline;
CREATE TABLE IF NOT EXISTS {db}._snowline.loads (
    schema_name VARCHAR, table_name VARCHAR, stage_location VARCHAR, file_name VARCHAR, etag VARCHAR, size BIGINT,
    row_count BIGINT, row_parsed BIGINT, loaded_at TIMESTAMP, user_name VARCHAR);
"""


class Engine:
    """Owns the files under `folder`. A second process on the same folder is refused by DuckDB's own lock."""

    def __init__(self, folder: FilePath) -> None:
        self.folder = folder
        self.folder.mkdir(parents=True, exist_ok=True)
        self._fakesnow = FakeSnow(create_database_on_connect=False, create_schema_on_connect=False)
        self._root = self._fakesnow.duck_conn
        self._root.execute(MACROS)
        self._lock = threading.Lock()
        self._attached: set[str] = set()

    def create(self, database: str) -> None:
        """A new, empty database; a file of that name that a crash left behind is not one."""
        check_name(database, "database")
        self._remove_file(database)
        self.attach(database)

    def attach(self, database: str) -> None:
        """Opens the database's file and makes it where it is missing."""
        with self._lock:
            if database in self._attached:
                return
            connection = self._root.cursor()
            connection.execute(f"ATTACH {duck_literal(str(self._file(database)))} AS {quoted(database)}")
            connection.execute(_BOOKKEEPING.format(db=quoted(database)))
            self._attached.add(database)

    def destroy(self, database: str) -> None:
        with self._lock:
            connection = self._root.cursor()
            connection.execute(f"DETACH {quoted(database)}")
            self._attached.discard(database)
        self._remove_file(database)

    @contextmanager
    def transaction(self, connection: duckdb.DuckDBPyConnection) -> Iterator[None]:
        """All or nothing, for a connection without an open transaction."""
        connection.execute("BEGIN")
        try:
            yield
            connection.execute("COMMIT")
        except BaseException:
            connection.execute("ROLLBACK")
            raise

    def session(self) -> FakeSnowflakeConnection:
        """A connection of its own; fakesnow's part of it only transpiles."""
        connection = self._root.cursor()
        return FakeSnowflakeConnection(connection, {}, create_database=False, create_schema=False)

    def cursor(self) -> duckdb.DuckDBPyConnection:
        return self._root.cursor()

    def close(self) -> None:
        with self._lock:
            for database in sorted(self._attached):
                self._root.cursor().execute(f"CHECKPOINT {quoted(database)}")
            self._root.close()

    def _remove_file(self, database: str) -> None:
        file = self._file(database)
        for each in (file, file.with_name(file.name + ".wal")):
            each.unlink(missing_ok=True)

    def _file(self, database: str) -> FilePath:
        return self.folder / f"{quote(database, safe='')}.duckdb"


def check_name(name: str, what: str) -> None:
    """DuckDB folds case and keeps a few names for itself; a clash would corrupt silently, so it is refused."""
    if name.lower() in _RESERVED or name.lower().startswith("_snowline"):
        raise errors.unsupported(f"a {what} named {name}")
