"""Stages: named places in S3 behind a storage integration."""

from __future__ import annotations

import re
from typing import Any

from .. import errors
from ..catalog import Entry
from ..catalog.kinds import FILE_FORMAT
from ..names import Path, dotted
from ..results import Result, table
from ..session import Session
from ..tokens import Reader
from . import integrations


def checked(session: Session, entry: Entry) -> Entry:
    entry.properties = attached(session, dict(entry.properties))
    return entry


def attached(session: Session, properties: dict[str, Any]) -> dict[str, Any]:
    """The properties with the integration's identity; the role must be allowed to use it."""
    url = properties.get("URL")
    if url and not re.fullmatch(r"s3://[^/]+(/.*)?", url):
        raise errors.unsupported(f"stages at {url.split(':')[0]} (only s3)")
    name = properties.get("STORAGE_INTEGRATION")
    if name:
        integration = session.account.catalog.get("INTEGRATION", (name,))
        if integration is None:
            raise errors.does_not_exist("Integration", name)
        session.account.access.require(session.role, "USAGE", integration)
        properties["_integration_id"] = integration.properties["_id"]
        if url:
            integrations.refuse_location(integration, url)
    if "FILE_FORMAT" in properties:
        file_format_options(session, properties["FILE_FORMAT"])
    return properties


def read_reference(session: Session, reader: Reader) -> tuple[Entry, str]:
    """@[namespace.]stage[/path]: the stage and the path below it, which runs up to white space or a bracket."""
    reader.expect("@")
    if reader.at("~") or reader.at("%"):
        raise errors.unsupported("user and table stages")
    path = session.resolve(reader.name())
    stage = session.account.catalog.get("STAGE", path)
    if stage is None:
        raise errors.does_not_exist("Stage", dotted(path))
    below = ""
    previous = reader.tokens[reader.position - 1]
    if reader.at("/") and reader.peek().start == previous.end:
        begin = end = reader.next().end
        while (token := reader.peek()) is not None and token.start == end and token.text not in (")", ";"):
            end = reader.next().end
        below = reader.sql[begin:end]
    return stage, below


def url_of(stage: Entry) -> str:
    url = stage.properties.get("URL")
    if not url:
        raise errors.unsupported("internal stages (they hold no files)")
    return url


def file_format_options(session: Session, given: dict[str, Any]) -> dict[str, Any]:
    """The options of FILE_FORMAT = (…), with those of a named format resolved; defaults are left out."""
    options = dict(given)
    name = options.pop("FORMAT_NAME", None)
    if name is None:
        return FILE_FORMAT.checked(options)
    if options:
        raise errors.syntax_error("FORMAT_NAME and other options are mutually exclusive in FILE_FORMAT.")
    return named_format(session, Reader(str(name)).name()).properties


def named_format(session: Session, name: tuple[str, ...]) -> Entry:
    path: Path = session.resolve(name)
    entry = session.account.catalog.get("FILE FORMAT", path)
    if entry is None:
        raise errors.does_not_exist("File format", dotted(path))
    session.account.access.require(session.role, "USAGE", entry, "File format")
    return entry


def described(session: Session, entry: Entry) -> Result:
    p = entry.properties
    integration = session.account.catalog.get("INTEGRATION", (p.get("STORAGE_INTEGRATION") or "",))
    options = file_format_options(session, p.get("FILE_FORMAT") or {})
    rows = [("STAGE_FILE_FORMAT", *row) for row in format_rows(options)]
    rows += [
        ("STAGE_COPY_OPTIONS", "ON_ERROR", "String", "ABORT_STATEMENT", "ABORT_STATEMENT"),
        ("STAGE_LOCATION", "URL", "String", f'["{p["URL"]}"]' if p.get("URL") else "", ""),
        ("STAGE_INTEGRATION", "STORAGE_INTEGRATION", "String", p.get("STORAGE_INTEGRATION") or "", ""),
        ("DIRECTORY", "ENABLE", "Boolean", str((p.get("DIRECTORY") or {}).get("ENABLE", False)).lower(), "false"),
    ]
    if integration is not None:
        rows.append(("STAGE_CREDENTIALS", "AWS_ROLE", "String", integration.properties["STORAGE_AWS_ROLE_ARN"], ""))
    return table(["parent_property", "property", "property_type", "property_value", "property_default"], rows)


def format_rows(options: dict[str, Any]) -> list[tuple[str, str, str, str]]:
    """property, property_type, property_value, property_default of every file format option."""
    types = {"integer": "Integer", "boolean": "Boolean", "list": "List"}
    return [
        (name, types.get(prop.type, "String"), shown(options.get(name, prop.default)), shown(prop.default))
        for name, prop in FILE_FORMAT.properties.items()
        if name not in ("FILE_EXTENSION", "MULTI_LINE") or name in options
    ]


def shown(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return "[" + ", ".join(item.replace("\\", "\\\\") for item in value) + "]"
    return str(value).replace("\\", "\\\\").replace("\n", "\\n")
