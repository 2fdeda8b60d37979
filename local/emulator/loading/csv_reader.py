"""Records of a CSV text: RFC 4180, and exactly what the format's options add."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ..errors import SnowflakeError
from .csv_format import CsvFormat

_ESCAPED = {"n": "\n", "t": "\t", "r": "\r", "b": "\b", "f": "\f", "0": "\0"}


@dataclass(frozen=True)
class Record:
    """number counts records from 1, line is where the record begins; fields are None where they are null."""

    number: int
    line: int
    fields: list[str | None]


class CsvReader:
    """One file. Errors name file, line and character as Snowflake does."""

    def __init__(self, format_: CsvFormat, text: str, file: str) -> None:
        self._format = format_
        self._text = text
        self._file = file
        delimiter = re.escape(format_.field_delimiter)
        record = re.escape(format_.record_delimiter) if format_.record_delimiter else r"\r\n|\n|\r"
        blank = r"[ \t]*" if format_.trim_space else ""
        self._end = re.compile(f"{delimiter}|{record}|\\Z")
        self._open = re.compile(f"{blank}{re.escape(format_.quote)}") if format_.quote else None
        self._closed = re.compile(f"{blank}(?={delimiter}|{record}|\\Z)")
        self._enclosed = self._enclosed_pattern()
        stop = f"(?:(?!{delimiter}|{record}).)*"
        if format_.escape_unenclosed:
            slash = re.escape(format_.escape_unenclosed)
            stop = f"(?:{slash}.|(?!{delimiter}|{record}).)*"
        elif len(format_.field_delimiter) == 1 and not format_.record_delimiter:
            stop = f"[^{delimiter}\\r\\n]*"
        self._bare = re.compile(stop, re.DOTALL)

    def _enclosed_pattern(self) -> re.Pattern[str] | None:
        if not self._format.quote:
            return None
        quote = re.escape(self._format.quote)
        if self._format.escape:
            slash = re.escape(self._format.escape)
            return re.compile(f"((?:[^{quote}{slash}]|{quote}{quote}|{slash}.)*){quote}", re.DOTALL)
        return re.compile(f"((?:[^{quote}]|{quote}{quote})*+){quote}", re.DOTALL)

    def __iter__(self) -> Iterator[Record]:
        position, line, number, skipped = 0, 1, 0, 0
        length = len(self._text)
        while position < length:
            begin, begin_line = position, line
            fields, position = self._record(begin, begin_line)
            line += _lines(self._text, begin, position)
            if skipped < self._format.skip_header:
                skipped += 1
                continue
            if self._format.skip_blank_lines and self._text[begin:position].strip("\r\n") == "":
                continue
            number += 1
            yield Record(number, begin_line, fields)

    def _record(self, position: int, line: int) -> tuple[list[str | None], int]:
        fields: list[str | None] = []
        begin = position
        while True:
            value, position = self._field(position, begin, line)
            fields.append(value)
            end = self._end.match(self._text, position)
            if end is None:
                raise self._failure(
                    100065,
                    f"Found character '{self._text[position]}' instead of field delimiter "
                    f"'{self._format.field_delimiter}'",
                    position,
                    begin,
                    line,
                )
            position = end.end()
            if end[0] != self._format.field_delimiter:
                return fields, position

    def _field(self, position: int, begin: int, line: int) -> tuple[str | None, int]:
        opened = self._open.match(self._text, position) if self._open else None
        if opened is not None and self._enclosed is not None:
            inside = self._enclosed.match(self._text, opened.end())
            if inside is None:
                raise self._failure(
                    100088,
                    f"Missing closing quote: the field that begins with {self._format.quote} does not end",
                    position,
                    begin,
                    line,
                )
            after = self._closed.match(self._text, inside.end())
            quote = self._format.quote or ""
            value = _unescaped(inside[1].replace(quote + quote, quote), self._format.escape)
            return self._null(value, enclosed=True), after.end() if after else inside.end()
        bare = self._bare.match(self._text, position)
        assert bare is not None
        value = _unescaped(bare[0], self._format.escape_unenclosed)
        if self._format.trim_space:
            value = value.strip(" \t")
        return self._null(value, enclosed=False), bare.end()

    def _null(self, value: str, enclosed: bool) -> str | None:
        if value in self._format.null_if:
            return None
        if value == "" and not enclosed and self._format.empty_as_null:
            return None
        return value

    def _failure(self, code: int, message: str, position: int, begin: int, line: int) -> SnowflakeError:
        at_line = line + _lines(self._text, begin, position)
        before = max(self._text.rfind("\n", 0, position), self._text.rfind("\r", 0, position))
        return SnowflakeError(
            code, "22000", f"{message}\n  File '{self._file}', line {at_line}, character {position - before}"
        )


def _lines(text: str, begin: int, end: int) -> int:
    """Line breaks in a part of the text; a CRLF is one."""
    feeds = text.count("\n", begin, end)
    returns = text.count("\r", begin, end)
    return feeds + returns - text.count("\r\n", begin, end) if returns else feeds


def _unescaped(value: str, escape: str | None) -> str:
    if escape is None or escape not in value:
        return value
    return re.sub(re.escape(escape) + "(.)", lambda match: _ESCAPED.get(match[1], match[1]), value, flags=re.DOTALL)
