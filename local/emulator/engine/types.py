"""Data types three ways: as declared in Snowflake, as DuckDB stores them, as the wire names them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sqlglot import exp

from ..results import TEXT_LENGTH, Column

_T = exp.DataType.Type
_INTEGERS = {_T.INT, _T.BIGINT, _T.SMALLINT, _T.TINYINT, _T.INT128, _T.MEDIUMINT}
_TEXTS = {_T.TEXT, _T.VARCHAR, _T.CHAR, _T.NCHAR, _T.NVARCHAR, _T.NAME}
_NAMED = {
    _T.TIMESTAMP: "TIMESTAMP_NTZ(9)",
    _T.TIMESTAMPNTZ: "TIMESTAMP_NTZ(9)",
    _T.DATETIME: "TIMESTAMP_NTZ(9)",
    _T.TIMESTAMPLTZ: "TIMESTAMP_LTZ(9)",
    _T.TIMESTAMPTZ: "TIMESTAMP_TZ(9)",
    _T.DATE: "DATE",
    _T.TIME: "TIME(9)",
    _T.BOOLEAN: "BOOLEAN",
    _T.DOUBLE: "FLOAT",
    _T.FLOAT: "FLOAT",
    _T.VARIANT: "VARIANT",
    _T.OBJECT: "OBJECT",
    _T.ARRAY: "ARRAY",
    _T.JSON: "VARIANT",
    _T.BINARY: "BINARY(8388608)",
    _T.VARBINARY: "BINARY(8388608)",
}


@dataclass(frozen=True)
class Declared:
    """A Snowflake type in its full form, for example VARCHAR(64) or NUMBER(38,0)."""

    text: str

    @property
    def base(self) -> str:
        return self.text.split("(")[0]

    @property
    def parameters(self) -> tuple[int, ...]:
        return tuple(int(number) for number in re.findall(r"\d+", self.text.partition("(")[2]))

    @property
    def length(self) -> int | None:
        return self.parameters[0] if self.base in ("VARCHAR", "BINARY") else None


def declared(kind: exp.DataType) -> Declared:
    """What DESC TABLE prints for a type as parsed from a column definition."""
    numbers = [int(param.name) for param in kind.find_all(exp.DataTypeParam) if param.name.isdigit()]
    if kind.this in _TEXTS:
        default = 1 if kind.this in (_T.CHAR, _T.NCHAR) else TEXT_LENGTH
        return Declared(f"VARCHAR({numbers[0] if numbers else default})")
    if kind.this in _INTEGERS:
        return Declared("NUMBER(38,0)")
    if kind.this is _T.DECIMAL:
        precision, scale = [*numbers, 38, 0][:2] if not numbers else [*numbers, 0][:2]
        return Declared(f"NUMBER({precision},{scale})")
    name = _NAMED.get(kind.this)
    if name is None:
        return Declared(kind.sql("snowflake").upper())
    if numbers and "(" in name:
        return Declared(f"{name.split('(')[0]}({numbers[0]})")
    return Declared(name)


def from_duckdb(kind: str) -> Declared:
    """The Snowflake type of a stored column whose declaration is not known, as after CREATE TABLE AS."""
    wire = column("", kind)
    match wire.type:
        case "fixed":
            return Declared(f"NUMBER({wire.precision},{wire.scale})")
        case "text":
            return Declared(f"VARCHAR({TEXT_LENGTH})")
        case "real":
            return Declared("FLOAT")
        case "timestamp_ntz" | "timestamp_ltz" | "timestamp_tz" | "time":
            return Declared(f"{wire.type.upper()}(9)")
        case "binary":
            return Declared("BINARY(8388608)")
        case other:
            return Declared(other.upper())


_WIRE = {
    "BIGINT": "fixed",
    "INTEGER": "fixed",
    "SMALLINT": "fixed",
    "TINYINT": "fixed",
    "HUGEINT": "fixed",
    "UBIGINT": "fixed",
    "UINTEGER": "fixed",
    "USMALLINT": "fixed",
    "UTINYINT": "fixed",
    "UHUGEINT": "fixed",
    "DOUBLE": "real",
    "FLOAT": "real",
    "BOOLEAN": "boolean",
    "DATE": "date",
    "TIME": "time",
    "BLOB": "binary",
    "TIMESTAMP": "timestamp_ntz",
    "TIMESTAMP_NS": "timestamp_ntz",
    "TIMESTAMP_MS": "timestamp_ntz",
    "TIMESTAMP_S": "timestamp_ntz",
    "TIMESTAMP WITH TIME ZONE": "timestamp_ltz",
    "JSON": "variant",
    "VARCHAR": "text",
    "UUID": "text",
    "INTERVAL": "text",
    '"NULL"': "text",
    "NULL": "text",
}


def column(name: str, kind: str) -> Column:
    """The wire column of a DuckDB result column."""
    if match := re.fullmatch(r"DECIMAL\((\d+),\s*(\d+)\)", kind):
        return Column(name, "fixed", int(match[1]), int(match[2]))
    wire = _WIRE.get(kind)
    if wire == "fixed":
        return Column(name, "fixed", 38, 0)
    return Column(name, wire or "variant")


def show_columns_json(type_: Declared, nullable: bool) -> str:
    """The data_type column of SHOW COLUMNS."""
    null = "true" if nullable else "false"
    match type_.base:
        case "VARCHAR":
            length = type_.parameters[0]
            return (
                f'{{"type":"TEXT","length":{length},"byteLength":{min(length * 4, TEXT_LENGTH)},'
                f'"nullable":{null},"fixed":false}}'
            )
        case "NUMBER":
            return (
                f'{{"type":"FIXED","precision":{type_.parameters[0]},"scale":{type_.parameters[1]},"nullable":{null}}}'
            )
        case "FLOAT":
            return f'{{"type":"REAL","nullable":{null}}}'
        case base if base.startswith("TIME"):
            return f'{{"type":"{base}","precision":0,"scale":{type_.parameters[0]},"nullable":{null}}}'
        case base:
            return f'{{"type":"{base}","nullable":{null}}}'
