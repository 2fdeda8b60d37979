"""What partners seldom send: nothing at all, headers only, bad rows only, and a file again while dbt is at work."""

from __future__ import annotations

import datetime as dt

from comparison import assert_equal, snapshot
from project import NO_UNIT_TESTS, Project
from reference import tables
from reference_rules import LINEAGE, SALES, Row
from warehouse import Warehouse


def sales(name: str, minute: int, *fields: str) -> list[Row]:
    """Rows of a file of 12 January 2025, each written as one line of six fields."""
    columns = tuple(column for column in SALES if column != "source_id")
    at = dt.datetime(2025, 1, 13, 6, minute)
    return [
        dict.fromkeys(SALES)
        | dict(zip(columns, line.split(","), strict=True))
        | dict(zip(LINEAGE, (f"inbox/{name}", number, dt.date(2025, 1, 12), at), strict=True))
        for number, line in enumerate(fields, start=1)
    ]


HEADER = "store_token,transaction_id,receipt_token,transaction_time,amount,user_role"


def test_empty_raw_tables_give_empty_tables(warehouse: Warehouse, project: Project) -> None:
    for _ in range(2):
        project.build(NO_UNIT_TESTS)
        assert_equal(snapshot(warehouse), tables([], []))


def test_a_batch_of_bad_rows_only_is_counted_and_reported(warehouse: Warehouse, project: Project) -> None:
    raw = sales("sales_20250112.csv", 0, HEADER)
    warehouse.load("sales", raw)
    project.build(NO_UNIT_TESTS)
    bad = sales(
        "sales_20250112_2.csv", 1, HEADER, "s1,t1,r1,never,1.00,Cashier", "s1,t2,r1,2025-01-11T10:00:00,much,Cashier"
    )
    warehouse.load("sales", bad)
    project.build(NO_UNIT_TESTS)
    assert_equal(snapshot(warehouse), tables(raw + bad, []))
    (line,) = warehouse.read("ANALYTICS", "report_transactions_lifecycle")
    assert (line["total_raw_rows"], line["total_rejected_rows"]) == (2, 2)


def test_a_file_that_arrives_while_dbt_runs_is_taken_up_by_the_next_run(warehouse: Warehouse, project: Project) -> None:
    raw = sales("sales_20250112.csv", 0, "s1,t1,r1,2025-01-11T10:00:00,1.00,Cashier")
    warehouse.load("sales", raw)
    project.build(NO_UNIT_TESTS)
    project.run("--select", "received_sales", "stg_sales")
    late = sales("sales_20250112.csv", 1, "s1,t1,r1,2024-12-01T10:00:00,2.00,Cashier")
    warehouse.load("sales", late)
    project.run("--select", "received_sales")
    project.run("--select", "mart_store_sales+", "mart_batches+", "rejected_sales", "stg_stores", "rejected_stores")
    project.build(NO_UNIT_TESTS)
    assert_equal(snapshot(warehouse), tables(raw + late, []))


def test_freshness_of_the_sources_is_measured(warehouse: Warehouse, project: Project) -> None:
    row = sales("sales_20250112.csv", 0, "s1,t1,r1,2025-01-11T10:00:00,1.00,Cashier")[0]
    now = dt.datetime.now(dt.UTC).replace(tzinfo=None)
    warehouse.load("sales", [{**row, "loaded_at": now}])
    outcome = project.invoke("source freshness", "--select", "source:raw.SALES")
    assert [str(result.status) for result in outcome.result.results] == ["pass"]
    assert 0 <= outcome.result.results[0].age < 600
