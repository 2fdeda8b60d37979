"""The sample files are what their script writes, and the models make of them what plain Python makes of them."""

from __future__ import annotations

import datetime as dt
import random
import subprocess
import sys

import pytest

from comparison import RUN_DAY, assert_equal, snapshot
from emulator import ROOT
from expected import FIRST_LOAD, REPORTS, SAMPLES, as_csv, sample_entries, sample_reports, sample_rows
from partner_files import Refused, raw_rows
from project import NO_UNIT_TESTS, Project
from reference import tables
from warehouse import Warehouse


def test_the_sample_files_are_what_the_script_writes() -> None:
    subprocess.run([sys.executable, ROOT / "samples" / "generate.py", "--check"], check=True)


@pytest.mark.parametrize("report", REPORTS)
def test_the_expected_reports_are_what_the_sample_files_give(report: str) -> None:
    assert (SAMPLES / "expected" / f"{report}.csv").read_text() == as_csv(sample_reports()[report])


def test_the_order_of_the_files_within_a_wave_changes_no_report() -> None:
    wanted = sample_reports()
    dice = random.Random(7)
    for _ in range(10):
        entries = sorted(sample_entries(), key=lambda entry: (entry["wave"], dice.random()))
        raw = sample_rows(entries)
        got = tables(raw["sales"], raw["stores"])
        for report in REPORTS:
            rows = [{c: v for c, v in row.items() if c != "processing_date"} for row in got[report]]
            assert rows == wanted[report]


def test_the_bad_file_is_refused_for_its_structure() -> None:
    (bad,) = [entry for entry in sample_entries() if entry["outcome"] == "alert"]
    with pytest.raises(Refused, match="record 3 has 8 fields"):
        raw_rows(bad["key"], (SAMPLES / bad["file"]).read_bytes(), FIRST_LOAD)


def test_the_reports_over_the_samples_are_the_expected_ones(warehouse: Warehouse, project: Project) -> None:
    entries = sample_entries()
    loaded = 0
    for wave in (1, 2):
        raw = sample_rows([entry for entry in entries if entry["wave"] <= wave])
        new = {dataset: [row for row in rows if row["loaded_at"] >= FIRST_LOAD + dt.timedelta(minutes=loaded)]
               for dataset, rows in raw.items()}  # fmt: skip
        for dataset, rows in new.items():
            warehouse.load(dataset, rows)
        loaded = sum(entry["wave"] <= wave for entry in entries)
        project.build(*([NO_UNIT_TESTS] if wave > 1 else []))
        assert_equal(snapshot(warehouse), tables(raw["sales"], raw["stores"]))
    snapshot_dates = {row[RUN_DAY] for row in warehouse.read("ANALYTICS", "report_daily_sales")}
    today = dt.datetime.now(dt.UTC).date()
    assert snapshot_dates <= {today, today - dt.timedelta(days=1)}
