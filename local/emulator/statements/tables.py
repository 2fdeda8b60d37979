"""CREATE, ALTER and COMMENT of tables and views."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from sqlglot import exp

from .. import errors
from ..catalog import Entry
from ..engine import query
from ..engine.sources import Sources
from ..names import Path, dotted, dotted_quoted
from ..results import Result, status
from ..session import Session
from ..tokens import Reader
from . import alter_table, definitions, or_alter
from .definitions import Definition

_NOISE = ("LOCAL", "GLOBAL", "RECURSIVE")


@dataclass(frozen=True)
class _Request:
    """The head of the statement: what is to be made, and what may happen to an older one."""

    kind: str
    path: Path
    replacing: bool
    altering: bool
    if_missing: bool
    flags: frozenset[str]

    @property
    def temporary(self) -> bool:
        return "TEMPORARY" in self.flags


def create(session: Session, reader: Reader, replacing: bool, altering: bool) -> Result:
    flags = set()
    while word := reader.accept_any("TRANSIENT", "TEMPORARY", "TEMP", "VOLATILE", "SECURE", *_NOISE):
        flags.add({"TEMP": "TEMPORARY", "VOLATILE": "TEMPORARY"}.get(word, word))
    kind = reader.accept_any("TABLE", "VIEW")
    if kind is None:
        raise reader.failure()
    if_missing = reader.accept("IF", "NOT", "EXISTS")
    path = session.resolve(reader.name())
    request = _Request(kind, path, replacing, altering, if_missing, frozenset(flags))
    existing = _existing(session, request)
    if existing is not None and if_missing:
        return status(f"{path[-1]} already exists, statement succeeded.")
    if reader.at("CLONE"):
        raise errors.unsupported("CLONE")
    head = f"CREATE {kind} {dotted_quoted(path)} "
    definition = definitions.read(session, head + query.inlined(session, reader.rest()), kind)
    if altering and existing is not None:
        if kind == "VIEW" or definition.tree.expression is not None:
            return _made(session, request, definition, existing)
        return or_alter.to_definition(session, existing, definition)
    return _made(session, request, definition, existing)


def _existing(session: Session, request: _Request) -> Entry | None:
    """The object of that name, after checking that the role may make or replace it."""
    catalog, access = session.account.catalog, session.account.access
    other = catalog.get("VIEW" if request.kind == "TABLE" else "TABLE", request.path)
    if other is not None:
        raise errors.already_exists(request.path[-1])
    existing = catalog.get(request.kind, request.path)
    if existing is None:
        if not request.temporary:
            access.require_creation(session.role, request.kind, request.path)
        elif catalog.get("SCHEMA", request.path[:2]) is None:
            raise errors.does_not_exist("Schema", dotted(request.path[:2]))
        access.require_containers(session.role, request.path, "Schema")
        return None
    if request.if_missing:
        return existing
    if not request.replacing and not request.altering:
        raise errors.already_exists(request.path[-1])
    access.require_ownership(session.role, existing, request.kind.capitalize())
    session.account.locks.acquire(request.path, session.id)
    return existing


def _made(session: Session, request: _Request, definition: Definition, existing: Entry | None) -> Result:
    selected = definition.tree.expression is not None
    sources = Sources(session)
    try:
        target = definition.tree.find(exp.Table)
        sql = query.duck_sql(
            session, definition.tree, sources, target, definition=request.kind == "VIEW" or not selected
        )
        if selected and request.kind == "TABLE" and sources.read:
            query.require_warehouse(session)
        with session.account.engine.transaction(session.duck):
            session.duck.execute(sql.replace(f"CREATE {request.kind}", f"CREATE OR REPLACE {request.kind}", 1))
            session.account.forget_loads(session.duck, request.path)
    finally:
        sources.release()
    properties: dict[str, Any] = dict(definition.properties)
    for flag in ("TRANSIENT", "TEMPORARY", "SECURE"):
        if flag in request.flags:
            properties[flag.lower()] = True
    if request.kind == "VIEW":
        properties["text"] = session.statement_text
    catalog = session.account.catalog
    entry = Entry(request.kind, request.path, session.role, comment=definition.comment, properties=properties)
    with catalog.changing():
        if existing is not None:
            kept = [g for g in catalog.grants() if (g.kind, g.path) == existing.key and definition.copy_grants]
            catalog.remove(existing)
            for grant in kept:
                catalog.grant(grant)
        catalog.put(entry)
        catalog.apply_futures(entry)
    if request.temporary:
        session.temporary.add(entry.key)
    return status(f"{request.kind.capitalize()} {request.path[-1]} successfully created.")


def alter(session: Session, reader: Reader) -> Result:
    kind = reader.accept_any("TABLE", "VIEW") or ""
    if_exists = reader.accept("IF", "EXISTS")
    path = session.resolve(reader.name())
    entry = session.account.catalog.get(kind, path)
    if entry is None:
        if if_exists:
            return status()
        raise errors.does_not_exist(kind.capitalize(), dotted(path))
    session.account.access.require_ownership(session.role, entry, kind.capitalize())
    return alter_table.alter(session, entry, reader)


def comment(session: Session, reader: Reader) -> Result:
    """COMMENT [IF EXISTS] ON <kind> name IS '…'."""
    from ..catalog.all_kinds import GRANTABLE

    if_exists = reader.accept("IF", "EXISTS")
    reader.expect("ON")
    if reader.accept("COLUMN"):
        *names, column = _long_name(reader)
        reader.expect("IS")
        path = session.resolve(tuple(names))
        entry = session.account.catalog.get("TABLE", path) or session.account.catalog.require("VIEW", path, "Table")
        session.account.access.require_ownership(session.role, entry)
        alter_table.set_column(session, entry, column, comment=reader.string())
        return status()
    name = reader.accept_any(*GRANTABLE)
    if name is None:
        raise errors.unsupported(f"COMMENT ON {reader.rest()[:30]}")
    kind = GRANTABLE[name]
    entry = session.account.catalog.get(kind.name, session.resolve(reader.name(), kind.level))
    reader.expect("IS")
    text = reader.string()
    if entry is not None:
        session.account.access.require_ownership(session.role, entry)
        session.account.catalog.put(replace(entry, comment=text))
    elif not if_exists:
        raise errors.does_not_exist(kind.title, name)
    return status()


def _long_name(reader: Reader) -> list[str]:
    parts = [reader.identifier()]
    while reader.accept("."):
        parts.append(reader.identifier())
    return parts
