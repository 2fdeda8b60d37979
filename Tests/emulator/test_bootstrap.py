"""The committed SQL, run as people run it: the bootstrap by an administrator, the rest by the role that it makes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from sql_api import SqlApi, new_key, public_body

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "snowflake" / "local"
BOOTSTRAP = FOLDER / "00_bootstrap.sql"
ROLE = "SNOWLINE_DEPLOY"
STACKS = sorted(path for path in FOLDER.iterdir() if path.is_dir())


def statements(text: str) -> list[str]:
    """The statements of a file; comments are whole lines."""
    lines = [line for line in text.splitlines() if not line.startswith("--")]
    return [part.strip() for part in "\n".join(lines).split(";\n") if part.strip(" \n;")]


def filled(statement: str, public_key: str) -> str:
    """What stands in angle brackets is known only to the deployer."""
    statement = re.sub(r"<PublicKey of [^>]*>", public_key, statement)
    return re.sub(r"<STORAGE_AWS_EXTERNAL_ID of [^>]*>", "drawn_by_hand", statement)


def files(folder: Path) -> list[str]:
    return [each for path in sorted(folder.glob("*.sql")) for each in statements(path.read_text())]


@pytest.fixture(scope="module")
def public_key() -> str:
    return public_body(new_key())


def swept(administrator: SqlApi) -> None:
    """Takes away what the files make, whoever owns it."""
    for kind, plural in (("DATABASE", "DATABASES"), ("WAREHOUSE", "WAREHOUSES"), ("USER", "USERS"),
                         ("INTEGRATION", "STORAGE INTEGRATIONS"), ("ROLE", "ROLES")):  # fmt: skip
        for row in administrator.ok(f"SHOW {plural}").records:
            name = row["name"] or ""
            if "[snowline:" in (row["comment"] or "") or name == ROLE:
                administrator.ok(f'DROP {kind} IF EXISTS "{name}"')


@pytest.fixture
def deployer(administrator: SqlApi) -> Iterator[Callable[[list[str]], SqlApi]]:
    """Runs the bootstrap and gives the role that it makes."""
    swept(administrator)

    def bootstrapped(lines: list[str]) -> SqlApi:
        for line in lines:
            if not line.startswith("USE ROLE"):
                administrator.ok(line)
        administrator.ok(f'GRANT ROLE "{ROLE}" TO USER DEPLOYER')
        return administrator.using(role=ROLE, warehouse=None)

    yield bootstrapped
    swept(administrator)


def test_the_narrow_role_can_make_everything_in_the_files_and_make_it_again(
    deployer: Callable[[list[str]], SqlApi], public_key: str
) -> None:
    role = deployer(statements(BOOTSTRAP.read_text()))
    for _ in range(2):
        for folder in STACKS:
            for statement in files(folder):
                role.ok(filled(statement, public_key))


@pytest.mark.parametrize("line", [line for line in statements(BOOTSTRAP.read_text()) if " ON ACCOUNT TO ROLE " in line])
def test_no_privilege_of_the_narrow_role_is_to_spare(
    deployer: Callable[[list[str]], SqlApi], public_key: str, line: str
) -> None:
    role = deployer([each for each in statements(BOOTSTRAP.read_text()) if each != line])
    answers = [role(filled(statement, public_key)) for folder in STACKS for statement in files(folder)]
    codes = {answer.body["code"] for answer in answers if answer.status != 200}
    assert "003001" in codes


def grants() -> list[str]:
    return [each for folder in STACKS for each in files(folder) if each.startswith("GRANT ")]


def test_a_grant_that_is_missing_in_the_files_is_missed(
    administrator: SqlApi, deployer: Callable[[list[str]], SqlApi], public_key: str
) -> None:
    """INSERT on RAW.SALES is what a load needs; without that one line the loader is refused."""
    role = deployer(statements(BOOTSTRAP.read_text()))
    wanted = 'GRANT INSERT ON TABLE "RETAIL_LOCAL"."RAW"."SALES" TO ROLE "RETAIL_LOCAL_INGEST"'
    assert wanted in grants()
    everything = [each for folder in STACKS for each in files(folder)]
    for statement in everything:
        if statement != wanted:
            role.ok(filled(statement, public_key))
    administrator.ok('GRANT ROLE "RETAIL_LOCAL_INGEST" TO USER DEPLOYER')
    loader = administrator.using(role="RETAIL_LOCAL_INGEST", warehouse="RETAIL_LOCAL_WH", database="RETAIL_LOCAL")
    insertion = "INSERT INTO RAW.SALES (STORE_TOKEN) VALUES ('x')"
    assert loader(insertion).failure == ("003001", "42501")
    role.ok(wanted)
    loader.ok(insertion)
