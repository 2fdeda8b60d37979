"""CREATE [OR REPLACE | OR ALTER] … [IF NOT EXISTS] of everything but tables and views."""

from __future__ import annotations

from dataclasses import replace

from .. import errors
from ..catalog import Entry
from ..catalog.all_kinds import CATALOGUED
from ..catalog.kinds import DATABASE, NOTIFICATION_INTEGRATION, SCHEMA, STORAGE_INTEGRATION, Kind
from ..engine import query
from ..engine.duck import check_name
from ..names import dotted_quoted
from ..results import Result, status
from ..session import Session
from ..tokens import Reader
from . import clauses, integrations, scheduled, stages, tables, users

_UNSUPPORTED = [
    "API INTEGRATION",
    "SECURITY INTEGRATION",
    "EXTERNAL ACCESS INTEGRATION",
    "CATALOG INTEGRATION",
    "PASSWORD POLICY",
    "SESSION POLICY",
    "MASKING POLICY",
    "ROW ACCESS POLICY",
    "DATABASE ROLE",
    "APPLICATION ROLE",
    "EXTERNAL TABLE",
    "EVENT TABLE",
    "HYBRID TABLE",
    "ICEBERG TABLE",
    "MATERIALIZED VIEW",
    "EXTERNAL VOLUME",
    "ALERT",
    "PROCEDURE",
    "FUNCTION",
    "EXTERNAL FUNCTION",
    "SHARE",
    "STREAMLIT",
    "SERVICE",
    "MODEL",
]


def create(session: Session, reader: Reader) -> Result:
    replacing = reader.accept("OR", "REPLACE")
    altering = not replacing and reader.accept("OR", "ALTER")
    if (refused := reader.accept_any(*_UNSUPPORTED)) is not None:
        raise errors.unsupported(f"CREATE {refused}")
    if reader.accept("STORAGE", "INTEGRATION"):
        return _catalogued(session, reader, STORAGE_INTEGRATION, replacing, altering)
    if reader.accept("NOTIFICATION", "INTEGRATION"):
        return _catalogued(session, reader, NOTIFICATION_INTEGRATION, replacing, altering)
    if any(reader.at(word, what) for word in ("TEMPORARY", "TEMP") for what in ("STAGE", "FILE")):
        raise errors.unsupported("temporary stages and file formats")
    for word in (
        "TRANSIENT",
        "TEMPORARY",
        "TEMP",
        "LOCAL",
        "GLOBAL",
        "VOLATILE",
        "SECURE",
        "RECURSIVE",
        "TABLE",
        "VIEW",
    ):
        if reader.at(word) and not reader.at("TRANSIENT", "DATABASE") and not reader.at("TRANSIENT", "SCHEMA"):
            return tables.create(session, reader, replacing, altering)
    transient = reader.accept("TRANSIENT")
    if reader.at("SEQUENCE"):
        return query.run(session, reader.sql)
    for kind in CATALOGUED:
        if reader.accept(*kind.name.split()):
            return _catalogued(session, reader, kind, replacing, altering, transient)
    raise reader.failure()


def _catalogued(
    session: Session, reader: Reader, kind: Kind, replacing: bool, altering: bool, transient: bool = False
) -> Result:
    if altering and not kind.or_alter:
        raise errors.syntax_error(f"CREATE OR ALTER is not available for {kind.name}")
    if_missing = reader.accept("IF", "NOT", "EXISTS")
    if if_missing and (replacing or altering):
        raise errors.syntax_error("options OR REPLACE / OR ALTER and IF NOT EXISTS are incompatible.")
    path = session.resolve(reader.name(), kind.level)
    if reader.at("CLONE"):
        raise errors.unsupported("CLONE")
    catalog, access = session.account.catalog, session.account.access
    existing = catalog.get(kind.name, path)
    if existing is not None and if_missing:
        return status(f"{path[-1]} already exists, statement succeeded.")
    if existing is None or replacing:
        _require_creation(session, kind, path)
    if existing is not None:
        if not replacing and not altering:
            raise errors.already_exists(path[-1])
        access.require_ownership(session.role, existing)
    entry = _entry(session, reader, kind, path, transient)
    if existing is not None and altering:
        scheduled.require_suspended(session, existing)
        return _altered(session, kind, existing, entry)
    with catalog.changing():
        if existing is not None:
            _replace_contents(session, existing)
            catalog.remove(existing)
        _make_contents(session, entry)
        catalog.put(entry)
        catalog.apply_futures(entry)
    _make_current(session, entry)
    return status(kind.created_message(path[-1]))


def _require_creation(session: Session, kind: Kind, path: tuple[str, ...]) -> None:
    """An integration may be made with the privilege for all integrations or with that for its own."""
    access = session.account.access
    narrow = "STORAGE INTEGRATION" if kind is STORAGE_INTEGRATION else ""
    narrow = "NOTIFICATION INTEGRATION" if kind is NOTIFICATION_INTEGRATION else narrow
    if narrow and access.holds(session.role, f"CREATE {narrow}", "ACCOUNT", ()):
        return
    if kind.name == "RESOURCE MONITOR" and "ACCOUNTADMIN" not in access.inherited(session.role):
        raise errors.insufficient_privileges("account", "only an account administrator can create a resource monitor")
    access.require_creation(session.role, kind.name, path)


def _entry(session: Session, reader: Reader, kind: Kind, path: tuple[str, ...], transient: bool) -> Entry:
    """The object as the statement declares it: absent properties are unset."""
    managed = False
    given: dict[str, object] = {}
    triggers = ""
    special = clauses.head(session, reader, kind)
    while not reader.done():
        if clauses.tail(session, reader, kind, special):
            continue
        if reader.accept("WITH", "MANAGED", "ACCESS"):
            managed = True
        elif reader.accept("WITH") or reader.accept(","):
            continue
        elif reader.at("TRIGGERS"):
            triggers, reader.position = reader.rest(), len(reader.tokens)
        elif reader.at("TAG") or reader.at("ROW"):
            raise errors.unsupported("TAG and policies")
        else:
            name = reader.identifier()
            reader.expect("=")
            given[name] = reader.value()
    properties = {**kind.checked(given), **special}
    if managed:
        properties["MANAGED_ACCESS"] = True
    if transient:
        properties["TRANSIENT"] = True
    if triggers:
        properties["TRIGGERS"] = triggers
    entry = Entry(kind.name, path, session.role, comment=str(given.get("COMMENT", "")), properties=properties)
    match kind.name:
        case "USER":
            return users.checked(session, entry)
        case "INTEGRATION":
            return integrations.checked(session, entry)
        case "TASK" | "PIPE" | "STREAM" | "DYNAMIC TABLE" | "SECRET" | "NETWORK POLICY" | "DBT PROJECT":
            return scheduled.checked(session, entry)
        case "STAGE":
            return stages.checked(session, entry)
        case _:
            return entry


def _altered(session: Session, kind: Kind, existing: Entry, declared: Entry) -> Result:
    """CREATE OR ALTER of what is there: properties become the declared ones; owner, grants and contents stay."""
    hidden = {name: value for name, value in existing.properties.items() if name.startswith("_")}
    properties = {**hidden, **declared.properties}
    changed = (properties, declared.comment) != (existing.properties, existing.comment)
    if changed:
        session.account.catalog.put(replace(existing, properties=properties, comment=declared.comment))
    return status(f"{kind.title} {existing.name} successfully {'altered' if changed else 'created'}.")


def _make_contents(session: Session, entry: Entry) -> None:
    if entry.kind == DATABASE.name:
        session.account.engine.create(entry.name)
        for schema in ("PUBLIC",):
            session.duck.execute(f"CREATE SCHEMA IF NOT EXISTS {dotted_quoted((*entry.path, schema))}")
            session.account.catalog.put(Entry("SCHEMA", (*entry.path, schema), entry.owner))
    elif entry.kind == SCHEMA.name:
        check_name(entry.name, "schema")
        session.duck.execute(f"CREATE SCHEMA IF NOT EXISTS {dotted_quoted(entry.path)}")


def _replace_contents(session: Session, entry: Entry) -> None:
    if entry.kind == DATABASE.name:
        drop_database(session, entry)
    elif entry.kind == SCHEMA.name:
        drop_schema(session, entry)


def drop_database(session: Session, entry: Entry) -> None:
    if session.database == entry.name:
        session.database = session.schema = None
    session.account.engine.destroy(entry.name)


def drop_schema(session: Session, entry: Entry) -> None:
    session.duck.execute(f"DROP SCHEMA IF EXISTS {dotted_quoted(entry.path)} CASCADE")
    session.duck.execute(
        f"DELETE FROM {dotted_quoted(entry.path[:1])}._snowline.loads WHERE schema_name = ?", [entry.name]
    )
    if (session.database, session.schema) == entry.path:
        session.schema = None


def _make_current(session: Session, entry: Entry) -> None:
    """As Snowflake: what was just created becomes the session's own."""
    match entry.kind:
        case "DATABASE":
            session.database, session.schema = entry.name, "PUBLIC"
        case "SCHEMA":
            session.database, session.schema = entry.path
        case "WAREHOUSE":
            session.warehouse = entry.name
