"""Values bound to ? and :n, written into the statement as typed literals."""

from __future__ import annotations

import datetime as dt
from typing import Any

from ..errors import SnowflakeError
from ..names import literal
from ..tokens import tokenize

_EPOCH = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)


def bound(sql: str, bindings: dict[str, Any] | None) -> str:
    """Placeholders outside of literals and comments; every one needs a binding."""
    if not bindings:
        return sql
    out: list[str] = []
    last, count = 0, 0
    tokens = tokenize(sql)
    for index, token in enumerate(tokens):
        if token.kind != "symbol":
            continue
        key = None
        if token.text == "?":
            count += 1
            key, end = str(count), token.end
        elif token.text == ":" and index + 1 < len(tokens) and tokens[index + 1].start == token.end:
            following = tokens[index + 1]
            key, end = (following.text, following.end) if following.text in bindings else (None, 0)
        if key is None:
            continue
        if key not in bindings:
            raise SnowflakeError(2049, "42601", f"SQL compilation error:\nBind variable ? number {key} not set.")
        out += [sql[last : token.start], written(bindings[key])]
        last = end
    return "".join(out) + sql[last:]


def rows(bindings: dict[str, Any]) -> list[dict[str, Any]] | None:
    """Array bindings as one set of bindings a row; None for ordinary ones."""
    if not any(isinstance(each.get("value"), list) for each in bindings.values()):
        return None
    count = len(next(iter(bindings.values()))["value"])
    return [{key: {**each, "value": each["value"][row]} for key, each in bindings.items()} for row in range(count)]


def written(binding: dict[str, Any]) -> str:
    kind, value = str(binding.get("type", "TEXT")).upper(), binding.get("value")
    if value is None:
        return "NULL"
    text = str(value)
    try:
        match kind:
            case "FIXED":
                return _number(text)
            case "REAL":
                return f"CAST({literal(text)} AS FLOAT)"
            case "BOOLEAN":
                return "TRUE" if text.lower() in ("true", "1") else "FALSE"
            case "DATE":
                return f"CAST({literal(_milliseconds(text).date().isoformat())} AS DATE)"
            case "TIME":
                return f"CAST({literal(_nanoseconds(text).time().isoformat())} AS TIME)"
            case "TIMESTAMP_NTZ":
                return f"CAST({literal(_nanoseconds(text).replace(tzinfo=None).isoformat(sep=' '))} AS TIMESTAMP_NTZ)"
            case "TIMESTAMP_LTZ" | "TIMESTAMP_TZ":
                return f"CAST({literal(_nanoseconds(text.split()[0]).isoformat(sep=' '))} AS {kind})"
            case "BINARY":
                return f"X'{bytes.fromhex(text).hex()}'"
            case _:
                return literal(text)
    except ValueError:
        raise SnowflakeError(
            100038, "22018", f"Invalid value '{text[:60]}' for a bind variable of type {kind}"
        ) from None


def _number(text: str) -> str:
    if not text.strip().lstrip("+-").replace(".", "", 1).isdigit():
        raise ValueError(text)
    return f"({text})" if text.startswith("-") else text


def _milliseconds(text: str) -> dt.datetime:
    return _EPOCH + dt.timedelta(milliseconds=int(text))


def _nanoseconds(text: str) -> dt.datetime:
    if "." in text:
        return _EPOCH + dt.timedelta(seconds=float(text))
    return _EPOCH + dt.timedelta(microseconds=int(text) // 1000)
