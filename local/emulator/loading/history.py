"""Load metadata: which file, by URL and ETag, is already in which table. In the table's own database file."""

from __future__ import annotations

import datetime as dt

import duckdb

from ..cloud.storage import Item
from ..names import Path, quoted

KEPT = dt.timedelta(days=64)


def utc_now() -> dt.datetime:
    return dt.datetime.now(dt.UTC).replace(tzinfo=None)


class LoadHistory:
    """Of one table. Reads and writes join the transaction of the connection: a load is remembered when it commits."""

    def __init__(self, connection: duckdb.DuckDBPyConnection, table: Path) -> None:
        self._connection = connection
        self._loads = f"{quoted(table[0])}._snowline.loads"
        self._table = [table[1], table[2]]

    def etags(self, url: str) -> set[str]:
        rows = self._connection.execute(
            f"SELECT etag FROM {self._loads} WHERE schema_name = ? AND table_name = ? "
            "AND stage_location || file_name = ? AND loaded_at > ?",
            [*self._table, url, utc_now() - KEPT],
        ).fetchall()
        return {row[0] for row in rows}

    def add(self, stage_url: str, file: str, item: Item, rows: int, user: str) -> None:
        self._connection.execute(
            f"INSERT INTO {self._loads} VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [*self._table, stage_url, file, item.etag, item.size, rows, rows, utc_now(), user],
        )
