"""Opening a session for a user: role, warehouse and place from the request, else the user's defaults."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from ..account import Account
from ..catalog import Entry
from ..errors import SnowflakeError
from ..session import Session
from ..statements import session_commands
from ..tokens import Reader


@dataclass(frozen=True)
class Wanted:
    """Names in their stored form; None for what the request leaves to the user's defaults."""

    role: str | None = None
    warehouse: str | None = None
    database: str | None = None
    schema: str | None = None
    parameters: dict[str, Any] = field(default_factory=dict)


def opened(account: Account, user: Entry, wanted: Wanted) -> Session:
    session = account.open_session(user.name)
    try:
        _enter(session, user, wanted)
    except BaseException:
        account.close_session(session)
        raise
    return session


def _enter(session: Session, user: Entry, wanted: Wanted) -> None:
    role = wanted.role or user.properties.get("DEFAULT_ROLE") or "PUBLIC"
    try:
        session_commands.use_role(session, role)
    except SnowflakeError:
        raise SnowflakeError(
            390189,
            "08001",
            f"Role '{role}' specified in the connect string is not granted to this user. Contact your local system "
            "administrator, or attempt to login with another role, e.g. PUBLIC.",
        ) from None
    default = Reader(user.properties.get("DEFAULT_NAMESPACE") or "").tokens
    names = [token.upper for token in default if token.kind in ("word", "quoted")]
    database = wanted.database or (names[0] if names else None)
    schema = wanted.schema or (names[1] if len(names) > 1 and not wanted.database else None)
    _try(session_commands.use_warehouse, session, wanted.warehouse or user.properties.get("DEFAULT_WAREHOUSE"))
    _try(session_commands.use_database, session, database)
    if schema and session.database:
        _try(session_commands.use_schema, session, (session.database, schema))
    for name, value in wanted.parameters.items():
        session.set_parameter(name.upper(), value)


def _try(command: Any, session: Session, name: Any) -> None:
    """What does not exist or is not allowed is left out, as at a real login; the statement then says what it misses."""
    if name:
        try:
            command(session, name)
        except SnowflakeError:
            return
