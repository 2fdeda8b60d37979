#!/usr/bin/env python3
"""From exec to the answer of the first event: the ingestion function against the Python design it replaces.

Both sides speak to the same stub of the Runtime API and of Secrets Manager, over plain HTTP, in turn (A B A B …).
"""

from __future__ import annotations

import argparse
import json
import os
import pathlib
import statistics
import subprocess
import sys
import time

CHECKOUT = pathlib.Path(__file__).parents[1]
sys.path.insert(0, str(CHECKOUT / "Tests/packaging"))

from bundle_settings import SETTINGS  # noqa: E402
from runtime_stub import runtime_api  # noqa: E402

EVENT = json.dumps(
    {"Records": [{"messageId": "m1", "eventSource": "aws:sqs", "body": json.dumps({"Event": "s3:TestEvent"})}]}
).encode()


def measure(command: list[str]) -> tuple[float, int]:
    """Milliseconds to the answer, and the largest resident size in kilobytes."""
    with runtime_api(EVENT) as (stub, address):
        variables = SETTINGS | {
            "AWS_LAMBDA_RUNTIME_API": address,
            "AWS_ENDPOINT_URL": f"http://{address}",
            "PATH": os.environ["PATH"],
        }
        started = time.perf_counter()
        process = subprocess.Popen(command, env=variables, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        while not stub.posts and process.poll() is None:
            time.sleep(0.0002)
        elapsed = (time.perf_counter() - started) * 1000
        if not any(path.endswith("/response") for path, _ in stub.posts):
            sys.exit(f"{command[0]} did not answer: {stub.posts}")
        peak = resident(process.pid)
        process.terminate()
        process.wait()
    return elapsed, peak


def resident(pid: int) -> int:
    try:
        lines = pathlib.Path(f"/proc/{pid}/status").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith("VmHWM")), 0)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--python", default=str(CHECKOUT / ".venv-test/bin/python"))
    parser.add_argument("--runs", type=int, default=9)
    options = parser.parse_args()
    swift = [str(CHECKOUT / ".build-lambda/release/IngestLambda")]
    python = [options.python, str(CHECKOUT / "Benchmarks/python_handler/handler.py")]
    if not pathlib.Path(swift[0]).exists():
        sys.exit("Build the function first: swift run deploy build --env local --out /tmp")
    sides: dict[str, list[tuple[float, int]]] = {"Swift": [], "Python": []}
    for run in range(options.runs + 1):
        for name, command in (("Swift", swift), ("Python", python)):
            figures = measure(command)
            if run > 0:  # the first run warms the page cache
                sides[name].append(figures)
    medians = {}
    print(f"{'':8}{'median ms':>12}{'min':>8}{'max':>8}{'peak MB':>10}")
    for name, figures in sides.items():
        times = [elapsed for elapsed, _ in figures]
        peak = max(memory for _, memory in figures) / 1024
        medians[name] = (statistics.median(times), peak)
        print(f"{name:8}{medians[name][0]:12.1f}{min(times):8.1f}{max(times):8.1f}{peak:10.1f}")
    print(f"Python takes {medians['Python'][0] / medians['Swift'][0]:.0f} times as long", end="")
    if medians["Swift"][1] and medians["Python"][1]:
        print(f" and {medians['Python'][1] / medians['Swift'][1]:.1f} times the memory", end="")
    print(".")


main()
