"""The kinds that only stand in the catalog: tasks do not run here, pipes load nothing, policies keep nobody out."""

from __future__ import annotations

from .kinds import Kind, properties_of

TAG = Kind("TAG", "TAGS", "SCHEMA", "Tag", properties_of(ALLOWED_VALUES="list"))

NETWORK_RULE = Kind("NETWORK RULE", "NETWORK RULES", "SCHEMA", "Network rule", properties_of(
    TYPE="word", MODE=("word", "INGRESS"), VALUE_LIST="list",
))  # fmt: skip

AUTHENTICATION_POLICY = Kind(
    "AUTHENTICATION POLICY", "AUTHENTICATION POLICIES", "SCHEMA", "Authentication policy", properties_of(
        AUTHENTICATION_METHODS=("list", ["ALL"]), CLIENT_TYPES=("list", ["ALL"]),
        SECURITY_INTEGRATIONS=("list", ["ALL"]), MFA_ENROLLMENT=("word", "OPTIONAL"),
    ),
)  # fmt: skip

SECRET = Kind("SECRET", "SECRETS", "SCHEMA", "Secret", properties_of(
    TYPE="word", SECRET_STRING="text", USERNAME="text", PASSWORD="text", ALGORITHM="word",
), or_alter=False)  # fmt: skip

DYNAMIC_TABLE = Kind("DYNAMIC TABLE", "DYNAMIC TABLES", "SCHEMA", "Dynamic table", properties_of(
    TARGET_LAG="text", WAREHOUSE="name", REFRESH_MODE=("word", "AUTO"), INITIALIZE=("word", "ON_CREATE"),
))  # fmt: skip

STREAM = Kind("STREAM", "STREAMS", "SCHEMA", "Stream", properties_of(
    APPEND_ONLY=("boolean", False), SHOW_INITIAL_ROWS=("boolean", False),
), or_alter=False)  # fmt: skip

PIPE = Kind("PIPE", "PIPES", "SCHEMA", "Pipe", properties_of(
    AUTO_INGEST=("boolean", False), ERROR_INTEGRATION="name", AWS_SNS_TOPIC="text", INTEGRATION="text",
    PIPE_EXECUTION_PAUSED=("boolean", False),
), or_alter=False)  # fmt: skip

DBT_PROJECT = Kind("DBT PROJECT", "DBT PROJECTS", "SCHEMA", "DBT project", properties_of(
    DBT_VERSION="text", DEFAULT_TARGET="text", DEFAULT_ENVIRONMENT="text", EXTERNAL_ACCESS_INTEGRATIONS="list",
    AUTO_COMPILE=("boolean", True), DEFAULT_WRITEBACK=("boolean", True),
), or_alter=False)  # fmt: skip

TASK = Kind("TASK", "TASKS", "SCHEMA", "Task", properties_of(
    WAREHOUSE="name", SCHEDULE="text", CONFIG="text", OVERLAP_POLICY="word", USER_TASK_TIMEOUT_MS="integer",
    USER_TASK_MANAGED_INITIAL_WAREHOUSE_SIZE="text", SUSPEND_TASK_AFTER_NUM_FAILURES="integer",
    ERROR_INTEGRATION="name", SUCCESS_INTEGRATION="name", TASK_AUTO_RETRY_ATTEMPTS="integer", FINALIZE="name",
))  # fmt: skip

MORE = [
    TAG, NETWORK_RULE, AUTHENTICATION_POLICY, SECRET, DYNAMIC_TABLE, STREAM, PIPE, DBT_PROJECT, TASK,
]  # fmt: skip
