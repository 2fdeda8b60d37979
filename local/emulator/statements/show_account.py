"""The columns and values of SHOW for objects of the account."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from ..catalog import Entry
from ..catalog.kinds import RESOURCE_MONITOR, WAREHOUSE
from ..names import like
from ..results import Result, table
from ..session import DEFAULT_PARAMETERS, Session
from ..tokens import Reader

Names = list[str | tuple[str, str]]
Row = tuple[Any, ...]
CREATED = ("created_on", "timestamp_ltz")

_SIZES = {
    "XSMALL": "X-Small", "SMALL": "Small", "MEDIUM": "Medium", "LARGE": "Large", "XLARGE": "X-Large",
    "XXLARGE": "2X-Large", "X2LARGE": "2X-Large", "2XLARGE": "2X-Large", "XXXLARGE": "3X-Large", "X3LARGE": "3X-Large",
    "3XLARGE": "3X-Large", "4XLARGE": "4X-Large", "X4LARGE": "4X-Large", "5XLARGE": "5X-Large", "6XLARGE": "6X-Large",
}  # fmt: skip


def flag(value: Any) -> str:
    return "true" if value else "false"


def yes(value: Any) -> str:
    return "Y" if value else "N"


def warehouses(session: Session, entries: Iterable[Entry]) -> tuple[Names, list[Row]]:
    names: Names = [
        "name", "state", "type", "size", ("min_cluster_count", "fixed"), ("max_cluster_count", "fixed"),
        ("started_clusters", "fixed"), ("running", "fixed"), ("queued", "fixed"), "is_default", "is_current",
        ("auto_suspend", "fixed"), "auto_resume", "available", "provisioning", "quiescing", "other", CREATED,
        ("resumed_on", "timestamp_ltz"), ("updated_on", "timestamp_ltz"), "owner", "comment",
        "enable_query_acceleration", ("query_acceleration_max_scale_factor", "fixed"), "resource_monitor",
        "scaling_policy", "budget", "owner_role_type", "resource_constraint",
    ]  # fmt: skip
    rows = []
    for e in entries:

        def value(name: str, entry: Entry = e) -> Any:
            return WAREHOUSE.value(entry.properties, name)

        suspended = e.properties.get("_suspended", value("INITIALLY_SUSPENDED"))
        size = str(value("WAREHOUSE_SIZE")).replace("-", "")
        rows.append((
            e.name, "SUSPENDED" if suspended else "STARTED", value("WAREHOUSE_TYPE"), _SIZES.get(size, size.title()),
            value("MIN_CLUSTER_COUNT"), value("MAX_CLUSTER_COUNT"), 0 if suspended else 1, 0, 0, "N",
            yes(session.warehouse == e.name), e.properties.get("AUTO_SUSPEND", 600), flag(value("AUTO_RESUME")), "", "",
            "", "", e.created_on, e.created_on, e.created_on, e.owner, e.comment,
            flag(value("ENABLE_QUERY_ACCELERATION")),
            value("QUERY_ACCELERATION_MAX_SCALE_FACTOR"), value("RESOURCE_MONITOR"), value("SCALING_POLICY"), None,
            "ROLE", e.properties.get("RESOURCE_CONSTRAINT"),
        ))  # fmt: skip
    return names, rows


def roles(session: Session, entries: Iterable[Entry]) -> tuple[Names, list[Row]]:
    names: Names = [
        CREATED, "name", "is_default", "is_current", "is_inherited", ("assigned_to_users", "fixed"),
        ("granted_to_roles", "fixed"), ("granted_roles", "fixed"), "owner", "comment",
    ]  # fmt: skip
    memberships = [g for g in session.account.catalog.grants() if g.kind == "ROLE" and g.privilege == "USAGE"]
    inherited = session.account.access.inherited(session.role)
    rows = []
    for e in entries:
        users = sum(1 for g in memberships if g.path == e.path and g.grantee_kind == "USER")
        parents = sum(1 for g in memberships if g.path == e.path and g.grantee_kind == "ROLE")
        children = sum(1 for g in memberships if g.grantee_kind == "ROLE" and g.grantee == e.name)
        current = e.name == session.role
        rows.append((e.created_on, e.name, "N", yes(current), yes(e.name in inherited and not current), users, parents,
                     children, e.owner, e.comment))  # fmt: skip
    return names, rows


def users(_: Session, entries: Iterable[Entry]) -> tuple[Names, list[Row]]:
    names: Names = [
        "name", CREATED, "login_name", "display_name", "first_name", "last_name", "email", "mins_to_unlock",
        "days_to_expiry", "comment", "disabled", "must_change_password", "snowflake_lock", "default_warehouse",
        "default_namespace", "default_role", "default_secondary_roles", "ext_authn_duo", "ext_authn_uid",
        "mins_to_bypass_mfa", "owner", ("last_success_login", "timestamp_ltz"), ("expires_at_time", "timestamp_ltz"),
        ("locked_until_time", "timestamp_ltz"), "has_password", "has_rsa_public_key", "type", "has_mfa",
    ]  # fmt: skip
    rows = []
    for e in entries:
        p = e.properties
        secondary = str(p.get("DEFAULT_SECONDARY_ROLES", ["ALL"])).replace("'", '"')
        rows.append((e.name, e.created_on, p.get("LOGIN_NAME", e.name), p.get("DISPLAY_NAME", e.name),
                     p.get("FIRST_NAME", ""), p.get("LAST_NAME", ""), p.get("EMAIL", ""), "", "", e.comment,
                     flag(p.get("DISABLED")), flag(p.get("MUST_CHANGE_PASSWORD")), "false", p.get("DEFAULT_WAREHOUSE",
                     ""),
                     p.get("DEFAULT_NAMESPACE", ""), p.get("DEFAULT_ROLE", ""), secondary, "false", "", "", e.owner,
                     None, None, None, "false", flag(p.get("RSA_PUBLIC_KEY") or p.get("RSA_PUBLIC_KEY_2")),
                     p.get("TYPE", "PERSON"), "false"))  # fmt: skip
    return names, rows


def integrations(_: Session, entries: Iterable[Entry]) -> tuple[Names, list[Row]]:
    rows = [
        (e.name, e.properties["TYPE"] if e.properties["TYPE"] != "QUEUE" else "QUEUE - AWS_SNS",
         "NOTIFICATION" if e.properties["TYPE"] == "QUEUE" else "STORAGE", flag(e.properties["ENABLED"]), e.comment,
         e.created_on)
        for e in entries
    ]  # fmt: skip
    return ["name", "type", "category", "enabled", "comment", CREATED], rows


def storage_integrations(session: Session, entries: Iterable[Entry]) -> tuple[Names, list[Row]]:
    return integrations(session, [e for e in entries if e.properties["TYPE"] != "QUEUE"])


def notification_integrations(session: Session, entries: Iterable[Entry]) -> tuple[Names, list[Row]]:
    return integrations(session, [e for e in entries if e.properties["TYPE"] == "QUEUE"])


def _credits(entry: Entry) -> str | None:
    quota = entry.properties.get("CREDIT_QUOTA")
    return None if quota is None else f"{quota}.00"


def _thresholds(triggers: str, action: str) -> str | None:
    found = re.findall(r"ON\s+(\d+)\s+PERCENT\s+DO\s+(\w+)", triggers or "", re.IGNORECASE)
    return ",".join(f"{percent}%" for percent, what in found if what.upper() == action) or None


def resource_monitors(_: Session, entries: Iterable[Entry]) -> tuple[Names, list[Row]]:
    names: Names = [
        "name", "credit_quota", "used_credits", "remaining_credits", "level", "frequency", "start_time", "end_time",
        "notify_at", "suspend_at", "suspend_immediately_at", CREATED, "owner", "comment", "notify_users",
    ]  # fmt: skip
    rows = [
        (e.name, _credits(e), "0.00", _credits(e), None,
         RESOURCE_MONITOR.value(e.properties, "FREQUENCY"), e.properties.get("START_TIMESTAMP"),
         e.properties.get("END_TIMESTAMP"),
         *(_thresholds(e.properties.get("TRIGGERS", ""), action) for action in ("NOTIFY", "SUSPEND",
         "SUSPEND_IMMEDIATE")), e.created_on, e.owner, e.comment, None)
        for e in entries
    ]  # fmt: skip
    return names, rows


def network_policies(_: Session, entries: Iterable[Entry]) -> tuple[Names, list[Row]]:
    names: Names = [
        CREATED,
        "name",
        "comment",
        ("entries_in_allowed_ip_list", "fixed"),
        ("entries_in_blocked_ip_list", "fixed"),
    ]
    return names, [
        (
            e.created_on,
            e.name,
            e.comment,
            len(e.properties.get("ALLOWED_IP_LIST", [])),
            len(e.properties.get("BLOCKED_IP_LIST", [])),
        )
        for e in entries
    ]


def databases(session: Session, entries: Iterable[Entry]) -> tuple[Names, list[Row]]:
    names: Names = [
        CREATED, "name", "is_default", "is_current", "origin", "owner", "comment", "options", "retention_time", "kind",
        "budget", "owner_role_type", "object_visibility",
    ]  # fmt: skip
    return names, [
        (e.created_on, e.name, "N", yes(session.database == e.name), "", e.owner, e.comment,
         "TRANSIENT" if e.properties.get("TRANSIENT") else "", str(e.properties.get("DATA_RETENTION_TIME_IN_DAYS", 1)),
         "STANDARD", None, "ROLE", None)
        for e in entries
    ]  # fmt: skip


def parameters(session: Session, reader: Reader) -> Result:
    """SHOW PARAMETERS [LIKE '…'] [IN SESSION | ACCOUNT | …]: the session's values."""
    pattern = like(reader.string()) if reader.accept("LIKE") else like(None)
    rows = []
    for name, default in sorted(DEFAULT_PARAMETERS.items()):
        if pattern.fullmatch(name):
            value = session.parameters[name]
            shown = [str(item).lower() if isinstance(item, bool) else str(item) for item in (value, default)]
            kind = "BOOLEAN" if isinstance(default, bool) else "NUMBER" if isinstance(default, int) else "STRING"
            rows.append((name, shown[0], shown[1], "SESSION" if value != default else "", "", kind))
    return table(["key", "value", "default", "level", "description", "type"], rows)
