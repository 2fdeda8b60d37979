"""INFORMATION_SCHEMA, computed from the catalog when a query names it; each role sees what it may see."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from .. import errors
from ..catalog import Entry
from ..names import quoted
from ..results import Result, table
from ..session import Session
from .columns import columns_of, row_count

Row = tuple[Any, ...]


def information_schema(session: Session, database: str, name: str) -> Result:
    """One view of a database's INFORMATION_SCHEMA."""
    entry = session.account.catalog.get("DATABASE", (database,))
    if entry is None or not session.account.access.sees(session.role, "DATABASE", entry.path):
        raise errors.does_not_exist("Database", database)
    view = _VIEWS.get(name)
    if view is None:
        raise errors.unsupported(f"INFORMATION_SCHEMA.{name}")
    columns, rows = view
    return table(columns, rows(session, database))


def _visible(session: Session, kind: str, database: str) -> Iterator[Entry]:
    for entry in session.account.catalog.of_kind(kind, (database,)):
        if session.account.access.sees(session.role, kind, entry.path):
            yield entry


def _yes(flag: Any) -> str:
    return "YES" if flag else "NO"


def _databases(session: Session, _: str) -> Iterator[Row]:
    for e in session.account.catalog.of_kind("DATABASE"):
        if session.account.access.sees(session.role, "DATABASE", e.path):
            retention = e.properties.get("DATA_RETENTION_TIME_IN_DAYS", 1)
            yield (e.name, e.owner, _yes(e.properties.get("TRANSIENT")), e.comment or None, e.created_on, e.created_on,
                   retention, "STANDARD", "ROLE")  # fmt: skip


def _schemata(session: Session, database: str) -> Iterator[Row]:
    for e in _visible(session, "SCHEMA", database):
        yield (database, e.name, e.owner, _yes(e.properties.get("TRANSIENT")), _yes(e.properties.get("MANAGED_ACCESS")),
               e.properties.get("DATA_RETENTION_TIME_IN_DAYS", 1), e.created_on, e.created_on,
               e.comment or None)  # fmt: skip
    about = session.account.catalog.require("DATABASE", (database,))
    yield (database, "INFORMATION_SCHEMA", "", "NO", "NO", 1, about.created_on, about.created_on,
           "Views describing the contents of schemas in this database")  # fmt: skip


def _tables(session: Session, database: str) -> Iterator[Row]:
    for kind in ("TABLE", "VIEW"):
        for e in _visible(session, kind, database):
            rows = row_count(session.duck, e) if kind == "TABLE" else None
            temporary = e.properties.get("temporary")
            type_ = "VIEW" if kind == "VIEW" else "LOCAL TEMPORARY" if temporary else "BASE TABLE"
            yield (database, e.path[1], e.name, e.owner, type_, _yes(e.properties.get("transient")), None, rows,
                   0 if kind == "TABLE" else None, e.properties.get("DATA_RETENTION_TIME_IN_DAYS", 1), e.created_on,
                   e.created_on, e.created_on, e.owner, "NO", e.comment or None, _yes(temporary), "NO",
                   "NO")  # fmt: skip


def _columns(session: Session, database: str) -> Iterator[Row]:
    for kind in ("TABLE", "VIEW"):
        for e in _visible(session, kind, database):
            for position, c in enumerate(columns_of(session.duck, e), 1):
                base = "TEXT" if c.type.base == "VARCHAR" else c.type.base
                number = c.type.parameters if base == "NUMBER" else (None, None)
                octets = min(c.type.length * 4, 16_777_216) if c.type.length else None
                yield (database, e.path[1], e.name, c.name, position, c.default, _yes(c.nullable), base, c.type.length,
                       octets, number[0], 10 if base == "NUMBER" else None, number[1],
                       9 if base.startswith("TIME") else None, "NO", c.comment or None)  # fmt: skip


def _views(session: Session, database: str) -> Iterator[Row]:
    for e in _visible(session, "VIEW", database):
        yield (database, e.path[1], e.name, e.owner, e.properties.get("text"), "NONE", "NO", "NO",
               _yes(e.properties.get("secure")), e.created_on, e.created_on, e.comment or None)  # fmt: skip


def _stages(session: Session, database: str) -> Iterator[Row]:
    for e in _visible(session, "STAGE", database):
        external = bool(e.properties.get("URL"))
        yield (database, e.path[1], e.name, e.properties.get("URL"),
        session.account.configuration.region if external else None,
               "External Named" if external else "Internal Named", e.owner, e.comment or None, e.created_on,
               e.created_on)  # fmt: skip


def _file_formats(session: Session, database: str) -> Iterator[Row]:
    for e in _visible(session, "FILE FORMAT", database):
        p = e.properties
        yield (database, e.path[1], e.name, e.owner, p.get("TYPE", "CSV"), p.get("RECORD_DELIMITER", "\\n"),
               p.get("FIELD_DELIMITER", ","), str(p.get("SKIP_HEADER", 0)), p.get("FIELD_OPTIONALLY_ENCLOSED_BY",
               "NONE"),
               p.get("COMPRESSION", "AUTO"), e.created_on, e.created_on, e.comment or None)  # fmt: skip


def _load_history(session: Session, database: str) -> Iterator[Row]:
    found = session.duck.execute(
        f"SELECT schema_name, stage_location || file_name, table_name, loaded_at, row_count, row_parsed "
        f"FROM {quoted(database)}._snowline.loads ORDER BY loaded_at"
    ).fetchall()
    for schema, file, name, at, rows, parsed in found:
        if session.account.access.sees(session.role, "TABLE", (database, schema, name)):
            yield (schema, file, name, at, "LOADED", rows, parsed, None, None, None, None, 0, 1)


def _privileges(session: Session, database: str) -> Iterator[Row]:
    for g in session.account.catalog.grants():
        if g.kind in ("TABLE", "VIEW") and g.path[:1] == (database,):
            yield (
                g.granted_by,
                g.grantee,
                database,
                g.path[1],
                g.path[2],
                g.privilege,
                _yes(g.grant_option),
                g.created_on,
            )


_LTZ, _NUMBER = "timestamp_ltz", "fixed"
_VIEWS: dict[str, tuple[list[str | tuple[str, str]], Callable[[Session, str], Iterator[Row]]]] = {
    "DATABASES": (["DATABASE_NAME", "DATABASE_OWNER", "IS_TRANSIENT", "COMMENT", ("CREATED", _LTZ), ("LAST_ALTERED",
    _LTZ),
                   ("RETENTION_TIME", _NUMBER), "TYPE", "OWNER_ROLE_TYPE"], _databases),
    "SCHEMATA": (["CATALOG_NAME", "SCHEMA_NAME", "SCHEMA_OWNER", "IS_TRANSIENT", "IS_MANAGED_ACCESS",
                  ("RETENTION_TIME", _NUMBER), ("CREATED", _LTZ), ("LAST_ALTERED", _LTZ), "COMMENT"], _schemata),
    "TABLES": (["TABLE_CATALOG", "TABLE_SCHEMA", "TABLE_NAME", "TABLE_OWNER", "TABLE_TYPE", "IS_TRANSIENT",
                "CLUSTERING_KEY", ("ROW_COUNT", _NUMBER), ("BYTES", _NUMBER), ("RETENTION_TIME", _NUMBER), ("CREATED",
                _LTZ),
                ("LAST_ALTERED", _LTZ), ("LAST_DDL", _LTZ), "LAST_DDL_BY", "AUTO_CLUSTERING_ON", "COMMENT",
                "IS_TEMPORARY", "IS_ICEBERG", "IS_DYNAMIC"], _tables),
    "COLUMNS": (["TABLE_CATALOG", "TABLE_SCHEMA", "TABLE_NAME", "COLUMN_NAME", ("ORDINAL_POSITION", _NUMBER),
                 "COLUMN_DEFAULT", "IS_NULLABLE", "DATA_TYPE", ("CHARACTER_MAXIMUM_LENGTH", _NUMBER),
                 ("CHARACTER_OCTET_LENGTH", _NUMBER), ("NUMERIC_PRECISION", _NUMBER), ("NUMERIC_PRECISION_RADIX",
                 _NUMBER),
                 ("NUMERIC_SCALE", _NUMBER), ("DATETIME_PRECISION", _NUMBER), "IS_IDENTITY", "COMMENT"], _columns),
    "VIEWS": (["TABLE_CATALOG", "TABLE_SCHEMA", "TABLE_NAME", "TABLE_OWNER", "VIEW_DEFINITION", "CHECK_OPTION",
               "IS_UPDATABLE", "INSERTABLE_INTO", "IS_SECURE", ("CREATED", _LTZ), ("LAST_ALTERED", _LTZ), "COMMENT"],
               _views),
    "STAGES": (["STAGE_CATALOG", "STAGE_SCHEMA", "STAGE_NAME", "STAGE_URL", "STAGE_REGION", "STAGE_TYPE", "STAGE_OWNER",
                "COMMENT", ("CREATED", _LTZ), ("LAST_ALTERED", _LTZ)], _stages),
    "FILE_FORMATS": (["FILE_FORMAT_CATALOG", "FILE_FORMAT_SCHEMA", "FILE_FORMAT_NAME", "FILE_FORMAT_OWNER",
                      "FILE_FORMAT_TYPE", "RECORD_DELIMITER", "FIELD_DELIMITER", "SKIP_HEADER",
                      "FIELD_OPTIONALLY_ENCLOSED_BY", "COMPRESSION", ("CREATED", _LTZ), ("LAST_ALTERED", _LTZ),
                      "COMMENT"],
                     _file_formats),
    "LOAD_HISTORY": (["SCHEMA_NAME", "FILE_NAME", "TABLE_NAME", ("LAST_LOAD_TIME", "timestamp_ntz"), "STATUS",
                      ("ROW_COUNT", _NUMBER), ("ROW_PARSED", _NUMBER), "FIRST_ERROR_MESSAGE",
                      ("FIRST_ERROR_LINE_NUMBER", _NUMBER), ("FIRST_ERROR_CHARACTER_POSITION", _NUMBER),
                      "FIRST_ERROR_COL_NAME", ("ERROR_COUNT", _NUMBER), ("ERROR_LIMIT", _NUMBER)], _load_history),
    "TABLE_PRIVILEGES": (["GRANTOR", "GRANTEE", "TABLE_CATALOG", "TABLE_SCHEMA", "TABLE_NAME", "PRIVILEGE_TYPE",
                          "IS_GRANTABLE", ("CREATED", _LTZ)], _privileges),
}  # fmt: skip
