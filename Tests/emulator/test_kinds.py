"""The kinds that only stand in the catalog: what is kept of them, shown, changed, and refused."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator

import pytest

from lake import Lake
from sql_api import SqlApi

Unique = Callable[[str], str]
Statements = list[tuple[str, str, dict[str, str | None]]]


def one(sql: SqlApi, statement: str) -> dict[str, str | None]:
    records = sql.ok(statement).records
    assert len(records) == 1, records
    return records[0]


@pytest.fixture
def schema(database: SqlApi) -> SqlApi:
    database.ok("CREATE TABLE SALES (ID NUMBER(38,0) NOT NULL, NOTE VARCHAR(10))")
    return database


PLAIN: Statements = [
    ("CREATE OR ALTER TAG PII ALLOWED_VALUES 'name', 'none' COMMENT = 'c'", "TAGS",
     {"name": "PII", "allowed_values": '["name", "none"]', "comment": "c"}),
    ("CREATE OR ALTER NETWORK RULE OFFICE TYPE = IPV4 MODE = INGRESS VALUE_LIST = ('203.0.113.0/24') COMMENT = 'c'",
     "NETWORK RULES", {"type": "IPV4", "mode": "INGRESS", "entries_in_valuelist": "1"}),
    ("CREATE OR ALTER AUTHENTICATION POLICY KEYS AUTHENTICATION_METHODS = ('KEYPAIR') COMMENT = 'c'",
     "AUTHENTICATION POLICIES", {"name": "KEYS", "kind": "AUTHENTICATION_POLICY"}),
    ("CREATE SECRET IF NOT EXISTS S TYPE = SYMMETRIC_KEY ALGORITHM = GENERIC COMMENT = 'c'", "SECRETS",
     {"name": "S", "secret_type": "SYMMETRIC_KEY"}),
    ("CREATE OR ALTER VIEW V COMMENT = 'c' AS SELECT ID FROM SALES", "VIEWS", {"name": "V", "comment": "c"}),
    ("CREATE DYNAMIC TABLE IF NOT EXISTS D TARGET_LAG = '1 hours' WAREHOUSE = TEST_WH COMMENT = 'c' AS SELECT 1 AS A",
     "DYNAMIC TABLES", {"name": "D", "target_lag": "1 hours", "warehouse": "TEST_WH"}),
    ("CREATE STREAM IF NOT EXISTS C ON TABLE SALES APPEND_ONLY = TRUE COMMENT = 'c'", "STREAMS",
     {"mode": "APPEND_ONLY", "source_type": "Table", "stale": "false"}),
    ("CREATE DBT PROJECT IF NOT EXISTS P FROM '@\"A\".\"B\".\"R\"/branches/main' DEFAULT_TARGET = 'prod' COMMENT = 'c'",
     "DBT PROJECTS", {"name": "P", "default_target": "prod", "default_version": "LIVE"}),
    ("CREATE OR ALTER TASK T WAREHOUSE = \"TEST_WH\" SCHEDULE = '60 MINUTES' COMMENT = 'c' WHEN (1 = 1) AS SELECT 1",
     "TASKS", {"state": "suspended", "schedule": "60 MINUTES", "definition": "SELECT 1", "condition": "(1 = 1)",
               "predecessors": "[]"}),
]  # fmt: skip


@pytest.mark.parametrize(("statement", "plural", "expected"), PLAIN, ids=[plural for _, plural, _ in PLAIN])
def test_an_object_is_made_shown_described_found_again_and_dropped(
    schema: SqlApi, statement: str, plural: str, expected: dict[str, str | None]
) -> None:
    schema.ok(statement)
    schema.ok(statement)
    database = schema.body["database"]
    shown = one(schema, f"SHOW {plural} IN DATABASE {database}")
    assert expected.items() <= shown.items()
    assert (shown["database_name"], shown["schema_name"], shown["owner"]) == (database, "RAW", "ACCOUNTADMIN")
    assert shown["comment"] == "c"
    kind = plural[:-3] + "Y" if plural.endswith("IES") else plural[:-1]
    assert schema.ok(f"DESC {kind} RAW.{shown['name']}").rows
    schema.ok(f"ALTER {kind} {shown['name']} SET COMMENT = 'other'")
    assert one(schema, f"SHOW {plural} IN SCHEMA RAW")["comment"] == "other"
    schema.ok(f"DROP {kind} IF EXISTS {shown['name']}")
    assert schema.ok(f"SHOW {plural} IN DATABASE {database}").rows == []


def test_a_task_is_changed_while_its_graph_is_suspended_and_resumed_by_an_owner_that_may_run_tasks(
    schema: SqlApi,
) -> None:
    schema.ok("CREATE TASK ROOT WAREHOUSE = TEST_WH SCHEDULE = 'USING CRON 0 6 * * * UTC' AS SELECT 1")
    schema.ok("CREATE TASK CHILD WAREHOUSE = TEST_WH AFTER ROOT AS SELECT 2")
    assert json.loads(one(schema, "SHOW TASKS LIKE 'CHILD' IN SCHEMA RAW")["predecessors"] or "") == [
        f"{schema.body['database']}.RAW.ROOT"
    ]
    schema.ok("ALTER TASK CHILD RESUME")
    schema.ok("ALTER TASK ROOT RESUME")
    for statement in ("CREATE OR ALTER TASK CHILD WAREHOUSE = TEST_WH AFTER ROOT AS SELECT 3",
                      "CREATE TASK OTHER WAREHOUSE = TEST_WH AFTER ROOT AS SELECT 3"):  # fmt: skip
        assert "not suspended" in schema(statement).message
    schema.ok("ALTER TASK ROOT SUSPEND")
    schema.ok("ALTER TASK CHILD SUSPEND")
    schema.ok("CREATE OR ALTER TASK CHILD WAREHOUSE = TEST_WH AFTER ROOT AS SELECT 3")
    both = schema("CREATE TASK WRONG WAREHOUSE = TEST_WH SCHEDULE = '1 MINUTE' AFTER ROOT AS SELECT 1")
    assert both.failure == ("002076", "42601")
    assert "tasks do not run" in schema("EXECUTE TASK ROOT").message


def test_a_task_of_a_role_without_the_privilege_is_not_resumed(schema: SqlApi, unique: Unique) -> None:
    role = unique("OWNER")
    schema.ok(f"CREATE ROLE {role}")
    schema.ok(f"GRANT ROLE {role} TO USER DEPLOYER")
    schema.ok(f"GRANT USAGE ON DATABASE {schema.body['database']} TO ROLE {role}")
    schema.ok(f"GRANT USAGE, CREATE TASK ON SCHEMA RAW TO ROLE {role}")
    owner = schema.using(role=role)
    assert owner("CREATE TASK T WAREHOUSE = TEST_WH SCHEDULE = '1 HOURS' AS SELECT 1").failure[0] == "002003"
    schema.ok(f"GRANT USAGE ON WAREHOUSE TEST_WH TO ROLE {role}")
    owner.ok("CREATE TASK T WAREHOUSE = TEST_WH SCHEDULE = '1 HOURS' AS SELECT 1")
    assert "EXECUTE TASK" in owner("ALTER TASK T RESUME").message
    schema.ok(f"GRANT EXECUTE TASK ON ACCOUNT TO ROLE {role}")
    owner.ok("ALTER TASK T RESUME")
    assert one(owner, "SHOW TASKS LIKE 'T' IN SCHEMA RAW")["state"] == "started"


def test_a_secret_keeps_its_value_to_itself(schema: SqlApi) -> None:
    schema.ok("CREATE SECRET TOKEN TYPE = GENERIC_STRING SECRET_STRING = 'hunter2'")
    assert "hunter2" not in json.dumps(schema.ok("SHOW SECRETS IN SCHEMA RAW").body)
    assert "hunter2" not in json.dumps(schema.ok("DESC SECRET TOKEN").body)
    assert schema("CREATE SECRET EMPTY TYPE = GENERIC_STRING").failure == ("002029", "42601")


def test_a_network_policy_names_rules_that_exist(schema: SqlApi, unique: Unique) -> None:
    schema.ok("CREATE NETWORK RULE R TYPE = IPV4 VALUE_LIST = ('192.0.2.1')")
    name, rule = unique("POLICY"), f'"{schema.body["database"]}"."RAW"."R"'
    schema.ok(f"CREATE OR ALTER NETWORK POLICY {name} ALLOWED_NETWORK_RULE_LIST = ('{rule}') COMMENT = 'c'")
    described = schema.ok(f"DESC NETWORK POLICY {name}").records
    expected = [{"fullyQualifiedRuleName": f"{schema.body['database']}.RAW.R"}]
    assert [(row["name"], json.loads(row["value"] or "")) for row in described] == [
        ("ALLOWED_NETWORK_RULE_LIST", expected)
    ]
    refused = schema(f"CREATE OR ALTER NETWORK POLICY {name} ALLOWED_NETWORK_RULE_LIST = ('RAW.GONE')")
    assert refused.failure[0] == "002003"
    schema.ok(f"DROP NETWORK POLICY {name}")


def test_a_notification_integration_tells_whom_to_trust(administrator: SqlApi, unique: Unique) -> None:
    name = unique("ALERTS")
    administrator.ok(
        f"CREATE NOTIFICATION INTEGRATION IF NOT EXISTS {name} ENABLED = TRUE TYPE = QUEUE DIRECTION = OUTBOUND "
        "NOTIFICATION_PROVIDER = AWS_SNS AWS_SNS_TOPIC_ARN = 'arn:aws:sns:eu-west-1:000000000000:alerts' "
        "AWS_SNS_ROLE_ARN = 'arn:aws:iam::000000000000:role/alerts' COMMENT = 'c'"
    )
    described = {row["property"]: row["property_value"] for row in administrator.ok(f"DESC INTEGRATION {name}").records}
    assert (described["SF_AWS_IAM_USER_ARN"] or "").startswith("arn:aws:iam::999999999999:user/")
    assert described["SF_AWS_EXTERNAL_ID"]
    assert name in {row["name"] for row in administrator.ok("SHOW NOTIFICATION INTEGRATIONS").records}
    assert name not in {row["name"] for row in administrator.ok("SHOW STORAGE INTEGRATIONS").records}
    administrator.ok(f"ALTER NOTIFICATION INTEGRATION {name} SET ENABLED = FALSE")
    administrator.ok(f"DROP INTEGRATION IF EXISTS {name}")


def test_a_resource_monitor_shows_what_happens_when(administrator: SqlApi, unique: Unique) -> None:
    name, warehouse = unique("LIMIT"), unique("WH")
    administrator.ok(
        f"CREATE RESOURCE MONITOR IF NOT EXISTS {name} WITH CREDIT_QUOTA = 5 FREQUENCY = MONTHLY START_TIMESTAMP = "
        "IMMEDIATELY TRIGGERS ON 80 PERCENT DO NOTIFY ON 100 PERCENT DO SUSPEND"
    )
    shown = one(administrator, f"SHOW RESOURCE MONITORS LIKE '{name}'")
    assert (shown["credit_quota"], shown["notify_at"], shown["suspend_at"]) == ("5.00", "80%", "100%")
    administrator.ok(f"ALTER RESOURCE MONITOR {name} SET CREDIT_QUOTA = 7 TRIGGERS ON 90 PERCENT DO SUSPEND")
    shown = one(administrator, f"SHOW RESOURCE MONITORS LIKE '{name}'")
    assert (shown["credit_quota"], shown["notify_at"], shown["suspend_at"]) == ("7.00", None, "90%")
    administrator.ok(f"CREATE WAREHOUSE {warehouse} RESOURCE_MONITOR = {name}")
    assert one(administrator, f"SHOW WAREHOUSES LIKE '{warehouse}'")["resource_monitor"] == name
    assert administrator.using(role="SYSADMIN")(f"CREATE RESOURCE MONITOR {name}_2 WITH CREDIT_QUOTA = 1").failure == (
        "003001",
        "42501",
    )


@pytest.fixture
def piped(lake: Lake) -> Iterator[SqlApi]:
    sql = lake.sql
    sql.ok("CREATE TABLE IF NOT EXISTS LOADED (A VARCHAR, F VARCHAR)")
    sql.ok("CREATE FILE FORMAT IF NOT EXISTS PIPED TYPE = CSV")
    yield sql


COPY = (
    "COPY INTO LOADED (A, F) FROM (SELECT t.$1, METADATA$FILENAME FROM @INBOX t) FILE_FORMAT = (FORMAT_NAME = 'PIPED')"
)


def test_a_pipe_shows_its_statement_and_where_it_listens(piped: SqlApi) -> None:
    piped.ok(
        "CREATE PIPE IF NOT EXISTS P AUTO_INGEST = TRUE AWS_SNS_TOPIC = 'arn:aws:sns:eu-west-1:000000000000:arrivals' "
        f"COMMENT = 'c' AS {COPY} PATTERN = '.*csv' ON_ERROR = SKIP_FILE"
    )
    shown = one(piped, "SHOW PIPES IN SCHEMA RAW")
    assert (shown["definition"] or "").startswith("COPY INTO LOADED")
    assert (shown["notification_channel"] or "").startswith("arn:aws:sqs:")
    status = json.loads(piped.value("SELECT SYSTEM$PIPE_STATUS('RAW.P')") or "")
    assert (status["executionState"], status["pendingFileCount"]) == ("RUNNING", 0)
    piped.ok("ALTER PIPE P SET PIPE_EXECUTION_PAUSED = TRUE")
    assert json.loads(piped.value("SELECT SYSTEM$PIPE_STATUS('RAW.P')") or "")["executionState"] == "PAUSED"


@pytest.mark.parametrize("option", ["FILES = ('a.csv')", "FORCE = TRUE", "ON_ERROR = ABORT_STATEMENT"])
def test_a_pipe_refuses_options_that_only_a_load_has(piped: SqlApi, option: str) -> None:
    assert piped(f"CREATE PIPE BAD AS {COPY} {option}").failure == ("001003", "42000")


def test_a_user_has_the_policies_that_exist(schema: SqlApi, unique: Unique) -> None:
    user = unique("SVC")
    role_arn = "arn:aws:iam::000000000000:role/ingest"
    schema.ok(f"CREATE USER {user} TYPE = SERVICE WORKLOAD_IDENTITY = (TYPE = AWS ARN = '{role_arn}')")
    schema.ok("CREATE AUTHENTICATION POLICY WIF AUTHENTICATION_METHODS = ('WORKLOAD_IDENTITY')")
    schema.ok(f"ALTER USER {user} SET AUTHENTICATION POLICY RAW.WIF")
    assert schema(f"ALTER USER {user} SET AUTHENTICATION POLICY RAW.GONE").failure[0] == "002003"
