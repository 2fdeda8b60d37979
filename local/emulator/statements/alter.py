"""ALTER of everything but tables and views."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from .. import errors
from ..catalog import Entry
from ..catalog.all_kinds import CATALOGUED
from ..catalog.kinds import NOTIFICATION_INTEGRATION, STORAGE_INTEGRATION, Kind
from ..names import dotted_quoted
from ..results import Result, status
from ..session import Session
from ..tokens import Reader
from . import integrations, scheduled, stages, tables, users


def alter(session: Session, reader: Reader) -> Result:
    if reader.accept_any("ACCOUNT") is not None:
        raise errors.unsupported("ALTER ACCOUNT")
    for words in (("TABLE",), ("VIEW",)):
        if reader.at(*words):
            return tables.alter(session, reader)
    if reader.accept("STORAGE", "INTEGRATION"):
        return _catalogued(session, reader, STORAGE_INTEGRATION)
    if reader.accept("NOTIFICATION", "INTEGRATION"):
        return _catalogued(session, reader, NOTIFICATION_INTEGRATION)
    if reader.accept("INTEGRATION"):
        name = reader.peek()
        entry = session.account.catalog.get("INTEGRATION", (name.text if name and name.kind == "quoted" else
                                                           name.upper if name else "",))  # fmt: skip
        outbound = entry is not None and entry.properties["TYPE"] == "QUEUE"
        return _catalogued(session, reader, NOTIFICATION_INTEGRATION if outbound else STORAGE_INTEGRATION)
    for kind in CATALOGUED:
        if reader.accept(*kind.name.split()):
            return _catalogued(session, reader, kind)
    raise reader.failure()


def _catalogued(session: Session, reader: Reader, kind: Kind) -> Result:
    if_exists = reader.accept("IF", "EXISTS")
    path = session.resolve(reader.name(), kind.level)
    entry = session.account.catalog.get(kind.name, path)
    if entry is None:
        if if_exists:
            return status()
        raise errors.does_not_exist(kind.title, ".".join(path))
    session.account.access.require_ownership(session.role, entry, kind.title)
    if scheduled.altered(session, kind, entry, reader):
        return status()
    if reader.accept("SET"):
        _set(session, kind, entry, reader)
    elif reader.accept("UNSET"):
        _unset(session, kind, entry, reader)
    elif reader.accept("RENAME", "TO"):
        _rename(session, kind, entry, session.resolve(reader.name(), kind.level))
    elif kind.name == "WAREHOUSE" and (word := reader.accept_any("SUSPEND", "RESUME IF SUSPENDED", "RESUME")):
        properties = {**entry.properties, "_suspended": word == "SUSPEND"}
        session.account.catalog.put(replace(entry, properties=properties))
    elif kind.name == "SCHEMA" and (word := reader.accept_any("ENABLE MANAGED ACCESS", "DISABLE MANAGED ACCESS")):
        properties = {**entry.properties, "MANAGED_ACCESS": word.startswith("ENABLE")}
        session.account.catalog.put(replace(entry, properties=properties))
    else:
        raise errors.unsupported(f"ALTER {kind.name} … {reader.rest()[:60]}")
    return status()


def _set(session: Session, kind: Kind, entry: Entry, reader: Reader) -> None:
    if reader.at("TAG"):
        raise errors.unsupported("tags")
    given = reader.properties(until="TRIGGERS" if kind.name == "RESOURCE MONITOR" else None)
    if reader.at("TRIGGERS"):
        given["TRIGGERS"], reader.position = reader.rest(), len(reader.tokens)
    if not given:
        raise reader.failure()
    triggers = {"TRIGGERS": given.pop("TRIGGERS")} if "TRIGGERS" in given else {}
    properties = {**_refreshed(session, kind, entry, kind.checked(given)), **triggers}
    comment = str(given["COMMENT"]) if "COMMENT" in given else entry.comment
    session.account.catalog.put(replace(entry, properties=properties, comment=comment))


def _refreshed(session: Session, kind: Kind, entry: Entry, changes: dict[str, Any]) -> dict[str, Any]:
    """The entry's properties after SET, checked the way CREATE checks them."""
    properties = {**entry.properties, **changes}
    match kind.name:
        case "STAGE" if changes.keys() & {"URL", "STORAGE_INTEGRATION", "FILE_FORMAT"}:
            return stages.attached(session, properties)
        case "USER":
            for slot in users.KEY_SLOTS:
                if changes.get(slot):
                    properties[slot] = users.key_body(changes[slot])
            return properties
        case "INTEGRATION" if kind is NOTIFICATION_INTEGRATION:
            return properties
        case "INTEGRATION":
            if {"TYPE", "STORAGE_PROVIDER"} & changes.keys():
                raise errors.syntax_error("TYPE and STORAGE_PROVIDER of an integration cannot be altered.")
            return integrations.validated(properties)
        case _:
            return properties


def _unset(session: Session, kind: Kind, entry: Entry, reader: Reader) -> None:
    names = [reader.identifier()]
    while reader.accept(","):
        names.append(reader.identifier())
    reader.expect_end()
    if kind is STORAGE_INTEGRATION and not set(names) <= {"ENABLED", "STORAGE_BLOCKED_LOCATIONS", "COMMENT"}:
        raise errors.syntax_error("only ENABLED, STORAGE_BLOCKED_LOCATIONS and COMMENT of an integration can be unset.")
    properties = dict(entry.properties)
    for name in names:
        if name != "COMMENT" and name not in kind.properties:
            raise errors.invalid_property(name, kind.name)
        properties.pop(name, None)
    if kind is STORAGE_INTEGRATION:
        properties.setdefault("ENABLED", False)
    comment = "" if "COMMENT" in names else entry.comment
    session.account.catalog.put(replace(entry, properties=properties, comment=comment))


def _rename(session: Session, kind: Kind, entry: Entry, path: tuple[str, ...]) -> None:
    catalog = session.account.catalog
    if catalog.get(kind.name, path) is not None:
        raise errors.already_exists(path[-1])
    if kind.name == "DATABASE" or entry.path[:-1] != path[:-1]:
        raise errors.unsupported("renaming a database, or moving an object to another schema")
    if kind.name == "SCHEMA":
        if catalog.below(entry.path):
            raise errors.unsupported("renaming a schema that is not empty")
        session.duck.execute(f"DROP SCHEMA {dotted_quoted(entry.path)}")
        session.duck.execute(f"CREATE SCHEMA {dotted_quoted(path)}")
    catalog.rename(entry, path)
