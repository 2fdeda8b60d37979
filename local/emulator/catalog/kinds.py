"""The object kinds that live in the catalog alone: their properties, defaults and level."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from .. import errors
from ..tokens import Word


@dataclass(frozen=True)
class Property:
    """type: text, word (upper case), name (of another object), integer, boolean, list (of texts), nested (options)."""

    type: str = "text"
    default: Any = None

    def checked(self, name: str, value: Any) -> Any:
        match self.type, value:
            case ("integer", bool()) | ("list", str()) | ("nested", str() | int()):
                raise errors.invalid_value(value, name)
            case "integer", int() | float():
                return int(value)
            case "integer", str() if value.lstrip("-").isdigit():
                return int(value)
            case "integer", str() if value.upper() == "NULL":
                return None
            case "boolean", bool():
                return value
            case "boolean", str() if value.upper() in ("TRUE", "FALSE"):
                return value.upper() == "TRUE"
            case "word", str() | int():
                return str(value).upper()
            case "name", str():
                return value.upper() if isinstance(value, Word) else value
            case ("text", Word()) if value.upper() in ("NULL", "NONE"):
                return None if value.upper() == "NULL" else "NONE"
            case "text", str() | int():
                return str(value)
            case "list", list():
                return [str(item) for item in value]
            case "nested", dict():
                return {key: _plain(item) for key, item in value.items()}
            case _:
                raise errors.invalid_value(value, name)


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    return str(value) if isinstance(value, Word) else value


_REFUSED = {"PASSWORD", "CREDENTIALS", "TAG"}


@dataclass(frozen=True)
class Kind:
    """A kind of object. level says how many parts its name has; title is Snowflake's wording in messages."""

    name: str
    plural: str
    level: str
    title: str
    properties: Mapping[str, Property] = field(default_factory=dict)
    created: str = ""
    or_alter: bool = True

    def checked(self, given: Mapping[str, Any]) -> dict[str, Any]:
        """The given properties in their stored form; COMMENT is not among them."""
        found: dict[str, Any] = {}
        for name, value in given.items():
            if name == "COMMENT":
                continue
            if name in _REFUSED and name not in self.properties:
                raise errors.unsupported(f"{name} of a {self.name.lower()}")
            if name not in self.properties:
                raise errors.invalid_property(name, self.name)
            found[name] = self.properties[name].checked(name, value)
        return found

    def value(self, properties: Mapping[str, Any], name: str) -> Any:
        stored = properties.get(name)
        return self.properties[name].default if stored is None else stored

    def created_message(self, name: str) -> str:
        return f"{self.created or self.title} {name} successfully created."


def properties_of(**types: str | tuple[str, Any]) -> dict[str, Property]:
    return {
        name: Property(kind) if isinstance(kind, str) else Property(kind[0], kind[1]) for name, kind in types.items()
    }


WAREHOUSE = Kind("WAREHOUSE", "WAREHOUSES", "ACCOUNT", "Warehouse", properties_of(
    WAREHOUSE_SIZE=("word", "X-SMALL"), WAREHOUSE_TYPE=("word", "STANDARD"), AUTO_SUSPEND=("integer", 600),
    AUTO_RESUME=("boolean", True), INITIALLY_SUSPENDED=("boolean", False), MIN_CLUSTER_COUNT=("integer", 1),
    MAX_CLUSTER_COUNT=("integer", 1), SCALING_POLICY=("word", "STANDARD"), RESOURCE_MONITOR=("name", "null"),
    ENABLE_QUERY_ACCELERATION=("boolean", False), QUERY_ACCELERATION_MAX_SCALE_FACTOR=("integer", 8),
    STATEMENT_TIMEOUT_IN_SECONDS=("integer", 172800), STATEMENT_QUEUED_TIMEOUT_IN_SECONDS=("integer", 0),
    MAX_CONCURRENCY_LEVEL=("integer", 8), RESOURCE_CONSTRAINT="word", GENERATION="text",
))  # fmt: skip

ROLE = Kind("ROLE", "ROLES", "ACCOUNT", "Role")

USER = Kind("USER", "USERS", "ACCOUNT", "User", properties_of(
    LOGIN_NAME="text", DISPLAY_NAME="text", FIRST_NAME="text", MIDDLE_NAME="text", LAST_NAME="text", EMAIL="text",
    TYPE="word", DISABLED=("boolean", False), MUST_CHANGE_PASSWORD=("boolean", False), DAYS_TO_EXPIRY="integer",
    MINS_TO_UNLOCK="integer", DEFAULT_ROLE="name", DEFAULT_WAREHOUSE="name", DEFAULT_NAMESPACE="name",
    DEFAULT_SECONDARY_ROLES="list", RSA_PUBLIC_KEY="text", RSA_PUBLIC_KEY_2="text", NETWORK_POLICY="name",
    WORKLOAD_IDENTITY="nested",
), or_alter=False)  # fmt: skip

STORAGE_INTEGRATION = Kind("INTEGRATION", "INTEGRATIONS", "ACCOUNT", "Integration", properties_of(
    TYPE="word", STORAGE_PROVIDER="word", ENABLED="boolean", STORAGE_AWS_ROLE_ARN="text",
    STORAGE_AWS_EXTERNAL_ID="text", STORAGE_ALLOWED_LOCATIONS="list", STORAGE_BLOCKED_LOCATIONS="list",
    STORAGE_AWS_OBJECT_ACL="text", USE_PRIVATELINK_ENDPOINT=("boolean", False),
), or_alter=False)  # fmt: skip

NOTIFICATION_INTEGRATION = Kind("INTEGRATION", "INTEGRATIONS", "ACCOUNT", "Integration", properties_of(
    TYPE="word", ENABLED="boolean", DIRECTION="word", NOTIFICATION_PROVIDER="word", AWS_SNS_TOPIC_ARN="text",
    AWS_SNS_ROLE_ARN="text",
), or_alter=False)  # fmt: skip

RESOURCE_MONITOR = Kind("RESOURCE MONITOR", "RESOURCE MONITORS", "ACCOUNT", "Resource monitor", properties_of(
    CREDIT_QUOTA="integer", FREQUENCY=("word", "MONTHLY"), START_TIMESTAMP="text", END_TIMESTAMP="text",
    NOTIFY_USERS="list",
), or_alter=False)  # fmt: skip

NETWORK_POLICY = Kind("NETWORK POLICY", "NETWORK POLICIES", "ACCOUNT", "Network policy", properties_of(
    ALLOWED_IP_LIST="list", BLOCKED_IP_LIST="list", ALLOWED_NETWORK_RULE_LIST="list", BLOCKED_NETWORK_RULE_LIST="list",
))  # fmt: skip

DATABASE = Kind("DATABASE", "DATABASES", "ACCOUNT", "Database", properties_of(
    DATA_RETENTION_TIME_IN_DAYS=("integer", 1), MAX_DATA_EXTENSION_TIME_IN_DAYS=("integer", 14), LOG_LEVEL="word",
    TRACE_LEVEL="word", DEFAULT_DDL_COLLATION="text",
))  # fmt: skip

SCHEMA = Kind("SCHEMA", "SCHEMAS", "DATABASE", "Schema", properties_of(
    DATA_RETENTION_TIME_IN_DAYS=("integer", 1), MAX_DATA_EXTENSION_TIME_IN_DAYS=("integer", 14), LOG_LEVEL="word",
    TRACE_LEVEL="word", DEFAULT_DDL_COLLATION="text",
))  # fmt: skip

FILE_FORMAT_OPTIONS = properties_of(
    TYPE=("word", "CSV"), COMPRESSION=("word", "AUTO"), RECORD_DELIMITER=("text", "\n"), FIELD_DELIMITER=("text", ","),
    MULTI_LINE=("boolean", True), FILE_EXTENSION="text", PARSE_HEADER=("boolean", False), SKIP_HEADER=("integer", 0),
    SKIP_BLANK_LINES=("boolean", False), DATE_FORMAT=("text", "AUTO"), TIME_FORMAT=("text", "AUTO"),
    TIMESTAMP_FORMAT=("text", "AUTO"), BINARY_FORMAT=("word", "HEX"), ESCAPE=("text", "NONE"),
    ESCAPE_UNENCLOSED_FIELD=("text", "\\"), TRIM_SPACE=("boolean", False), FIELD_OPTIONALLY_ENCLOSED_BY=("text",
    "NONE"),
    NULL_IF=("list", ["\\N"]), ERROR_ON_COLUMN_COUNT_MISMATCH=("boolean", True),
    REPLACE_INVALID_CHARACTERS=("boolean", False), EMPTY_FIELD_AS_NULL=("boolean", True),
    SKIP_BYTE_ORDER_MARK=("boolean", True), ENCODING=("word", "UTF8"), VALIDATE_UTF8=("boolean", True),
)  # fmt: skip

FILE_FORMAT = Kind("FILE FORMAT", "FILE FORMATS", "SCHEMA", "File format", FILE_FORMAT_OPTIONS)

STAGE = Kind("STAGE", "STAGES", "SCHEMA", "Stage", properties_of(
    URL="text", STORAGE_INTEGRATION="name", FILE_FORMAT="nested", DIRECTORY="nested", ENCRYPTION="nested",
    COPY_OPTIONS="nested", USE_PRIVATELINK_ENDPOINT="boolean",
), created="Stage area")  # fmt: skip

TABLE = Kind("TABLE", "TABLES", "SCHEMA", "Table")
VIEW = Kind("VIEW", "VIEWS", "SCHEMA", "View")
SEQUENCE = Kind("SEQUENCE", "SEQUENCES", "SCHEMA", "Sequence")

PLAIN = [
    WAREHOUSE, ROLE, USER, RESOURCE_MONITOR, NETWORK_POLICY, DATABASE, SCHEMA, FILE_FORMAT, STAGE,
]  # fmt: skip
"""Kinds whose statements are a name and properties."""
