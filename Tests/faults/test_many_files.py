"""Ten thousand small files through the deployed pipeline: none lost, none twice."""

from __future__ import annotations

import concurrent.futures
import os
import time
import zlib

import pytest
from conftest import alerts_by_key, rest
from partner_files import sales, stores
from pipeline import Pipeline

COUNT = int(os.environ.get("SNOWLINE_MANY_FILES") or 10_000)
MINUTES = 40
INBOX = "inbox/many/"


@pytest.mark.slow
def test_ten_thousand_files_are_loaded_once_each(pipeline: Pipeline) -> None:
    rest(pipeline, enabled=True)
    alerts_by_key(pipeline)
    files: dict[str, tuple[str, int]] = {}
    for number in range(COUNT):
        date = f"2024{number // 28 % 12 + 1:02}{number % 28 + 1:02}"
        name, table = (
            (f"stores_{date}_n{number}", "STORES") if number % 10 == 0 else (f"sales_{date}_n{number}", "SALES")
        )
        files[f"{INBOX}{number % 7}/{name}.csv"] = (table, 1 + number % 4)

    def upload(key: str) -> None:
        table, rows = files[key]
        body = stores(rows, header=False) if table == "STORES" else sales(rows, header=False)
        pipeline.put(key, body)
        if zlib.crc32(key.encode()) % 20 == 0:  # some partners send twice
            pipeline.put(key, body)

    began = time.monotonic()
    with concurrent.futures.ThreadPoolExecutor(8) as partners:
        list(partners.map(upload, files))
    pipeline.wait(
        "the inbox is empty and the queue is idle",
        lambda: pipeline.is_idle() and not pipeline.keys(INBOX),
        seconds=MINUTES * 60,
    )
    print(f"{COUNT} files in {time.monotonic() - began:.0f} s")
    for table in ("SALES", "STORES"):
        counts = {key: rows for key, rows in pipeline.warehouse.counts(table).items() if key.startswith(INBOX)}
        assert counts == {key: rows for key, (place, rows) in files.items() if place == table}
    kept = [key for key in pipeline.keys("history/") if "_n" in key and not key.startswith("history/_alerts/")]
    assert len(kept) == len(files)
    assert [key for key in alerts_by_key(pipeline) if key.startswith(INBOX)] == []
