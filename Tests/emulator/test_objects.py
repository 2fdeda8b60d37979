"""CREATE, ALTER, DROP, SHOW and DESC of what lives in the catalog."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest

from sql_api import SqlApi

Unique = Callable[[str], str]


def one(sql: SqlApi, statement: str) -> dict[str, str | None]:
    records = sql.ok(statement).records
    assert len(records) == 1, records
    return records[0]


def test_a_warehouse_is_created_altered_shown_and_dropped(administrator: SqlApi, unique: Unique) -> None:
    name = unique("WH")
    administrator.ok(f"CREATE OR ALTER WAREHOUSE \"{name}\" WITH WAREHOUSE_SIZE = 'XSMALL' AUTO_SUSPEND = 60 "
                     "AUTO_RESUME = TRUE INITIALLY_SUSPENDED = TRUE COMMENT = 'it''s'")  # fmt: skip
    shown = one(administrator, f"SHOW WAREHOUSES LIKE '{name}'")
    expected = {"name": name, "size": "X-Small", "auto_suspend": "60", "auto_resume": "true", "comment": "it's",
                "state": "SUSPENDED", "owner": "ACCOUNTADMIN"}  # fmt: skip
    assert expected.items() <= shown.items()
    administrator.ok(f"ALTER WAREHOUSE {name} SET AUTO_SUSPEND = 120, WAREHOUSE_SIZE = MEDIUM")
    administrator.ok(f"ALTER WAREHOUSE {name} UNSET COMMENT")
    shown = one(administrator, f"SHOW WAREHOUSES LIKE '{name}'")
    assert (shown["auto_suspend"], shown["size"], shown["comment"]) == ("120", "Medium", "")
    administrator.ok(f"ALTER WAREHOUSE {name} RESUME")
    assert one(administrator, f"SHOW WAREHOUSES LIKE '{name}'")["state"] == "STARTED"
    administrator.ok(f"DROP WAREHOUSE {name}")
    assert administrator.ok(f"SHOW WAREHOUSES LIKE '{name}'").rows == []


def test_or_alter_unsets_what_the_statement_leaves_out(administrator: SqlApi, unique: Unique) -> None:
    name = unique("WH")
    administrator.ok(f"CREATE OR ALTER WAREHOUSE {name} AUTO_SUSPEND = 60 COMMENT = 'x'")
    before = one(administrator, f"SHOW WAREHOUSES LIKE '{name}'")["created_on"]
    answer = administrator.ok(f"CREATE OR ALTER WAREHOUSE {name} WAREHOUSE_SIZE = SMALL")
    assert answer.rows == [[f"Warehouse {name} successfully altered."]]
    shown = one(administrator, f"SHOW WAREHOUSES LIKE '{name}'")
    assert (shown["auto_suspend"], shown["comment"], shown["size"]) == ("600", "", "Small")
    assert shown["created_on"] == before


def test_the_forms_of_create_treat_an_existing_object_as_they_say(administrator: SqlApi, unique: Unique) -> None:
    role = unique("ROLE")
    administrator.ok(f"CREATE ROLE {role} COMMENT = 'first'")
    assert administrator(f"CREATE ROLE {role}").failure == ("002002", "42710")
    kept = administrator.ok(f"CREATE ROLE IF NOT EXISTS {role} COMMENT = 'second'")
    assert kept.rows == [[f"{role} already exists, statement succeeded."]]
    assert one(administrator, f"SHOW ROLES LIKE '{role}'")["comment"] == "first"
    administrator.ok(f"CREATE OR REPLACE ROLE {role} COMMENT = 'third'")
    assert one(administrator, f"SHOW ROLES LIKE '{role}'")["comment"] == "third"
    mixed = administrator(f"CREATE OR REPLACE ROLE IF NOT EXISTS {role}")
    assert mixed.failure == ("001003", "42000")


@pytest.mark.parametrize(
    "kind",
    ["WAREHOUSE", "ROLE", "USER", "DATABASE", "INTEGRATION", "SCHEMA", "STAGE", "TABLE", "VIEW", "FILE FORMAT"],
)
def test_dropping_what_is_not_there_is_an_error_unless_if_exists(kind: str, database: SqlApi) -> None:
    state = "42S02" if kind in ("TABLE", "VIEW") else "02000"
    assert database(f"DROP {kind} NO_SUCH_THING").failure == ("002003", state)
    database.ok(f"DROP {kind} IF EXISTS NO_SUCH_THING")


def test_unknown_properties_and_wrong_values_are_refused(administrator: SqlApi) -> None:
    assert administrator("CREATE WAREHOUSE W9 COLOUR = 'red'").failure == ("001420", "22023")
    assert administrator("CREATE WAREHOUSE W9 AUTO_SUSPEND = 'soon'").failure == ("001008", "22023")
    password = administrator("CREATE USER U9 PASSWORD = 'x'")
    assert password.message == "not supported by the emulator: PASSWORD of a user"
    assert administrator("CREATE WAREHOUSE W9 AUTO_SUSPEND 60").failure == ("001003", "42000")


def test_quoted_names_keep_their_case_and_their_quotes(administrator: SqlApi, unique: Unique) -> None:
    name = unique("Mixed") + ' "x" ü'
    quoted = '"' + name.replace('"', '""') + '"'
    administrator.ok(f"CREATE ROLE {quoted}")
    pattern = name.replace("_", "\\\\_")
    assert one(administrator, f"SHOW ROLES LIKE '{pattern}'")["name"] == name
    administrator.ok(f"DROP ROLE {quoted}")


def test_created_on_is_the_time_of_creation(administrator: SqlApi, unique: Unique) -> None:
    role = unique("ROLE")
    before = dt.datetime.now(dt.UTC).timestamp()
    administrator.ok(f"CREATE ROLE {role}")
    created = float(one(administrator, f"SHOW ROLES LIKE '{role}'")["created_on"] or 0)
    assert before - 1 <= created <= dt.datetime.now(dt.UTC).timestamp() + 1


def test_a_database_has_a_public_schema_and_an_information_schema(database: SqlApi) -> None:
    name = database.body["database"]
    names = [row["name"] for row in database.ok(f'SHOW SCHEMAS IN DATABASE "{name}"').records]
    assert sorted(filter(None, names)) == ["INFORMATION_SCHEMA", "PUBLIC", "RAW"]
    terse = database.ok(f"SHOW TERSE SCHEMAS IN DATABASE {name}")
    assert terse.names == ["created_on", "name", "database_name"]


def test_a_schema_keeps_comment_retention_and_managed_access(database: SqlApi) -> None:
    name = database.body["database"]
    database.ok(f'CREATE SCHEMA IF NOT EXISTS "{name}"."S" WITH MANAGED ACCESS '
                "DATA_RETENTION_TIME_IN_DAYS = 7 COMMENT = 'raw'")  # fmt: skip
    shown = one(database, f"SHOW SCHEMAS LIKE 'S' IN DATABASE {name}")
    assert (shown["options"], shown["retention_time"], shown["comment"]) == ("MANAGED ACCESS", "7", "raw")
    database.ok(f"CREATE OR ALTER SCHEMA {name}.S COMMENT = 'other'")
    shown = one(database, f"SHOW SCHEMAS LIKE 'S' IN DATABASE {name}")
    assert (shown["options"], shown["retention_time"], shown["comment"]) == ("", "1", "other")


def test_or_alter_of_a_schema_keeps_its_tables(database: SqlApi) -> None:
    database.ok("CREATE TABLE T AS SELECT 1 AS A")
    database.ok("CREATE OR ALTER SCHEMA RAW COMMENT = 'kept'")
    assert database.value("SELECT A FROM T") == "1"
    database.ok("CREATE OR REPLACE SCHEMA RAW")
    assert database("SELECT A FROM T").failure == ("002003", "42S02")


def test_a_dropped_database_takes_everything_with_it(administrator: SqlApi, unique: Unique) -> None:
    name = unique("DB")
    administrator.ok(f"CREATE DATABASE {name}")
    administrator.ok(f"CREATE TABLE {name}.PUBLIC.T AS SELECT 1 AS A")
    administrator.ok(f"DROP DATABASE {name}")
    assert administrator(f"SELECT * FROM {name}.PUBLIC.T").failure == ("002003", "42S02")
    administrator.ok(f"CREATE DATABASE {name}")
    assert administrator.ok(f"SHOW TABLES IN DATABASE {name}").rows == []
    administrator.ok(f"DROP DATABASE {name}")


def test_an_integration_tells_what_the_trust_policy_needs(administrator: SqlApi, unique: Unique) -> None:
    name = unique("S3")
    administrator.ok(integration(name))
    about = {row["property"]: row["property_value"] for row in administrator.ok(f'DESC INTEGRATION "{name}"').records}
    assert about["ENABLED"] == "true"
    assert about["STORAGE_PROVIDER"] == "S3"
    assert about["STORAGE_ALLOWED_LOCATIONS"] == "s3://bucket-one/inbox/,s3://bucket-two/"
    assert about["STORAGE_AWS_ROLE_ARN"] == "arn:aws:iam::000000000000:role/r"
    assert (about["STORAGE_AWS_IAM_USER_ARN"] or "").startswith("arn:aws:iam::999999999999:user/")
    assert "_SFCRole=" in (about["STORAGE_AWS_EXTERNAL_ID"] or "")
    shown = one(administrator, f"SHOW INTEGRATIONS LIKE '{name}'")
    assert (shown["type"], shown["category"], shown["enabled"]) == ("EXTERNAL_STAGE", "STORAGE", "true")
    administrator.ok(f"ALTER STORAGE INTEGRATION {name} SET ENABLED = FALSE, COMMENT = 'off'")
    assert one(administrator, f"SHOW STORAGE INTEGRATIONS LIKE '{name}'")["enabled"] == "false"


def integration(name: str, mode: str = "", more: str = "") -> str:
    return (
        f"CREATE {mode} STORAGE INTEGRATION \"{name}\" TYPE = EXTERNAL_STAGE STORAGE_PROVIDER = 'S3' ENABLED = TRUE "
        "STORAGE_AWS_ROLE_ARN = 'arn:aws:iam::000000000000:role/r' "
        f"STORAGE_ALLOWED_LOCATIONS = ('s3://bucket-one/inbox/', 's3://bucket-two/') {more}"
    )


def external_id(sql: SqlApi, name: str) -> str | None:
    rows = sql.ok(f'DESC STORAGE INTEGRATION "{name}"').records
    return next(row["property_value"] for row in rows if row["property"] == "STORAGE_AWS_EXTERNAL_ID")


def test_an_external_id_may_be_chosen_and_a_replaced_integration_gets_a_new_one(
    administrator: SqlApi, unique: Unique
) -> None:
    name = unique("S3")
    administrator.ok(integration(name, more="STORAGE_AWS_EXTERNAL_ID = 'chosen/1='"))
    assert external_id(administrator, name) == "chosen/1="
    administrator.ok(integration(name, mode="OR REPLACE"))
    first = external_id(administrator, name)
    administrator.ok(integration(name, mode="OR REPLACE"))
    assert first != external_id(administrator, name)
    assert administrator(integration(name, mode="OR ALTER")).failure == ("001003", "42000")


def test_a_replaced_integration_detaches_its_stages(database: SqlApi, unique: Unique) -> None:
    name = unique("S3")
    database.ok(integration(name))
    database.ok(f"CREATE STAGE ST URL = 's3://bucket-two/x/' STORAGE_INTEGRATION = \"{name}\"")
    database.ok(integration(name, mode="OR REPLACE"))
    answer = database("LIST @ST")
    assert f"Integration '{name}' associated with the stage 'ST' cannot be found" in answer.message
    database.ok(f"ALTER STAGE ST SET STORAGE_INTEGRATION = {name}")
    assert database("LIST @ST").failure[0] == "003167"


def test_a_stage_outside_the_allowed_locations_is_refused(database: SqlApi, unique: Unique) -> None:
    name = unique("S3")
    database.ok(integration(name))
    answer = database(f"CREATE STAGE ST URL = 's3://bucket-one/inboxes/' STORAGE_INTEGRATION = {name}")
    assert answer.failure == ("003139", "42601")
    missing = database("CREATE STAGE ST URL = 's3://bucket-one/inbox/' STORAGE_INTEGRATION = NOT_THERE")
    assert missing.failure == ("002003", "02000")


def test_stages_and_file_formats_are_shown_and_described(database: SqlApi, unique: Unique) -> None:
    name = unique("S3")
    database.ok(integration(name))
    database.ok("CREATE OR ALTER FILE FORMAT \"FF\" TYPE = CSV FIELD_OPTIONALLY_ENCLOSED_BY = '\"' "
                "NULL_IF = ('NULL', 'null', '') TRIM_SPACE = TRUE ESCAPE_UNENCLOSED_FIELD = NONE "
                "COMMENT = 'f'")  # fmt: skip
    database.ok(f"CREATE OR ALTER STAGE INBOX URL = 's3://bucket-one/inbox/' STORAGE_INTEGRATION = {name} "
                "FILE_FORMAT = (FORMAT_NAME = 'FF') COMMENT = 's'")  # fmt: skip
    schema = f"{database.body['database']}.RAW"
    shown = one(database, f"SHOW STAGES IN SCHEMA {schema}")
    expected = {"name": "INBOX", "url": "s3://bucket-one/inbox/", "storage_integration": name, "comment": "s"}
    assert expected.items() <= shown.items()
    shown = one(database, f"SHOW FILE FORMATS IN SCHEMA {schema}")
    assert (shown["name"], shown["type"], shown["comment"]) == ("FF", "CSV", "f")
    about = {row["property"]: row["property_value"] for row in database.ok("DESC FILE FORMAT FF").records}
    expected_format = {"FIELD_OPTIONALLY_ENCLOSED_BY": '"', "NULL_IF": "[NULL, null, ]", "TRIM_SPACE": "true",
                       "SKIP_HEADER": "0", "ESCAPE_UNENCLOSED_FIELD": "NONE"}  # fmt: skip
    assert expected_format.items() <= about.items()
    stage = {row["property"]: row["property_value"] for row in database.ok("DESC STAGE INBOX").records}
    assert (stage["URL"], stage["STORAGE_INTEGRATION"]) == ('["s3://bucket-one/inbox/"]', name)
    assert stage["TRIM_SPACE"] == "true"


def test_resource_monitors_and_network_policies_are_kept(administrator: SqlApi, unique: Unique) -> None:
    name = unique("RM")
    administrator.ok(f"CREATE RESOURCE MONITOR {name} WITH CREDIT_QUOTA = 10 FREQUENCY = MONTHLY "
                     "START_TIMESTAMP = IMMEDIATELY TRIGGERS ON 90 PERCENT DO NOTIFY")  # fmt: skip
    assert one(administrator, f"SHOW RESOURCE MONITORS LIKE '{name}'")["credit_quota"] == "10.00"
    administrator.ok(f"CREATE NETWORK POLICY {name} ALLOWED_IP_LIST = ('10.0.0.0/8', '192.168.0.1')")
    assert one(administrator, f"SHOW NETWORK POLICIES LIKE '{name}'")["entries_in_allowed_ip_list"] == "2"


def test_who_and_where_the_session_is(administrator: SqlApi) -> None:
    answer = administrator.ok(
        "SELECT CURRENT_USER(), CURRENT_ROLE(), CURRENT_WAREHOUSE(), CURRENT_ORGANIZATION_NAME(), "
        "CURRENT_ACCOUNT_NAME(), CURRENT_REGION(), CURRENT_DATABASE()"
    )
    assert answer.rows == [["DEPLOYER", "ACCOUNTADMIN", "TEST_WH", "SNOWLINE", "LOCAL", "AWS_EU_WEST_1", None]]
    assert answer.names[0] == "CURRENT_USER()"


def test_a_comment_may_be_set_afterwards(database: SqlApi) -> None:
    database.ok("CREATE TABLE T (A VARCHAR)")
    database.ok("COMMENT ON TABLE T IS 'one'")
    database.ok("COMMENT ON COLUMN T.A IS $$two$$")
    assert one(database, "SHOW TABLES LIKE 'T'")["comment"] == "one"
    assert one(database, "DESC TABLE T")["comment"] == "two"
