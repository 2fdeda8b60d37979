"""The sample files, wave by wave, from the inbox to the three reports. Runs while RAW holds nothing else."""

from __future__ import annotations

import csv
import io
import json
import re
from typing import Any

import pytest

from partner_files import history_key
from pipeline import INBOX, Pipeline
from product import DONE, ROOT, Ending, Product

SAMPLES = ROOT / "samples"
REPORTS = {
    "report_daily_sales": "TRANSACTION_DATE DESC",
    "report_top_stores": "TRANSACTION_DATE DESC, STORE_RANK",
    "report_transactions_lifecycle": "BATCH_DATE DESC",
}


def entries() -> list[dict[str, Any]]:
    return json.loads((SAMPLES / "manifest.json").read_text())


@pytest.fixture(scope="module")
def transforms() -> list[Ending]:
    """How each run of dbt ended."""
    return []


@pytest.fixture(scope="module")
def uploaded(session_pipeline: Pipeline, transforms: list[Ending]) -> Pipeline:
    """Both waves in the inbox, the second after the first has arrived, and dbt run in between and after."""
    for wave in sorted({entry["wave"] for entry in entries()}):
        files = [entry for entry in entries() if entry["wave"] == wave]
        for entry in files:
            session_pipeline.put(entry["key"], (SAMPLES / entry["file"]).read_bytes())
        session_pipeline.settle([entry["key"] for entry in files], seconds=40)
        transforms.append(session_pipeline.product.run("transform", "--env", "local"))
    return session_pipeline


@pytest.mark.parametrize("entry", entries(), ids=lambda entry: entry["file"])
def test_a_sample_ends_where_its_manifest_says(uploaded: Pipeline, entry: dict[str, Any]) -> None:
    key = entry["key"]
    alerts = uploaded.alerts(key)
    if entry["outcome"] == "alert":
        assert uploaded.holds(key)
        assert len(alerts) == 1
        return
    base = key.rpartition("/")[2]
    date = next(part for part in base.replace(".", "_").split("_") if len(part) == 8 and part.isdigit())
    assert not alerts
    assert uploaded.content(history_key(key, date)) == (SAMPLES / entry["file"]).read_bytes()


def test_nothing_but_refused_samples_is_left_in_the_inbox(uploaded: Pipeline) -> None:
    assert uploaded.keys(INBOX) == {entry["key"] for entry in entries() if entry["outcome"] == "alert"}


def test_the_transform_succeeds_after_each_wave(uploaded: Pipeline, transforms: list[Ending]) -> None:
    for ending in transforms:
        ending.ended(DONE)
        assert re.search(r"PASS=[1-9]\d* .*ERROR=0 SKIP=0 ", ending.out)


@pytest.mark.parametrize("report", REPORTS)
def test_a_report_over_the_samples_is_the_expected_one(uploaded: Pipeline, product: Product, report: str) -> None:
    wanted = list(csv.DictReader(io.StringIO((SAMPLES / "expected" / f"{report}.csv").read_text())))
    columns = ", ".join(wanted[0])
    statement = f"SELECT {columns} FROM ANALYTICS.{report} ORDER BY {REPORTS[report]}"
    ending = product.run("sql", "--env", "local", "--format", "csv", statement).ended(DONE)
    got = [{name.lower(): value for name, value in row.items()} for row in csv.DictReader(io.StringIO(ending.out))]
    assert got == wanted


def test_rows_are_printed_for_people_and_for_programs(uploaded: Pipeline, product: Product) -> None:
    statement = "SELECT STORE_TOKEN, STORE_NAME FROM STAGE.STG_STORES ORDER BY STORE_TOKEN"
    rows = json.loads(product.run("sql", "--env", "local", "--format", "json", statement).ended(DONE).out)
    names = {row["STORE_TOKEN"]: row["STORE_NAME"] for row in rows}
    assert names == {row["store_token"]: row["store_name"] for row in uploaded.warehouse.rows(statement)}
    table = product.run("sql", "--env", "local", statement).ended(DONE).out
    assert all(token in table for token in names)


def test_a_full_refresh_changes_no_report(uploaded: Pipeline, product: Product) -> None:
    def reports() -> list[object]:
        return [uploaded.warehouse.rows(f"SELECT * FROM ANALYTICS.{name} ORDER BY 1, 2") for name in REPORTS]

    before = reports()
    product.run("transform", "--env", "local", "--", "build", "--full-refresh").ended(DONE)
    assert reports() == before


def test_a_dbt_command_that_fails_makes_the_transform_fail(uploaded: Pipeline, product: Product) -> None:
    ending = product.run("transform", "--env", "local", "--", "run", "--nonsense")
    assert ending.status != DONE
    assert "--nonsense" in ending.out + ending.err
    assert "ExitCode" not in ending.err


def test_a_statement_that_snowflake_refuses_ends_with_its_error(product: Product, uploaded: Pipeline) -> None:
    ending = product.run("sql", "--env", "local", "SELECT * FROM RAW.NO_SUCH_TABLE")
    assert ending.status == 1
    assert "NO_SUCH_TABLE" in ending.err
