#!/usr/bin/env python3
"""The time of a run with its lock, checks, metrics and summary against that of bare `dbt build`, on the sample files.

Both sides build the same environment on the emulator, in turn (A B A B …),
each as a process of its own. Run it with .venv-dbt.
"""

from __future__ import annotations

import argparse
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

CHECKOUT = pathlib.Path(__file__).parents[1]
sys.path.insert(0, str(CHECKOUT / "Tests/dbt"))

import emulator  # noqa: E402
from expected import sample_entries, sample_rows  # noqa: E402
from project import environment  # noqa: E402
from warehouse import Account, Warehouse  # noqa: E402

SIDES = {
    "bare dbt build": [str(pathlib.Path(sys.executable).with_name("dbt")), "build"],
    "transform": [sys.executable, "-m", "transform", "build"],
}


def seconds(command: list[str], folder: pathlib.Path) -> float:
    variables = os.environ | {
        "DBT_TARGET_PATH": str(folder / "target"),
        "DBT_LOG_PATH": str(folder / "logs"),
        "DBT_PROFILES_DIR": str(CHECKOUT / "dbt"),
        "SNOWLINE_METRICS": "emf",
    }
    started = time.perf_counter()
    run = subprocess.run(command, cwd=CHECKOUT / "dbt", env=variables, capture_output=True, text=True)
    elapsed = time.perf_counter() - started
    if run.returncode != 0:
        sys.exit(f"{' '.join(command)} failed:\n{run.stdout[-3000:]}{run.stderr[-3000:]}")
    return elapsed


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=5)
    rounds = parser.parse_args().rounds
    private, public = emulator.new_key()
    service, service_public = emulator.new_key()
    with (
        tempfile.TemporaryDirectory() as name,
        emulator.running(pathlib.Path(name), "SNOWLINE-LOCAL", "DEPLOYER", public) as port,
    ):
        account = Account("127.0.0.1", port, "http", "SNOWLINE-LOCAL", "DEPLOYER", private)
        warehouse = Warehouse(account)
        warehouse.create(service_public)
        for dataset, rows in sample_rows(sample_entries()).items():
            warehouse.load(dataset, rows)
        os.environ.update(environment(account, service))
        # The first run of all makes the tables and dbt's parse cache.
        seconds(SIDES["bare dbt build"], pathlib.Path(name))
        times: dict[str, list[float]] = {side: [] for side in SIDES}
        for _ in range(rounds):
            for side, command in SIDES.items():
                times[side].append(seconds(command, pathlib.Path(name)))
        warehouse.close()
    for side, each in times.items():
        print(f"{side:16} median {statistics.median(each):6.2f} s  ({', '.join(f'{t:.2f}' for t in each)})")
    bare, whole = (statistics.median(times[side]) for side in SIDES)
    print(f"ratio {whole / bare:.2f}")


if __name__ == "__main__":
    main()
