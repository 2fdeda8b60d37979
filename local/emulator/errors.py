"""Errors in Snowflake's shape: a six-digit code, an SQLSTATE and the message a client shows."""

from __future__ import annotations


class SnowflakeError(Exception):
    """What Snowflake would answer instead of a result; both protocols render it, neither turns it into a 500."""

    def __init__(self, code: int, sqlstate: str, message: str) -> None:
        super().__init__(message)
        self.code = code
        self.sqlstate = sqlstate
        self.message = message

    @property
    def code_text(self) -> str:
        return f"{self.code:06d}"


def unsupported(what: str) -> SnowflakeError:
    """A part of Snowflake that the emulator does not play. Said aloud, so that nobody trusts a silent success."""
    return SnowflakeError(2, "0A000", f"not supported by the emulator: {what}")


def syntax_error(message: str) -> SnowflakeError:
    return SnowflakeError(1003, "42000", f"SQL compilation error:\n{message}")


def unexpected(word: str, line: int, position: int) -> SnowflakeError:
    return syntax_error(f"syntax error line {line} at position {position} unexpected '{word}'.")


def does_not_exist(kind: str, name: str) -> SnowflakeError:
    state = "42S02" if kind in ("Table", "Object", "View") else "02000"
    return SnowflakeError(2003, state, f"SQL compilation error:\n{kind} '{name}' does not exist or not authorized.")


def already_exists(name: str) -> SnowflakeError:
    return SnowflakeError(2002, "42710", f"SQL compilation error:\nObject '{name}' already exists.")


def insufficient_privileges(kind: str, name: str) -> SnowflakeError:
    return SnowflakeError(
        3001, "42501", f"SQL access control error:\nInsufficient privileges to operate on {kind.lower()} '{name}'"
    )


def invalid_property(prop: str, kind: str) -> SnowflakeError:
    return SnowflakeError(1420, "22023", f"SQL compilation error:\ninvalid property '{prop}' for '{kind}'")


def invalid_value(value: object, prop: str) -> SnowflakeError:
    return SnowflakeError(1008, "22023", f"SQL compilation error:\ninvalid value [{value}] for parameter '{prop}'")


def invalid_identifier(name: str) -> SnowflakeError:
    return SnowflakeError(
        904, "42000", f"SQL compilation error: error line 1 at position 0\ninvalid identifier '{name}'"
    )
