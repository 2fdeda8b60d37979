"""The wish of Lambda that the process ends (SIGTERM): at once when it waits, behind the answer when it works."""

from __future__ import annotations

import signal
import time

import pytest
from function import Function
from line import Fate, Line
from partner_files import history_key, sales
from pipeline import Pipeline
from test_sweep import event

DATE = "20250113"


class AskedToEnd(Line):
    """Nothing fails; the process is asked to end while one of its requests is on the way."""

    function: Function

    def next(self, name: str) -> Fate | None:
        if super().next(name) and self.function.process:
            self.function.process.send_signal(signal.SIGTERM)
        return None


def ended(function: Function) -> int:
    assert function.process is not None
    status = function.process.wait(timeout=10)
    function.end()
    return status


@pytest.mark.parametrize("number", [4, 6, 8])
def test_a_process_that_works_answers_before_it_ends(number: int, pipeline: Pipeline, function: Function) -> None:
    key = f"inbox/end/sales_{DATE}_n{number}.csv"
    pipeline.put(key, sales(2, header=False))
    line = AskedToEnd(number=number)
    line.function = function
    function.connect(line)
    assert function.deliver(event(pipeline, key, 1), fresh=True)
    assert line.struck and "runtime" not in line.struck
    assert ended(function) == 0
    assert pipeline.holds(history_key(key, DATE)) and not pipeline.holds(key)


def test_a_process_that_waits_ends_at_once(pipeline: Pipeline, function: Function) -> None:
    line = Line()
    function.connect(line)
    assert function.deliver({"Records": []}, fresh=True)
    assert function.process is not None
    time.sleep(0.3)  # it asks for the next event
    function.process.send_signal(signal.SIGTERM)
    assert ended(function) == 0
