"""DROP of every kind of object."""

from __future__ import annotations

from dataclasses import replace

from .. import errors
from ..catalog.all_kinds import CATALOGUED
from ..catalog.kinds import STORAGE_INTEGRATION, TABLE, VIEW, Kind
from ..names import dotted, dotted_quoted
from ..results import Result, status
from ..session import Session
from ..tokens import Reader
from .create import drop_database, drop_schema

_SYSTEM_ROLES = {"ACCOUNTADMIN", "SECURITYADMIN", "USERADMIN", "SYSADMIN", "PUBLIC"}


def drop(session: Session, reader: Reader) -> Result:
    if reader.accept("STORAGE", "INTEGRATION") or reader.accept("INTEGRATION"):
        return _drop(session, reader, STORAGE_INTEGRATION)
    for kind in [TABLE, VIEW, *CATALOGUED]:
        if reader.accept(*kind.name.split()):
            return _drop(session, reader, kind)
    if reader.accept("SEQUENCE"):
        if_exists = "IF EXISTS " if reader.accept("IF", "EXISTS") else ""
        path = session.resolve(reader.name())
        session.duck.execute(f"DROP SEQUENCE {if_exists}{dotted_quoted(path)}")
        return status(f"{path[-1]} successfully dropped.")
    raise errors.unsupported(f"DROP {reader.rest()[:40]}")


def _drop(session: Session, reader: Reader, kind: Kind) -> Result:
    if_exists = reader.accept("IF", "EXISTS")
    name = reader.name()
    reader.accept_any("CASCADE", "RESTRICT")
    reader.expect_end()
    catalog = session.account.catalog
    path = session.resolve(name, kind.level)
    entry = catalog.get(kind.name, path)
    if entry is None:
        _refuse_other_kind(session, kind, path)
        if if_exists:
            return status("Drop statement executed successfully " + f"({path[-1]} already dropped).")
        raise errors.does_not_exist(kind.title, dotted(path))
    if kind.name == "ROLE" and entry.name in _SYSTEM_ROLES:
        raise errors.insufficient_privileges("role", entry.name)
    session.account.access.require_ownership(session.role, entry, kind.title)
    session.account.locks.acquire(path, session.id)
    with catalog.changing():
        match kind.name:
            case "TABLE" | "VIEW":
                session.account.drop_relation(session.duck, entry)
                session.temporary.discard(entry.key)
            case "DATABASE":
                drop_database(session, entry)
                catalog.remove(entry)
            case "SCHEMA":
                drop_schema(session, entry)
                catalog.remove(entry)
            case "ROLE":
                _hand_over(session, entry.name)
                catalog.remove(entry)
            case _:
                catalog.remove(entry)
    return status(f"{path[-1]} successfully dropped.")


def _refuse_other_kind(session: Session, kind: Kind, path: tuple[str, ...]) -> None:
    """DROP VIEW of a table, and the other way round, is an error even with IF EXISTS."""
    other = {"TABLE": "VIEW", "VIEW": "TABLE"}.get(kind.name)
    if other and session.account.catalog.get(other, path):
        raise errors.SnowflakeError(
            2203,
            "02000",
            f"SQL compilation error:\nObject found is of type '{other}', not specified type '{kind.name}'.",
        )


def _hand_over(session: Session, role: str) -> None:
    """The dropping role becomes the owner of what the dropped role owned."""
    catalog = session.account.catalog
    for kind in [TABLE, VIEW, STORAGE_INTEGRATION, *CATALOGUED]:
        for entry in catalog.of_kind(kind.name):
            if entry.owner == role:
                catalog.put(replace(entry, owner=session.role))
