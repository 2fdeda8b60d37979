"""The columns of a table or view: order and nullability from DuckDB, declared type and comment from the catalog."""

from __future__ import annotations

from dataclasses import dataclass

import duckdb

from ..catalog import Entry
from ..names import dotted_quoted
from .types import Declared, from_duckdb


@dataclass(frozen=True)
class TableColumn:
    name: str
    type: Declared
    stored_type: str
    nullable: bool
    default: str | None
    comment: str


def columns_of(connection: duckdb.DuckDBPyConnection, entry: Entry) -> list[TableColumn]:
    rows = connection.execute(
        "SELECT column_name, data_type, is_nullable, column_default FROM duckdb_columns() "
        "WHERE database_name = ? AND schema_name = ? AND table_name = ? ORDER BY column_index",
        list(entry.path),
    ).fetchall()
    known = entry.properties.get("columns", {})
    found = []
    for name, stored, nullable, _ in rows:
        about = known.get(name, {})
        type_ = Declared(about["type"]) if "type" in about else from_duckdb(stored)
        found.append(TableColumn(name, type_, stored, bool(nullable), about.get("default"), about.get("comment", "")))
    return found


def row_count(connection: duckdb.DuckDBPyConnection, entry: Entry) -> int:
    return connection.execute(f"SELECT count(*) FROM {dotted_quoted(entry.path)}").fetchall()[0][0]
