"""COPY INTO <table>: files, once each, in one transaction with their load history."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from .. import errors
from ..catalog import Entry
from ..cloud.storage import Bucket, Item, Location, not_found, open_bucket
from ..engine import query
from ..engine.columns import TableColumn, columns_of
from ..results import COPY, Column, Result, status
from ..session import Session
from ..statements import integrations, stages
from ..tokens import Reader
from . import insertion, statement, transformation
from .csv_format import CsvFormat
from .history import KEPT, LoadHistory, utc_now
from .statement import CopyStatement
from .transformation import Transformation

_COLUMNS = [
    Column("file"),
    Column("status"),
    Column("rows_parsed", "fixed", 38, 0),
    Column("rows_loaded", "fixed", 38, 0),
    Column("error_limit", "fixed", 38, 0),
    Column("errors_seen", "fixed", 38, 0),
    Column("first_error"),
    Column("first_error_line", "fixed", 38, 0),
    Column("first_error_character", "fixed", 38, 0),
    Column("first_error_column_name"),
]


@dataclass(frozen=True)
class _Load:
    """What does not change from file to file."""

    table: Entry
    columns: list[TableColumn]
    transformation: Transformation
    is_plain: bool
    format: CsvFormat


def run(session: Session, reader: Reader) -> Result:
    copy = statement.read(session, reader)
    load = _prepared(session, copy)
    assert copy.stage is not None
    integration = integrations.of_stage(session, copy.stage)
    base = Location.parse(stages.url_of(copy.stage))
    integrations.refuse_location(integration, base.url)
    bucket = open_bucket(session.account, integration, base.bucket)
    session.account.locks.acquire(copy.target, session.id)
    with session.atomic():
        rows = _files(session, copy, load, base, bucket)
    if not any(row[1] == "LOADED" for row in rows):
        return status("Copy executed with 0 files processed.", COPY)
    loaded = sum(row[3] for row in rows)
    return Result(_COLUMNS, rows, COPY, {"inserted": loaded})


def _prepared(session: Session, copy: CopyStatement) -> _Load:
    """Privileges, target columns and the transformation, before anything is read from S3."""
    account = session.account
    table = account.catalog.require("TABLE", copy.target, "Table")
    account.access.require(session.role, "INSERT", table, "Table")
    assert copy.stage is not None
    account.access.require(session.role, "USAGE", copy.stage, "Stage")
    query.require_warehouse(session)
    known = {column.name: column for column in columns_of(session.duck, table)}
    names = copy.columns if copy.columns is not None else list(known)
    for name in names:
        if name not in known:
            raise errors.invalid_identifier(name)
    if copy.select is None:
        plan = transformation.plain(len(names))
    else:
        plan = transformation.compiled(session, copy.select, copy.alias)
        if len(plan.expressions) != len(names):
            raise errors.SnowflakeError(
                2020,
                "21S01",
                f"SQL compilation error:\nInsert value list does not match column list expecting {len(names)} "
                f"but got {len(plan.expressions)}",
            )
    return _Load(table, [known[name] for name in names], plan, copy.select is None, CsvFormat.of(copy.file_format))


def _files(session: Session, copy: CopyStatement, load: _Load, base: Location, bucket: Bucket) -> list[tuple]:
    history = LoadHistory(session.duck, copy.target)
    rows = []
    for key in _keys(copy, base, bucket):
        url = f"s3://{base.bucket}/{key}"
        body, item = bucket.read(key)
        if not copy.force and (item.etag in history.etags(url) or _uncertain(copy, load.table, item)):
            rows.append((url, "LOAD_SKIPPED", 0, 0, 1, 1, "File was loaded before.", None, None, None))
            continue
        count = insertion.insert(
            session, load.table, load.columns, load.transformation, load.format, load.is_plain, key, body, item
        )
        history.add(base.url, key[len(base.key) :], item, count, session.user)
        rows.append((url, "LOADED", count, count, 1, 0, None, None, None, None))
    return rows


def _keys(copy: CopyStatement, base: Location, bucket: Bucket) -> list[str]:
    """FILES are appended to the stage's location as they are, so a URL without a final slash joins without one."""
    if copy.files is not None:
        return [base.joined(copy.below).key + name for name in copy.files]
    prefix = base.joined(copy.below).key
    found = [item.key for item in bucket.list(prefix) if not item.key.endswith("/")]
    if copy.pattern is not None:
        pattern = re.compile(copy.pattern)
        found = [key for key in found if pattern.fullmatch(key[len(base.key) :]) or pattern.fullmatch(key)]
    elif copy.below and not found and not copy.below.endswith("/"):
        raise not_found(f"s3://{base.bucket}/{prefix}")
    return found


def _uncertain(copy: CopyStatement, table: Entry, item: Item) -> bool:
    """Older than the load metadata can know: Snowflake skips such a file unless told otherwise."""
    horizon = utc_now() - KEPT
    modified = item.modified.astimezone(dt.UTC).replace(tzinfo=None)
    created = table.created_on.astimezone(dt.UTC).replace(tzinfo=None)
    return not copy.load_uncertain and modified < horizon and created < horizon
