"""The clauses of CREATE that are no NAME = value pairs, by kind of object."""

from __future__ import annotations

from typing import Any

from ..catalog.kinds import Kind
from ..session import Session
from ..tokens import Reader


def head(session: Session, reader: Reader, kind: Kind) -> dict[str, Any]:
    """What stands right after the name; properties that start with a small letter are clauses."""
    found: dict[str, Any] = {}
    if kind.name == "STREAM":
        reader.accept("COPY", "GRANTS")
        reader.expect("ON")
        source = reader.accept_any("DYNAMIC TABLE", "TABLE", "VIEW")
        if source is None:
            raise reader.failure()
        found["source_kind"] = source
        found["source"] = list(session.resolve(reader.name()))
    elif kind.name == "DBT PROJECT" and reader.accept("FROM"):
        found["from"] = reader.string()
    elif kind.name == "TAG" and reader.accept("ALLOWED_VALUES"):
        found["ALLOWED_VALUES"] = [reader.string()]
        while reader.accept(","):
            found["ALLOWED_VALUES"].append(reader.string())
    return found


def tail(session: Session, reader: Reader, kind: Kind, found: dict[str, Any]) -> bool:
    """Reads AFTER …, WHEN … or AS … where they stand; whether there was one."""
    if kind.name == "TASK" and reader.accept("AFTER"):
        found["after"] = [list(session.resolve(reader.name()))]
        while reader.accept(","):
            found["after"].append(list(session.resolve(reader.name())))
        return True
    if kind.name == "TASK" and reader.accept("WHEN"):
        found["when"] = _until_as(reader)
        return True
    if kind.name in ("TASK", "PIPE", "DYNAMIC TABLE") and reader.accept("AS"):
        found["definition"] = reader.rest().strip().rstrip(";").rstrip()
        reader.position = len(reader.tokens)
        return True
    return False


def _until_as(reader: Reader) -> str:
    begin = reader.peek().start if reader.peek() else 0
    depth = 0
    while depth or not reader.at("AS"):
        token = reader.next()
        depth += {"(": 1, ")": -1}.get(token.text, 0) if token.kind == "symbol" else 0
    return reader.sql[begin : reader.peek().start].strip()
