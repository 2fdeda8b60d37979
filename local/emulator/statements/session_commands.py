"""USE, SET, UNSET and ALTER SESSION."""

from __future__ import annotations

from .. import errors
from ..names import dotted
from ..results import ALTER_SESSION, USE, Result, status
from ..session import DEFAULT_PARAMETERS, Session
from ..tokens import Reader


def use(session: Session, reader: Reader) -> Result:
    if reader.accept("SECONDARY", "ROLES"):
        word = reader.identifier()
        if word not in ("NONE", "ALL"):
            raise errors.unsupported("USE SECONDARY ROLES with a list")
        return status(kind=USE)
    kind = reader.accept_any("ROLE", "WAREHOUSE", "DATABASE", "SCHEMA")
    name = reader.name()
    reader.expect_end()
    if kind == "ROLE":
        use_role(session, name[-1])
    elif kind == "WAREHOUSE":
        use_warehouse(session, name[-1])
    elif kind == "DATABASE" or (kind is None and len(name) == 1):
        use_database(session, name[-1])
    else:
        use_schema(session, session.resolve(name, "DATABASE"))
    return status(kind=USE)


def use_role(session: Session, role: str) -> None:
    access, catalog = session.account.access, session.account.catalog
    if catalog.get("ROLE", (role,)) is None:
        raise errors.SnowflakeError(
            2043,
            "02000",
            "SQL compilation error:\nObject does not exist, or operation cannot be performed.",
        )
    if not access.may_use_role(session.user, role):
        raise errors.SnowflakeError(
            3001,
            "42501",
            f"SQL access control error:\nRequested role '{role}' is not assigned to the executing user. "
            "Specify another role to activate.",
        )
    session.role = role


def use_warehouse(session: Session, warehouse: str) -> None:
    entry = session.account.catalog.get("WAREHOUSE", (warehouse,))
    if entry is None or not session.account.access.holds(session.role, "USAGE", "WAREHOUSE", entry.path):
        raise errors.SnowflakeError(
            2043,
            "02000",
            "SQL compilation error:\nObject does not exist, or operation cannot be performed.",
        )
    session.warehouse = warehouse


def use_database(session: Session, database: str) -> None:
    _require_usage(session, "DATABASE", (database,))
    session.database = database
    session.schema = "PUBLIC" if session.account.catalog.get("SCHEMA", (database, "PUBLIC")) else None


def use_schema(session: Session, path: tuple[str, ...]) -> None:
    if path[1] != "INFORMATION_SCHEMA":
        _require_usage(session, "SCHEMA", path)
    session.database, session.schema = path


def _require_usage(session: Session, kind: str, path: tuple[str, ...]) -> None:
    entry = session.account.catalog.get(kind, path)
    if entry is None or not session.account.access.holds(session.role, "USAGE", kind, path):
        raise errors.SnowflakeError(
            2043,
            "02000",
            "SQL compilation error:\nObject does not exist, or operation cannot be performed: " + dotted(path),
        )


def alter_session(session: Session, reader: Reader) -> Result:
    if reader.accept("UNSET"):
        while not reader.done():
            name = reader.identifier()
            if name in DEFAULT_PARAMETERS:
                session.set_parameter(name, DEFAULT_PARAMETERS[name])
            reader.accept(",")
    else:
        reader.expect("SET")
        for name, value in reader.properties().items():
            session.set_parameter(name, value if isinstance(value, bool | int | float) else str(value))
    return status(kind=ALTER_SESSION)


def set_variable(session: Session, reader: Reader) -> Result:
    name = reader.identifier()
    reader.expect("=")
    session.variables[name] = reader.rest()
    return status(kind=ALTER_SESSION)


def unset_variable(session: Session, reader: Reader) -> Result:
    session.variables.pop(reader.identifier(), None)
    reader.expect_end()
    return status(kind=ALTER_SESSION)
