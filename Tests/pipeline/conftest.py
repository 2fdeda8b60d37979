"""One laptop, emptied for the session, and one deploy of the embedded environment on it.

Tests run file by file in the order of their names; each file leaves the pipeline as it found it: running and deployed.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest

import laptop
from pipeline import Pipeline
from product import DONE, Ending, Product

_times: list[tuple[str, float]] = []


@pytest.fixture(scope="session")
def product() -> Iterator[Product]:
    """The deployer, on a laptop that holds nothing yet."""
    product = Product()
    with laptop.emptied(product):
        yield product


@pytest.fixture(scope="session")
def first_deploy(product: Product) -> Ending:
    """How the deploy of the empty laptop ended."""
    return product.deploy()


@pytest.fixture(scope="session")
def session_pipeline(product: Product, first_deploy: Ending) -> Iterator[Pipeline]:
    first_deploy.ended(DONE)
    pipeline = Pipeline(product)
    pipeline.times = _times
    yield pipeline
    pipeline.close()


@pytest.fixture
def pipeline(session_pipeline: Pipeline) -> Pipeline:
    """The deployed pipeline, whatever an earlier test has left of it."""
    session_pipeline.revive()
    return session_pipeline


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    for name, seconds in _times:
        terminalreporter.write_line(f"{seconds:6.2f} s  {name}")
