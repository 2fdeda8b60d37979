"""Storage integrations: Snowflake's half of the trust between it and an S3 bucket."""

from __future__ import annotations

import base64
import re
import secrets

from .. import errors
from ..catalog import Entry
from ..results import Result, table
from ..session import Session

_REQUIRED = ("TYPE", "STORAGE_PROVIDER", "ENABLED", "STORAGE_AWS_ROLE_ARN", "STORAGE_ALLOWED_LOCATIONS")
_LOCATION = re.compile(r"s3://[a-z0-9][a-z0-9.-]{1,61}[a-z0-9](/.*)?|\*")
_ROLE = re.compile(r"arn:aws[\w-]*:iam::\d{12}:role/.+")


def checked(session: Session, entry: Entry) -> Entry:
    """A new integration: its own hidden id (a replaced one detaches its stages) and an external id."""
    if entry.properties.get("TYPE") == "QUEUE":
        return _outbound(session, entry)
    properties = dict(entry.properties)
    for name in _REQUIRED:
        if properties.get(name) in (None, "", []):
            raise errors.SnowflakeError(2029, "42601", f"SQL compilation error:\nMissing option(s): [{name}]")
    if properties["TYPE"] != "EXTERNAL_STAGE" or properties["STORAGE_PROVIDER"] != "S3":
        raise errors.unsupported("storage integrations other than TYPE = EXTERNAL_STAGE, STORAGE_PROVIDER = 'S3'")
    properties["_id"] = secrets.token_hex(8)
    if not properties.get("STORAGE_AWS_EXTERNAL_ID"):
        properties["STORAGE_AWS_EXTERNAL_ID"] = generated_external_id(session)
    entry.properties = validated(properties)
    return entry


def _outbound(session: Session, entry: Entry) -> Entry:
    """A notification integration that publishes to an SNS topic; it publishes nothing here."""
    p = dict(entry.properties)
    for name in ("ENABLED", "DIRECTION", "NOTIFICATION_PROVIDER", "AWS_SNS_TOPIC_ARN", "AWS_SNS_ROLE_ARN"):
        if p.get(name) in (None, ""):
            raise errors.SnowflakeError(2029, "42601", f"SQL compilation error:\nMissing option(s): [{name}]")
    if (p["DIRECTION"], p["NOTIFICATION_PROVIDER"]) != ("OUTBOUND", "AWS_SNS"):
        raise errors.unsupported("notification integrations other than DIRECTION = OUTBOUND to AWS_SNS")
    if not re.fullmatch(r"arn:aws[\w-]*:sns:[a-z0-9-]+:\d{12}:.+", p["AWS_SNS_TOPIC_ARN"]):
        raise errors.invalid_value(p["AWS_SNS_TOPIC_ARN"], "AWS_SNS_TOPIC_ARN")
    if not _ROLE.fullmatch(p["AWS_SNS_ROLE_ARN"]):
        raise errors.invalid_value(p["AWS_SNS_ROLE_ARN"], "AWS_SNS_ROLE_ARN")
    p["_id"] = secrets.token_hex(8)
    p["_external_id"] = generated_external_id(session)
    entry.properties = p
    return entry


def validated(properties: dict) -> dict:
    if not _ROLE.fullmatch(properties["STORAGE_AWS_ROLE_ARN"]):
        raise errors.invalid_value(properties["STORAGE_AWS_ROLE_ARN"], "STORAGE_AWS_ROLE_ARN")
    for name in ("STORAGE_ALLOWED_LOCATIONS", "STORAGE_BLOCKED_LOCATIONS"):
        for location in properties.get(name) or []:
            if not _LOCATION.fullmatch(location):
                raise errors.invalid_value(location, name)
    return properties


def generated_external_id(session: Session) -> str:
    account = session.account.locator
    return f"{account}_SFCRole=2_{base64.b64encode(secrets.token_bytes(20)).decode()}"


def described(session: Session, entry: Entry) -> Result:
    p = entry.properties
    if p["TYPE"] == "QUEUE":
        return _described_outbound(session, entry)
    rows = [
        ("ENABLED", "Boolean", "true" if p["ENABLED"] else "false", "false"),
        ("STORAGE_PROVIDER", "String", p["STORAGE_PROVIDER"], ""),
        ("STORAGE_ALLOWED_LOCATIONS", "List", ",".join(p["STORAGE_ALLOWED_LOCATIONS"]), "[]"),
        ("STORAGE_BLOCKED_LOCATIONS", "List", ",".join(p.get("STORAGE_BLOCKED_LOCATIONS") or []), "[]"),
        ("STORAGE_AWS_IAM_USER_ARN", "String", session.account.iam_user_arn, ""),
        ("STORAGE_AWS_ROLE_ARN", "String", p["STORAGE_AWS_ROLE_ARN"], ""),
        ("STORAGE_AWS_OBJECT_ACL", "String", p.get("STORAGE_AWS_OBJECT_ACL") or "", ""),
        ("STORAGE_AWS_EXTERNAL_ID", "String", p["STORAGE_AWS_EXTERNAL_ID"], ""),
        ("USE_PRIVATELINK_ENDPOINT", "Boolean", "true" if p.get("USE_PRIVATELINK_ENDPOINT") else "false", "false"),
        ("COMMENT", "String", entry.comment, ""),
    ]
    return table(["property", "property_type", "property_value", "property_default"], rows)


def _described_outbound(session: Session, entry: Entry) -> Result:
    p = entry.properties
    rows = [
        ("ENABLED", "Boolean", "true" if p["ENABLED"] else "false", "false"),
        ("NOTIFICATION_PROVIDER", "String", p["NOTIFICATION_PROVIDER"], ""),
        ("DIRECTION", "String", p["DIRECTION"], "INBOUND"),
        ("AWS_SNS_TOPIC_ARN", "String", p["AWS_SNS_TOPIC_ARN"], ""),
        ("AWS_SNS_ROLE_ARN", "String", p["AWS_SNS_ROLE_ARN"], ""),
        ("SF_AWS_IAM_USER_ARN", "String", session.account.iam_user_arn, ""),
        ("SF_AWS_EXTERNAL_ID", "String", p["_external_id"], ""),
        ("COMMENT", "String", entry.comment, ""),
    ]
    return table(["property", "property_type", "property_value", "property_default"], rows)


def of_stage(session: Session, stage: Entry) -> Entry:
    """The stage's integration; refused when the stage has none or when its integration was replaced or dropped."""
    name = stage.properties.get("STORAGE_INTEGRATION")
    if not name:
        raise errors.unsupported("a stage without STORAGE_INTEGRATION (no public buckets, no stage credentials)")
    integration = session.account.catalog.get("INTEGRATION", (name,))
    if integration is None or integration.properties["_id"] != stage.properties.get("_integration_id"):
        raise errors.SnowflakeError(
            3136,
            "02000",
            f"SQL compilation error:\nIntegration '{name}' associated with the stage '{stage.name}' cannot be found. "
            "It was dropped or replaced; set it again with ALTER STAGE … SET STORAGE_INTEGRATION.",
        )
    return integration


def refuse_location(integration: Entry, url: str) -> None:
    """Raises unless the location is allowed and not blocked."""
    p = integration.properties
    allowed = any(location == "*" or _inside(url, location) for location in p["STORAGE_ALLOWED_LOCATIONS"])
    blocked = any(_inside(url, location) for location in p.get("STORAGE_BLOCKED_LOCATIONS") or [])
    if not p["ENABLED"]:
        raise errors.SnowflakeError(
            3135, "42601", f"SQL compilation error:\nintegration '{integration.name}' is not enabled."
        )
    if blocked or not allowed:
        raise errors.SnowflakeError(
            3139,
            "42601",
            f"SQL compilation error:\nLocation '{url}' is not allowed by integration {integration.name}. Please use "
            "DESC INTEGRATION to check out allowed and blocked locations.",
        )


def _inside(url: str, location: str) -> bool:
    prefix = location if location.endswith("/") else location + "/"
    return url == location or url.startswith(prefix)
