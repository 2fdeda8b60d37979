#!/usr/bin/env python3
"""One file through the embedded clouds: the ingestion function against the Python design it replaces.

Both get the same events from the same Runtime API and do the same work on the same embedded AWS and Snowflake, in turn
(A B A B …). `cold` is from exec to the answer of a first event, `warm` of a further one. `own` is what is left of a warm
one without the time in which a request was with S3 or Snowflake, measured at a proxy both go through. Needs the local
environment: `swift run deploy --env local`.
"""

from __future__ import annotations

import argparse
import dataclasses
import pathlib
import statistics
import subprocess
import sys
import time

CHECKOUT = pathlib.Path(__file__).parents[1]
sys.path[:0] = [str(CHECKOUT / "Tests/faults"), str(CHECKOUT / "Tests/pipeline")]

from function import Function  # noqa: E402
from line import Fate, Handler, Line  # noqa: E402
from partner_files import history_key, sales  # noqa: E402
from pipeline import Pipeline  # noqa: E402
from product import Product  # noqa: E402

DATE = "20250114"


@dataclasses.dataclass
class Figures:
    cold: list[float] = dataclasses.field(default_factory=list)
    warm: list[float] = dataclasses.field(default_factory=list)
    own: list[float] = dataclasses.field(default_factory=list)
    peak: int = 0


class Waiting(Line):
    """Adds up the time in which requests are with the clouds."""

    seconds = 0.0

    def next(self, name: str) -> Fate | None:
        return None


def timed(carry_out):  # noqa: ANN001, ANN201
    def with_clock(request: Handler, body: bytes):  # noqa: ANN202
        started = time.perf_counter()
        try:
            return carry_out(request, body)
        finally:
            line = request.server.line
            if isinstance(line, Waiting):
                line.seconds += time.perf_counter() - started

    return with_clock


def event(bucket: str, key: str) -> dict[str, object]:
    body = (
        '{"Records":[{"eventVersion":"2.1","eventSource":"aws:s3","eventName":"ObjectCreated:Put",'
        f'"s3":{{"bucket":{{"name":"{bucket}"}},"object":{{"key":"{key}","size":1,"eTag":"e"}}}}}}]}}'
    )
    attributes = {"ApproximateReceiveCount": "1"}
    message = {"messageId": "m1", "receiptHandle": "r1", "eventSource": "aws:sqs", "body": body}
    return {"Records": [message | {"attributes": attributes}]}


def resident(process: subprocess.Popen[bytes] | None) -> int:
    """The largest resident size so far, in kilobytes."""
    status = pathlib.Path(f"/proc/{process.pid}/status").read_text() if process else ""
    return next((int(line.split()[1]) for line in status.splitlines() if line.startswith("VmHWM")), 0)


def measure(side: Function, name: str, run: int, pipeline: Pipeline, rows: int, figures: Figures) -> None:
    for number in range(3):
        key = f"inbox/bench/sales_{DATE}_{name}_{run}_{number}_{time.time_ns()}.csv"
        pipeline.put(key, sales(rows, header=False))
        line = Waiting()
        side.connect(line)
        started = time.perf_counter()
        done = side.deliver(event(pipeline.bucket, key), fresh=number == 0)
        elapsed = (time.perf_counter() - started) * 1000
        if not done or not pipeline.holds(history_key(key, DATE)):
            side.end()
            sys.exit(f"{name} did not load {key}\n{side.log.decode(errors='replace')[-2000:]}")
        if run == 0:  # the first run warms caches on both sides
            continue
        (figures.warm if number else figures.cold).append(elapsed)
        if number:
            figures.own.append(elapsed - line.seconds * 1000)
        figures.peak = max(figures.peak, resident(side.process))
    side.end()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=7)
    parser.add_argument("--rows", type=int, default=100)
    options = parser.parse_args()
    product = Product()
    pipeline = Pipeline(product)
    from conftest import rest

    rest(pipeline)
    name = pipeline.variables["INGEST_FUNCTION"]
    deployed = pipeline.client("lambda").get_function_configuration(FunctionName=name)["Environment"]["Variables"]
    keys = ("AWS_REGION", "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY")
    variables = deployed | {key: pipeline.variables[key] for key in keys} | {"AWS_DEFAULT_REGION": "eu-west-1"}
    commands = {
        "Swift": [str(CHECKOUT / ".build-lambda/release/IngestLambda")],
        "Python": [sys.executable, str(CHECKOUT / "Benchmarks/python_handler/full_handler.py")],
    }
    sides = {}
    for side, command in commands.items():
        sides[side] = Function(command, variables, product.aws_port, product.snowflake_port)
        for proxy in (sides[side].aws, sides[side].snowflake):
            proxy.carry_out = timed(proxy.carry_out)
    figures = {side: Figures() for side in sides}
    try:
        for run in range(options.runs + 1):
            for side, function in sides.items():
                measure(function, side, run, pipeline, options.rows, figures[side])
    finally:
        for function in sides.values():
            function.close()
        rest(pipeline, enabled=True)
        pipeline.close()
    print(f"{'':8}{'cold ms':>9}{'warm ms':>9}{'own ms':>8}{'peak MB':>9}   ({options.rows} rows, medians)")
    for side, of in figures.items():
        values = [statistics.median(of.cold), statistics.median(of.warm), statistics.median(of.own)]
        print(f"{side:8}{values[0]:9.1f}{values[1]:9.1f}{values[2]:8.1f}{of.peak / 1024:9.1f}")
    swift, python = figures["Swift"], figures["Python"]
    print(
        f"Python takes {statistics.median(python.cold) / statistics.median(swift.cold):.1f} times as long cold, "
        f"{statistics.median(python.own) / statistics.median(swift.own):.1f} times the own time warm, "
        f"{python.peak / swift.peak:.1f} times the memory."
    )


main()
