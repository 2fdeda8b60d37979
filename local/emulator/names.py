"""Identifiers and qualified names as Snowflake resolves and prints them."""

from __future__ import annotations

import re
from collections.abc import Sequence

Path = tuple[str, ...]
"""A resolved name: (NAME,) for account objects, (DATABASE, NAME) for schemas, (DATABASE, SCHEMA, NAME) below them."""

_PLAIN = re.compile(r"[A-Z_][A-Z0-9_$]*")


def normalise(identifier: str) -> str:
    """The stored form of an identifier as written: quoted ones keep their case, others are upper case."""
    if len(identifier) >= 2 and identifier[0] == '"' and identifier[-1] == '"':
        return identifier[1:-1].replace('""', '"')
    return identifier.upper()


def quoted(name: str) -> str:
    """Always quoted; both Snowflake and DuckDB read it back as the same name."""
    return '"' + name.replace('"', '""') + '"'


def printed(name: str) -> str:
    """As SHOW and the error messages print it: quoted only where it has to be."""
    return name if _PLAIN.fullmatch(name) else quoted(name)


def dotted(path: Sequence[str]) -> str:
    return ".".join(printed(part) for part in path)


def dotted_quoted(path: Sequence[str]) -> str:
    return ".".join(quoted(part) for part in path)


def literal(text: str) -> str:
    """A Snowflake string literal with exactly this value."""
    return "'" + text.replace("\\", "\\\\").replace("'", "''") + "'"


def duck_literal(text: str) -> str:
    """A DuckDB string literal: only the quote is special."""
    return "'" + text.replace("'", "''") + "'"


def like(pattern: str | None) -> re.Pattern[str]:
    """The pattern of SHOW … LIKE: case-insensitive, % and _ are wildcards, a backslash makes them plain."""
    if pattern is None:
        return re.compile(".*", re.DOTALL)
    out: list[str] = []
    escaped = False
    for char in pattern:
        if escaped:
            out.append(re.escape(char))
            escaped = False
        elif char == "\\":
            escaped = True
        else:
            out.append(".*" if char == "%" else "." if char == "_" else re.escape(char))
    return re.compile("".join(out), re.IGNORECASE | re.DOTALL)
