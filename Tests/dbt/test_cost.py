"""The cost of an incremental build: it reads what has arrived and the dates this touches, however long the history."""

from __future__ import annotations

import pathlib

import pytest

import scans
from warehouse import DATABASE

DAYS = 20


def test_ten_times_the_history_does_not_make_a_build_read_more(tmp_path_factory: pytest.TempPathFactory) -> None:
    short = scans.incremental_reads(tmp_path_factory.mktemp("short"), DAYS)
    long = scans.incremental_reads(tmp_path_factory.mktemp("long"), 10 * DAYS)
    assert long.history_rows == 10 * short.history_rows
    assert long.total < 1.5 * short.total, (short.by_table, long.by_table)
    # What has a row for each sale must not grow at all but for the edges of row groups.
    for table in ("stage.stg_sales", "stage.received_sales", "stage.touched_sales"):
        assert long.by_table[table] < 1.2 * short.by_table[table], (table, short.by_table, long.by_table)


def test_a_read_of_a_whole_table_is_counted(tmp_path: pathlib.Path) -> None:
    with scans.counted(tmp_path) as (warehouse, _, file):
        warehouse.execute(scans.sales(scans.LAST_DAY, 3, ordered=True))
        file.write_text("")
        warehouse.execute(f"SELECT SUM(AMOUNT::NUMBER(11,2)) AS S FROM {DATABASE}.RAW.SALES")
        warehouse.execute(f"SELECT MAX(LOADED_AT) AS M FROM {DATABASE}.RAW.SALES")
        assert scans.by_table(file) == {"raw.sales": 3000}
