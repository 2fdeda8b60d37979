"""Tables of the warehouse held against tables computed elsewhere, without regard to the order of rows."""

from __future__ import annotations

import collections
from collections.abc import Mapping
from typing import Any

from project import SCHEMAS
from reference import Table
from warehouse import Warehouse

RUN_DAY = "snapshot_date"
SHOWN = 5


def snapshot(warehouse: Warehouse) -> dict[str, Table]:
    """Every table of the project as it is, without the day of the run."""
    return {
        table: [{c: v for c, v in row.items() if c != RUN_DAY} for row in warehouse.read(schema, table)]
        for schema, tables in SCHEMAS.items()
        for table in tables
    }


def assert_equal(got: Mapping[str, Table], wanted: Mapping[str, Table]) -> None:
    """Fails with the rows that differ, a few of each table."""
    if lines := differences(got, wanted):
        raise AssertionError("\n".join(["the tables differ:", *lines]))


def differences(got: Mapping[str, Table], wanted: Mapping[str, Table]) -> list[str]:
    """A line for each row that is too much or missing, a few of each table."""
    lines = [f"{name}: is missing" for name in wanted if name not in got]
    for name in (name for name in wanted if name in got):
        have, want = rows(got[name]), rows(wanted[name])
        for word, extra in (("too much", have - want), ("missing", want - have)):
            lines += [f"{name}: {word} ({count}x): {dict(row)}" for row, count in list(extra.items())[:SHOWN]]
    return lines


def rows(table: Table) -> collections.Counter[tuple[tuple[str, Any], ...]]:
    """The rows as a multiset; columns count by name."""
    return collections.Counter(tuple(sorted(row.items())) for row in table)
