"""The pipe operator, and grants on a container for what it holds."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from sql_api import SqlApi

Unique = Callable[[str], str]


def test_a_chain_answers_with_its_last_result(database: SqlApi) -> None:
    database.ok("CREATE TABLE A (N NUMBER(38,0))")
    chain = "INSERT INTO A VALUES (1), (2) ->> SELECT N FROM A ->> SELECT COUNT(*) AS C, MAX(N) AS M FROM $1"
    answer = database.ok(chain)
    assert answer.records == [{"C": "2", "M": "2"}]


def test_listings_of_several_kinds_come_in_one_request(database: SqlApi) -> None:
    database.ok("CREATE TABLE A (N NUMBER(38,0))")
    name = database.body["database"]
    answer = database.ok(
        f"SHOW SCHEMAS IN DATABASE {name} ->> SHOW TABLES IN DATABASE {name} ->> DESC TABLE RAW.A ->> "
        "SELECT 0 AS LISTING, TO_JSON(OBJECT_CONSTRUCT(*)) AS CONTENT FROM $3 UNION ALL "
        "SELECT 1 AS LISTING, TO_JSON(OBJECT_CONSTRUCT(*)) AS CONTENT FROM $2 UNION ALL "
        "SELECT 2 AS LISTING, TO_JSON(OBJECT_CONSTRUCT(*)) AS CONTENT FROM $1"
    )
    rows = [(row["LISTING"], json.loads(row["CONTENT"] or "")) for row in answer.records]
    assert {row["name"] for place, row in rows if place == "0"} == {"RAW", "PUBLIC", "INFORMATION_SCHEMA"}
    assert [row["name"] for place, row in rows if place == "1"] == ["A"]
    assert [row["type"] for place, row in rows if place == "2"] == ["NUMBER(38,0)"]
    alone = database.ok(f"SHOW TABLES IN DATABASE {name}").records[0]
    together = next(row for place, row in rows if place == "1")
    assert {key: value for key, value in alone.items() if value is not None and key not in ("created_on",)} == {
        key: str(value) for key, value in together.items() if key not in ("created_on",)
    }


def test_a_chain_needs_a_warehouse_and_ends_with_the_first_error(database: SqlApi) -> None:
    bare = database.using(warehouse=None)
    assert bare("SHOW ROLES ->> SELECT COUNT(*) AS N FROM $1").failure == ("000606", "57P03")
    assert database("DESC TABLE RAW.GONE ->> SELECT * FROM $1").failure[0] == "002003"
    assert database("SHOW ROLES ->> SELECT * FROM $2").failure == ("001003", "42000")


@pytest.mark.parametrize("kind", ["TABLE", "VIEW"])
def test_an_inherited_grant_holds_for_what_is_there_and_what_comes(database: SqlApi, unique: Unique, kind: str) -> None:
    role = unique("READER")
    database.ok("CREATE TABLE BASE (N NUMBER(38,0))")
    database.ok(f"CREATE ROLE {role}")
    database.ok(f"GRANT ROLE {role} TO USER DEPLOYER")
    name = database.body["database"]
    for what in (f"DATABASE {name}", "SCHEMA RAW", "WAREHOUSE TEST_WH"):
        database.ok(f"GRANT USAGE ON {what} TO ROLE {role}")
    make = "CREATE TABLE {} (N NUMBER(38,0))" if kind == "TABLE" else "CREATE VIEW {} AS SELECT N FROM BASE"
    database.ok(make.format("FIRST"))
    reader = database.using(role=role)
    assert reader("SELECT N FROM FIRST").failure[0] == "002003"
    database.ok(f"GRANT INHERITED SELECT ON ALL {kind}S IN SCHEMA RAW TO ROLE {role}")
    database.ok(make.format("SECOND"))
    for table in ("FIRST", "SECOND"):
        assert reader.ok(f"SELECT N FROM {table}").rows == []
    shown = database.ok("SHOW INHERITED GRANTS IN SCHEMA RAW").records
    assert [(row["privilege"], row["grantee_name"]) for row in shown] == [("SELECT", role)]
    assert database.ok(f"SHOW FUTURE GRANTS TO ROLE {role}").rows == []
    database.ok(f"REVOKE INHERITED SELECT ON ALL {kind}S IN SCHEMA RAW FROM ROLE {role}")
    assert reader("SELECT N FROM SECOND").failure[0] == "002003"


def test_only_who_manages_grants_gives_inherited_ones(database: SqlApi, unique: Unique) -> None:
    role = unique("OWNER")
    database.ok(f"CREATE ROLE {role}")
    database.ok(f"GRANT ROLE {role} TO USER DEPLOYER")
    database.ok(f"GRANT CREATE SCHEMA, USAGE ON DATABASE {database.body['database']} TO ROLE {role}")
    owner = database.using(role=role)
    owner.ok("CREATE SCHEMA OWN WITH MANAGED ACCESS")
    statement = f"GRANT INHERITED SELECT ON ALL TABLES IN SCHEMA OWN TO ROLE {role}"
    assert owner(statement).failure == ("003001", "42501")
    owner.ok(f"GRANT SELECT ON FUTURE TABLES IN SCHEMA OWN TO ROLE {role}")


def test_a_privilege_that_an_object_does_not_have_is_refused(database: SqlApi, unique: Unique) -> None:
    role = unique("ROLE")
    database.ok(f"CREATE ROLE {role}")
    database.ok("CREATE TABLE A (N NUMBER(38,0))")
    assert database(f"GRANT OPERATE ON TABLE A TO ROLE {role}").failure == ("003008", "42501")
