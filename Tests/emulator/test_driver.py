"""The drivers' protocol, with snowflake-connector-python."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import Any

import pytest
import snowflake.connector
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from snowflake.connector.errors import DatabaseError, ProgrammingError

from processes import Emulator
from sql_api import SqlApi, public_body

Connect = Callable[..., snowflake.connector.SnowflakeConnection]


def private_der(key: rsa.RSAPrivateKey) -> bytes:
    return key.private_bytes(
        serialization.Encoding.DER, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )


@pytest.fixture
def connect(emulator: Emulator, key: rsa.RSAPrivateKey) -> Iterator[Connect]:
    opened = []

    def connected(signer: rsa.RSAPrivateKey = key, **options: Any) -> snowflake.connector.SnowflakeConnection:
        connection = snowflake.connector.connect(
            account=Emulator.ACCOUNT,
            host="127.0.0.1",
            port=emulator.port,
            protocol="http",
            login_timeout=10,
            **{
                "user": Emulator.USER,
                "authenticator": "SNOWFLAKE_JWT",
                "private_key": private_der(signer),
                "session_parameters": {"CLIENT_TELEMETRY_ENABLED": False},
                **options,
            },
        )
        opened.append(connection)
        return connection

    yield connected
    for connection in opened:
        connection.close()


def test_values_of_every_type_and_their_nulls_arrive(connect: Connect, database: SqlApi) -> None:
    cursor = connect(warehouse="TEST_WH", **place(database)).cursor()
    cursor.execute("CREATE TABLE T (N NUMBER(11,2), S VARCHAR, Z TIMESTAMP_NTZ, B BOOLEAN, D DATE, F FLOAT, H TIME)")
    cursor.execute(
        "INSERT INTO T VALUES (1.10, 'x', '2020-01-01 00:00:00.123456', TRUE, '2020-01-02', 1.5, '10:11:12'), "
        "(NULL, NULL, NULL, NULL, NULL, NULL, NULL)"
    )
    assert cursor.rowcount == 2
    rows = cursor.execute("SELECT * FROM T ORDER BY N").fetchall()
    stamp = dt.datetime(2020, 1, 1, 0, 0, 0, 123456)
    assert rows[0] == (Decimal("1.10"), "x", stamp, True, dt.date(2020, 1, 2), 1.5, dt.time(10, 11, 12))
    assert rows[1] == (None,) * 7


def place(database: SqlApi) -> dict[str, Any]:
    return {"database": database.body["database"], "schema": "RAW"}


def test_a_local_time_stamp_is_told_in_the_zone_of_the_session(connect: Connect) -> None:
    cursor = connect(session_parameters={"TIMEZONE": "Europe/Zurich"}).cursor()
    moment = cursor.execute("SELECT '2025-07-01 12:00:00+00:00'::TIMESTAMP_LTZ AS T").fetchone()[0]
    assert (moment.hour, moment.utcoffset()) == (14, dt.timedelta(hours=2))


def test_a_wrong_key_is_refused(connect: Connect, other_key: rsa.RSAPrivateKey) -> None:
    with pytest.raises(DatabaseError, match="JWT token is invalid") as refused:
        connect(signer=other_key)
    assert refused.value.errno == 390144


def test_a_password_is_refused(emulator: Emulator) -> None:
    with pytest.raises(DatabaseError, match="Incorrect username or password"):
        snowflake.connector.connect(
            account=Emulator.ACCOUNT, host="127.0.0.1", port=emulator.port, protocol="http", user=Emulator.USER,
            password="secret", login_timeout=10,
        )  # fmt: skip


def test_a_role_that_is_not_granted_is_refused(connect: Connect) -> None:
    with pytest.raises(DatabaseError, match="Role 'NOBODYS' specified in the connect string is not granted"):
        connect(role="NOBODYS")


def test_the_users_defaults_hold_when_the_login_names_nothing(
    connect: Connect, database: SqlApi, unique: Callable[[str], str], other_key: rsa.RSAPrivateKey
) -> None:
    user, role, name = unique("SVC"), unique("ROLE"), database.body["database"]
    database.ok(f"CREATE ROLE {role}")
    database.ok(
        f"CREATE USER {user} TYPE = SERVICE DEFAULT_ROLE = {role} DEFAULT_WAREHOUSE = TEST_WH "
        f"DEFAULT_NAMESPACE = '{name}.RAW' RSA_PUBLIC_KEY = '{public_body(other_key)}'"
    )
    for grant in (f"USAGE ON DATABASE {name}", f"USAGE ON SCHEMA {name}.RAW", "USAGE ON WAREHOUSE TEST_WH"):
        database.ok(f"GRANT {grant} TO ROLE {role}")
    database.ok(f"GRANT ROLE {role} TO USER {user}")
    cursor = connect(signer=other_key, user=user).cursor()
    where = "CURRENT_USER(), CURRENT_ROLE(), CURRENT_WAREHOUSE(), CURRENT_DATABASE(), CURRENT_SCHEMA()"
    assert cursor.execute(f"SELECT {where}").fetchone() == (user, role, "TEST_WH", name, "RAW")
    with pytest.raises(ProgrammingError, match="not assigned to the executing user"):
        cursor.execute("USE ROLE ACCOUNTADMIN")


def test_wrong_sql_is_an_error_of_snowflake_and_the_session_goes_on(connect: Connect) -> None:
    cursor = connect().cursor()
    with pytest.raises(ProgrammingError) as failure:
        cursor.execute("SELECT * FROM NOWHERE.RAW.T")
    assert (failure.value.errno, failure.value.sqlstate) == (2003, "42S02")
    assert cursor.execute("SELECT 1").fetchone() == (1,)


def test_many_rows_are_bound_at_once(connect: Connect, database: SqlApi, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(snowflake.connector, "paramstyle", "qmark")
    cursor = connect(warehouse="TEST_WH", **place(database)).cursor()
    cursor.execute("CREATE TABLE T (N NUMBER, S VARCHAR)")
    cursor.executemany("INSERT INTO T VALUES (?, ?)", [(1, "a'\\"), (2, None)])
    assert cursor.rowcount == 2
    assert cursor.execute("SELECT S FROM T WHERE N = ?", (1,)).fetchall() == [("a'\\",)]


def test_a_closed_session_gives_its_open_transaction_up(connect: Connect, database: SqlApi) -> None:
    database.ok("CREATE TABLE T AS SELECT 1 AS A")
    connection = connect(warehouse="TEST_WH", **place(database))
    connection.cursor().execute("BEGIN")
    connection.cursor().execute("DELETE FROM T")
    connection.close()
    assert database.value("SELECT COUNT(*) FROM T") == "1"
    assert database.ok("DELETE FROM T").rows == [["1"]]


def test_a_transaction_is_seen_by_others_when_it_commits(connect: Connect, database: SqlApi) -> None:
    database.ok("CREATE TABLE T (A NUMBER)")
    cursor = connect(warehouse="TEST_WH", **place(database)).cursor()
    cursor.execute("BEGIN")
    cursor.execute("INSERT INTO T VALUES (1)")
    assert database.value("SELECT COUNT(*) FROM T") == "0"
    cursor.execute("COMMIT")
    assert database.value("SELECT COUNT(*) FROM T") == "1"


def test_a_failed_statement_leaves_a_session_that_can_roll_back(connect: Connect, database: SqlApi) -> None:
    database.ok("CREATE TABLE T (A NUMBER)")
    cursor = connect(warehouse="TEST_WH", **place(database)).cursor()
    cursor.execute("BEGIN")
    cursor.execute("INSERT INTO T VALUES (1)")
    with pytest.raises(ProgrammingError):
        cursor.execute("INSERT INTO T VALUES ('x')")
    cursor.execute("ROLLBACK")
    cursor.execute("INSERT INTO T VALUES (2)")
    assert database.ok("SELECT A FROM T").rows == [["2"]]


def test_temporary_tables_end_with_their_session(connect: Connect, database: SqlApi) -> None:
    connection = connect(warehouse="TEST_WH", **place(database))
    connection.cursor().execute("CREATE OR REPLACE TEMPORARY TABLE T AS SELECT 1 AS A")
    assert connection.cursor().execute("SELECT A FROM T").fetchall() == [(1,)]
    connection.close()
    assert database("SELECT A FROM T").failure == ("002003", "42S02")


def test_a_session_keeps_variables_results_and_parameters(connect: Connect, administrator: SqlApi) -> None:
    cursor = connect(warehouse=administrator.body["warehouse"]).cursor()
    cursor.execute("SET LIMIT_DATE = '2025-01-11'")
    assert cursor.execute("SELECT $LIMIT_DATE::DATE").fetchone() == (dt.date(2025, 1, 11),)
    cursor.execute("SELECT 1 AS A UNION ALL SELECT 2 ORDER BY A")
    assert cursor.execute("SELECT SUM(A) FROM TABLE(RESULT_SCAN(LAST_QUERY_ID()))").fetchone() == (3,)
    cursor.execute("ALTER SESSION SET QUERY_TAG = 'x', TIMEZONE = 'Asia/Tokyo'")
    assert cursor.execute("SHOW PARAMETERS LIKE 'QUERY_TAG' IN SESSION").fetchone()[1] == "x"
    cursor.execute("ALTER SESSION UNSET QUERY_TAG")
    assert cursor.execute("SHOW PARAMETERS LIKE 'QUERY_TAG'").fetchone()[1] == ""


def test_a_statement_that_runs_is_cancelled_when_its_time_is_over(connect: Connect) -> None:
    cursor = connect().cursor()
    with pytest.raises(ProgrammingError) as failure:
        cursor.execute("SELECT SYSTEM$WAIT(60)", timeout=1)
    assert failure.value.errno == 604
    assert cursor.execute("SELECT 1").fetchone() == (1,)
