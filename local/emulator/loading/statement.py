"""The text of a COPY INTO, read into what is to be loaded, from where and how."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from .. import errors
from ..catalog import Entry
from ..names import Path
from ..session import Session
from ..statements import stages
from ..tokens import Reader

_HARMLESS = {
    "RETURN_FAILED_ONLY": False,
    "TRUNCATECOLUMNS": False,
    "ENFORCE_LENGTH": True,
    "PURGE": False,
    "MATCH_BY_COLUMN_NAME": "NONE",
}


@dataclass
class CopyStatement:
    """select is the transformation's select list as text, or None for a plain load; files keep their exact names."""

    target: Path
    columns: list[str] | None = None
    stage: Entry | None = None
    below: str = ""
    select: str | None = None
    alias: str | None = None
    files: list[str] | None = None
    pattern: str | None = None
    force: bool = False
    load_uncertain: bool = False
    file_format: dict[str, Any] = field(default_factory=dict)


def read(session: Session, reader: Reader, for_pipe: bool = False) -> CopyStatement:
    """The reader stands behind COPY INTO. A pipe takes what a load takes, and skips files with errors."""
    if reader.at("@") or (reader.peek() and reader.peek().kind == "string"):
        raise errors.unsupported("COPY INTO a location (unload)")
    copy = CopyStatement(session.resolve(reader.name()))
    if reader.accept("("):
        copy.columns = _column_names(reader)
    reader.expect("FROM")
    if reader.accept("("):
        _transformation(session, reader, copy)
    elif reader.at("@"):
        copy.stage, copy.below = stages.read_reference(session, reader)
    else:
        if reader.peek() and reader.peek().kind == "string" and reader.peek().text.startswith("@"):
            raise errors.unsupported("a quoted stage in FROM; name it without quotes and give the file in FILES")
        raise errors.unsupported("COPY INTO from a URL without a stage")
    _options(session, reader, copy, for_pipe)
    return copy


def _column_names(reader: Reader) -> list[str]:
    names = [reader.identifier()]
    while reader.accept(","):
        names.append(reader.identifier())
    reader.expect(")")
    return names


def _transformation(session: Session, reader: Reader, copy: CopyStatement) -> None:
    reader.expect("SELECT")
    if reader.at("DISTINCT"):
        raise errors.unsupported("DISTINCT in a COPY transformation")
    begin = reader.peek().start if reader.peek() else 0
    depth = 0
    while depth or not reader.at("FROM"):
        token = reader.next()
        depth += {"(": 1, ")": -1}.get(token.text, 0) if token.kind == "symbol" else 0
    copy.select = reader.sql[begin : reader.peek().start]
    reader.expect("FROM")
    copy.stage, copy.below = stages.read_reference(session, reader)
    if reader.accept("("):
        raise errors.unsupported("stage options inside the transformation's FROM")
    reader.accept("AS")
    if not reader.at(")"):
        if reader.at("WHERE") or reader.at("JOIN") or reader.at("GROUP") or reader.at("ORDER") or reader.at("LIMIT"):
            raise errors.SnowflakeError(
                2083,
                "42601",
                "SQL compilation error:\nCOPY statement only supports simple SELECT from stage statements for import.",
            )
        copy.alias = reader.identifier()
    if not reader.at(")"):
        raise errors.SnowflakeError(
            2083,
            "42601",
            "SQL compilation error:\nCOPY statement only supports simple SELECT from stage statements for import.",
        )
    reader.expect(")")


def _options(session: Session, reader: Reader, copy: CopyStatement, for_pipe: bool) -> None:
    given_format: dict[str, Any] | None = None
    for name, value in reader.properties().items():
        match name:
            case "FILES":
                copy.files = _file_names(value)
            case "PATTERN":
                copy.pattern = str(value)
            case "FORCE":
                copy.force = value is True
            case "LOAD_UNCERTAIN_FILES":
                copy.load_uncertain = value is True
            case "FILE_FORMAT":
                given_format = value if isinstance(value, dict) else {"FORMAT_NAME": value}
            case "ON_ERROR":
                wanted = "SKIP_FILE" if for_pipe else "ABORT_STATEMENT"
                if str(value).upper() != wanted:
                    raise errors.unsupported(f"ON_ERROR = {value}")
            case _ if name in _HARMLESS and value == _HARMLESS[name]:
                continue
            case _:
                raise errors.unsupported(f"{name} = {value} in COPY INTO")
    if given_format is None:
        given_format = (copy.stage.properties.get("FILE_FORMAT") if copy.stage else None) or {}
    copy.file_format = stages.file_format_options(session, given_format)


def _file_names(value: Any) -> list[str]:
    if not isinstance(value, list) or not value or not all(isinstance(name, str) for name in value):
        raise errors.syntax_error("FILES needs a list of file names")
    if len(value) > 1000:
        raise errors.SnowflakeError(1084, "42601", "SQL compilation error:\nFILES takes at most 1000 names.")
    return list(dict.fromkeys(value))
