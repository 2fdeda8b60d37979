"""COPY INTO: the function's statement, hostile names, history, errors, concurrency."""

from __future__ import annotations

import gzip
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest
from cryptography.hazmat.primitives.asymmetric import rsa

from lake import Lake
from processes import Emulator
from sql_api import SqlApi, public_body

RESULT = ["file", "status", "rows_parsed", "rows_loaded", "error_limit", "errors_seen", "first_error",
          "first_error_line", "first_error_character", "first_error_column_name"]  # fmt: skip
NOTHING = "Copy executed with 0 files processed."


@pytest.fixture
def trusted(lake: Lake) -> Lake:
    lake.set_trust(lake.trust())
    return lake


def test_the_functions_statement_loads_every_row_with_its_origin(trusted: Lake) -> None:
    trusted.put("sub/sales_20250111.csv", '\ufeff s1 ,"a ""q"" b\nc",NULL\r\n\r\ns2,,"x,y"\r\n')
    answer = trusted.copy("sub/sales_20250111.csv")
    assert answer.names == RESULT
    url = f"s3://{trusted.bucket}/inbox/sub/sales_20250111.csv"
    assert answer.rows == [[url, "LOADED", "2", "2", "1", "0", None, None, None, None]]
    assert answer.body["stats"]["numRowsInserted"] == 2
    key = "inbox/sub/sales_20250111.csv"
    assert trusted.landed("A, B, C, SOURCE_FILENAME, SOURCE_ROW_NUMBER, BATCH_DATE") == [
        ["s1", 'a "q" b\nc', None, key, "1", "20099"],
        ["s2", None, "x,y", key, "2", "20099"],
    ]


@pytest.mark.parametrize(
    "expression", ["SYSDATE()", "CONVERT_TIMEZONE('UTC', METADATA$START_SCAN_TIME)::TIMESTAMP_NTZ"]
)
def test_the_load_time_is_utc_whatever_the_zone_of_the_session(expression: str, trusted: Lake) -> None:
    trusted.put("a.csv", "1,2,3\n")
    before = time.time()
    trusted.copy("a.csv", time=expression, sql=trusted.sql.using(parameters={"timezone": "Asia/Tokyo"}))
    loaded = float(trusted.landed("LOADED_AT")[0][0] or 0)
    assert before - 5 <= loaded <= time.time() + 5


HOSTILE = [
    "it's.csv", "a b.csv", "a+b.csv", "a%41b.csv", "a\\b.csv", "a\\'b.csv", "[ab]*?.csv", "a;b--c.csv", "a\nb.csv",
    "ü 日本 😀.csv", 'a"b".csv', "$1 {x} /* */.csv", "sub folder/deep/a.csv", "@x.csv", "a&b=c#d.csv", " a.csv",
    "a..csv",
]  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_name_means_exactly_its_object(name: str, shared_lake: Lake) -> None:
    shared_lake.put(name, f"{len(name)},x,y\n")
    shared_lake.put("ab.csv", "wrong,wrong,wrong\n")
    answer = shared_lake.copy(name)
    assert [row[:4] for row in answer.rows] == [[f"s3://{shared_lake.bucket}/inbox/{name}", "LOADED", "1", "1"]]
    landed = [row for row in shared_lake.landed("SOURCE_FILENAME, A") if row[0] == f"inbox/{name}"]
    assert landed == [[f"inbox/{name}", str(len(name))]]
    assert "wrong" not in [row[0] for row in shared_lake.landed("A")]
    assert shared_lake.copy(name).rows == [[NOTHING]]


def test_gzip_is_known_by_content_and_an_empty_file_has_no_rows(trusted: Lake) -> None:
    trusted.put("really_gzip.csv", gzip.compress(b"1,2,3\n4,5,6\n"))
    trusted.put("plain.csv.gz", b"7,8,9\n")
    trusted.put("empty.csv", b"")
    answer = trusted.copy("really_gzip.csv", "plain.csv.gz", "empty.csv")
    assert [row[1:4] for row in answer.rows] == [["LOADED", "2", "2"], ["LOADED", "1", "1"], ["LOADED", "0", "0"]]


def test_a_loaded_file_is_not_loaded_again_unless_it_changed_or_is_forced(trusted: Lake) -> None:
    trusted.put("a.csv", "1,2,3\n")
    assert trusted.copy("a.csv").rows[0][1] == "LOADED"
    again = trusted.copy("a.csv")
    assert (again.names, again.rows) == (["status"], [[NOTHING]])
    trusted.put("a.csv", "4,5,6\n")
    assert trusted.copy("a.csv").rows[0][1] == "LOADED"
    assert trusted.copy("a.csv", options="FORCE = TRUE").rows[0][1] == "LOADED"
    assert trusted.copy("a.csv", options="FORCE = FALSE").rows == [[NOTHING]]
    assert [row[0] for row in trusted.landed("A")] == ["1", "4", "4"]


def test_among_several_files_the_loaded_ones_are_skipped(trusted: Lake) -> None:
    trusted.put("a.csv", "1,2,3\n")
    trusted.put("b.csv", "4,5,6\n")
    trusted.copy("a.csv")
    answer = trusted.copy("a.csv", "b.csv")
    assert [row[1] for row in answer.rows] == ["LOAD_SKIPPED", "LOADED"]
    assert answer.rows[0][6] == "File was loaded before."


def test_history_belongs_to_the_table(trusted: Lake) -> None:
    trusted.put("a.csv", "1,2,3\n")
    trusted.copy("a.csv")
    trusted.sql.ok("CREATE TABLE OTHER (A VARCHAR, B VARCHAR, C VARCHAR)")
    plain = "COPY INTO OTHER FROM @INBOX FILES = ('a.csv')"
    assert trusted.sql.ok(plain).rows[0][1] == "LOADED"
    trusted.sql.ok("TRUNCATE TABLE OTHER")
    assert trusted.sql.ok(plain).rows[0][1] == "LOADED"
    trusted.sql.ok("CREATE OR REPLACE TABLE OTHER (A VARCHAR, B VARCHAR, C VARCHAR)")
    assert trusted.sql.ok(plain).rows[0][1] == "LOADED"


def test_copy_history_tells_the_loads(trusted: Lake) -> None:
    trusted.put("sub/it's.csv", "1,2,3\n4,5,6\n")
    trusted.copy("sub/it's.csv")
    found = trusted.sql.ok(
        "SELECT FILE_NAME, STAGE_LOCATION, STATUS, ROW_COUNT, ROW_PARSED, TABLE_NAME, "
        "DATEDIFF(minute, LAST_LOAD_TIME, CURRENT_TIMESTAMP()) < 5 FROM TABLE(INFORMATION_SCHEMA.COPY_HISTORY("
        "TABLE_NAME => 'RAW.LANDING', START_TIME => DATEADD(hours, -1, CURRENT_TIMESTAMP())))"
    )
    location = f"s3://{trusted.bucket}/inbox/"
    assert found.rows == [["sub/it's.csv", location, "Loaded", "2", "2", "LANDING", "true"]]
    later = "SELECT COUNT(*) FROM TABLE(INFORMATION_SCHEMA.COPY_HISTORY(TABLE_NAME => 'LANDING', START_TIME => {}))"
    assert trusted.sql.value(later.format("DATEADD(hours, 1, CURRENT_TIMESTAMP())")) == "0"


def test_a_failed_copy_leaves_neither_rows_nor_history(trusted: Lake) -> None:
    trusted.put("good.csv", "1,2,3\n")
    trusted.put("bad.csv", '4,"5,6\n')
    answer = trusted.copy("good.csv", "bad.csv")
    assert answer.failure == ("100088", "22000")
    assert "File 'inbox/bad.csv', line 1, character 3" in answer.message
    assert trusted.landed() == []
    assert trusted.copy("good.csv").rows[0][1] == "LOADED"


def test_a_missing_file_fails_the_statement(trusted: Lake) -> None:
    answer = trusted.copy("missing.csv")
    assert answer.failure == ("091016", "02000")
    assert f"s3://{trusted.bucket}/inbox/missing.csv" in answer.message


def test_invalid_utf8_fails_the_statement(trusted: Lake) -> None:
    trusted.put("a.csv", b"ok,ok,ok\ncaf\xe9,b,c\n")
    answer = trusted.copy("a.csv")
    assert answer.failure == ("100144", "22000")
    assert "File 'inbox/a.csv', line 2, character 4" in answer.message


def test_a_value_that_does_not_fit_its_column_is_named_with_its_place(trusted: Lake) -> None:
    trusted.sql.ok("CREATE TABLE TYPED (N NUMBER(5,2), T VARCHAR(3), D DATE)")
    trusted.put("n.csv", "1.5,a,2025-01-11\nx,b,2025-01-11\n")
    trusted.put("t.csv", "1.5,a,2025-01-11\n2,abcd,2025-01-11\n")
    trusted.put("c.csv", "1.5,a,2025-01-11\n2,b\n")
    copy = "COPY INTO TYPED FROM @INBOX FILES = ('{}.csv')"
    number = trusted.sql(copy.format("n"))
    assert number.failure == ("100038", "22018")
    assert "Numeric value 'x' is not recognized" in number.message
    assert 'Row 2, column "TYPED"["N":1]' in number.message
    text = trusted.sql(copy.format("t"))
    assert text.failure == ("100078", "22000")
    assert "(3) exceeded by string 'abcd'" in text.message
    count = trusted.sql(copy.format("c"))
    assert count.failure == ("100080", "22000")
    assert "Number of columns in file (2) does not match that of the corresponding table (3)" in count.message
    assert trusted.sql.value("SELECT COUNT(*) FROM TYPED") == "0"


def test_a_transformation_ignores_extra_columns_and_fills_short_rows_with_null(trusted: Lake) -> None:
    trusted.put("a.csv", "1,2,3,4\n5\n")
    trusted.copy("a.csv")
    assert trusted.landed() == [["1", "2", "3"], ["5", None, None]]


def test_files_may_be_found_by_path_and_pattern(trusted: Lake) -> None:
    for name in ("x/a.csv", "x/b.txt", "y/c.csv"):
        trusted.put(name, "1,2,3\n")
    trusted.sql.ok("CREATE TABLE T (A VARCHAR, B VARCHAR, C VARCHAR)")
    loaded = trusted.sql.ok("COPY INTO T FROM @INBOX/x/ PATTERN = '.*[.]csv'").rows
    assert [row[0] for row in loaded] == [f"s3://{trusted.bucket}/inbox/x/a.csv"]
    assert len(trusted.sql.ok("COPY INTO T FROM @INBOX").rows) == 3


@pytest.mark.parametrize(
    ("statement", "said"),
    [
        ("COPY INTO LANDING FROM @INBOX ON_ERROR = CONTINUE", "ON_ERROR = CONTINUE"),
        ("COPY INTO LANDING FROM @INBOX PURGE = TRUE", "PURGE = True"),
        ("COPY INTO LANDING FROM @INBOX VALIDATION_MODE = RETURN_ERRORS", "VALIDATION_MODE"),
        ("COPY INTO LANDING FROM 's3://bucket/x'", "a URL without a stage"),
        ("COPY INTO @INBOX FROM LANDING", "unload"),
        ("COPY INTO LANDING FROM @~/x", "user and table stages"),
    ],
)
def test_what_copy_cannot_do_is_said_aloud(statement: str, said: str, shared_lake: Lake) -> None:
    answer = shared_lake.sql(statement)
    assert answer.failure == ("000002", "0A000")
    assert answer.message.startswith("not supported by the emulator: ")
    assert said in answer.message


def test_a_transformation_may_not_filter_join_or_count(shared_lake: Lake) -> None:
    for select in (
        "SELECT $1 FROM @INBOX WHERE $1 > 1",
        "SELECT $1 FROM @INBOX t JOIN @INBOX u",
        "SELECT COUNT(*) FROM @INBOX",
        "SELECT (SELECT 1) FROM @INBOX",
    ):
        answer = shared_lake.sql(f"COPY INTO LANDING (A) FROM ({select}) FILES = ('a.csv')")
        assert answer.failure == ("002083", "42601"), select


def test_the_number_of_expressions_and_the_names_of_columns_are_checked(shared_lake: Lake) -> None:
    few = shared_lake.sql("COPY INTO LANDING (A, B) FROM (SELECT $1 FROM @INBOX) FILES = ('a.csv')")
    assert few.failure == ("002020", "21S01")
    unknown = shared_lake.sql("COPY INTO LANDING (NOPE) FROM (SELECT $1 FROM @INBOX) FILES = ('a.csv')")
    assert unknown.failure == ("000904", "42000")


def test_twenty_copies_at_once_load_every_file_once(trusted: Lake) -> None:
    trusted.sql.ok("CREATE TABLE OTHER AS SELECT * FROM LANDING")
    names = [f"f{number}.csv" for number in range(20)]
    for name in names:
        trusted.put(name, f"{name},x,y\n" * 50)

    def load(name: str) -> str | None:
        table = "LANDING" if int(name[1:-4]) % 2 else "OTHER"
        statement = f"COPY INTO {table} (A, B, C) FROM (SELECT $1, $2, $3 FROM @INBOX t) FILES = ('{name}')"
        return trusted.sql.ok(statement).rows[0][1]

    with ThreadPoolExecutor(20) as pool:
        assert set(pool.map(load, names)) == {"LOADED"}
    counts = "SELECT COUNT(*), COUNT(DISTINCT A) FROM (SELECT A FROM LANDING UNION ALL SELECT A FROM OTHER)"
    assert trusted.sql.ok(counts).rows == [["1000", "20"]]


def test_the_same_file_copied_ten_times_at_once_is_loaded_once(trusted: Lake) -> None:
    trusted.put("a.csv", "1,2,3\n" * 100)
    with ThreadPoolExecutor(10) as pool:
        answers = list(pool.map(lambda _: trusted.copy("a.csv").rows[0][0], range(10)))
    assert answers.count(NOTHING) == 9
    assert len(trusted.landed()) == 100


def test_the_loader_needs_insert_usage_on_the_stage_and_on_the_file_format(
    emulator: Emulator, trusted: Lake, unique: Callable[[str], str], other_key: rsa.RSAPrivateKey
) -> None:
    sql, name = trusted.sql, trusted.sql.body["database"]
    role, user = unique("LOADER"), unique("LOADER_SVC")
    trusted.put("a.csv", "1,2,3\n")
    sql.ok(f"CREATE ROLE {role}")
    sql.ok(f"CREATE USER {user} TYPE = SERVICE DEFAULT_ROLE = {role} RSA_PUBLIC_KEY = '{public_body(other_key)}'")
    sql.ok(f"GRANT ROLE {role} TO USER {user}")
    loader = SqlApi(emulator.url, other_key, user, role=role, warehouse="TEST_WH", database=name, schema="RAW")
    for grant in (
        f"USAGE ON DATABASE {name}", f"USAGE ON SCHEMA {name}.RAW", "INSERT ON TABLE LANDING", "USAGE ON STAGE INBOX",
        "USAGE ON FILE FORMAT PARTNER_CSV", "USAGE ON WAREHOUSE TEST_WH",
    ):  # fmt: skip
        assert trusted.copy("a.csv", sql=loader).status == 422, grant
        sql.ok(f"GRANT {grant} TO ROLE {role}")
    assert trusted.copy("a.csv", sql=loader).rows[0][1] == "LOADED"
    assert loader("SELECT * FROM LANDING").failure == ("003001", "42501")
