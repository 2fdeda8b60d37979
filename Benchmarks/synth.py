#!/usr/bin/env python3
"""From stack to template: whole processes of the release build, and an AWS CDK app with the same resources.

Sides take turns (A B A B …), so that whatever else the machine does falls on both. Medians, with the fastest beside them.
"""

from __future__ import annotations

import argparse
import os
import pathlib
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import venv

CHECKOUT = pathlib.Path(__file__).parents[1]
BENCHMARKS = CHECKOUT / "Benchmarks"


class Run:
    """One kind of process, run again and again."""

    def __init__(self, name: str, command: list[str | pathlib.Path]) -> None:
        self.name, self.command = name, command
        self.times: list[float] = []
        self.memory = 0

    def once(self) -> None:
        started = time.perf_counter()
        process = subprocess.Popen(self.command, cwd=CHECKOUT, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        _, said = process.communicate(timeout=120)
        self.times.append((time.perf_counter() - started) * 1000)
        if process.returncode != 0:
            sys.exit(f"{self.name}: {said.decode()[-2000:]}")

    def measure_memory(self) -> None:
        """The largest resident size in MB, of this process alone."""
        pid = os.fork()
        if pid == 0:
            subprocess.run(self.command, cwd=CHECKOUT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)
            largest = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
            os._exit(min(255, largest // 1024))
        self.memory = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])

    @property
    def median(self) -> float:
        return statistics.median(self.times)

    def line(self) -> str:
        return f"{self.name:44} {self.median:8.0f} ms  fastest {min(self.times):8.0f} ms  {self.memory:4} MB"


def cdk_python() -> pathlib.Path:
    """An interpreter with aws-cdk-lib, in a virtual environment of its own."""
    folder = CHECKOUT / ".venv-cdk"
    python = folder / "bin/python"
    if not python.exists():
        venv.create(folder, with_pip=True)
        wanted = BENCHMARKS / "cdk_app/requirements.txt"
        subprocess.run([python, "-m", "pip", "install", "-q", "-r", wanted], check=True, timeout=600)
    return python


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=10)
    parser.add_argument("--build", default=".build/release", help="the folder with deploy and SynthBenchmark")
    parser.add_argument("--without-cdk", action="store_true")
    arguments = parser.parse_args()
    build = CHECKOUT / arguments.build
    with tempfile.TemporaryDirectory() as folder:
        command = [build / "deploy", "synth", "--env", "prod", "--stack", "retail-pipeline", "--out", f"{folder}/s"]
        retail = Run("retail stack, deploy synth", command)
        large = Run("one stack of 500 resources", [build / "SynthBenchmark", "1"])
        many = Run("20 stacks of 500 resources", [build / "SynthBenchmark", "20"])
        runs = [retail, large, many]
        cdk = None
        if not arguments.without_cdk and shutil.which("node"):
            app = [cdk_python(), BENCHMARKS / "cdk_app/app.py", f"{folder}/cdk"]
            cdk = Run("retail stack, AWS CDK app.synth()", app)
            runs.append(cdk)
        for run in runs:
            run.once()
            run.times.clear()
        for number in range(arguments.rounds):
            for run in runs:
                if run is not cdk or number < 5:
                    run.once()
        for run in runs:
            run.measure_memory()
            print(run.line())
        if cdk:
            print(f"{'AWS CDK / deploy synth':44} {cdk.median / retail.median:8.0f} times")
        print(f"{'20 stacks / one, memory':44} {many.memory / max(1, large.memory):8.1f} times")


if __name__ == "__main__":
    main()
