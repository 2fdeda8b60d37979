"""The columns and values of SHOW for tasks, pipes, streams, policies and their kin, as Snowflake documents them."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from ..catalog import Entry
from ..catalog.more_kinds import AUTHENTICATION_POLICY, DBT_PROJECT
from ..names import dotted
from ..session import Session
from .show_account import CREATED, Names, Row, flag

_PLACE: Names = [CREATED, "name", "database_name", "schema_name"]


def _place(e: Entry) -> tuple[Any, ...]:
    return (e.created_on, e.name, e.path[0], e.path[1])


def tags(_: Session, entries: Iterable[Entry]) -> tuple[Names, list[Row]]:
    names: Names = [*_PLACE, "owner", "comment", "allowed_values", "owner_role_type", "propagate", "on_conflict"]
    return names, [
        (*_place(e), e.owner, e.comment, json.dumps(e.properties["ALLOWED_VALUES"])
         if e.properties.get("ALLOWED_VALUES") else None, "ROLE", None, None)
        for e in entries
    ]  # fmt: skip


def network_rules(_: Session, entries: Iterable[Entry]) -> tuple[Names, list[Row]]:
    names: Names = [*_PLACE, "owner", "comment", "type", "mode", ("entries_in_valuelist", "fixed"), "owner_role_type"]
    return names, [
        (*_place(e), e.owner, e.comment, e.properties.get("TYPE"), e.properties.get("MODE", "INGRESS"),
         len(e.properties.get("VALUE_LIST", [])), "ROLE")
        for e in entries
    ]  # fmt: skip


def authentication_policies(_: Session, entries: Iterable[Entry]) -> tuple[Names, list[Row]]:
    names: Names = [
        CREATED, "name", "comment", "database_name", "schema_name", "kind", "owner", "owner_role_type", "options",
    ]  # fmt: skip
    return names, [
        (e.created_on, e.name, e.comment, e.path[0], e.path[1], AUTHENTICATION_POLICY.name.replace(" ", "_"), e.owner,
         "ROLE", "")
        for e in entries
    ]  # fmt: skip


def secrets(_: Session, entries: Iterable[Entry]) -> tuple[Names, list[Row]]:
    names: Names = [
        CREATED, "name", "schema_name", "database_name", "owner", "comment", "secret_type", "oauth_scopes",
        "owner_role_type",
    ]  # fmt: skip
    return names, [
        (e.created_on, e.name, e.path[1], e.path[0], e.owner, e.comment, e.properties.get("TYPE"), None, "ROLE")
        for e in entries
    ]


def dynamic_tables(_: Session, entries: Iterable[Entry]) -> tuple[Names, list[Row]]:
    names: Names = [
        CREATED, "name", "reserved", "database_name", "schema_name", "cluster_by", ("rows", "fixed"),
        ("bytes", "fixed"), "owner", "target_lag", "refresh_mode", "refresh_mode_reason", "warehouse", "comment",
        "text", "automatic_clustering", "scheduling_state", "last_suspended_on", "is_clone", "is_replica",
        "is_iceberg", "data_timestamp", "owner_role_type",
    ]  # fmt: skip
    return names, [
        (e.created_on, e.name, "", e.path[0], e.path[1], "", 0, 0, e.owner, e.properties.get("TARGET_LAG"),
         "INCREMENTAL", None, e.properties.get("WAREHOUSE"), e.comment,
         e.properties.get("_text", ""), "OFF", "ACTIVE", None, "false", "false", "false", None, "ROLE")
        for e in entries
    ]  # fmt: skip


def streams(_: Session, entries: Iterable[Entry]) -> tuple[Names, list[Row]]:
    names: Names = [
        *_PLACE, "owner", "comment", "table_name", "source_type", "base_tables", "type", "stale", "mode",
        "stale_after", "invalid_reason", "owner_role_type",
    ]  # fmt: skip
    return names, [
        (*_place(e), e.owner, e.comment, dotted(e.properties["source"]), e.properties["source_kind"].capitalize(),
         dotted(e.properties["source"]), "DELTA", "false",
         "APPEND_ONLY" if e.properties.get("APPEND_ONLY") else "DEFAULT", None, "N/A", "ROLE")
        for e in entries
    ]  # fmt: skip


def pipes(session: Session, entries: Iterable[Entry]) -> tuple[Names, list[Row]]:
    names: Names = [
        *_PLACE, "definition", "owner", "notification_channel", "comment", "integration", "pattern",
        "error_integration", "owner_role_type", "invalid_reason", "kind",
    ]  # fmt: skip
    return names, [
        (*_place(e), e.properties["definition"], e.owner, channel(session, e), e.comment,
         e.properties.get("INTEGRATION"), None, e.properties.get("ERROR_INTEGRATION"), "ROLE", None, "STAGE")
        for e in entries
    ]  # fmt: skip


def channel(session: Session, pipe: Entry) -> str | None:
    """The queue that Snowflake would subscribe: one for an account and a topic."""
    if not pipe.properties.get("AUTO_INGEST"):
        return None
    region = session.account.configuration.region
    return f"arn:aws:sqs:{region}:999999999999:sf-snowpipe-{session.account.iam_user_name}"


def dbt_projects(_: Session, entries: Iterable[Entry]) -> tuple[Names, list[Row]]:
    names: Names = [
        "name", "database_name", "schema_name", CREATED, ("updated_on", "timestamp_ltz"), "owner", "comment",
        "dbt_version", "default_version", "default_version_name", "default_version_alias",
        "default_version_location_uri", "default_version_source_location_uri", "dbt_snowflake_version",
        "default_target", "default_environment", "default_writeback", "auto_compile", "external_access_integrations",
        "last_deployed_from",
    ]  # fmt: skip
    rows: list[Row] = []
    for e in entries:
        p = e.properties
        rows.append((e.name, e.path[0], e.path[1], e.created_on, e.created_on, e.owner, e.comment,
                     p.get("DBT_VERSION", "1.9.4"), "LIVE", None, None, f"snow://dbt/{dotted(e.path)}/versions/live/",
                     p["from"], "1.9.2", p.get("DEFAULT_TARGET"), p.get("DEFAULT_ENVIRONMENT"),
                     flag(DBT_PROJECT.value(p, "DEFAULT_WRITEBACK")), flag(DBT_PROJECT.value(p, "AUTO_COMPILE")),
                     json.dumps(p.get("EXTERNAL_ACCESS_INTEGRATIONS", [])), None))  # fmt: skip
    return names, rows


def tasks(_: Session, entries: Iterable[Entry]) -> tuple[Names, list[Row]]:
    names: Names = [
        CREATED, "name", "id", "database_name", "schema_name", "owner", "comment", "warehouse", "schedule",
        "predecessors", "state", "definition", "condition", "allow_overlapping_execution", "error_integration",
        "last_committed_on", "last_suspended_on", "owner_role_type", "config", "task_relations",
        "last_suspended_reason", "success_integration", "scheduling_mode", "target_completion_interval",
        "execute_as_user",
    ]  # fmt: skip
    rows: list[Row] = []
    for e in entries:
        p = e.properties
        before = [dotted(path) for path in p.get("after", [])]
        rows.append((e.created_on, e.name, f"task-{abs(hash(e.path))}", e.path[0], e.path[1], e.owner, e.comment,
                     p.get("WAREHOUSE"), p.get("SCHEDULE"), json.dumps(before), p.get("_state", "suspended"),
                     p["definition"], p.get("when"), None if before else "false", p.get("ERROR_INTEGRATION", "null"),
                     None, None, "ROLE", p.get("CONFIG"), json.dumps({"Predecessors": before}), None,
                     p.get("SUCCESS_INTEGRATION", "null"), None, None, None))  # fmt: skip
    return names, rows


LISTERS = {
    "TAG": tags,
    "NETWORK RULE": network_rules,
    "AUTHENTICATION POLICY": authentication_policies,
    "SECRET": secrets,
    "DYNAMIC TABLE": dynamic_tables,
    "STREAM": streams,
    "PIPE": pipes,
    "DBT PROJECT": dbt_projects,
    "TASK": tasks,
}
