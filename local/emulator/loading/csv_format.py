"""A CSV file format: its options resolved, unsupported ones refused, bytes turned into text."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from .. import errors
from ..catalog.kinds import FILE_FORMAT
from ..errors import SnowflakeError

_CODECS = {"UTF8": "utf-8", "UTF-8": "utf-8", "ISO-8859-1": "latin-1", "ISO88591": "latin-1", "WINDOWS1252": "cp1252"}
_NEW_LINE = ("\n", "\\n", "NONE")


@dataclass(frozen=True)
class CsvFormat:
    """Only what the reader needs. quote and escapes are None for NONE; delimiters are real characters."""

    field_delimiter: str = ","
    record_delimiter: str | None = None
    quote: str | None = None
    escape: str | None = None
    escape_unenclosed: str | None = "\\"
    skip_header: int = 0
    skip_blank_lines: bool = False
    trim_space: bool = False
    empty_as_null: bool = True
    null_if: frozenset[str] = frozenset(["\\N"])
    check_column_count: bool = True
    skip_bom: bool = True
    codec: str = "utf-8"
    compression: str = "AUTO"
    replace_invalid: bool = False

    @classmethod
    def of(cls, options: Mapping[str, Any]) -> CsvFormat:
        def value(name: str) -> Any:
            return FILE_FORMAT.value(options, name)

        if value("TYPE") != "CSV":
            raise errors.unsupported(f"file formats of TYPE = {value('TYPE')}")
        if value("PARSE_HEADER"):
            raise errors.unsupported("PARSE_HEADER = TRUE")
        if value("COMPRESSION") not in ("AUTO", "GZIP", "NONE"):
            raise errors.unsupported(f"COMPRESSION = {value('COMPRESSION')}")
        for name in ("DATE_FORMAT", "TIME_FORMAT", "TIMESTAMP_FORMAT"):
            if str(value(name)).upper() != "AUTO":
                raise errors.unsupported(f"{name} in a file format (convert in the SELECT)")
        if value("ENCODING") not in _CODECS:
            raise errors.unsupported(f"ENCODING = {value('ENCODING')}")
        record = value("RECORD_DELIMITER")
        return cls(
            field_delimiter=_character(value("FIELD_DELIMITER")) or "\x00",
            record_delimiter=None if record in _NEW_LINE else _character(record),
            quote=_character(value("FIELD_OPTIONALLY_ENCLOSED_BY")),
            escape=_character(value("ESCAPE")),
            escape_unenclosed=_character(value("ESCAPE_UNENCLOSED_FIELD")),
            skip_header=value("SKIP_HEADER"),
            skip_blank_lines=value("SKIP_BLANK_LINES"),
            trim_space=value("TRIM_SPACE"),
            empty_as_null=value("EMPTY_FIELD_AS_NULL"),
            null_if=frozenset(value("NULL_IF")),
            check_column_count=value("ERROR_ON_COLUMN_COUNT_MISMATCH"),
            skip_bom=value("SKIP_BYTE_ORDER_MARK"),
            codec=_CODECS[value("ENCODING")],
            compression=value("COMPRESSION"),
            replace_invalid=value("REPLACE_INVALID_CHARACTERS"),
        )

    def text(self, body: bytes, file: str) -> str:
        """The file's characters; gzip is recognised by content when COMPRESSION = AUTO."""
        if self.compression == "GZIP" or (self.compression == "AUTO" and body[:2] == b"\x1f\x8b"):
            try:
                body = gzip.decompress(body)
            except (OSError, EOFError, zlib.error) as failure:
                raise SnowflakeError(
                    100069, "22000", f"Invalid GZIP compressed data: {failure}\n  File '{file}'"
                ) from None
        if self.skip_bom and body[:3] == b"\xef\xbb\xbf":
            body = body[3:]
        try:
            return body.decode(self.codec, "replace" if self.replace_invalid else "strict")
        except UnicodeDecodeError as failure:
            before = body[: failure.start]
            line, character = before.count(b"\n") + 1, len(before) - before.rfind(b"\n")
            raise SnowflakeError(
                100144,
                "22000",
                f"Invalid UTF8 detected in string '0x{body[failure.start : failure.start + 4].hex().upper()}'\n"
                f"  File '{file}', line {line}, character {character}",
            ) from None


def _character(value: Any) -> str | None:
    """NONE is None; escapes such as \\t, 0x09 and \\x09 are the character they name."""
    text = str(value)
    if text.upper() == "NONE" or text == "":
        return None
    if text.lower().startswith(("0x", "\\x")):
        return bytes.fromhex(text[2:]).decode("utf-8")
    named = {"\\t": "\t", "\\n": "\n", "\\r": "\r", "\\\\": "\\", "''": "'", "\\'": "'"}
    return named.get(text, text)
