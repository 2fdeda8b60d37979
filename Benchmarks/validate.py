#!/usr/bin/env python3
"""Validation of a sales file by the function's own code against DuckDB, Polars and PyArrow reading it, on one thread.

The peers build columns of text, the validator does not: it checks encoding, form, column counts and the rules of every
column. Each side runs in a process of its own, in turn (A B C A B C …); the page cache is warm. Figures are ratios of
one run.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import os
import pathlib
import random
import resource
import statistics
import subprocess
import sys
import tempfile
import time

CHECKOUT = pathlib.Path(__file__).parents[1]
PROGRAM = CHECKOUT / ".build-benchmark/release/ValidateFile"
BUILD = "swift build -c release --static-swift-stdlib --product ValidateFile --scratch-path .build-benchmark"
HEADER = "store_token,transaction_id,receipt_token,transaction_time,amount,source_id,user_role\n"
FORMS = ("plain", "iso", "quoted", "utf8", "crlf")


def write_sales(path: pathlib.Path, megabytes: int, form: str) -> None:
    """A file as partners send them: a few dates and shops, each row its own transaction."""
    choice = random.Random(7)
    shops = [f"{choice.getrandbits(64):016x}" for _ in range(500)]
    block: list[str] = []
    for _ in range(20_000):
        day, second = choice.randrange(1, 29), choice.randrange(86_400)
        clock = (second // 3600, second // 60 % 60, second % 60)
        time_ = "202110{:02}T{:02}{:02}{:02}.000".format(day, *clock)
        if form == "iso":
            time_ = "2021-10-{:02}T{:02}:{:02}:{:02}Z".format(day, *clock)
        role = "Verkäufer" if form == "utf8" else choice.choice(["clerk", "manager", "customer"])
        fields = [
            choice.choice(shops), f"{choice.getrandbits(96):024x}", f"R-{choice.getrandbits(40):010x}", time_,
            f"{choice.choice(['', '', '', '-'])}{choice.randrange(1, 99_999) / 100:.2f}",
            choice.choice(["POS", "WEB", "APP"]), role,
        ]  # fmt: skip
        row = ",".join(f'"{field}"' for field in fields) if form == "quoted" else ",".join(fields)
        block.append(row + ("\r\n" if form == "crlf" else "\n"))
    text = "".join(block).encode()
    with path.open("wb") as file:
        file.write(HEADER.encode())
        while file.tell() < megabytes << 20:
            file.write(text)


def read_with(tool: str, path: str) -> int:
    """Rows of the file, every column read as text."""
    if tool == "duckdb":
        import duckdb

        connection = duckdb.connect()
        connection.execute("SET threads = 1")
        relation = connection.execute(f"SELECT COUNT(*) FROM read_csv('{path}', header = true, all_varchar = true)")
        return relation.fetchone()[0]
    if tool == "polars":
        import polars

        return polars.read_csv(path, infer_schema=False, low_memory=False).height
    import pyarrow.csv

    names = HEADER.strip().split(",")
    options = pyarrow.csv.ConvertOptions(column_types=dict.fromkeys(names, "string"))
    return pyarrow.csv.read_csv(
        path, read_options=pyarrow.csv.ReadOptions(use_threads=False), convert_options=options
    ).num_rows


def peer(tool: str, path: str) -> None:
    """In a process of its own: one reading, timed without the import."""
    importlib.import_module({"pyarrow": "pyarrow.csv"}.get(tool, tool))
    started = time.perf_counter()
    rows = read_with(tool, path)
    seconds = time.perf_counter() - started
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(json.dumps({"rows": rows, "seconds": seconds, "peakKB": peak}))


def run(command: list[str]) -> dict[str, float]:
    one_thread = {"POLARS_MAX_THREADS": "1", "OMP_NUM_THREADS": "1", "ARROW_NUM_THREADS": "1"}
    done = subprocess.run(command, env=os.environ | one_thread, check=True, capture_output=True, text=True)
    return json.loads(done.stdout)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--megabytes", type=int, default=200)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--form", choices=FORMS, default="plain")
    parser.add_argument("--python", default=sys.executable, help="an interpreter that has the peers")
    parser.add_argument("--peer", nargs=2, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.peer:
        return peer(*options.peer)
    if not PROGRAM.exists():
        sys.exit(f"Build first: {BUILD}")
    found = f"import importlib.util as u; print(*[t for t in {('duckdb', 'polars', 'pyarrow')} if u.find_spec(t)])"
    tools = subprocess.run([options.python, "-c", found], capture_output=True, text=True).stdout.split()
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "sales_20250111.csv"
        write_sales(path, options.megabytes, options.form)
        commands = {"snowline": [str(PROGRAM), str(path), "sales"]}
        commands |= {tool: [options.python, __file__, "--peer", tool, str(path)] for tool in tools}
        sides: dict[str, list[dict[str, float]]] = {name: [] for name in commands}
        for number in range(options.runs + 1):
            for name, command in commands.items():
                figures = run(command)
                if number > 0:  # the first run warms the page cache
                    sides[name].append(figures)
        report(sides, path.stat().st_size, options.form)


def report(sides: dict[str, list[dict[str, float]]], size: int, form: str) -> None:
    rows = {figures[0]["rows"] for figures in sides.values()}
    assert len(rows) == 1, f"the sides do not agree on the rows: {rows}"
    print(f"{size / 1e6:.0f} MB, {rows.pop()} rows, {form}\n{'':10}{'best GB/s':>10}{'median':>8}{'peak MB':>9}")
    best = {}
    for name, figures in sides.items():
        speeds = [size / run["seconds"] / 1e9 for run in figures]
        best[name] = max(speeds)
        peak = max(run["peakKB"] for run in figures) / 1024
        print(f"{name:10}{best[name]:10.2f}{statistics.median(speeds):8.2f}{peak:9.1f}")
    if len(best) > 1:
        fastest = max((name for name in best if name != "snowline"), key=best.get)
        print(f"{best['snowline'] / best[fastest]:.1f} times {fastest}, the best of the others.")


main()
