"""The three reports that the sample files must give, computed without SQL.

    python3 Tests/dbt/expected.py            write samples/expected/*.csv
    python3 Tests/dbt/expected.py --check    exit 1 and name the files that differ

snapshot_date and processing_date are the days of the run and of the load; they are left out.
"""

from __future__ import annotations

import argparse
import csv
import datetime as dt
import io
import json
import pathlib
import sys
from typing import Any

from partner_files import Refused, dataset_of, raw_rows
from reference import Table, tables
from reference_rules import Row

SAMPLES = pathlib.Path(__file__).parents[2] / "samples"
REPORTS = ("report_daily_sales", "report_top_stores", "report_transactions_lifecycle")
FIRST_LOAD = dt.datetime(2025, 2, 17, 6)


def sample_entries() -> list[dict[str, Any]]:
    """The sample files in the order in which they are dropped."""
    return json.loads((SAMPLES / "manifest.json").read_text())


def sample_rows(entries: list[dict[str, Any]]) -> dict[str, list[Row]]:
    """The RAW rows of both datasets when these files are dropped a minute apart."""
    raw: dict[str, list[Row]] = {"sales": [], "stores": []}
    for minute, entry in enumerate(entries):
        body = (SAMPLES / entry["file"]).read_bytes()
        try:
            rows = raw_rows(entry["key"], body, FIRST_LOAD + dt.timedelta(minutes=minute))
        except Refused as refusal:
            if entry["outcome"] != "alert":
                raise ValueError(f"{entry['file']} should be loaded, but: {refusal}") from refusal
            continue
        if entry["outcome"] != "history":
            raise ValueError(f"{entry['file']} should be refused")
        raw[dataset_of(entry["key"])] += rows
    return raw


def sample_reports() -> dict[str, Table]:
    """The reports after all sample files, without the days of run and load."""
    raw = sample_rows(sample_entries())
    result = tables(raw["sales"], raw["stores"])
    return {
        report: [{c: v for c, v in row.items() if c != "processing_date"} for row in result[report]]
        for report in REPORTS
    }


def as_csv(rows: Table) -> str:
    """A header, then a line a row; nothing for NULL."""
    text = io.StringIO()
    writer = csv.DictWriter(text, fieldnames=list(rows[0]), lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 if a file differs")
    check = parser.parse_args().check
    wrong = []
    for report, rows in sample_reports().items():
        path = SAMPLES / "expected" / f"{report}.csv"
        if not check:
            path.parent.mkdir(exist_ok=True)
            path.write_text(as_csv(rows))
        elif not path.exists() or path.read_text() != as_csv(rows):
            wrong.append(path.name)
    for name in wrong:
        print(f"samples/expected/{name} is not what the sample files give", file=sys.stderr)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
