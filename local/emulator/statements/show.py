"""SHOW <objects> [LIKE '…'] [IN …] [STARTS WITH '…'] [LIMIT n]; each role sees what it may see."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from .. import errors
from ..catalog import Entry
from ..catalog.more_kinds import MORE
from ..names import Path, like
from ..results import Result, table
from ..session import Session
from ..tokens import Reader
from . import show_access, show_account, show_more, show_schema
from .show_account import Names, Row

Lister = Callable[[Session, Iterable[Entry]], tuple[Names, list[Row]]]


@dataclass(frozen=True)
class _Clauses:
    like: str | None = None
    within: Path | None = None
    kind: str | None = None
    starts_with: str | None = None
    limit: int | None = None


_ACCOUNT: dict[str, tuple[list[str], Lister]] = {
    "WAREHOUSES": (["WAREHOUSE"], show_account.warehouses),
    "ROLES": (["ROLE"], show_account.roles),
    "USERS": (["USER"], show_account.users),
    "STORAGE INTEGRATIONS": (["INTEGRATION"], show_account.storage_integrations),
    "NOTIFICATION INTEGRATIONS": (["INTEGRATION"], show_account.notification_integrations),
    "INTEGRATIONS": (["INTEGRATION"], show_account.integrations),
    "RESOURCE MONITORS": (["RESOURCE MONITOR"], show_account.resource_monitors),
    "NETWORK POLICIES": (["NETWORK POLICY"], show_account.network_policies),
    "DATABASES": (["DATABASE"], show_account.databases),
}
_CONTAINED: dict[str, tuple[list[str], Lister]] = {
    "SCHEMAS": (["SCHEMA"], show_schema.schemas),
    "TABLES": (["TABLE"], show_schema.tables),
    "VIEWS": (["VIEW"], show_schema.views),
    "OBJECTS": (["TABLE", "VIEW"], show_schema.objects),
    "COLUMNS": (["TABLE", "VIEW"], show_schema.columns),
    "STAGES": (["STAGE"], show_schema.stages),
    "FILE FORMATS": (["FILE FORMAT"], show_schema.file_formats),
    **{kind.plural: ([kind.name], show_more.LISTERS[kind.name]) for kind in MORE},
}
_EMPTY = [
    "SEQUENCES",
    "PROCEDURES",
    "USER FUNCTIONS",
    "FUNCTIONS",
    "PRIMARY KEYS",
    "UNIQUE KEYS",
    "IMPORTED KEYS",
    "EXPORTED KEYS",
    "EXTERNAL TABLES",
    "MATERIALIZED VIEWS",
    "SHARES",
    "ALERTS",
    "MASKING POLICIES",
    "CATALOG INTEGRATIONS",
    "API INTEGRATIONS",
    "SECURITY INTEGRATIONS",
]
_TERSE = {"created_on", "name", "kind", "database_name", "schema_name"}


def show(session: Session, reader: Reader) -> Result:
    if reader.accept("FUTURE", "GRANTS"):
        return show_access.future_grants(session, reader)
    if reader.accept("INHERITED", "GRANTS"):
        return show_access.inherited_grants(session, reader)
    if reader.accept("GRANTS"):
        return show_access.grants(session, reader)
    if reader.accept("PARAMETERS"):
        return show_account.parameters(session, reader)
    terse = reader.accept("TERSE")
    if (what := reader.accept_any(*_ACCOUNT)) is not None:
        kinds, lister = _ACCOUNT[what]
        return _listed(session, kinds, lister, _clauses(session, reader, what), terse)
    if (what := reader.accept_any(*_CONTAINED)) is not None:
        kinds, lister = _CONTAINED[what]
        clauses = _clauses(session, reader, what)
        result = _listed(session, kinds, lister, clauses, terse, contained=True)
        return _limited_columns(result, clauses) if what == "COLUMNS" else result
    if (what := reader.accept_any(*_EMPTY)) is not None:
        return table(["created_on", "name", "database_name", "schema_name", "comment"], [])
    raise errors.unsupported(f"SHOW {reader.rest()[:40]}")


def _clauses(session: Session, reader: Reader, what: str) -> _Clauses:
    found: dict[str, Any] = {}
    reader.accept("HISTORY")
    while not reader.done():
        if reader.accept("LIKE"):
            found["like"] = reader.string()
        elif reader.accept_any("IN", "FROM") is not None:
            found["kind"], found["within"] = _container(session, reader, what)
        elif reader.accept("STARTS", "WITH"):
            found["starts_with"] = reader.string()
        elif reader.accept("LIMIT"):
            found["limit"] = int(reader.next().text)
            if reader.accept("FROM"):
                reader.string()
        else:
            raise reader.failure()
    return _Clauses(**found)


def _container(session: Session, reader: Reader, what: str) -> tuple[str, Path]:
    """The container named after IN: nothing for the account, a database, a schema or a table."""
    catalog = session.account.catalog
    word = reader.accept_any("ACCOUNT", "DATABASE", "SCHEMA", "TABLE", "VIEW")
    if word == "ACCOUNT":
        return "ACCOUNT", ()
    if reader.done():
        path = session.resolve(("_",))[: 1 if word == "DATABASE" else 2]
        return word or "SCHEMA", path
    name = reader.name()
    if word is None:
        word = "TABLE" if what == "COLUMNS" else "DATABASE" if what == "SCHEMAS" or len(name) == 1 else "SCHEMA"
        may_be_schema = len(name) == 1 and what not in ("COLUMNS", "SCHEMAS") and session.database
        if may_be_schema and catalog.get("SCHEMA", (session.database, name[0])):
            word = "SCHEMA"
    if word == "DATABASE":
        entry = catalog.get("DATABASE", name[-1:])
        path: Path = name[-1:]
    elif word == "SCHEMA":
        path = session.resolve(name, "DATABASE")
        entry = catalog.get("SCHEMA", path)
    else:
        path = session.resolve(name)
        entry = catalog.get("TABLE", path) or catalog.get("VIEW", path)
    if entry is None or not session.account.access.sees(session.role, entry.kind, entry.path):
        raise errors.does_not_exist(word.capitalize(), ".".join(path))
    return word, path


def _listed(
    session: Session, kinds: list[str], lister: Lister, clauses: _Clauses, terse: bool, contained: bool = False
) -> Result:
    within = clauses.within
    if within is None:
        within = _current(session) if contained else ()
        if kinds == ["SCHEMA"]:
            within = within[:1]
    access, catalog = session.account.access, session.account.catalog
    entries = [
        entry
        for kind in kinds
        for entry in catalog.of_kind(kind, within)
        if kind == "ROLE" or access.sees(session.role, kind, entry.path)
    ]
    if kinds == ["SCHEMA"]:
        entries += _information_schemas(session, within)
    if lister is not show_schema.columns:
        pattern = like(clauses.like)
        entries = [e for e in entries if pattern.fullmatch(e.name) and e.name.startswith(clauses.starts_with or "")]
        entries = entries[: clauses.limit] if clauses.limit is not None else entries
    names, rows = lister(session, entries)
    if not terse:
        return table(names, rows)
    keep = [i for i, name in enumerate(names) if (name if isinstance(name, str) else name[0]) in _TERSE]
    return table([names[i] for i in keep], [[row[i] for i in keep] for row in rows])


def _information_schemas(session: Session, within: Path) -> list[Entry]:
    """Every database has one; nobody made it and nobody owns it."""
    text = "Views describing the contents of schemas in this database"
    return [
        Entry("SCHEMA", (*database.path, "INFORMATION_SCHEMA"), "", database.created_on, text)
        for database in session.account.catalog.of_kind("DATABASE", within)
        if session.account.access.sees(session.role, "DATABASE", database.path)
    ]


def _limited_columns(result: Result, clauses: _Clauses) -> Result:
    """LIKE of SHOW COLUMNS is about the column's name."""
    index = [column.name for column in result.columns].index("column_name")
    pattern = like(clauses.like)
    result.rows = [row for row in result.rows if pattern.fullmatch(row[index])]
    return result


def _current(session: Session) -> Path:
    if session.database is None:
        return ()
    return (session.database,) if session.schema is None else (session.database, session.schema)
