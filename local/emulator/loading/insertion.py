"""One file's records into the table; a record that does not fit is named with file, line and column."""

from __future__ import annotations

import datetime as dt

import duckdb
import pyarrow as pa

from ..catalog import Entry
from ..cloud.storage import Item
from ..engine.columns import TableColumn
from ..engine.failures import translated
from ..errors import SnowflakeError
from ..names import dotted_quoted, quoted
from ..results import TEXT_LENGTH
from ..session import Session
from .csv_format import CsvFormat
from .csv_reader import CsvReader, Record
from .transformation import SOURCE, Transformation


def insert(
    session: Session,
    table: Entry,
    columns: list[TableColumn],
    plan: Transformation,
    format_: CsvFormat,
    is_plain: bool,
    key: str,
    body: bytes,
    item: Item,
) -> int:
    """The number of records, all of them inserted, or an error and none."""
    records = list(CsvReader(format_, format_.text(body, key), key))
    if is_plain and format_.check_column_count:
        _check_counts(records, len(columns), key)
    source = _source(records, plan.width, key, item)
    names = ", ".join(quoted(column.name) for column in columns)
    session.duck.register(SOURCE, source)
    try:
        _check_lengths(session.duck, columns, plan, records, key, table)
        sql = f"INSERT INTO {dotted_quoted(table.path)} ({names}) SELECT {', '.join(plan.expressions)} FROM {SOURCE}"
        session.duck.execute(sql)
    except duckdb.Error as failure:
        raise _located(session, failure, columns, plan, records, source, key, table) from None
    session.duck.unregister(SOURCE)
    return len(records)


def _source(records: list[Record], width: int, key: str, item: Item) -> pa.Table:
    count = len(records)
    now = dt.datetime.now(dt.UTC)
    modified = item.modified.astimezone(dt.UTC).replace(tzinfo=None)
    arrays: dict[str, pa.Array] = {
        f"C{index + 1}": pa.array(
            [record.fields[index] if index < len(record.fields) else None for record in records], pa.string()
        )
        for index in range(width)
    }
    arrays["_SL_FILENAME"] = pa.array([key] * count, pa.string())
    arrays["_SL_ROW"] = pa.array([record.number for record in records], pa.int64())
    arrays["_SL_SCANNED"] = pa.array([now] * count, pa.timestamp("us", "UTC"))
    arrays["_SL_MODIFIED"] = pa.array([modified] * count, pa.timestamp("us"))
    arrays["_SL_ETAG"] = pa.array([item.etag] * count, pa.string())
    return pa.table(arrays)


def _check_counts(records: list[Record], expected: int, key: str) -> None:
    for record in records:
        if len(record.fields) != expected:
            raise SnowflakeError(
                100080,
                "22000",
                f"Number of columns in file ({len(record.fields)}) does not match that of the corresponding table "
                f"({expected}), use file format option error_on_column_count_mismatch=false to ignore this error\n"
                f"  File '{key}', line {record.line}, character 1\n  Row {record.number} starts at line {record.line}",
            )


def _check_lengths(
    duck: duckdb.DuckDBPyConnection,
    columns: list[TableColumn],
    plan: Transformation,
    records: list[Record],
    key: str,
    table: Entry,
) -> None:
    for index, (column, expression) in enumerate(zip(columns, plan.expressions, strict=True), 1):
        limit = column.type.length
        if column.type.base != "VARCHAR" or limit is None or limit >= TEXT_LENGTH:
            continue
        found = duck.execute(
            f"SELECT _SL_ROW, v FROM (SELECT _SL_ROW, CAST({expression} AS VARCHAR) AS v FROM {SOURCE}) "
            f"WHERE length(v) > {limit} ORDER BY 1 LIMIT 1"
        ).fetchall()
        if found:
            row, value = found[0]
            place = _place(records[row - 1], key, table, column, index)
            raise SnowflakeError(
                100078, "22000", f"User character length limit ({limit}) exceeded by string '{value[:100]}'\n{place}"
            )


def _place(record: Record, key: str, table: Entry, column: TableColumn | None, index: int) -> str:
    text = f"  File '{key}', line {record.line}, character 1\n  Row {record.number}"
    if column is not None:
        text += f', column "{table.name}"["{column.name}":{index}]'
    return text


def _located(
    session: Session,
    failure: duckdb.Error,
    columns: list[TableColumn],
    plan: Transformation,
    records: list[Record],
    source: pa.Table,
    key: str,
    table: Entry,
) -> SnowflakeError:
    """The same error with its place. The search runs on a connection of its own: the failed one answers nothing."""
    error = translated(failure)
    probe = session.account.engine.cursor()
    probe.register(SOURCE, source)
    try:
        casts = [f"CAST({e} AS {c.stored_type})" for c, e in zip(columns, plan.expressions, strict=True)]
        row = _first_failing(probe, ", ".join(casts), len(records))
        if row is None:
            return SnowflakeError(error.code, error.sqlstate, f"{error.message}\n  File '{key}'")
        for index, (column, cast) in enumerate(zip(columns, casts, strict=True), 1):
            if not _works(probe, cast, row, row):
                return SnowflakeError(
                    error.code,
                    error.sqlstate,
                    f"{error.message}\n{_place(records[row - 1], key, table, column, index)}",
                )
        place = _place(records[row - 1], key, table, None, 0)
        return SnowflakeError(error.code, error.sqlstate, f"{error.message}\n{place}")
    finally:
        probe.close()


def _first_failing(probe: duckdb.DuckDBPyConnection, everything: str, count: int) -> int | None:
    low, high = 1, count
    if _works(probe, everything, low, high):
        return None
    while low < high:
        middle = (low + high) // 2
        if _works(probe, everything, low, middle):
            low = middle + 1
        else:
            high = middle
    return low


def _works(probe: duckdb.DuckDBPyConnection, expressions: str, first: int, last: int) -> bool:
    try:
        probe.execute(f"SELECT {expressions} FROM {SOURCE} WHERE _SL_ROW BETWEEN {first} AND {last}").fetchall()
    except duckdb.Error:
        return False
    return True
