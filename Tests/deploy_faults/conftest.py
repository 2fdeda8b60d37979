"""One laptop for the session, emptied before and put back after; each test leaves the pipeline as it finds it."""

from __future__ import annotations

import pathlib
import sys
from collections.abc import Iterator

import pytest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "pipeline"))

import laptop
from fleet import Fleet


@pytest.fixture(scope="session")
def fleet() -> Iterator[Fleet]:
    from product import Product

    with laptop.emptied(Product()):
        fleet = Fleet()
        try:
            yield fleet
        finally:
            fleet.close()
