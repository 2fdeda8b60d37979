"""One emulator and one embedded AWS for the session; each test that changes much has a database of its own."""

from __future__ import annotations

import itertools
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric import rsa

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "local"), str(Path(__file__).parent)]

from lake import Lake  # noqa: E402
from processes import Emulator, MiniStack  # noqa: E402
from sql_api import SqlApi, new_key, public_pem  # noqa: E402

_numbers = itertools.count(1)


@pytest.fixture(scope="session")
def key() -> rsa.RSAPrivateKey:
    return new_key()


@pytest.fixture(scope="session")
def other_key() -> rsa.RSAPrivateKey:
    return new_key()


@pytest.fixture(scope="session")
def public_key_file(key: rsa.RSAPrivateKey, tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("keys") / "deployer.pub"
    file.write_bytes(public_pem(key))
    return file


@pytest.fixture(scope="session")
def ministack(tmp_path_factory: pytest.TempPathFactory) -> Iterator[MiniStack]:
    server = MiniStack(tmp_path_factory.mktemp("aws"))
    server.start()
    yield server
    server.stop()


@pytest.fixture(scope="session")
def emulator(
    public_key_file: Path, ministack: MiniStack, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Emulator]:
    server = Emulator(tmp_path_factory.mktemp("snowflake"), public_key_file, ministack.url)
    server.start()
    yield server
    server.stop()


@pytest.fixture(scope="session")
def administrator(emulator: Emulator, key: rsa.RSAPrivateKey) -> SqlApi:
    """ACCOUNTADMIN with a warehouse."""
    api = SqlApi(emulator.url, key, role="ACCOUNTADMIN")
    api.ok("CREATE WAREHOUSE IF NOT EXISTS TEST_WH WAREHOUSE_SIZE = XSMALL")
    return api.using(warehouse="TEST_WH")


def numbered(prefix: str) -> str:
    return f"{prefix}_{next(_numbers)}"


@pytest.fixture
def unique() -> Callable[[str], str]:
    """Names that no other test has."""
    return numbered


@pytest.fixture
def database(administrator: SqlApi, unique: Callable[[str], str]) -> Iterator[SqlApi]:
    """The administrator in a fresh database with schema RAW; `.body["database"]` is its name."""
    name = unique("DB")
    administrator.ok(f"CREATE DATABASE {name}")
    administrator.ok(f"CREATE SCHEMA {name}.RAW")
    yield administrator.using(database=name, schema="RAW")
    administrator.ok(f"DROP DATABASE IF EXISTS {name}")


@pytest.fixture(scope="module")
def shared_lake(administrator: SqlApi, ministack: MiniStack) -> Iterator[Lake]:
    """A trusted lake for tests that add objects with names of their own and change nothing else."""
    name = numbered("DB")
    administrator.ok(f"CREATE DATABASE {name}")
    administrator.ok(f"CREATE SCHEMA {name}.RAW")
    lake_name = numbered("lake").replace("_", "-")
    made = Lake(ministack.url, administrator.using(database=name, schema="RAW"), lake_name)
    made.create()
    made.set_trust(made.trust())
    yield made
    administrator.ok(f"DROP DATABASE {name}")


@pytest.fixture
def lake(database: SqlApi, ministack: MiniStack, unique: Callable[[str], str]) -> Lake:
    """A bucket, a role that trusts, an integration and the stage INBOX over inbox/ in the database's schema RAW."""
    made = Lake(ministack.url, database, unique("lake").lower().replace("_", "-"))
    made.create()
    return made
