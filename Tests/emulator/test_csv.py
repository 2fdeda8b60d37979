"""The CSV reader against RFC 4180 and the file format's options."""

from __future__ import annotations

import gzip

import pytest

from emulator.errors import SnowflakeError
from emulator.loading.csv_format import CsvFormat
from emulator.loading.csv_reader import CsvReader

PARTNER = CsvFormat(
    quote='"',
    escape_unenclosed=None,
    skip_blank_lines=True,
    trim_space=True,
    null_if=frozenset(["NULL", "null", ""]),
)


def fields(text: str, format_: CsvFormat = PARTNER) -> list[list[str | None]]:
    return [record.fields for record in CsvReader(format_, text, "f.csv")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a,b\nc,d\n", [["a", "b"], ["c", "d"]]),
        ("a,b\nc,d", [["a", "b"], ["c", "d"]]),
        ("a,b\r\nc,d\r\n", [["a", "b"], ["c", "d"]]),
        ("a,b\rc,d\r", [["a", "b"], ["c", "d"]]),
        ('"a,1","b ""q"" c"\n', [["a,1", 'b "q" c']]),
        ('"a\nb","c\r\nd"\ne,f\n', [["a\nb", "c\r\nd"], ["e", "f"]]),
        ("a,b\n\n\r\nc,d\n", [["a", "b"], ["c", "d"]]),
        ("  a  ,\tb\t\n", [["a", "b"]]),
        ('  "a b"  , "c"\n', [["a b", "c"]]),
        ('" a ",b\n', [[" a ", "b"]]),
        ("NULL,null,,Null\n", [[None, None, None, "Null"]]),
        ('"NULL","",x\n', [[None, None, "x"]]),
        ('a"b,c""d\n', [['a"b', 'c""d']]),
        ("a\\,b\\n\n", [["a\\", "b\\n"]]),
        ("é,日本,😀\n", [["é", "日本", "😀"]]),
        ("a,\n,b\n", [["a", None], [None, "b"]]),
        ("a\n", [["a"]]),
        ("   \n", [[None]]),
        ("", []),
    ],
)
def test_records_of_partner_files(text: str, expected: list[list[str | None]]) -> None:
    assert fields(text) == expected


def test_records_are_numbered_from_one_without_blank_lines() -> None:
    found = [(record.number, record.line) for record in CsvReader(PARTNER, 'a\n\n"b\nb"\nc\n', "f.csv")]
    assert found == [(1, 1), (2, 3), (3, 5)]


def test_blank_lines_are_records_when_they_are_not_skipped() -> None:
    assert fields("a\n\nb\n", CsvFormat()) == [["a"], [None], ["b"]]


def test_empty_fields_stay_empty_when_told_so() -> None:
    assert fields("a,,b\n", CsvFormat(empty_as_null=False, null_if=frozenset())) == [["a", "", "b"]]


def test_an_enclosed_empty_field_is_empty_and_not_null() -> None:
    assert fields('"",\n', CsvFormat(quote='"', null_if=frozenset())) == [["", None]]


def test_other_delimiters_escapes_and_headers() -> None:
    assert fields("h|h\na|b\n", CsvFormat(field_delimiter="|", skip_header=1)) == [["a", "b"]]
    assert fields("a;b~c;d~", CsvFormat(field_delimiter=";", record_delimiter="~")) == [["a", "b"], ["c", "d"]]
    assert fields("a\\,b,c\\nd\n", CsvFormat()) == [["a,b", "c\nd"]]
    assert fields('"a\\"b",c\n', CsvFormat(quote='"', escape="\\")) == [['a"b', "c"]]


@pytest.mark.parametrize(
    ("text", "code", "place"),
    [
        ('a,b\nc,"d\ne\n', 100088, "line 2, character 3"),
        ('a,"b"x\n', 100065, "line 1, character 6"),
        ('ok,ok\n"a"b,c\n', 100065, "line 2, character 4"),
    ],
)
def test_a_file_that_breaks_the_rules_is_refused_with_its_place(text: str, code: int, place: str) -> None:
    with pytest.raises(SnowflakeError) as failure:
        fields(text)
    assert (failure.value.code, failure.value.sqlstate) == (code, "22000")
    assert f"File 'f.csv', {place}" in failure.value.message


def test_bytes_become_text_by_content() -> None:
    assert PARTNER.text(b"\xef\xbb\xbfa,b", "f") == "a,b"
    assert PARTNER.text(gzip.compress(b"\xef\xbb\xbfa,b"), "f") == "a,b"
    assert CsvFormat(compression="NONE", codec="latin-1").text(b"caf\xe9", "f") == "café"


def test_invalid_utf8_is_refused_with_its_place() -> None:
    with pytest.raises(SnowflakeError) as failure:
        PARTNER.text(b"a,b\ncaf\xe9,d\n", "f.csv")
    assert failure.value.code == 100144
    assert "File 'f.csv', line 2, character 4" in failure.value.message


def test_broken_gzip_is_refused() -> None:
    with pytest.raises(SnowflakeError, match="Invalid GZIP"):
        PARTNER.text(gzip.compress(b"a,b")[:-6], "f.csv")


def test_what_the_reader_cannot_do_is_refused() -> None:
    for options in ({"TYPE": "JSON"}, {"COMPRESSION": "ZSTD"}, {"DATE_FORMAT": "DD.MM.YYYY"}, {"ENCODING": "UTF16"}):
        with pytest.raises(SnowflakeError, match="not supported by the emulator"):
            CsvFormat.of(options)


def test_a_long_file_with_quotes_is_read_in_linear_time() -> None:
    row = '"' + "x" * 200 + '","a ""b"" c",' + "y" * 50 + "\n"
    assert len(fields(row * 20000)) == 20000
    assert fields('"' + '""' * 100000 + '"\n') == [['"' * 100000]]
