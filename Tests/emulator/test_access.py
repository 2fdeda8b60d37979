"""Roles and privileges: what is not granted is refused."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pytest
from cryptography.hazmat.primitives.asymmetric import rsa

from processes import Emulator
from sql_api import SqlApi, public_body

Unique = Callable[[str], str]


@dataclass
class Guest:
    """A service user with one role that may use the warehouse, and nothing else yet."""

    sql: SqlApi
    role: str
    user: str


@pytest.fixture
def guest(emulator: Emulator, database: SqlApi, unique: Unique, other_key: rsa.RSAPrivateKey) -> Guest:
    role, user = unique("GUEST"), unique("GUEST_SVC")
    database.ok(f"CREATE ROLE {role}")
    database.ok(f"CREATE USER {user} TYPE = SERVICE DEFAULT_ROLE = {role} RSA_PUBLIC_KEY = '{public_body(other_key)}'")
    database.ok(f"GRANT ROLE {role} TO USER {user}")
    database.ok(f"GRANT USAGE ON WAREHOUSE TEST_WH TO ROLE {role}")
    sql = SqlApi(emulator.url, other_key, user, warehouse="TEST_WH")
    return Guest(sql, role, user)


def enter(database: SqlApi, guest: Guest) -> str:
    """USAGE on the database and on RAW; the qualified schema."""
    name = database.body["database"]
    database.ok(f"GRANT USAGE ON DATABASE {name} TO ROLE {guest.role}")
    database.ok(f"GRANT USAGE ON SCHEMA {name}.RAW TO ROLE {guest.role}")
    return f"{name}.RAW"


def test_select_needs_usage_on_database_and_schema_and_select(database: SqlApi, guest: Guest) -> None:
    name = database.body["database"]
    database.ok("CREATE TABLE T AS SELECT 1 AS A")
    for grant in (f"SELECT ON TABLE {name}.RAW.T", f"USAGE ON SCHEMA {name}.RAW", f"USAGE ON DATABASE {name}"):
        assert guest.sql(f"SELECT A FROM {name}.RAW.T").failure == ("002003", "42S02")
        database.ok(f"GRANT {grant} TO ROLE {guest.role}")
    assert guest.sql.value(f"SELECT A FROM {name}.RAW.T") == "1"
    database.ok(f"REVOKE SELECT ON TABLE T FROM ROLE {guest.role}")
    assert guest.sql(f"SELECT A FROM {name}.RAW.T").failure == ("002003", "42S02")


@pytest.mark.parametrize(
    ("privilege", "statement"),
    [
        ("INSERT", "INSERT INTO {}.T VALUES (1)"),
        ("UPDATE", "UPDATE {}.T SET A = 2"),
        ("DELETE", "DELETE FROM {}.T"),
        ("TRUNCATE", "TRUNCATE TABLE {}.T"),
    ],
)
def test_each_change_needs_its_privilege(privilege: str, statement: str, database: SqlApi, guest: Guest) -> None:
    schema = enter(database, guest)
    database.ok("CREATE TABLE T (A NUMBER)")
    database.ok(f"GRANT SELECT ON TABLE T TO ROLE {guest.role}")
    assert guest.sql(statement.format(schema)).failure == ("003001", "42501")
    database.ok(f"GRANT {privilege} ON TABLE T TO ROLE {guest.role}")
    guest.sql.ok(statement.format(schema))


def test_a_source_that_may_not_be_read_is_refused_in_any_statement(database: SqlApi, guest: Guest) -> None:
    schema = enter(database, guest)
    database.ok("CREATE TABLE SECRETS AS SELECT 1 AS A")
    database.ok("CREATE TABLE T (A NUMBER)")
    database.ok(f"GRANT ALL ON TABLE T TO ROLE {guest.role}")
    database.ok(f"GRANT CREATE TABLE, CREATE VIEW ON SCHEMA RAW TO ROLE {guest.role}")
    for statement in (
        "INSERT INTO {0}.T SELECT A FROM {0}.SECRETS",
        "WITH X AS (SELECT * FROM {0}.SECRETS) SELECT * FROM X",
        "SELECT * FROM {0}.T WHERE A IN (SELECT A FROM {0}.SECRETS)",
        "CREATE TABLE {0}.C AS SELECT * FROM {0}.SECRETS",
        "CREATE VIEW {0}.V AS SELECT * FROM {0}.SECRETS",
        "MERGE INTO {0}.T USING {0}.SECRETS S ON T.A = S.A WHEN NOT MATCHED THEN INSERT (A) VALUES (S.A)",
    ):
        assert guest.sql(statement.format(schema)).failure == ("002003", "42S02"), statement


def test_a_view_reads_with_its_owners_rights(database: SqlApi, guest: Guest) -> None:
    schema = enter(database, guest)
    database.ok("CREATE TABLE SECRETS AS SELECT 1 AS A")
    database.ok("CREATE VIEW V AS SELECT A FROM SECRETS")
    database.ok(f"GRANT SELECT ON VIEW V TO ROLE {guest.role}")
    assert guest.sql.value(f"SELECT A FROM {schema}.V") == "1"


def test_creating_needs_the_privilege_and_gives_ownership(database: SqlApi, guest: Guest) -> None:
    schema = enter(database, guest)
    assert guest.sql(f"CREATE TABLE {schema}.MINE (A NUMBER)").failure == ("003001", "42501")
    database.ok(f"GRANT CREATE TABLE ON SCHEMA RAW TO ROLE {guest.role}")
    guest.sql.ok(f"CREATE TABLE {schema}.MINE (A NUMBER)")
    guest.sql.ok(f"INSERT INTO {schema}.MINE VALUES (1)")
    guest.sql.ok(f"ALTER TABLE {schema}.MINE ADD COLUMN B NUMBER")
    assert database.ok("SHOW TABLES LIKE 'MINE'").records[0]["owner"] == guest.role
    assert guest.sql(f"CREATE VIEW {schema}.V AS SELECT 1 AS A").failure == ("003001", "42501")


def test_another_roles_table_may_not_be_altered_replaced_or_dropped(database: SqlApi, guest: Guest) -> None:
    schema = enter(database, guest)
    database.ok("CREATE TABLE T (A NUMBER)")
    database.ok(f"GRANT ALL ON TABLE T TO ROLE {guest.role}")
    database.ok(f"GRANT CREATE TABLE ON SCHEMA RAW TO ROLE {guest.role}")
    for statement in (
        "DROP TABLE {}.T",
        "ALTER TABLE {}.T ADD COLUMN B NUMBER",
        "CREATE OR REPLACE TABLE {}.T (B NUMBER)",
    ):
        assert guest.sql(statement.format(schema)).failure == ("003001", "42501"), statement


def test_account_objects_need_account_privileges(guest: Guest) -> None:
    for statement in ("CREATE DATABASE D", "CREATE WAREHOUSE W", "CREATE ROLE R", "CREATE USER U"):
        assert guest.sql(statement).failure == ("003001", "42501"), statement


def test_computing_needs_a_warehouse_that_the_role_may_use(database: SqlApi, guest: Guest) -> None:
    schema = enter(database, guest)
    database.ok("CREATE TABLE T AS SELECT 1 AS A")
    database.ok(f"GRANT SELECT ON TABLE T TO ROLE {guest.role}")
    database.ok(f"REVOKE USAGE ON WAREHOUSE TEST_WH FROM ROLE {guest.role}")
    assert guest.sql(f"SELECT A FROM {schema}.T").failure == ("000606", "57P03")
    assert guest.sql.value("SELECT 1") == "1"


def test_a_role_has_what_the_roles_given_to_it_have(database: SqlApi, guest: Guest, unique: Unique) -> None:
    schema, reader = enter(database, guest), unique("READER")
    database.ok("CREATE TABLE T AS SELECT 1 AS A")
    database.ok(f"CREATE ROLE {reader}")
    database.ok(f"GRANT SELECT ON TABLE T TO ROLE {reader}")
    assert guest.sql(f"SELECT A FROM {schema}.T").failure == ("002003", "42S02")
    database.ok(f"GRANT ROLE {reader} TO ROLE {guest.role}")
    assert guest.sql.value(f"SELECT A FROM {schema}.T") == "1"
    assert database(f"GRANT ROLE {guest.role} TO ROLE {reader}").failure == ("003037", "42501")
    assert guest.sql.using(role=reader).value("SELECT CURRENT_ROLE()") == reader


def test_future_grants_reach_later_tables_only(database: SqlApi, guest: Guest) -> None:
    schema = enter(database, guest)
    database.ok("CREATE TABLE EARLIER AS SELECT 1 AS A")
    database.ok(f"GRANT SELECT ON FUTURE TABLES IN SCHEMA {schema} TO ROLE {guest.role}")
    database.ok("CREATE TABLE LATER AS SELECT 2 AS A")
    assert guest.sql.value(f"SELECT A FROM {schema}.LATER") == "2"
    assert guest.sql(f"SELECT A FROM {schema}.EARLIER").failure == ("002003", "42S02")
    database.ok(f"GRANT SELECT ON ALL TABLES IN SCHEMA {schema} TO ROLE {guest.role}")
    assert guest.sql.value(f"SELECT A FROM {schema}.EARLIER") == "1"
    future = database.ok(f"SHOW FUTURE GRANTS IN SCHEMA {schema}").records
    told = [(row["privilege"], row["grant_on"], row["name"], row["grantee_name"]) for row in future]
    assert told == [("SELECT", "TABLE", f"{schema}.<TABLE>", guest.role)]


def test_in_a_managed_schema_only_its_owner_grants(database: SqlApi, guest: Guest) -> None:
    name = database.body["database"]
    database.ok(f"CREATE SCHEMA {name}.M WITH MANAGED ACCESS")
    for schema in ("M", "RAW"):
        database.ok(f"GRANT USAGE ON SCHEMA {name}.{schema} TO ROLE {guest.role}")
        database.ok(f"GRANT CREATE TABLE ON SCHEMA {name}.{schema} TO ROLE {guest.role}")
    database.ok(f"GRANT USAGE ON DATABASE {name} TO ROLE {guest.role}")
    guest.sql.ok(f"CREATE TABLE {name}.M.T (A NUMBER)")
    guest.sql.ok(f"CREATE TABLE {name}.RAW.T (A NUMBER)")
    assert guest.sql(f"GRANT SELECT ON TABLE {name}.M.T TO ROLE PUBLIC").failure == ("003001", "42501")
    guest.sql.ok(f"GRANT SELECT ON TABLE {name}.RAW.T TO ROLE PUBLIC")


def test_grants_are_shown_from_every_side(database: SqlApi, guest: Guest) -> None:
    schema = enter(database, guest)
    database.ok("CREATE TABLE T (A NUMBER)")
    database.ok(f"GRANT SELECT, INSERT ON TABLE T TO ROLE {guest.role}")
    to_role = database.ok(f'SHOW GRANTS TO ROLE "{guest.role}"').records
    told = {(row["privilege"], row["granted_on"], row["name"]) for row in to_role}
    assert {("SELECT", "TABLE", f"{schema}.T"), ("INSERT", "TABLE", f"{schema}.T"), ("USAGE", "SCHEMA", schema)} <= told
    on_table = {(row["privilege"], row["grantee_name"]) for row in database.ok("SHOW GRANTS ON TABLE T").records}
    assert on_table == {("OWNERSHIP", "ACCOUNTADMIN"), ("SELECT", guest.role), ("INSERT", guest.role)}
    to_user = database.ok(f"SHOW GRANTS TO USER {guest.user}").records
    assert [row["role"] for row in to_user] == [guest.role]
    of_role = database.ok(f"SHOW GRANTS OF ROLE {guest.role}").records
    assert [(row["granted_to"], row["grantee_name"]) for row in of_role] == [("USER", guest.user)]


def test_ownership_moves_and_grants_may_be_kept(database: SqlApi, guest: Guest) -> None:
    database.ok("CREATE TABLE T (A NUMBER)")
    database.ok("GRANT SELECT ON TABLE T TO ROLE PUBLIC")
    refused = database(f"GRANT OWNERSHIP ON TABLE T TO ROLE {guest.role}")
    assert refused.failure == ("003172", "42501")
    database.ok(f"GRANT OWNERSHIP ON TABLE T TO ROLE {guest.role} COPY CURRENT GRANTS")
    on_table = {(row["privilege"], row["grantee_name"]) for row in database.ok("SHOW GRANTS ON TABLE T").records}
    assert on_table == {("OWNERSHIP", guest.role), ("SELECT", "PUBLIC")}


def test_a_dropped_object_loses_its_grants(database: SqlApi, guest: Guest) -> None:
    schema = enter(database, guest)
    database.ok("CREATE TABLE T AS SELECT 1 AS A")
    database.ok(f"GRANT SELECT ON TABLE T TO ROLE {guest.role}")
    database.ok("CREATE OR REPLACE TABLE T AS SELECT 2 AS A")
    assert guest.sql(f"SELECT A FROM {schema}.T").failure == ("002003", "42S02")


def test_a_guest_sees_only_what_it_may_see(database: SqlApi, guest: Guest) -> None:
    schema = enter(database, guest)
    database.ok("CREATE TABLE SEEN (A NUMBER)")
    database.ok("CREATE TABLE UNSEEN (A NUMBER)")
    database.ok(f"GRANT SELECT ON TABLE SEEN TO ROLE {guest.role}")
    assert [row["name"] for row in guest.sql.ok(f"SHOW TABLES IN SCHEMA {schema}").records] == ["SEEN"]
    assert guest.sql(f"DESC TABLE {schema}.UNSEEN").failure == ("002003", "42S02")


def test_unknown_privileges_and_roles_are_refused(database: SqlApi) -> None:
    database.ok("CREATE TABLE T (A NUMBER)")
    assert database("GRANT FLYING ON TABLE T TO ROLE PUBLIC").failure == ("001003", "42000")
    assert database("GRANT SELECT ON TABLE T TO ROLE NO_SUCH_ROLE").failure == ("002003", "02000")
    assert database("GRANT SELECT ON TABLE NO_SUCH_TABLE TO ROLE PUBLIC").failure == ("002003", "42S02")
