"""The same event delivered to two processes at once: rows once, the file in one place, one alert."""

from __future__ import annotations

import concurrent.futures
import time

from conftest import alerts_by_key, another
from function import Function
from line import Line
from partner_files import history_key, sales
from pipeline import Pipeline
from test_sweep import event

ROUNDS = 12
DATE = "20250112"


def until_done(function: Function, pipeline: Pipeline, key: str, fresh: bool) -> None:
    function.connect(Line())
    for delivery in range(1, 9):
        if function.deliver(event(pipeline, key, min(delivery, 2)), fresh=fresh and delivery == 1):
            return
        time.sleep(0.3)
    raise AssertionError(f"{key}: not done\n{function.log!r}")


def test_two_deliveries_at_once_load_once_and_tell_once(pipeline: Pipeline, function: Function) -> None:
    alerts_by_key(pipeline)
    keys = {f"inbox/twice/sales_{DATE}_{kind}{n}.csv": kind for n in range(ROUNDS) for kind in ("good", "bad")}
    with another(function, pipeline) as other, concurrent.futures.ThreadPoolExecutor(2) as lambdas:
        for number, (key, kind) in enumerate(keys.items()):
            pipeline.put(key, sales(2, header=False) + (b"too,few\n" if kind == "bad" else b""))
            fresh = number % 3 == 0
            both = [lambdas.submit(until_done, process, pipeline, key, fresh) for process in (function, other)]
            for one in both:
                one.result()
    rows, alerts = pipeline.warehouse.counts("SALES"), alerts_by_key(pipeline)
    for key, kind in keys.items():
        places = [place for place in (key, history_key(key, DATE)) if pipeline.holds(place)]
        told = len(alerts.get(key, []))
        found = (rows.get(key, 0), places, told)
        assert found == ((2, [history_key(key, DATE)], 0) if kind == "good" else (0, [key], 1)), key
