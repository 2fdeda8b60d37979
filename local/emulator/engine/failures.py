"""DuckDB's exceptions in Snowflake's words, codes and SQLSTATEs."""

from __future__ import annotations

import re

import duckdb
import sqlglot.errors

from ..errors import SnowflakeError, does_not_exist, invalid_identifier, syntax_error, unsupported

_NUMBERS = ("INT", "DECIMAL", "DOUBLE", "FLOAT", "HUGE", "BIGINT", "UINT")


def translated(failure: Exception) -> SnowflakeError:
    """Any exception as an answer; what is not recognised keeps its text under 000603, never a 500."""
    if isinstance(failure, SnowflakeError):
        return failure
    text = str(failure)
    line = text.split("\n")[0]
    if isinstance(failure, sqlglot.errors.ParseError):
        return _parse_error(failure)
    if isinstance(failure, duckdb.CatalogException):
        return _catalog(line)
    if isinstance(failure, duckdb.ConversionException):
        return _conversion(line)
    if isinstance(failure, duckdb.ParserException):
        return syntax_error(line.removeprefix("Parser Error: "))
    if isinstance(failure, duckdb.BinderException):
        return _binder(text, line)
    if isinstance(failure, duckdb.ConstraintException):
        return _constraint(line)
    if isinstance(failure, duckdb.InterruptException):
        return SnowflakeError(604, "57014", "SQL execution canceled")
    if isinstance(failure, duckdb.OutOfRangeException):
        return SnowflakeError(100046, "22003", f"Numeric value is out of range: {_plain(line)}")
    if isinstance(failure, duckdb.InvalidInputException):
        return _invalid_input(line)
    if isinstance(failure, duckdb.TransactionException):
        return SnowflakeError(625, "57014", f"Statement aborted because of a concurrent change: {_plain(line)}")
    if isinstance(failure, NotImplementedError | duckdb.NotImplementedException):
        return unsupported(_plain(line))
    return SnowflakeError(
        603, "XX000", f"SQL execution internal error in the emulator: {type(failure).__name__}: {line}"
    )


def _plain(line: str) -> str:
    return re.sub(r"^[A-Z][A-Za-z ]* Error: ", "", line)


def _parse_error(failure: sqlglot.errors.ParseError) -> SnowflakeError:
    if failure.errors:
        first = failure.errors[0]
        return syntax_error(
            f"syntax error line {first.get('line')} at position {first.get('col')} "
            f"unexpected '{first.get('highlight')}'."
        )
    return syntax_error(str(failure).split("\n")[0])


def _catalog(line: str) -> SnowflakeError:
    if match := re.search(r"(?:Table|View) with name \"?(.+?)\"? (?:does not exist|is not in)", line):
        return does_not_exist("Object", match[1])
    if match := re.search(r"(?:Scalar|Table|Aggregate)?.*Function with name \"?(.+?)\"? does not exist", line):
        return SnowflakeError(2140, "42601", f"SQL compilation error:\nUnknown function {match[1].upper()}")
    if "already exists" in line and (match := re.search(r"with name \"?(.+?)\"? already exists", line)):
        return SnowflakeError(2002, "42710", f"SQL compilation error:\nObject '{match[1]}' already exists.")
    return SnowflakeError(2003, "02000", f"SQL compilation error:\n{_plain(line)}")


def _binder(text: str, line: str) -> SnowflakeError:
    if match := re.search(r"Referenced column \"(.+?)\" not found|does not have a column named \"(.+?)\"", line):
        return invalid_identifier(match[1] or match[2])
    if match := re.search(r"Referenced table \"(.+?)\" not found", line):
        return invalid_identifier(match[1])
    if match := re.search(r"Ambiguous reference to column name \"(.+?)\"", line):
        return SnowflakeError(1006, "42601", f"SQL compilation error:\nambiguous column name '{match[1]}'")
    if "Cannot compare values of type" in text or "No function matches" in text:
        return SnowflakeError(2016, "22000", f"SQL compilation error:\n{_plain(line)}")
    return SnowflakeError(2043, "02000", f"SQL compilation error:\n{_plain(line)}")


def _conversion(line: str) -> SnowflakeError:
    match = re.search(r"(?:string|value|text) [\"'](.*)[\"'] (?:to|into) (?:type )?([A-Z]+)", line, re.IGNORECASE)
    if match and match[2].upper().startswith(_NUMBERS):
        return SnowflakeError(100038, "22018", f"Numeric value '{match[1]}' is not recognized")
    if match and match[2].upper().startswith("BOOL"):
        return SnowflakeError(100037, "22018", f"Boolean value '{match[1]}' is not recognized")
    if match := re.search(r"(date|timestamp|time) field value out of range: \"(.*?)\"", line):
        return _temporal(match[1], match[2])
    if match := re.search(r"invalid (date|timestamp|time) field format: \"(.*?)\"", line):
        return _temporal(match[1], match[2])
    return SnowflakeError(100035, "22007", _plain(line))


def _temporal(kind: str, value: str) -> SnowflakeError:
    code = 100040 if kind == "date" else 100035 if kind == "timestamp" else 100108
    return SnowflakeError(code, "22007", f"{kind.capitalize()} '{value}' is not recognized")


def _constraint(line: str) -> SnowflakeError:
    if match := re.search(r"NOT NULL constraint failed: (?:.*\.)?(\S+)", line):
        return SnowflakeError(100072, "22000", f"NULL result in a non-nullable column {match[1]}")
    return SnowflakeError(200001, "22000", _plain(line))


def _invalid_input(line: str) -> SnowflakeError:
    if "Division by zero" in line:
        return SnowflakeError(100051, "22012", "Division by zero")
    if ("MERGE" in line and "more than once" in line) or "multiple times" in line:
        return SnowflakeError(100090, "42P18", "Duplicate row detected during DML action")
    return SnowflakeError(100132, "P0000", _plain(line))
