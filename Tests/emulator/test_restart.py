"""What was answered with success is there after a restart and after kill -9."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric import rsa

from lake import Lake
from processes import Emulator, MiniStack
from sql_api import SqlApi, fingerprint, public_body, public_pem


@pytest.fixture
def own(public_key_file: Path, ministack: MiniStack, tmp_path: Path) -> Iterator[Emulator]:
    server = Emulator(tmp_path, public_key_file, ministack.url)
    server.start()
    yield server
    server.stop()


@pytest.mark.parametrize("ending", ["stop", "kill"])
def test_everything_survives(
    ending: str,
    own: Emulator,
    ministack: MiniStack,
    key: rsa.RSAPrivateKey,
    other_key: rsa.RSAPrivateKey,
) -> None:
    account = SqlApi(own.url, key, role="ACCOUNTADMIN", warehouse="WH")
    account.ok("CREATE WAREHOUSE WH AUTO_SUSPEND = 60 COMMENT = 'w'")
    account.ok("CREATE DATABASE \"odd name/x\" COMMENT = 'db'")
    sql = account.using(database="odd name/x", schema="RAW")
    sql.ok("CREATE SCHEMA RAW WITH MANAGED ACCESS")
    lake = Lake(ministack.url, sql, f"restart-{ending}")
    lake.create()
    lake.set_trust(lake.trust())
    lake.put("a.csv", "1,2,3\n")
    assert lake.copy("a.csv").rows[0][1] == "LOADED"
    sql.ok("CREATE TABLE T (A VARCHAR(7) NOT NULL COMMENT 'a')")
    sql.ok("INSERT INTO T VALUES ('x')")
    sql.ok("CREATE VIEW V AS SELECT A, 10 / 4 AS Q FROM T")
    sql.ok("CREATE ROLE R COMMENT = 'r'")
    sql.ok(f"CREATE USER U TYPE = SERVICE DEFAULT_ROLE = R RSA_PUBLIC_KEY = '{public_body(other_key)}'")
    sql.ok("GRANT ROLE R TO USER U")
    sql.ok("GRANT SELECT ON TABLE T TO ROLE R")
    sql.ok("GRANT SELECT ON FUTURE TABLES IN SCHEMA RAW TO ROLE R")
    questions = [
        "SHOW WAREHOUSES", "SHOW DATABASES", "SHOW SCHEMAS", "SHOW TABLES", "SHOW VIEWS", "SHOW STAGES",
        "SHOW FILE FORMATS", "SHOW INTEGRATIONS", "SHOW USERS", "SHOW ROLES", "SHOW GRANTS TO ROLE R",
        "SHOW FUTURE GRANTS IN SCHEMA RAW", f'DESC INTEGRATION "{lake.integration}"', "DESC TABLE T", "DESC USER U",
        "SELECT * FROM V", "SELECT * FROM LANDING",
    ]  # fmt: skip
    before = {question: sql.ok(question).rows for question in questions}
    getattr(own, ending)()
    own.start()
    assert {question: sql.ok(question).rows for question in questions} == before
    assert lake.copy("a.csv").rows == [["Copy executed with 0 files processed."]]
    assert SqlApi(own.url, other_key, "U").value("SELECT CURRENT_ROLE()") == "R"
    described = {row["property"]: row["value"] for row in sql.ok("DESC USER U").records}
    assert described["RSA_PUBLIC_KEY_FP"] == fingerprint(other_key)


def test_a_killed_load_left_nothing_half_done(own: Emulator, key: rsa.RSAPrivateKey) -> None:
    sql = SqlApi(own.url, key, role="ACCOUNTADMIN", warehouse="WH", database="D", schema="PUBLIC")
    sql.ok("CREATE WAREHOUSE WH")
    sql.ok("CREATE DATABASE D")
    sql.ok("CREATE TABLE T (A NUMBER)")
    for number in range(30):
        sql.ok(f"INSERT INTO T VALUES ({number})")
    sql("INSERT INTO T SELECT SEQ4() FROM TABLE(GENERATOR(ROWCOUNT => 50000000))", query="&async=true")
    own.kill()
    own.start()
    assert sql.value("SELECT COUNT(*) FROM T") == "30"


def test_a_new_administrators_key_takes_effect_at_the_next_start(
    own: Emulator, public_key_file: Path, key: rsa.RSAPrivateKey, other_key: rsa.RSAPrivateKey, tmp_path: Path
) -> None:
    own.stop()
    renewed = tmp_path / "renewed.pub"
    renewed.write_bytes(public_pem(other_key))
    again = Emulator(tmp_path, renewed)
    again.start()
    try:
        assert SqlApi(again.url, other_key).value("SELECT CURRENT_ROLE()") == "ACCOUNTADMIN"
        assert SqlApi(again.url, key)("SELECT 1").status == 401
    finally:
        again.stop()
