"""The law: whatever came, in whatever order, and however often dbt ran, each table is what a full refresh gives.

SNOWLINE_DBT_HISTORIES is the number of random histories (10), SNOWLINE_DBT_SEED the seed of the first one (1). Every
second build runs the data tests too: what a partner may send never makes one of them fail.
"""

from __future__ import annotations

import os

import pytest

from comparison import assert_equal, snapshot
from histories import Build, History
from project import NO_UNIT_TESTS, Project
from reference import tables
from reference_rules import Row
from warehouse import Warehouse

FIRST = int(os.environ.get("SNOWLINE_DBT_SEED", "1"))
SEEDS = range(FIRST, FIRST + int(os.environ.get("SNOWLINE_DBT_HISTORIES", "10")))


@pytest.mark.parametrize("seed", SEEDS)
def test_every_table_is_right_after_any_history(seed: int, warehouse: Warehouse, project: Project) -> None:
    history = History(seed)
    raw: dict[str, list[Row]] = {"sales": [], "stores": []}
    builds = 0
    for step in history.steps():
        if not isinstance(step, Build):
            warehouse.load(step.dataset, step.rows)
            raw[step.dataset] += step.rows
            continue
        if step.arguments:
            project.run(*step.arguments, lookback_days=history.lookback_days)
        else:
            builds += 1
            if builds % 2:
                project.run(lookback_days=history.lookback_days)
            else:
                project.build(NO_UNIT_TESTS, lookback_days=history.lookback_days)
            assert_equal(snapshot(warehouse), tables(raw["sales"], raw["stores"]))
    incremental = snapshot(warehouse)
    project.run("--full-refresh")
    assert_equal(incremental, snapshot(warehouse))
