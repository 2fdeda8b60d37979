"""GRANT and REVOKE of privileges and roles, now and for future objects."""

from __future__ import annotations

from dataclasses import dataclass, replace

from .. import errors
from ..catalog import INHERITED, Entry, Future, Grant
from ..catalog.all_kinds import GRANTABLE
from ..names import Path, dotted
from ..results import Result, status
from ..session import Session
from ..tokens import Reader

_PLURALS = {kind.plural: kind.name for kind in GRANTABLE.values()}
_ALL = {
    "WAREHOUSE": ["USAGE", "OPERATE", "MONITOR", "MODIFY", "APPLYBUDGET"],
    "DATABASE": ["USAGE", "MONITOR", "MODIFY", "CREATE SCHEMA"],
    "SCHEMA": [
        "USAGE",
        "MONITOR",
        "MODIFY",
        "CREATE TABLE",
        "CREATE VIEW",
        "CREATE STAGE",
        "CREATE FILE FORMAT",
        "CREATE SEQUENCE",
    ],
    "TABLE": ["SELECT", "INSERT", "UPDATE", "DELETE", "TRUNCATE", "REFERENCES"],
    "VIEW": ["SELECT", "REFERENCES"],
    "STAGE": ["USAGE"],
    "FILE FORMAT": ["USAGE"],
    "INTEGRATION": ["USAGE"],
    "SEQUENCE": ["USAGE"],
    "USER": ["MONITOR"],
    "RESOURCE MONITOR": ["MONITOR", "MODIFY"],
    "TASK": ["MONITOR", "OPERATE"],
    "PIPE": ["MONITOR", "OPERATE"],
    "STREAM": ["SELECT"],
    "DYNAMIC TABLE": ["MONITOR", "OPERATE", "SELECT"],
    "DBT PROJECT": ["USAGE", "MONITOR"],
    "SECRET": ["USAGE", "READ"],
    "TAG": ["APPLY", "READ"],
    "AUTHENTICATION POLICY": ["APPLY"],
    "NETWORK RULE": [],
    "NETWORK POLICY": [],
    "ROLE": [],
}
_OF_ACCOUNT = [
    "CREATE DATABASE", "CREATE WAREHOUSE", "CREATE ROLE", "CREATE USER", "CREATE INTEGRATION",
    "CREATE STORAGE INTEGRATION", "CREATE NOTIFICATION INTEGRATION", "CREATE NETWORK POLICY", "MANAGE GRANTS",
    "EXECUTE TASK", "EXECUTE MANAGED TASK", "APPLY AUTHENTICATION POLICY", "ATTACH POLICY", "MONITOR USAGE",
    "MONITOR EXECUTION", "IMPORT SHARE",
]  # fmt: skip
_PRIVILEGES = {privilege for privileges in _ALL.values() for privilege in privileges} | {
    "OWNERSHIP",
    "CREATE DATABASE",
    "CREATE WAREHOUSE",
    "CREATE ROLE",
    "CREATE USER",
    *_OF_ACCOUNT,
    "MANAGE GRANTS",
    "CREATE NETWORK POLICY",
    "EXECUTE TASK",
    "IMPORT SHARE",
    "MONITOR USAGE",
    "MONITOR EXECUTION",
    "READ",
    "WRITE",
    "REBUILD",
    "CREATE DATABASE ROLE",
    "CREATE PIPE",
    "CREATE TASK",
    "CREATE STREAM",
    "CREATE FUNCTION",
    "CREATE PROCEDURE",
    "CREATE DYNAMIC TABLE",
    "CREATE TAG",
    "CREATE TEMPORARY TABLE",
    "EVOLVE SCHEMA",
    "CREATE DBT PROJECT",
    "CREATE SECRET",
    "CREATE NETWORK RULE",
    "CREATE AUTHENTICATION POLICY",
}


@dataclass(frozen=True)
class _Target:
    """objects is None for FUTURE: then container and kind say what is meant."""

    kind: str
    objects: list[Path] | None
    container: Path = ()


def grant(session: Session, reader: Reader) -> Result:
    if reader.accept("ROLE"):
        return _role_membership(session, reader, giving=True)
    if reader.at("DATABASE", "ROLE") or reader.at("APPLICATION"):
        raise errors.unsupported("database and application roles")
    if reader.accept("INHERITED"):
        return _inherited(session, reader, giving=True)
    privileges = _privileges(reader)
    target = _target(session, reader)
    _refuse_foreign(privileges, target.kind)
    reader.expect("TO")
    grantee = _grantee(session, reader)
    option = reader.accept("WITH", "GRANT", "OPTION")
    copying = reader.accept_any("COPY CURRENT GRANTS", "REVOKE CURRENT GRANTS")
    reader.expect_end()
    with session.account.catalog.changing():
        if privileges == ["OWNERSHIP"]:
            return _give_ownership(session, target, grantee, copying)
        for privilege in _expanded(privileges, target.kind):
            if target.objects is None:
                _require_future(session, target.container)
                session.account.catalog.grant_future(Future(privilege, target.kind, target.container, grantee, option))
            for path in target.objects or []:
                _require_grantor(session, target.kind, path)
                session.account.catalog.grant(
                    Grant(privilege, target.kind, path, "ROLE", grantee, option, session.role)
                )
    return status()


def revoke(session: Session, reader: Reader) -> Result:
    if reader.accept("ROLE"):
        return _role_membership(session, reader, giving=False)
    if reader.accept("INHERITED"):
        return _inherited(session, reader, giving=False)
    reader.accept("GRANT", "OPTION", "FOR")
    privileges = _privileges(reader)
    target = _target(session, reader)
    reader.expect("FROM")
    grantee = _grantee(session, reader)
    reader.accept_any("CASCADE", "RESTRICT")
    reader.expect_end()
    with session.account.catalog.changing():
        for privilege in _expanded(privileges, target.kind):
            if target.objects is None:
                _require_future(session, target.container)
                session.account.catalog.revoke_future(Future(privilege, target.kind, target.container, grantee))
            for path in target.objects or []:
                _require_grantor(session, target.kind, path)
                session.account.catalog.revoke(Grant(privilege, target.kind, path, "ROLE", grantee))
    return status()


def _refuse_foreign(privileges: list[str], kind: str) -> None:
    """A privilege that objects of the kind do not have."""
    held = _OF_ACCOUNT if kind == "ACCOUNT" else _ALL.get(kind, [])
    for privilege in privileges:
        known = privilege in (*held, "ALL", "OWNERSHIP") or (kind == "SCHEMA" and privilege.startswith("CREATE "))
        known = known or (kind == "STAGE" and privilege in ("READ", "WRITE"))
        known = known or (kind == "DATABASE" and privilege in ("APPLYBUDGET", "CREATE DATABASE ROLE"))
        known = known or (kind == "TABLE" and privilege in ("REBUILD", "EVOLVE SCHEMA", "APPLYBUDGET"))
        if not known:
            raise errors.SnowflakeError(
                3008, "42501", f"SQL compilation error:\nInvalid privilege '{privilege}' for object type '{kind}'."
            )


def _inherited(session: Session, reader: Reader, giving: bool) -> Result:
    """GRANT INHERITED … ON ALL … IN …: one grant on the container, for what it holds and will hold."""
    privileges = _privileges(reader)
    target = _target(session, reader, inherited=True)
    _refuse_foreign(privileges, target.kind)
    reader.expect("TO" if giving else "FROM")
    grantee = _grantee(session, reader)
    reader.expect_end()
    _require_manage(session)
    catalog = session.account.catalog
    with catalog.changing():
        for privilege in _expanded(privileges, target.kind):
            future = Future(INHERITED + privilege, target.kind, target.container, grantee)
            (catalog.grant_future if giving else catalog.revoke_future)(future)
    return status()


def _role_membership(session: Session, reader: Reader, giving: bool) -> Result:
    catalog = session.account.catalog
    role = reader.identifier()
    reader.expect("TO" if giving else "FROM")
    kind = reader.accept_any("ROLE", "USER")
    if kind is None:
        raise reader.failure()
    grantee = reader.identifier()
    reader.expect_end()
    entry = catalog.require("ROLE", (role,), "Role")
    catalog.require(kind, (grantee,), kind.capitalize())
    if not session.account.access.holds(session.role, "OWNERSHIP", "ROLE", entry.path):
        _require_manage(session)
    if giving and kind == "ROLE" and grantee in session.account.access.inherited(role) - {"PUBLIC"}:
        raise errors.SnowflakeError(3037, "42501", f"SQL compilation error:\nrole grant would create a cycle: {role}")
    membership = Grant("USAGE", "ROLE", (role,), kind, grantee, granted_by=session.role)
    (catalog.grant if giving else catalog.revoke)(membership)
    return status()


def _privileges(reader: Reader) -> list[str]:
    """Up to ON; ALL stays a word of its own until the object kind is known."""
    found: list[str] = []
    while True:
        words = []
        while not reader.at("ON") and not reader.at(","):
            words.append(reader.identifier())
        privilege = " ".join(words)
        if privilege in ("ALL", "ALL PRIVILEGES"):
            found.append("ALL")
        elif privilege in _PRIVILEGES:
            found.append(privilege)
        else:
            raise errors.syntax_error(f"unknown privilege '{privilege}'")
        if not reader.accept(","):
            break
    reader.expect("ON")
    return found


def _expanded(privileges: list[str], kind: str) -> list[str]:
    return [each for privilege in privileges for each in (_ALL.get(kind, []) if privilege == "ALL" else [privilege])]


def _target(session: Session, reader: Reader, inherited: bool = False) -> _Target:
    catalog = session.account.catalog
    if reader.accept("ACCOUNT"):
        return _Target("ACCOUNT", [()])
    if scope := reader.accept_any("FUTURE", "ALL"):
        plural = reader.accept_any(*_PLURALS)
        if plural is None:
            raise errors.unsupported(f"grants on {scope} {reader.rest()[:30]}")
        reader.expect("IN")
        container_kind = reader.accept_any("SCHEMA", "DATABASE")
        if container_kind is None:
            raise reader.failure()
        container = session.resolve(reader.name(), "DATABASE" if container_kind == "SCHEMA" else "ACCOUNT")
        catalog.require(container_kind, container, container_kind.capitalize())
        kind = _PLURALS[plural]
        if scope == "FUTURE" or inherited:
            return _Target(kind, None, container)
        return _Target(kind, [entry.path for entry in catalog.of_kind(kind, container)])
    kind_name = None if inherited else reader.accept_any("STORAGE INTEGRATION", *GRANTABLE)
    if kind_name is None:
        raise errors.unsupported(f"grants on {reader.rest()[:30]}")
    kind = GRANTABLE["INTEGRATION" if kind_name == "STORAGE INTEGRATION" else kind_name]
    path = session.resolve(reader.name(), kind.level)
    if kind.name == "TABLE" and catalog.get("VIEW", path):
        kind = GRANTABLE["VIEW"]
    catalog.require(kind.name, path, kind.title)
    return _Target(kind.name, [path])


def _grantee(session: Session, reader: Reader) -> str:
    if reader.at("DATABASE", "ROLE") or reader.at("USER") or reader.at("SHARE"):
        raise errors.unsupported("privileges to users, shares and database roles")
    reader.accept("ROLE")
    role = reader.identifier()
    session.account.catalog.require("ROLE", (role,), "Role")
    return role


def _give_ownership(session: Session, target: _Target, role: str, copying: str | None) -> Result:
    catalog = session.account.catalog
    if target.objects is None:
        catalog.grant_future(Future("OWNERSHIP", target.kind, target.container, role))
        return status()
    for path in target.objects:
        entry: Entry = catalog.require(target.kind, path, target.kind.capitalize())
        session.account.access.require_ownership(session.role, entry)
        dependent = [g for g in catalog.grants() if (g.kind, g.path) == entry.key and g.privilege != "OWNERSHIP"]
        if dependent and copying is None and entry.owner != role:
            raise errors.SnowflakeError(
                3172,
                "42501",
                f"SQL execution error: Dependent grant of privilege '{dependent[0].privilege}' on {dotted(path)} "
                "exists. It must be revoked first, or use COPY CURRENT GRANTS.",
            )
        if copying == "REVOKE CURRENT GRANTS":
            for each in dependent:
                catalog.revoke(each)
        catalog.put(replace(entry, owner=role))
    return status()


def _require_grantor(session: Session, kind: str, path: Path) -> None:
    """The owner (in a managed schema: the schema's owner) or a role with MANAGE GRANTS."""
    access = session.account.access
    if access.holds(session.role, "MANAGE GRANTS", "ACCOUNT", ()):
        return
    schema = session.account.catalog.get("SCHEMA", path[:2]) if len(path) == 3 else None
    managed = schema is not None and schema.properties.get("MANAGED_ACCESS")
    owned = schema if managed else session.account.catalog.get(kind, path)
    if owned is None or owned.owner not in access.inherited(session.role):
        raise errors.insufficient_privileges(kind, path[-1] if path else "account")


def _require_future(session: Session, container: Path) -> None:
    """MANAGE GRANTS, or in a schema with managed access the ownership of the schema."""
    schema = session.account.catalog.get("SCHEMA", container)
    access = session.account.access
    managed = schema is not None and schema.properties.get("MANAGED_ACCESS")
    if not (managed and schema.owner in access.inherited(session.role)):
        _require_manage(session)


def _require_manage(session: Session) -> None:
    session.account.access.require_on_account(session.role, "MANAGE GRANTS")
