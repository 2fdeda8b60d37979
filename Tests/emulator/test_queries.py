"""SELECT and DML: where DuckDB computes otherwise, Snowflake's answer counts."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest

from sql_api import SqlApi


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("ROUND(2.01::NUMBER(11,2) / 2, 2)", "1.01"),
        ("ROUND(-2.01::NUMBER(11,2) / 2, 2)", "-1.01"),
        ("(10 / 3)::VARCHAR LIKE '3.333333%'", "true"),
        ("10 / 4 = 2.5", "true"),
        ("1::NUMBER(11,2) / 3 = 0.33333333", "true"),
        ("DIV0(1, 0) = 0", "true"),
        ("ROUND(99999999999.99::NUMBER(13,2) / 7, 2)", "14285714285.71"),
        ("1.5::FLOAT / 2", "0.75"),
        ("ROUND(2.5)", "3"),
        ("ROUND(-2.5)", "-3"),
        ("ROUND(1.005, 2)", "1.01"),
        ("'1.239'::NUMBER(5,2)", "1.24"),
        ("TRIM('  a b' || CHR(9), ' ' || CHR(9))", "a b"),
        ("LTRIM('xxa', 'x')", "a"),
        ("DATE_TRUNC('month', '2021-10-15'::DATE)::VARCHAR", "2021-10-01"),
        ("DATE_TRUNC('week', '2021-10-15'::DATE)::VARCHAR", "2021-10-11"),
        ("TRY_TO_TIMESTAMP_NTZ('2021-10-01 23:59:59.9999999', 'YYYY-MM-DD HH24:MI:SS.FF9')", "1633132799.999999000"),
        ("TRY_TO_TIMESTAMP_NTZ('20211001T174600.000', 'YYYYMMDD\"T\"HH24MISS.FF3')", "1633110360.000000000"),
        ("TRY_TO_TIMESTAMP_NTZ('nonsense', 'YYYYMMDD')", None),
        ("TO_TIMESTAMP_NTZ(1633110360)", "1633110360.000000000"),
        ("CONVERT_TIMEZONE('UTC', '2021-10-01 17:46:00+02:00'::TIMESTAMP_TZ)::TIMESTAMP_NTZ", "1633103160.000000000"),
        ("TRY_TO_DECIMAL('12.345', 11, 2)", "12.35"),
        ("TRY_TO_NUMBER('1,5')", None),
        ("ARRAY_TO_STRING(ARRAY_CONSTRUCT_COMPACT('a', NULL, 'b'), '; ')", "a; b"),
        ("REGEXP_LIKE('xabc', 'a.c')", "false"),
        ("'a\\'b' || $$c\\d$$", "a'bc\\d"),
        ("SPLIT_PART('a/b/c', '/', -1)", "c"),
        ("IFF(NULL, 1, 2)", "2"),
        ("EQUAL_NULL(NULL, NULL)", "true"),
        ("DATEDIFF('day', '2021-10-01'::DATE, '2021-10-05'::DATE)", "4"),
        ("TO_VARCHAR('2021-10-05'::DATE, 'YYYY-MM-DD')", "2021-10-05"),
        ("NULL::TIMESTAMP_NTZ", None),
    ],
)
def test_an_expression_has_snowflakes_value(expression: str, expected: str | None, administrator: SqlApi) -> None:
    assert administrator.value(f"SELECT {expression} AS A") == expected


def test_sums_and_averages_of_numbers_are_exact_numbers(administrator: SqlApi) -> None:
    answer = administrator.ok(
        "SELECT SUM(A) AS S, ROUND(AVG(A), 2) AS V, ROUND(AVG(A) OVER (), 2) AS W "
        "FROM (SELECT COLUMN1::NUMBER(12,2) AS A FROM VALUES (0.10), (0.20), (0.30), (1000000000.01)) GROUP BY A "
        "QUALIFY ROW_NUMBER() OVER (ORDER BY A DESC) = 1"
    )
    assert answer.rows == [["1000000000.01", "1000000000.01", "250000000.15"]]
    total = administrator.ok("SELECT SUM(COLUMN1::NUMBER(12,2)) AS S FROM VALUES (0.10), (0.20)")
    column = total.body["resultSetMetaData"]["rowType"][0]
    assert (column["type"], column["precision"], column["scale"]) == ("fixed", 38, 2)
    assert total.rows == [["0.30"]]
    assert administrator.value("SELECT AVG(COLUMN1) FROM VALUES (NULL::NUMBER)") is None


@pytest.mark.parametrize(
    ("statement", "failure"),
    [
        ("SELECT 1 / 0", ("100051", "22012")),
        ("SELECT 'abc'::NUMBER", ("100038", "22018")),
        ("SELECT 'abc'::DATE", ("100040", "22007")),
        ("SELECT 'abc'::BOOLEAN", ("100037", "22018")),
        ("SELECT NOPE FROM VALUES (1)", ("000904", "42000")),
        ("SELECT NO_SUCH_FUNCTION(1)", ("002140", "42601")),
        ("SELECT * FROM NO_SUCH_DB.RAW.T", ("002003", "42S02")),
        ("SELECT * FROM T", ("090105", "22000")),
        ("SELECT FROM WHERE", ("001003", "42000")),
    ],
)
def test_an_error_has_snowflakes_code(statement: str, failure: tuple[str, str], administrator: SqlApi) -> None:
    assert administrator(statement).failure == failure


def test_nulls_sort_as_the_largest_values(administrator: SqlApi) -> None:
    values = "SELECT COLUMN1 AS A FROM VALUES (1), (NULL), (2)"
    assert administrator.ok(f"{values} ORDER BY A").rows == [["1"], ["2"], [None]]
    assert administrator.ok(f"{values} ORDER BY A DESC").rows == [[None], ["2"], ["1"]]


def test_a_column_without_a_name_is_called_by_its_expression(administrator: SqlApi) -> None:
    answer = administrator.ok("SELECT COUNT(*), 1, 'x', UPPER(A) FROM (SELECT 'a' AS A) GROUP BY A")
    assert answer.names == ["COUNT(*)", "1", "'x'", "UPPER(A)"]


def test_merge_updates_inserts_and_deletes(database: SqlApi) -> None:
    database.ok("CREATE TABLE D AS SELECT COLUMN1 AS ID, COLUMN2 AS V FROM VALUES (1, 'a'), (2, 'b'), (3, 'c')")
    answer = database.ok(
        "MERGE INTO D AS DBT_DEST USING (SELECT COLUMN1 AS ID, COLUMN2 AS V FROM VALUES (1, 'A'), (3, NULL), (4, 'D')) "
        "AS DBT_SOURCE ON DBT_SOURCE.ID = DBT_DEST.ID "
        "WHEN MATCHED AND DBT_SOURCE.V IS NULL THEN DELETE "
        "WHEN MATCHED THEN UPDATE SET V = DBT_SOURCE.V "
        "WHEN NOT MATCHED THEN INSERT (ID, V) VALUES (ID, V)"
    )
    assert answer.names == ["number of rows inserted", "number of rows updated", "number of rows deleted"]
    assert answer.rows == [["1", "1", "1"]]
    assert database.ok("SELECT * FROM D ORDER BY ID").rows == [["1", "A"], ["2", "b"], ["4", "D"]]


def test_merge_refuses_two_source_rows_for_one_target_row(database: SqlApi) -> None:
    database.ok("CREATE TABLE D AS SELECT 1 AS ID, 'a' AS V")
    answer = database(
        "MERGE INTO D USING (SELECT COLUMN1 AS ID, COLUMN2 AS V FROM VALUES (1, 'x'), (1, 'y')) S ON D.ID = S.ID "
        "WHEN MATCHED THEN UPDATE SET V = S.V"
    )
    assert answer.failure == ("100090", "42P18")
    assert database.value("SELECT V FROM D") == "a"


def test_two_merges_on_one_table_wait_for_each_other(database: SqlApi) -> None:
    database.ok("CREATE TABLE D AS SELECT 0 AS ID, 0 AS N")
    merge = "MERGE INTO D USING (SELECT 0 AS ID) S ON D.ID = S.ID WHEN MATCHED THEN UPDATE SET N = D.N + 1"
    with ThreadPoolExecutor(8) as pool:
        assert {answer.status for answer in pool.map(lambda _: database(merge), range(16))} == {200}
    assert database.value("SELECT N FROM D") == "16"


def test_insert_overwrite_replaces_the_rows_or_none(database: SqlApi) -> None:
    database.ok("CREATE TABLE T AS SELECT 1 AS A")
    assert database("INSERT OVERWRITE INTO T SELECT 'x'").failure == ("100038", "22018")
    assert database.ok("SELECT A FROM T").rows == [["1"]]
    database.ok("INSERT OVERWRITE INTO T SELECT 2")
    assert database.ok("SELECT A FROM T").rows == [["2"]]


def test_an_incremental_model_of_dbt_runs_its_statements(database: SqlApi) -> None:
    name = database.body["database"]
    tag = '\n/* {"app": "dbt", "node_id": "model.retail.stg"} */;'
    database.ok(f"create or replace transient table {name}.RAW.stg as (select 1 as id, 1.10::number(11,2) as v)" + tag)
    shown = database.ok(f"show objects in schema {name}.RAW limit 10000").records
    assert [(row["name"], row["kind"]) for row in shown] == [("STG", "TABLE")]
    database.ok(
        f"create or replace temporary view {name}.RAW.stg__dbt_tmp as (\n-- a comment\n"
        f"select id + 1 as id, v * 2 as v from {name}.RAW.stg)" + tag
    )
    assert "does not exist" in database(f"select * from {name}.RAW.stg__dbt_tmp").message
    described = database.ok(f"describe table {name}.RAW.stg" + tag).records
    assert [(row["name"], row["type"]) for row in described] == [("ID", "NUMBER(38,0)"), ("V", "NUMBER(11,2)")]
    database.ok(f'alter table {name}.RAW.stg add column "NOTE" character varying(16777216)')
    database.ok(f'alter table {name}.RAW.stg alter "NOTE" set data type varchar(16777216)')
    database.ok(f"comment on table {name}.RAW.stg IS $$It's a model$$")
    database.ok(f'alter table {name}.RAW.stg alter "ID" COMMENT $$the key$$, "V" COMMENT $$$$')
    assert database.ok(f"describe table {name}.RAW.stg").records[0]["comment"] == "the key"
    database.ok(f"drop view if exists {name}.RAW.stg__dbt_tmp cascade")
    freshness = (
        f"select max(id) as max_loaded_at, convert_timezone('UTC', current_timestamp()) as at from {name}.RAW.stg"
    )
    assert database.ok(freshness).rows[0][0] == "1"


@pytest.mark.parametrize(
    "statement",
    [
        "SELECT * FROM READ_TEXT('/etc/hostname')",
        "SELECT * FROM READ_CSV('/etc/hostname')",
        "SELECT * FROM '/etc/hostname'",
        "SELECT * FROM TABLE(READ_TEXT('/etc/hostname'))",
        "SELECT * FROM GLOB('/*')",
        'SELECT * FROM "/etc/hostname"',
        "ATTACH '/x.db' AS X",
        "COPY (SELECT 1) TO '/x.csv'",
        "PRAGMA version",
        "INSTALL httpfs",
        "SET memory_limit = '1GB'; SELECT 1",
    ],
)
def test_nothing_of_duckdb_itself_can_be_reached(statement: str, database: SqlApi) -> None:
    assert database(statement).status == 422


@pytest.mark.parametrize(
    "statement",
    [
        "INSERT INTO SHORT VALUES ('12345')",
        "INSERT INTO SHORT SELECT 'éééé'",
        "UPDATE SHORT SET A = A || '345'",
        "MERGE INTO SHORT USING (SELECT '12' AS B) ON A = B WHEN MATCHED THEN UPDATE SET A = '99999'",
    ],
)
def test_a_text_that_is_too_long_is_refused_and_nothing_changes(database: SqlApi, statement: str) -> None:
    database.ok("CREATE TABLE SHORT (A VARCHAR(3))")
    database.ok("INSERT INTO SHORT VALUES ('12'), ('äöü'), (NULL)")
    refused = database(statement)
    assert refused.failure == ("100078", "22000")
    assert database.ok("SELECT A FROM SHORT ORDER BY A").rows == [["12"], ["äöü"], [None]]
