"""The columns and values of SHOW for schemas and what is in them."""

from __future__ import annotations

import json
from collections.abc import Iterable

from ..catalog import Entry
from ..catalog.kinds import FILE_FORMAT
from ..engine.columns import columns_of, row_count
from ..engine.types import show_columns_json
from ..session import Session
from .show_account import CREATED, Names, Row, flag, yes


def schemas(session: Session, entries: Iterable[Entry]) -> tuple[Names, list[Row]]:
    names: Names = [
        CREATED, "name", "is_default", "is_current", "database_name", "owner", "comment", "options", "retention_time",
        "owner_role_type", "classification_profile_database", "classification_profile_schema", "classification_profile",
        "object_visibility",
    ]  # fmt: skip
    rows: list[Row] = []
    for e in entries:
        p = e.properties
        options = ", ".join(
            word for word, on in (("TRANSIENT", p.get("TRANSIENT")), ("MANAGED ACCESS", p.get("MANAGED_ACCESS"))) if on
        )
        current = (session.database, session.schema) == e.path
        rows.append((e.created_on, e.name, "N", yes(current), e.path[0], e.owner, e.comment, options,
                     str(p.get("DATA_RETENTION_TIME_IN_DAYS", 1)), "ROLE", None, None, None, None))  # fmt: skip
    return names, rows


def _table_kind(entry: Entry) -> str:
    if entry.kind == "VIEW":
        return "VIEW"
    if entry.properties.get("temporary"):
        return "TEMPORARY"
    return "TRANSIENT" if entry.properties.get("transient") else "TABLE"


def tables(session: Session, entries: Iterable[Entry]) -> tuple[Names, list[Row]]:
    names: Names = [
        CREATED, "name", "database_name", "schema_name", "kind", "comment", "cluster_by", ("rows", "fixed"),
        ("bytes", "fixed"), "owner", "retention_time", "automatic_clustering", "change_tracking", "is_external",
        "enable_schema_evolution", "owner_role_type", "is_event", "budget", "is_hybrid", "is_iceberg", "is_dynamic",
        "is_immutable",
    ]  # fmt: skip
    return names, [
        (e.created_on, e.name, e.path[0], e.path[1], _table_kind(e), e.comment, e.properties.get("cluster_by", ""),
         row_count(session.duck, e), 0, e.owner, str(e.properties.get("DATA_RETENTION_TIME_IN_DAYS", 1)), "OFF",
         "ON" if e.properties.get("CHANGE_TRACKING") else "OFF", "N", yes(e.properties.get("ENABLE_SCHEMA_EVOLUTION")),
         "ROLE", "N", None, "N", "N", "N", "N")
        for e in entries
    ]  # fmt: skip


def views(_: Session, entries: Iterable[Entry]) -> tuple[Names, list[Row]]:
    names: Names = [
        CREATED, "name", "reserved", "database_name", "schema_name", "owner", "comment", "text", "is_secure",
        "is_materialized", "owner_role_type", "change_tracking",
    ]  # fmt: skip
    return names, [
        (e.created_on, e.name, "", e.path[0], e.path[1], e.owner, e.comment, e.properties.get("text", ""),
         flag(e.properties.get("secure")), "false", "ROLE", "OFF")
        for e in entries
    ]  # fmt: skip


def objects(session: Session, entries: Iterable[Entry]) -> tuple[Names, list[Row]]:
    names: Names = [
        CREATED, "name", "database_name", "schema_name", "kind", "comment", "cluster_by", ("rows", "fixed"),
        ("bytes", "fixed"), "owner", "retention_time", "owner_role_type", "budget", "is_hybrid", "is_dynamic",
        "is_iceberg",
    ]  # fmt: skip
    ordered = sorted(entries, key=lambda entry: entry.path)
    return names, [
        (e.created_on, e.name, e.path[0], e.path[1], e.kind, e.comment, "",
         row_count(session.duck, e) if e.kind == "TABLE" else None, 0 if e.kind == "TABLE" else None, e.owner,
         str(e.properties.get("DATA_RETENTION_TIME_IN_DAYS", 1)), "ROLE", None, "N", "N", "N")
        for e in ordered
    ]  # fmt: skip


def columns(session: Session, entries: Iterable[Entry]) -> tuple[Names, list[Row]]:
    names: Names = [
        "table_name", "schema_name", "column_name", "data_type", "null?", "default", "kind", "expression", "comment",
        "database_name", "autoincrement", "schema_evolution_record",
    ]  # fmt: skip
    rows: list[Row] = []
    for e in entries:
        for c in columns_of(session.duck, e):
            rows.append((e.name, e.path[1], c.name, show_columns_json(c.type, c.nullable),
            "true" if c.nullable else "NOT_NULL",
                         c.default or "", "COLUMN", "", c.comment, e.path[0], "", None))  # fmt: skip
    return names, rows


def stages(session: Session, entries: Iterable[Entry]) -> tuple[Names, list[Row]]:
    names: Names = [
        CREATED, "name", "database_name", "schema_name", "url", "has_credentials", "has_encryption_key", "owner",
        "comment", "region", "type", "cloud", "notification_channel", "storage_integration", "endpoint",
        "owner_role_type", "directory_enabled",
    ]  # fmt: skip
    rows: list[Row] = []
    for e in entries:
        url = e.properties.get("URL")
        rows.append((e.created_on, e.name, e.path[0], e.path[1], url or "", "N", "N", e.owner, e.comment,
                     session.account.configuration.region if url else None, "EXTERNAL" if url else "INTERNAL",
                     "AWS" if url else None, None, e.properties.get("STORAGE_INTEGRATION"), None, "ROLE",
                     yes((e.properties.get("DIRECTORY") or {}).get("ENABLE"))))  # fmt: skip
    return names, rows


def file_formats(_: Session, entries: Iterable[Entry]) -> tuple[Names, list[Row]]:
    names: Names = [
        CREATED, "name", "database_name", "schema_name", "type", "owner", "comment", "format_options",
        "owner_role_type",
    ]  # fmt: skip
    return names, [
        (e.created_on, e.name, e.path[0], e.path[1], FILE_FORMAT.value(e.properties, "TYPE"), e.owner, e.comment,
         json.dumps({name: e.properties.get(name, prop.default) for name, prop in FILE_FORMAT.properties.items()
                     if e.properties.get(name, prop.default) is not None}), "ROLE")
        for e in entries
    ]  # fmt: skip
