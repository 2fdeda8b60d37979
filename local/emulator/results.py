"""What a statement answers: typed columns, rows, and how both protocols write them (Snowflake's jsonv2 form)."""

from __future__ import annotations

import datetime as dt
import decimal
import json
import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

TEXT_LENGTH = 16_777_216
_EPOCH = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)


@dataclass(frozen=True)
class Column:
    """type is Snowflake's wire name: fixed, real, text, boolean, date, time, timestamp_ntz/ltz/tz, variant, binary."""

    name: str
    type: str = "text"
    precision: int | None = None
    scale: int | None = None
    length: int | None = None

    def described(self) -> dict[str, Any]:
        precision, scale, length = self.precision, self.scale, self.length
        if self.type == "fixed":
            precision, scale = precision or 38, scale or 0
        elif self.type.startswith("time"):
            precision, scale = 0, 9
        elif self.type == "text":
            length = length or TEXT_LENGTH
        elif self.type == "binary":
            length = length or 8_388_608
        byte_length = min(length * 4, TEXT_LENGTH) if length and self.type == "text" else length
        return {
            "name": self.name,
            "database": "",
            "schema": "",
            "table": "",
            "nullable": True,
            "type": self.type,
            "byteLength": byte_length,
            "length": length,
            "scale": scale,
            "precision": precision,
            "collation": None,
        }


@dataclass
class Result:
    """kind is the driver protocol's statementTypeId; affected counts rows by insert, update, delete."""

    columns: list[Column]
    rows: list[tuple[Any, ...]]
    kind: int = 0
    affected: dict[str, int] = field(default_factory=dict)

    def encoded(self) -> list[list[str | None]]:
        types = [column.type for column in self.columns]
        return [[encode(value, kind) for value, kind in zip(row, types, strict=True)] for row in self.rows]


SELECT, INSERT, UPDATE, DELETE, MERGE, COPY = 0x1000, 0x3100, 0x3200, 0x3300, 0x3400, 0x3600
USE, SHOW, DESCRIBE, TRANSACTION, DDL, ALTER_SESSION = 0x4300, 0x4400, 0x4500, 0x5000, 0x6000, 0x4100


def status(message: str = "Statement executed successfully.", kind: int = DDL) -> Result:
    return Result([Column("status")], [(message,)], kind)


def table(names: Iterable[str | tuple[str, str]], rows: Iterable[Sequence[Any]], kind: int = SHOW) -> Result:
    """Rows under lower-case Snowflake column names; a name alone is text, (name, type) is typed."""
    columns = [Column(n) if isinstance(n, str) else Column(n[0], n[1]) for n in names]
    return Result(columns, [tuple(row) for row in rows], kind)


def encode(value: Any, kind: str) -> str | None:
    """One value as text; null stays null. Dates are days, timestamps seconds with nine decimals, both from 1970."""
    if value is None:
        return None
    if isinstance(value, bool):
        return ("true" if value else "false") if kind == "boolean" else str(int(value))
    if isinstance(value, dt.datetime):
        return _timestamp(value, kind)
    if isinstance(value, dt.date):
        return str((value - _EPOCH.date()).days)
    if isinstance(value, dt.time):
        seconds = value.hour * 3600 + value.minute * 60 + value.second
        return f"{seconds}.{value.microsecond:06d}000"
    if isinstance(value, decimal.Decimal):
        return format(value, "f")
    if isinstance(value, float):
        return _float(value)
    if isinstance(value, bytes | bytearray):
        return bytes(value).hex().upper()
    if isinstance(value, dict | list):
        return json.dumps(value, default=str, ensure_ascii=False)
    return str(value)


def _timestamp(value: dt.datetime, kind: str) -> str:
    aware = value if value.tzinfo else value.replace(tzinfo=dt.UTC)
    micros = (aware - _EPOCH) // dt.timedelta(microseconds=1)
    text = f"{'-' if micros < 0 else ''}{abs(micros) // 10**6}.{abs(micros) % 10**6:06d}000"
    if kind != "timestamp_tz":
        return text
    offset = aware.utcoffset() or dt.timedelta()
    return f"{text} {1440 + int(offset.total_seconds() // 60)}"


def _float(value: float) -> str:
    if math.isnan(value):
        return "NaN"
    if math.isinf(value):
        return "inf" if value > 0 else "-inf"
    return repr(int(value)) if value == int(value) and abs(value) < 1e15 else repr(value)
