"""Partners send files again, corrected or not, and all at once: nothing is loaded twice and nothing is lost."""

from __future__ import annotations

import concurrent.futures
import hashlib
import re
import time

from partner_files import history_key, sales, stores, zipped
from pipeline import HISTORY, INBOX, Pipeline

BURST = 60


def tag(body: bytes) -> str:
    return hashlib.md5(body, usedforsecurity=False).hexdigest()


def kept(pipeline: Pipeline, name: str) -> dict[str, bytes]:
    """What history holds of a name: the key itself, and keys with the tag of other content."""
    stem = re.escape(name.removesuffix(".csv"))
    keys = {key for key in pipeline.keys(HISTORY) if re.fullmatch(rf".*/{stem}(__[0-9a-f]+)?\.csv", key)}
    return {key: pipeline.content(key) for key in keys}


def test_the_same_file_with_the_same_content_is_loaded_once(pipeline: Pipeline) -> None:
    name, body = "sales_20250801.csv", sales(7)
    pipeline.deliver(INBOX + name, body)
    for _ in range(2):
        pipeline.put(INBOX + name, body)
        pipeline.settle([INBOX + name])
        assert pipeline.warehouse.counts("SALES")[INBOX + name] == 8
        assert kept(pipeline, name) == {history_key(name, "20250801"): body}
        assert pipeline.alerts(INBOX + name) == []
        assert not pipeline.holds(INBOX + name)


def test_the_same_file_with_other_content_is_loaded_beside_the_first_and_both_are_kept(pipeline: Pipeline) -> None:
    name, bodies = "sales_20250802.csv", [sales(3), sales(4), sales(5)]
    for body in bodies:
        pipeline.deliver(INBOX + name, body)
    assert pipeline.warehouse.counts("SALES")[INBOX + name] == 4 + 5 + 6
    files = kept(pipeline, name)
    assert sorted(files.values()) == sorted(bodies)
    assert files[history_key(name, "20250802")] == bodies[0]


def test_the_first_content_again_after_another_one_is_not_loaded_twice(pipeline: Pipeline) -> None:
    name, first, second = "sales_20250803.csv", sales(3), sales(4)
    pipeline.deliver(INBOX + name, first)
    pipeline.deliver(INBOX + name, second)
    pipeline.put(INBOX + name, first)
    pipeline.settle([INBOX + name])
    assert pipeline.alerts(INBOX + name) == []
    assert not pipeline.holds(INBOX + name)
    assert sorted(kept(pipeline, name).values()) == sorted([first, second])
    ids = [row["transaction_id"] for row in pipeline.warehouse.raw("SALES", INBOX + name)]
    # Snowflake forgets a file's earlier content once it has loaded another: the first may come again, whole.
    assert len(ids) in (4 + 5, 4 + 5 + 4)


def test_the_same_name_in_two_folders_is_two_files(pipeline: Pipeline) -> None:
    name, bodies = "sales_20250804.csv", {"north": sales(3), "south": sales(4)}
    for folder, body in bodies.items():
        pipeline.put(f"{INBOX}{folder}/{name}", body)
    pipeline.settle([f"{INBOX}{folder}/{name}" for folder in bodies])
    counts = pipeline.warehouse.counts("SALES")
    assert {folder: counts.get(f"{INBOX}{folder}/{name}") for folder in bodies} == {"north": 4, "south": 5}
    assert sorted(kept(pipeline, name).values()) == sorted(bodies.values())


def test_the_same_content_under_two_names_is_two_files(pipeline: Pipeline) -> None:
    body, names = sales(3), ["sales_20250805_a.csv", "sales_20250805_b.csv"]
    for name in names:
        pipeline.put(INBOX + name, body)
    pipeline.settle([INBOX + name for name in names])
    assert [pipeline.warehouse.counts("SALES").get(INBOX + name) for name in names] == [4, 4]


def test_a_file_put_many_times_at_once_is_loaded_once(pipeline: Pipeline) -> None:
    name, body = "sales_20250806.csv", sales(9)
    with concurrent.futures.ThreadPoolExecutor(8) as partners:
        list(partners.map(lambda _: pipeline.put(INBOX + name, body), range(8)))
    pipeline.settle([INBOX + name], seconds=40)
    assert pipeline.warehouse.counts("SALES")[INBOX + name] == 10
    assert set(kept(pipeline, name).values()) == {body}
    assert pipeline.alerts(INBOX + name) == []
    assert not pipeline.holds(INBOX + name)


def test_a_file_replaced_at_once_is_in_raw_as_it_is_at_last_and_never_in_part(pipeline: Pipeline) -> None:
    names = [f"sales_202509{day:02}.csv" for day in range(1, 11)]
    bodies = {name: [sales(3), sales(4)] for name in names}
    for name in names:
        for pause, body in enumerate(bodies[name]):
            time.sleep(0.03 * pause * (names.index(name) % 4))
            pipeline.put(INBOX + name, body)
    pipeline.settle([INBOX + name for name in names], seconds=40)
    counts = pipeline.warehouse.counts("SALES")
    for name in names:
        first, last = bodies[name]
        assert pipeline.alerts(INBOX + name) == [], name
        assert not pipeline.holds(INBOX + name), name
        assert counts[INBOX + name] in (5, 4 + 5), name
        files = set(kept(pipeline, name).values())
        assert last in files, name
        assert files <= {first, last}, name
        if counts[INBOX + name] == 4 + 5:
            assert first in files, f"{name}: the first content is in RAW and not in history"


def test_a_burst_of_files_is_loaded_whole_each_file_once(pipeline: Pipeline) -> None:
    files: dict[str, tuple[str, bytes, int]] = {}
    for number in range(BURST):
        date = f"202510{number % 28 + 1:02}"
        if number % 5 == 0:
            files[f"{INBOX}burst/stores_{date}_{number}.csv"] = ("STORES", stores(2 + number), 3 + number)
        elif number % 5 == 1:
            files[f"{INBOX}burst/sales_{date}_{number}.csv.gz"] = ("SALES", zipped(sales(10 * number)), 10 * number + 1)
        else:
            files[f"{INBOX}burst/sales_{date}_{number}.csv"] = ("SALES", sales(10 * number, False), 10 * number)
    before = {table: sum(pipeline.warehouse.counts(table).values()) for table in ("SALES", "STORES")}
    began = time.monotonic()
    with concurrent.futures.ThreadPoolExecutor(16) as partners:
        list(partners.map(lambda key: pipeline.put(key, files[key][1]), files))
    pipeline.settle(files, seconds=90)
    pipeline.times.append((f"{BURST} files at once, all in RAW and history", time.monotonic() - began))
    assert [alert.facts["message"] for key in files for alert in pipeline.alerts(key)] == []
    assert pipeline.keys(f"{INBOX}burst/") == set()
    for table in ("SALES", "STORES"):
        counts = pipeline.warehouse.counts(table)
        wanted = {key: rows for key, (place, _, rows) in files.items() if place == table}
        assert {key: counts.get(key) for key in wanted} == wanted
        assert sum(counts.values()) == before[table] + sum(wanted.values())
    for key, (_, body, _) in files.items():
        date = re.search(r"_(\d{8})_", key)[1]
        assert pipeline.content(history_key(key, date)) == body
    numbers = pipeline.warehouse.rows(
        "SELECT SOURCE_FILENAME, COUNT(*) AS N, COUNT(DISTINCT SOURCE_ROW_NUMBER) AS D, MIN(SOURCE_ROW_NUMBER) AS LOW,"
        " MAX(SOURCE_ROW_NUMBER) AS HIGH FROM RAW.SALES WHERE SOURCE_FILENAME LIKE 'inbox/burst/%%'"
        " GROUP BY SOURCE_FILENAME"
    )
    assert all(row["n"] == row["d"] == row["high"] and row["low"] == 1 for row in numbers)
