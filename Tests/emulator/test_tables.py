"""Tables and views: definitions, changes without loss, what SHOW and INFORMATION_SCHEMA tell."""

from __future__ import annotations

import pytest

from sql_api import SqlApi

SALES = """"SALES" ("STORE_TOKEN" VARCHAR COMMENT 'who''s', "AMOUNT" VARCHAR(64) NOT NULL,
  "SOURCE_ROW_NUMBER" NUMBER(38, 0), "BATCH_DATE" DATE, "LOADED_AT" TIMESTAMP_NTZ(9)) COMMENT = 'sales'"""


def columns(sql: SqlApi, table: str) -> list[tuple[str | None, str | None, str | None, str | None]]:
    rows = sql.ok(f"DESC TABLE {table}").records
    return [(row["name"], row["type"], row["null?"], row["comment"]) for row in rows]


def test_a_table_is_described_as_it_was_declared(database: SqlApi) -> None:
    database.ok(f"CREATE TABLE {SALES}")
    assert columns(database, "SALES") == [
        ("STORE_TOKEN", "VARCHAR(16777216)", "Y", "who's"),
        ("AMOUNT", "VARCHAR(64)", "N", None),
        ("SOURCE_ROW_NUMBER", "NUMBER(38,0)", "Y", None),
        ("BATCH_DATE", "DATE", "Y", None),
        ("LOADED_AT", "TIMESTAMP_NTZ(9)", "Y", None),
    ]
    shown = database.ok("SHOW TABLES IN SCHEMA RAW").records[0]
    assert (shown["name"], shown["comment"], shown["rows"], shown["owner"]) == ("SALES", "sales", "0", "ACCOUNTADMIN")
    types = [row["data_type"] for row in database.ok("SHOW COLUMNS IN TABLE SALES").records]
    assert types[1] == '{"type":"TEXT","length":64,"byteLength":256,"nullable":false,"fixed":false}'
    assert types[2] == '{"type":"FIXED","precision":38,"scale":0,"nullable":true}'


def test_or_alter_adds_drops_and_widens_columns_and_keeps_the_rows(database: SqlApi) -> None:
    database.ok(f"CREATE OR ALTER TABLE {SALES}")
    database.ok("INSERT INTO SALES VALUES ('s1', '1.50', 1, '2025-01-11', SYSDATE())")
    answer = database.ok(
        'CREATE OR ALTER TABLE "SALES" ("STORE_TOKEN" VARCHAR COMMENT \'new\', "AMOUNT" VARCHAR(128), '
        '"SOURCE_ROW_NUMBER" NUMBER(38,0), "BATCH_DATE" DATE, "NOTE" VARCHAR(10))'
    )
    assert answer.rows == [["Table SALES successfully altered."]]
    assert columns(database, "SALES") == [
        ("STORE_TOKEN", "VARCHAR(16777216)", "Y", "new"),
        ("AMOUNT", "VARCHAR(128)", "Y", None),
        ("SOURCE_ROW_NUMBER", "NUMBER(38,0)", "Y", None),
        ("BATCH_DATE", "DATE", "Y", None),
        ("NOTE", "VARCHAR(10)", "Y", None),
    ]
    assert database.ok("SELECT * FROM SALES").rows == [["s1", "1.50", "1", "20099", None]]
    assert database.ok("SHOW TABLES LIKE 'SALES'").records[0]["comment"] == ""


def test_or_alter_of_an_equal_table_changes_nothing(database: SqlApi) -> None:
    database.ok(f"CREATE OR ALTER TABLE {SALES}")
    answer = database.ok(f"CREATE OR ALTER TABLE {SALES}")
    assert answer.rows == [["Table SALES successfully created."]]


def test_or_alter_refuses_an_incompatible_type_and_changes_nothing(database: SqlApi) -> None:
    database.ok(f"CREATE OR ALTER TABLE {SALES}")
    before = columns(database, "SALES")
    answer = database('CREATE OR ALTER TABLE "SALES" ("STORE_TOKEN" DATE, "AMOUNT" VARCHAR(64))')
    assert answer.failure == ("002108", "22000")
    narrowed = database('CREATE OR ALTER TABLE "SALES" ("STORE_TOKEN" VARCHAR, "AMOUNT" VARCHAR(8) NOT NULL)')
    assert narrowed.failure == ("002108", "22000")
    assert columns(database, "SALES") == before


def test_or_replace_starts_anew(database: SqlApi) -> None:
    database.ok("CREATE TABLE T AS SELECT 1 AS A")
    database.ok("CREATE OR REPLACE TABLE T (B VARCHAR(3))")
    assert database.ok("SELECT * FROM T").rows == []
    assert columns(database, "T") == [("B", "VARCHAR(3)", "Y", None)]
    assert database("CREATE TABLE T (A NUMBER)").failure == ("002002", "42710")
    assert database("CREATE VIEW T AS SELECT 1 AS A").failure == ("002002", "42710")


def test_alter_table_does_what_it_says(database: SqlApi) -> None:
    database.ok("CREATE TABLE T (A VARCHAR(3), N NUMBER(5,2))")
    database.ok("INSERT INTO T VALUES ('a', 1.5)")
    database.ok("ALTER TABLE T ADD COLUMN B VARCHAR(7) COMMENT 'b', C NUMBER(10,0)")
    database.ok("ALTER TABLE T ADD COLUMN IF NOT EXISTS B VARCHAR")
    database.ok("ALTER TABLE T ALTER COLUMN A SET DATA TYPE VARCHAR(30), COLUMN N TYPE NUMBER(9,2)")
    database.ok("ALTER TABLE T ALTER COLUMN A COMMENT 'a'")
    database.ok("ALTER TABLE T ALTER COLUMN A SET NOT NULL")
    database.ok("ALTER TABLE T DROP COLUMN C")
    database.ok("ALTER TABLE T RENAME COLUMN B TO BB")
    assert columns(database, "T") == [
        ("A", "VARCHAR(30)", "N", "a"),
        ("N", "NUMBER(9,2)", "Y", None),
        ("BB", "VARCHAR(7)", "Y", "b"),
    ]
    database.ok("ALTER TABLE T RENAME TO U")
    assert database.ok("SELECT * FROM U").rows == [["a", "1.50", None]]
    assert database("SELECT * FROM T").failure == ("002003", "42S02")
    assert database("ALTER TABLE U ADD COLUMN A NUMBER").failure == ("001430", "42711")
    assert database("ALTER TABLE U DROP COLUMN ZZ").failure == ("000904", "42000")


def test_null_in_a_column_that_must_not_be_null_is_an_error(database: SqlApi) -> None:
    database.ok("CREATE TABLE T (A VARCHAR NOT NULL)")
    assert database("INSERT INTO T VALUES (NULL)").failure == ("100072", "22000")


def test_a_primary_key_is_told_but_not_enforced(database: SqlApi) -> None:
    database.ok("CREATE TABLE T (A NUMBER, PRIMARY KEY (A))")
    database.ok("INSERT INTO T VALUES (1), (1)")
    assert database.value("SELECT COUNT(*) FROM T") == "2"


def test_a_default_is_filled_in(database: SqlApi) -> None:
    database.ok("CREATE TABLE T (A NUMBER, B VARCHAR DEFAULT 'x', L TIMESTAMP_NTZ DEFAULT SYSDATE())")
    database.ok("INSERT INTO T (A) VALUES (1)")
    age = "DATEDIFF(second, L, SYSDATE())"
    assert database.ok(f"SELECT A, B, {age} BETWEEN 0 AND 30 FROM T").rows == [["1", "x", "true"]]


def test_a_view_has_names_comments_and_its_text(database: SqlApi) -> None:
    database.ok("CREATE TABLE T AS SELECT 1 AS A, 'x' AS B")
    database.ok("CREATE OR REPLACE VIEW V (ONE COMMENT 'first', TWO) COMMENT = 'v' AS SELECT A, B FROM T")
    assert database.ok("SELECT ONE, TWO FROM V").rows == [["1", "x"]]
    assert [row[:1] + row[3:] for row in columns(database, "V")] == [("ONE", "first"), ("TWO", None)]
    shown = database.ok("SHOW VIEWS IN SCHEMA RAW").records[0]
    assert shown["name"] == "V"
    assert (shown["text"] or "").startswith("CREATE OR REPLACE VIEW V (ONE")
    assert database("DROP TABLE IF EXISTS V").failure == ("002203", "02000")


def test_a_view_computes_the_time_when_it_is_read(database: SqlApi) -> None:
    database.ok("CREATE VIEW V AS SELECT SYSDATE() AS T")
    first = float(database.value("SELECT T FROM V") or 0)
    assert float(database.value("SELECT T FROM V") or 0) > first


def test_information_schema_tells_tables_columns_and_stages(database: SqlApi) -> None:
    database.ok(f"CREATE TABLE {SALES}")
    database.ok("CREATE VIEW V AS SELECT STORE_TOKEN FROM SALES")
    name = database.body["database"]
    tables = database.ok(
        f"SELECT TABLE_NAME, TABLE_TYPE, ROW_COUNT, COMMENT FROM {name}.INFORMATION_SCHEMA.TABLES "
        "WHERE TABLE_SCHEMA = 'RAW' ORDER BY TABLE_NAME"
    )
    assert tables.rows == [["SALES", "BASE TABLE", "0", "sales"], ["V", "VIEW", None, None]]
    found = database.ok(
        "SELECT COLUMN_NAME, DATA_TYPE, CHARACTER_MAXIMUM_LENGTH, NUMERIC_PRECISION, IS_NULLABLE, COMMENT "
        "FROM INFORMATION_SCHEMA.COLUMNS WHERE TABLE_NAME = 'SALES' ORDER BY ORDINAL_POSITION LIMIT 3"
    )
    assert found.rows == [
        ["STORE_TOKEN", "TEXT", "16777216", None, "YES", "who's"],
        ["AMOUNT", "TEXT", "64", None, "NO", None],
        ["SOURCE_ROW_NUMBER", "NUMBER", None, "38", "YES", None],
    ]
    schemata = "SELECT SCHEMA_NAME FROM INFORMATION_SCHEMA.SCHEMATA WHERE SCHEMA_NAME = 'RAW'"
    assert database.value(schemata) == "RAW"
    assert database("SELECT * FROM INFORMATION_SCHEMA.PACKAGES").message.startswith("not supported by the emulator")


@pytest.mark.parametrize(
    ("scope", "expected"),
    [("IN DATABASE {}", 2), ("IN SCHEMA {}.RAW", 1), ("IN SCHEMA RAW", 1), ("", 1), ("IN {}.RAW", 1)],
)
def test_show_tables_looks_where_it_is_told(scope: str, expected: int, database: SqlApi) -> None:
    name = database.body["database"]
    database.ok("CREATE TABLE T (A NUMBER)")
    database.ok(f"CREATE TABLE {name}.PUBLIC.U (A NUMBER)")
    assert len(database.ok("SHOW TABLES " + scope.format(name)).rows) == expected


def test_show_objects_calls_a_transient_table_a_table(database: SqlApi) -> None:
    database.ok("CREATE OR REPLACE TRANSIENT TABLE T AS (SELECT 1 AS A)")
    assert database.ok("SHOW OBJECTS IN SCHEMA RAW").records[0]["kind"] == "TABLE"
    assert database.ok("SHOW TABLES IN SCHEMA RAW").records[0]["kind"] == "TRANSIENT"


def test_like_and_limit_narrow_a_list(database: SqlApi) -> None:
    for name in ("SALES_A", "SALES_B", "STORES"):
        database.ok(f"CREATE TABLE {name} (A NUMBER)")
    assert len(database.ok("SHOW TABLES LIKE 'sales%'").rows) == 2
    assert len(database.ok("SHOW TABLES STARTS WITH 'ST'").rows) == 1
    assert len(database.ok("SHOW TABLES LIMIT 1").rows) == 1
