"""`python -m transform`: the lock, the checks, the metrics and the alert around dbt, and runs that are broken off."""

from __future__ import annotations

import datetime as dt
import json
import os
import pathlib
import signal
import subprocess
import sys
import time
from collections.abc import Iterator

import pytest

from comparison import assert_equal, snapshot
from emulator import ROOT
from expected import sample_entries, sample_rows
from project import NO_UNIT_TESTS, Project
from recorder import Call, recording
from reference import tables
from test_edges import HEADER, sales
from warehouse import DATABASE, Warehouse

GOOD = "s1,t1,r1,2025-01-11T10:00:00,1.00,Cashier"
TOPIC = "arn:aws:sns:eu-west-1:000000000000:alerts"


class Runner:
    """Starts runs as a laptop or a container does, with an AWS that remembers what it is told."""

    def __init__(self, folder: pathlib.Path, endpoint: str, calls: list[Call]) -> None:
        self.calls = calls
        self.variables = os.environ | {
            "AWS_ENDPOINT_URL": endpoint,
            "AWS_ACCESS_KEY_ID": "test",
            "AWS_SECRET_ACCESS_KEY": "test",
            "AWS_DEFAULT_REGION": "eu-west-1",
            "ALERT_TOPIC_ARN": TOPIC,
            "SNOWLINE_ENVIRONMENT": "test",
            "SNOWLINE_METRICS": "emf",
            "DBT_TARGET_PATH": str(folder / "target"),
            "DBT_LOG_PATH": str(folder / "logs"),
        }

    def start(self, *arguments: str, **variables: str) -> subprocess.Popen[str]:
        return subprocess.Popen(
            [sys.executable, "-m", "transform", *(arguments or ("build", NO_UNIT_TESTS))],
            cwd=ROOT / "dbt",
            env=self.variables | variables,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def finish(self, *arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
        process = self.start(*arguments, **variables)
        out, err = process.communicate(timeout=180)
        return subprocess.CompletedProcess(process.args, process.returncode, out, err)

    @property
    def alerts(self) -> list[Call]:
        return [call for call in self.calls if call["Action"] == "Publish"]


@pytest.fixture
def runner(tmp_path: pathlib.Path, project: Project) -> Iterator[Runner]:
    with recording() as (endpoint, calls):
        yield Runner(tmp_path, endpoint, calls)


def metrics_of(out: str) -> dict[str, object]:
    (line,) = [line for line in out.splitlines() if line.startswith('{"_aws"')]
    return json.loads(line)


def holder(warehouse: Warehouse) -> str | None:
    return warehouse.execute(f"SELECT HOLDER FROM {DATABASE}.STAGE.TRANSFORM_LOCK")[0][0]


def test_a_good_run_is_measured_and_alerts_nobody(warehouse: Warehouse, runner: Runner) -> None:
    warehouse.load("sales", sales("sales_20250112.csv", 0, HEADER, GOOD))
    run = runner.finish("build")
    assert run.returncode == 0, run.stdout + run.stderr
    measured = metrics_of(run.stdout)
    assert (measured["Failures"], measured["Skipped"]) == (0, 0)
    assert measured["Models"] == 16 and measured["Tests"] > 50 and measured["Rows"] > 5
    assert measured["_aws"]["CloudWatchMetrics"][0]["Namespace"] == "Snowline/Transform"
    assert f"{DATABASE}.RAW.STORES holds no row yet." in run.stderr
    assert runner.alerts == []
    assert holder(warehouse) is None


def test_a_failed_test_gives_one_alert_that_names_it_its_rows_and_its_query(
    warehouse: Warehouse, runner: Runner
) -> None:
    row = sales("sales_20250112.csv", 0, GOOD)
    warehouse.load("sales", [*row, *row])
    run = runner.finish(SNOWLINE_METRICS="cloudwatch")
    assert run.returncode == 1, run.stdout + run.stderr
    (alert,) = runner.alerts
    text, _, machine = alert["Message"].partition("--- for machines ---")
    assert "source_unique_together_raw_SALES" in text and "of raw.SALES: 1 row" in text
    assert "having count(*) > 1" in text
    details = json.loads(machine)
    assert (details["reason"], details["failures"][0]["rows"]) == ("test_failed", 1)
    assert "received_sales" in details["skipped"]
    assert alert["Subject"].startswith("[snowline] transform failed on test: ") and len(alert["Subject"]) <= 100
    assert any(call["Action"] == "PutMetricData" for call in runner.calls)


def test_a_missing_source_table_is_named_and_nothing_is_run(warehouse: Warehouse, runner: Runner) -> None:
    warehouse.execute(f"ALTER TABLE {DATABASE}.RAW.STORES RENAME TO {DATABASE}.RAW.AWAY")
    try:
        run = runner.finish()
    finally:
        warehouse.execute(f"ALTER TABLE {DATABASE}.RAW.AWAY RENAME TO {DATABASE}.RAW.STORES")
    assert run.returncode == 7
    assert f"The source table {DATABASE}.RAW.STORES is missing" in run.stderr
    (alert,) = runner.alerts
    assert "RAW.STORES is missing" in alert["Message"]


def test_a_column_that_the_contract_does_not_name_is_told_and_changes_nothing(
    warehouse: Warehouse, runner: Runner
) -> None:
    raw = sales("sales_20250112.csv", 0, GOOD)
    warehouse.load("sales", raw)
    warehouse.execute(f"ALTER TABLE {DATABASE}.RAW.SALES ADD COLUMN LOYALTY_ID VARCHAR")
    try:
        run = runner.finish()
    finally:
        warehouse.execute(f"ALTER TABLE {DATABASE}.RAW.SALES DROP COLUMN LOYALTY_ID")
    assert run.returncode == 0, run.stdout + run.stderr
    assert "has the column LOYALTY_ID that the data contract does not name" in run.stderr
    assert_equal(snapshot(warehouse), tables(raw, []))


def test_a_batch_of_bad_rows_only_is_told(warehouse: Warehouse, runner: Runner) -> None:
    raw = sales("sales_20250112.csv", 0, HEADER, "s1,t1,r1,never,1.00,Cashier", "s1,t2,r1,never,1.00,Cashier")
    warehouse.load("sales", raw)
    run = runner.finish()
    assert run.returncode == 0
    assert (
        "Every row of inbox/sales_20250112.csv is rejected (2 of 2, such as: transaction_time is no timestamp)"
        in run.stderr
    )
    assert_equal(snapshot(warehouse), tables(raw, []))


def test_of_two_runs_at_once_the_second_says_who_is_at_work(warehouse: Warehouse, runner: Runner) -> None:
    warehouse.load("sales", sales("sales_20250112.csv", 0, GOOD))
    runs = [runner.start(DBT_TARGET_PATH=f"{runner.variables['DBT_TARGET_PATH']}{n}") for n in range(2)]
    ends = [(run.communicate(timeout=180), run.returncode) for run in runs]
    assert sorted(code for _, code in ends) == [0, 6], ends
    ((_, err),) = [texts for texts, code in ends if code == 6]
    assert "A run is at work: " in err and ("a laptop" in err or "continuous integration" in err)
    assert runner.alerts == []


def test_the_lock_of_a_run_that_is_gone_ends_by_itself(warehouse: Warehouse, runner: Runner) -> None:
    raw = sales("sales_20250112.csv", 0, GOOD)
    warehouse.load("sales", raw)
    first = runner.start(SNOWLINE_LOCK_SECONDS="8")
    wait_for(first, "OK created sql incremental model STAGE.received_sales")
    first.kill()
    first.communicate()
    assert runner.finish().returncode == 6
    wait_until_free(warehouse)
    assert runner.finish().returncode == 0
    assert_equal(snapshot(warehouse), tables(raw, []))


def test_after_a_run_that_was_interrupted_half_way_the_next_one_is_right(warehouse: Warehouse, runner: Runner) -> None:
    raw = sample_rows(sample_entries())
    for dataset, rows in raw.items():
        warehouse.load(dataset, [row for row in rows if row["loaded_at"].minute < 5])
    assert runner.finish("run").returncode == 0
    for dataset, rows in raw.items():
        warehouse.load(dataset, [row for row in rows if row["loaded_at"].minute >= 5])
    broken = runner.start()
    wait_for(broken, "OK created sql incremental model STAGE.stg_sales")
    broken.send_signal(signal.SIGTERM)
    _, err = broken.communicate(timeout=60)
    assert broken.returncode == 143, err
    assert "taken up by the next run" in err
    assert holder(warehouse) is None and runner.alerts == []
    assert runner.finish().returncode == 0
    assert_equal(snapshot(warehouse), tables(raw["sales"], raw["stores"]))


def wait_for(process: subprocess.Popen[str], words: str) -> None:
    """Reads the output until the words come."""
    seen = []
    for line in process.stdout:
        seen.append(line)
        if words in line:
            return
    pytest.fail(f"{words!r} never came:\n{''.join(seen)}{process.stderr.read()}")


def wait_until_free(warehouse: Warehouse) -> None:
    """Returns when the lock has expired."""
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline:
        (expires, now) = warehouse.execute(f"SELECT EXPIRES_AT, SYSDATE() AS NOW FROM {DATABASE}.STAGE.TRANSFORM_LOCK")[
            0
        ]
        if expires + dt.timedelta(seconds=0.1) < now:
            return
        time.sleep(0.2)
    pytest.fail("the lock never expired")
