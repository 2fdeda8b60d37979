"""SHOW GRANTS and SHOW FUTURE GRANTS."""

from __future__ import annotations

from .. import errors
from ..catalog import INHERITED, Future, Grant
from ..catalog.all_kinds import GRANTABLE
from ..names import dotted
from ..results import Result, table
from ..session import Session
from ..tokens import Reader
from .show_account import CREATED, flag

_COLUMNS = [
    CREATED,
    "privilege",
    "granted_on",
    "name",
    "granted_to",
    "grantee_name",
    "grant_option",
    "granted_by",
    "granted_by_role_type",
]


def grants(session: Session, reader: Reader) -> Result:
    catalog = session.account.catalog
    if reader.done():
        return _of_user(session, session.user)
    if reader.accept("TO", "ROLE"):
        role = reader.identifier()
        catalog.require("ROLE", (role,), "Role")
        found = [g for g in catalog.grants() if g.grantee_kind == "ROLE" and g.grantee == role]
        return table(_COLUMNS, [*_ownerships(session, owner=role), *map(_row, found)])
    if reader.accept("TO", "USER"):
        user = reader.identifier()
        catalog.require("USER", (user,), "User")
        return _of_user(session, user)
    if reader.accept("OF", "ROLE"):
        role = reader.identifier()
        catalog.require("ROLE", (role,), "Role")
        members = [g for g in catalog.grants() if g.kind == "ROLE" and g.path == (role,) and g.privilege == "USAGE"]
        names = [CREATED, "role", "granted_to", "grantee_name", "granted_by"]
        return table(names, [(g.created_on, role, g.grantee_kind, g.grantee, g.granted_by) for g in members])
    if reader.accept("ON", "ACCOUNT"):
        return table(_COLUMNS, [_row(g) for g in catalog.grants() if g.kind == "ACCOUNT"])
    if reader.accept("ON"):
        return _on(session, reader)
    raise errors.unsupported(f"SHOW GRANTS {reader.rest()[:40]}")


def _of_user(session: Session, user: str) -> Result:
    found = [g for g in session.account.catalog.grants() if g.grantee_kind == "USER" and g.grantee == user]
    names = [CREATED, "role", "granted_to", "grantee_name", "granted_by"]
    return table(names, [(g.created_on, g.path[0], "USER", user, g.granted_by) for g in found])


def _on(session: Session, reader: Reader) -> Result:
    name = reader.accept_any("STORAGE INTEGRATION", *GRANTABLE)
    if name is None:
        raise errors.unsupported(f"SHOW GRANTS ON {reader.rest()[:40]}")
    kind = GRANTABLE["INTEGRATION" if name == "STORAGE INTEGRATION" else name]
    path = session.resolve(reader.name(), kind.level)
    catalog = session.account.catalog
    kind_name = "VIEW" if kind.name == "TABLE" and catalog.get("VIEW", path) else kind.name
    entry = catalog.require(kind_name, path, kind.title)
    found = [g for g in catalog.grants() if (g.kind, g.path) == entry.key]
    if kind.name == "ROLE":
        found = [g for g in found if g.privilege != "USAGE" or g.grantee_kind == "ROLE"]
    return table(_COLUMNS, [*_ownerships(session, only=entry.key), *map(_row, found)])


def _ownerships(session: Session, owner: str | None = None, only: tuple | None = None) -> list[tuple]:
    """Ownership is a grant in Snowflake's answers, though it is kept with the object."""
    rows = []
    for kind in GRANTABLE:
        for entry in session.account.catalog.of_kind(kind):
            if (owner is None or entry.owner == owner) and (only is None or entry.key == only) and entry.owner:
                rows.append(
                    (
                        entry.created_on,
                        "OWNERSHIP",
                        _granted_on(kind),
                        dotted(entry.path),
                        "ROLE",
                        entry.owner,
                        "true",
                        entry.owner,
                        "ROLE",
                    )
                )
    return rows


def _granted_on(kind: str) -> str:
    return kind.replace(" ", "_")


def _row(grant: Grant) -> tuple:
    name = dotted(grant.path) if grant.path else "ACCOUNT"
    return (
        grant.created_on,
        grant.privilege,
        _granted_on(grant.kind),
        name,
        grant.grantee_kind,
        grant.grantee,
        flag(grant.grant_option),
        grant.granted_by,
        "ROLE" if grant.granted_by else "",
    )


def future_grants(session: Session, reader: Reader) -> Result:
    catalog = session.account.catalog
    names = [CREATED, "privilege", "grant_on", "name", "grant_to", "grantee_name", "grant_option"]
    if reader.accept("TO", "ROLE"):
        role = reader.identifier()
        return table(names, [_future(f) for f in _plain(session) if f.grantee == role])
    reader.expect("IN")
    kind = reader.accept_any("SCHEMA", "DATABASE")
    if kind is None:
        raise reader.failure()
    container = session.resolve(reader.name(), "DATABASE" if kind == "SCHEMA" else "ACCOUNT")
    catalog.require(kind, container, kind.capitalize())
    return table(names, [_future(f) for f in _plain(session) if f.container == container])


def _future(future: Future) -> tuple:
    name = f"{dotted(future.container)}.<{future.kind}>"
    return (
        future.created_on,
        future.privilege,
        _granted_on(future.kind),
        name,
        "ROLE",
        future.grantee,
        flag(future.grant_option),
    )


def _plain(session: Session) -> list[Future]:
    return [f for f in session.account.catalog.futures() if not f.privilege.startswith(INHERITED)]


def inherited_grants(session: Session, reader: Reader) -> Result:
    """SHOW INHERITED GRANTS IN { ACCOUNT | DATABASE | SCHEMA }."""
    names = [CREATED, "privilege", "granted_on", "name", "granted_to", "grantee_name", "grant_option", "is_inherited"]
    reader.expect("IN")
    kind = reader.accept_any("SCHEMA", "DATABASE", "ACCOUNT")
    if kind is None:
        raise reader.failure()
    level = {"SCHEMA": "DATABASE", "DATABASE": "ACCOUNT"}.get(kind)
    container = session.resolve(reader.name(), level) if level else ()
    found = [f for f in session.account.catalog.futures() if f.privilege.startswith(INHERITED)]
    return table(names, [
        (f.created_on, f.privilege.removeprefix(INHERITED), _granted_on(GRANTABLE[f.kind].plural), dotted(container),
         "ROLE", f.grantee, "false", "true")
        for f in found if f.container == container
    ])  # fmt: skip
