"""Functions that only the session can answer: CURRENT_ROLE(), CURRENT_TIMESTAMP(), SYSTEM$… and their kin."""

from __future__ import annotations

import datetime as dt
import json
import time
from collections.abc import Callable
from zoneinfo import ZoneInfo

from sqlglot import Expr, exp

from .. import errors
from ..cloud import validation
from ..session import Session
from ..statements.show_more import channel
from ..tokens import Reader

VERSION = "9.40.0"
"""What CURRENT_VERSION() and the login answer; a release of 2026, so that clients do not refuse an old server."""

_TEXT: dict[str, Callable[[Session], str | None]] = {
    "CURRENT_ROLE": lambda s: s.role,
    "CURRENT_USER": lambda s: s.user,
    "CURRENT_WAREHOUSE": lambda s: s.warehouse,
    "CURRENT_DATABASE": lambda s: s.database,
    "CURRENT_CATALOG": lambda s: s.database,
    "CURRENT_SCHEMA": lambda s: s.schema,
    "CURRENT_ACCOUNT": lambda s: s.account.locator,
    "CURRENT_ACCOUNT_NAME": lambda s: s.account.configuration.account_name,
    "CURRENT_ORGANIZATION_NAME": lambda s: s.account.configuration.organization,
    "CURRENT_REGION": lambda s: s.account.region_name,
    "CURRENT_SESSION": lambda s: str(s.id),
    "CURRENT_VERSION": lambda s: VERSION,
    "CURRENT_CLIENT": lambda s: "emulator",
    "CURRENT_IP_ADDRESS": lambda s: "127.0.0.1",
    "CURRENT_STATEMENT": lambda s: None,
    "CURRENT_TRANSACTION": lambda s: s.query_id if s.in_transaction else None,
    "CURRENT_ROLE_TYPE": lambda s: "ROLE",
    "CURRENT_SECONDARY_ROLES": lambda s: '{"roles":"","value":""}',
    "LAST_QUERY_ID": lambda s: next(reversed(s.results), None),
}
_ZONED, _UTC = ("CURRENT_TIMESTAMP", "LOCALTIMESTAMP", "GETDATE", "SYSTIMESTAMP"), ("SYSDATE",)


def answered(tree: Expr, session: Session, definition: bool) -> Expr:
    """The tree with those calls replaced. In a definition (view, default) clock functions stay calls."""
    at = dt.datetime.now(dt.UTC)

    def replaced(node: Expr) -> Expr:
        name = _name(node)
        if name is None:
            return node
        if name in _TEXT:
            value = _TEXT[name](session)
            return exp.null() if value is None else exp.Literal.string(value)
        if (isinstance(node, exp.CurrentTimestamp) and node.args.get("sysdate")) or name in _UTC:
            return _utc(at, definition)
        if name == "CURRENT_DATE" and not definition:
            zone = ZoneInfo(session.parameters["TIMEZONE"])
            return _cast(at.astimezone(zone).date().isoformat(), "DATE")
        if name in _ZONED and not definition:
            return _cast(at.isoformat(sep=" "), "TIMESTAMPTZ")
        if name == "IS_ROLE_IN_SESSION":
            role = _argument(node, 0)
            return exp.Boolean(this=role in session.account.access.inherited(session.role))
        if name.startswith("SYSTEM$"):
            return exp.Literal.string(_system(session, name, node))
        return node

    return tree.transform(replaced, copy=False)


def _name(node: Expr) -> str | None:
    if isinstance(node, exp.Anonymous):
        return str(node.this).upper()
    return node.sql_name() if isinstance(node, exp.Func) else None


def _utc(at: dt.datetime, definition: bool) -> Expr:
    if definition:
        return exp.AtTimeZone(this=exp.Anonymous(this="now"), zone=exp.Literal.string("UTC"))
    return _cast(at.replace(tzinfo=None).isoformat(sep=" "), "TIMESTAMPNTZ")


def _cast(text: str, kind: str) -> Expr:
    return exp.Cast(this=exp.Literal.string(text), to=exp.DataType.build(kind))


def _argument(node: Expr, index: int) -> str:
    arguments = node.expressions
    if index >= len(arguments) or not isinstance(arguments[index], exp.Literal):
        raise errors.unsupported(f"{_name(node)} with arguments that are not literals")
    return arguments[index].name


def _system(session: Session, name: str, node: Expr) -> str:
    match name:
        case "SYSTEM$VALIDATE_STORAGE_INTEGRATION":
            return validation.validate(session, *(_argument(node, index) for index in range(4)))
        case "SYSTEM$PIPE_STATUS":
            return _pipe_status(session, _argument(node, 0))
        case "SYSTEM$WAIT":
            return _wait(session, float(_argument(node, 0)), len(node.expressions) > 1 and _argument(node, 1))
        case "SYSTEM$CANCEL_ALL_QUERIES":
            return session.account.cancel_all(session.user, int(_argument(node, 0)))
        case _:
            raise errors.unsupported(name)


def _pipe_status(session: Session, name: str) -> str:
    """As of a pipe that nothing has ever told of a file: none is waiting, and nothing is wrong."""
    path = session.resolve(Reader(name).name())
    pipe = session.account.catalog.require("PIPE", path, "Pipe")
    if not any(session.account.access.holds(session.role, each, "PIPE", path) for each in ("MONITOR", "OPERATE")):
        raise errors.does_not_exist("Pipe", name)
    paused = pipe.properties.get("PIPE_EXECUTION_PAUSED")
    status = {"executionState": "PAUSED" if paused else "RUNNING", "pendingFileCount": 0}
    if topic := pipe.properties.get("AWS_SNS_TOPIC"):
        status |= {"notificationChannelName": channel(session, pipe), "channelErrorMessage": "", "snsTopicArn": topic}
    return json.dumps(status)


def _wait(session: Session, amount: float, unit: str | bool) -> str:
    factor = {"MILLISECONDS": 0.001, "MINUTES": 60.0}.get(str(unit).upper(), 1.0)
    until = time.monotonic() + amount * factor
    while time.monotonic() < until:
        if session.cancelled.wait(min(0.05, max(0.0, until - time.monotonic()))):
            raise errors.SnowflakeError(604, "57014", "SQL execution canceled")
    return f"waited {amount:g} {str(unit).lower() if unit else 'seconds'}"
