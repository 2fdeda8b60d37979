"""TABLE(INFORMATION_SCHEMA.COPY_HISTORY(TABLE_NAME => …, START_TIME => … [, END_TIME => …])): 14 days of loads."""

from __future__ import annotations

import datetime as dt
from typing import Any

from sqlglot import Expr, exp

from .. import errors
from ..names import quoted
from ..results import Result, table
from ..session import Session
from ..tokens import Reader

_COLUMNS = [
    "FILE_NAME",
    "STAGE_LOCATION",
    ("LAST_LOAD_TIME", "timestamp_ltz"),
    ("ROW_COUNT", "fixed"),
    ("ROW_PARSED", "fixed"),
    ("FILE_SIZE", "fixed"),
    "FIRST_ERROR_MESSAGE",
    ("FIRST_ERROR_LINE_NUMBER", "fixed"),
    ("FIRST_ERROR_CHARACTER_POS", "fixed"),
    "FIRST_ERROR_COLUMN_NAME",
    ("ERROR_COUNT", "fixed"),
    ("ERROR_LIMIT", "fixed"),
    "STATUS",
    "TABLE_CATALOG_NAME",
    "TABLE_SCHEMA_NAME",
    "TABLE_NAME",
    "PIPE_CATALOG_NAME",
    "PIPE_SCHEMA_NAME",
    "PIPE_NAME",
    ("PIPE_RECEIVED_TIME", "timestamp_ltz"),
]


def rows(session: Session, call: exp.Anonymous, node: Expr) -> Result:
    """The loads of one table. Only completed loads are in it, as on the real one."""
    given = _arguments(session, call)
    name, start = given.get("TABLE_NAME"), given.get("START_TIME")
    if not isinstance(name, str) or start is None:
        raise errors.syntax_error("COPY_HISTORY needs TABLE_NAME => '…' and START_TIME => …")
    names = Reader(name).name()
    database = _database(node)
    path = session.resolve((database, *names) if database and len(names) == 2 else names)
    entry = session.account.catalog.require("TABLE", path, "Table")
    session.account.access.require(session.role, "SELECT", entry, "Table")
    first = max(_utc(start), dt.datetime.now(dt.UTC).replace(tzinfo=None) - dt.timedelta(days=14))
    last = _utc(given["END_TIME"]) if given.get("END_TIME") is not None else dt.datetime.max
    found = session.duck.execute(
        "SELECT file_name, stage_location, loaded_at, row_count, row_parsed, size "
        f"FROM {quoted(path[0])}._snowline.loads "
        "WHERE schema_name = ? AND table_name = ? AND loaded_at BETWEEN ? AND ? ORDER BY loaded_at",
        [path[1], path[2], first, last],
    ).fetchall()
    return table(_COLUMNS, [_row(path, *each) for each in found])


def _row(path: tuple[str, ...], file: str, stage: str, at: dt.datetime, loaded: int, parsed: int, size: int) -> tuple:
    return (
        file,
        stage,
        at.replace(tzinfo=dt.UTC),
        loaded,
        parsed,
        size,
        None,
        None,
        None,
        None,
        0,
        1,
        "Loaded",
        path[0],
        path[1],
        path[2],
        None,
        None,
        None,
        None,
    )


def _arguments(session: Session, call: exp.Anonymous) -> dict[str, Any]:
    from .query import fetched

    given: dict[str, Any] = {}
    for position, argument in enumerate(call.expressions):
        named = isinstance(argument, exp.Kwarg | exp.PropertyEQ)
        key = argument.this.name.upper() if named else ["TABLE_NAME", "START_TIME", "END_TIME"][position]
        value = argument.expression if named else argument
        query = exp.select(exp.alias_(value.copy(), "V"))
        sql = session.fakesnow.cursor()._transform(query, None).sql("duckdb")
        given[key] = fetched(session, sql).rows[0][0]
    return given


def _database(node: Expr) -> str | None:
    call = node.this
    if isinstance(call, exp.Dot) and isinstance(call.this, exp.Dot):
        owner = call.this.this
        return owner.this if owner.quoted else owner.this.upper()
    return None


def _utc(value: Any) -> dt.datetime:
    if isinstance(value, str):
        value = dt.datetime.fromisoformat(value)
    if isinstance(value, dt.datetime):
        return value.astimezone(dt.UTC).replace(tzinfo=None) if value.tzinfo else value
    return dt.datetime.combine(value, dt.time())
