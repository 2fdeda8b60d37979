"""One emulator and one environment for the session; every test starts with empty tables."""

from __future__ import annotations

import os
import pathlib
from collections.abc import Iterator

import pytest

import emulator
from project import Project, environment
from warehouse import Account, Warehouse


@pytest.fixture(scope="session")
def account(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Account]:
    """The emulator with its administrator. SNOWLINE_TEST_EMULATOR=port:keyfile uses one that runs already."""
    if given := os.environ.get("SNOWLINE_TEST_EMULATOR"):
        port, _, key_file = given.partition(":")
        key = pathlib.Path(key_file).read_text()
        yield Account("127.0.0.1", int(port), "http", "SNOWLINE-LOCAL", "DEPLOYER", key)
        return
    private, public = emulator.new_key()
    with emulator.running(tmp_path_factory.mktemp("emulator"), "SNOWLINE-LOCAL", "DEPLOYER", public) as port:
        yield Account("127.0.0.1", port, "http", "SNOWLINE-LOCAL", "DEPLOYER", private)


@pytest.fixture(scope="session")
def environment_made(account: Account, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Warehouse, Project]]:
    """The environment as the deployer makes it, and dbt signed in to it as its service user."""
    private, public = emulator.new_key()
    warehouse = Warehouse(account)
    warehouse.create(public)
    with pytest.MonkeyPatch.context() as patch:
        for name, value in environment(account, private).items():
            patch.setenv(name, value)
        yield warehouse, Project(tmp_path_factory.mktemp("dbt"))
    warehouse.close()


@pytest.fixture
def warehouse(environment_made: tuple[Warehouse, Project]) -> Warehouse:
    """The environment, empty."""
    environment_made[0].empty()
    return environment_made[0]


@pytest.fixture
def project(environment_made: tuple[Warehouse, Project]) -> Project:
    """dbt, signed in as the service user."""
    return environment_made[1]
