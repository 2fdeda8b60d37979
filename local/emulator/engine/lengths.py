"""VARCHAR(n) holds n characters: DuckDB takes any number, so what a change has left is looked at before it is kept."""

from __future__ import annotations

from .. import errors
from ..catalog import Entry
from ..names import dotted_quoted, quoted
from ..results import TEXT_LENGTH
from ..session import Session
from .types import Declared


def refuse_long(session: Session, entry: Entry) -> None:
    """Raises when a column of limited length holds more; the change around it is then undone."""
    for name, about in entry.properties.get("columns", {}).items():
        length = Declared(about["type"]).length if "type" in about else None
        if length is None or length >= TEXT_LENGTH or not about["type"].startswith("VARCHAR"):
            continue
        sql = f"SELECT {quoted(name)} FROM {dotted_quoted(entry.path)} WHERE length({quoted(name)}) > {length} LIMIT 1"
        found = session.duck.execute(sql).fetchall()
        if found:
            raise errors.SnowflakeError(100078, "22000", f"String '{found[0][0]}' is too long and would be truncated")
