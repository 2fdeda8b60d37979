"""Every call of every operation fails once; what is run again comes to the same end, with nothing lost and nothing twice.

A sample runs in `make test`: some calls of each operation, spread evenly, with faults and kills in turn. SNOWLINE_SWEEP=full
breaks every call in every way (`make test-slow`), which takes hours.
"""

from __future__ import annotations

import itertools
import os

import pytest
from fleet import DATA, Fleet
from product import CHANGES, DONE
from proxy import FAULTS, KILLS

FULL = os.environ.get("SNOWLINE_SWEEP") == "full"
SAMPLE = int(os.environ.get("SNOWLINE_SWEEP_SAMPLE") or 6)
"""How many calls of each operation the sample breaks."""

ATTEMPTS = 3
"""Runs after the broken one; each goes on where the one before it stopped."""


def plan(calls: list[str], offset: int) -> list[tuple[int, str]]:
    """Which call fails how: all in all ways, or a spread in which each operation begins with another way."""
    ways = [*FAULTS, *KILLS]
    if FULL:
        return list(itertools.product(range(1, len(calls) + 1), [*ways, "timeout"][: len(ways) + (len(calls) < 40)]))
    step = max(1, len(calls) // SAMPLE)
    numbers = range(1 + offset % step, len(calls) + 1, step)
    return [(number, ways[(index + offset) % len(ways)]) for index, number in enumerate(numbers)]


def converge(fleet: Fleet, what: str) -> None:
    """Runs the same command until it says that it is done."""
    endings = []
    for _ in range(ATTEMPTS):
        ending = fleet.deploy() if what != "destroy" else fleet.destroy()
        endings.append(ending)
        if ending.status == DONE:
            return
    raise AssertionError("it does not come to an end\n" + "\n".join(map(str, endings)))


def check(fleet: Fleet, ending: object) -> None:
    left = fleet.left_behind()
    assert not left, f"left behind: {left}\n{ending}"
    diff = fleet.run("diff", "--env", "local", "--detailed-exitcode")
    assert diff.status == DONE, f"{ending}\n{diff}"


def sweep(fleet: Fleet, what: str, calls: list[str], offset: int, before: object) -> None:
    """Breaks one call after another of an operation."""
    assert len(calls) > 5, calls
    for number, fault in plan(calls, offset):
        before()
        command = fleet.destroy if what == "destroy" else fleet.deploy
        ending = command(number=number, fault=fault)
        where = f"{what}, call {number} ({fleet.trap.sprung or 'not reached'}), {fault}"
        print(f"{where}: exit {ending.status}", *ending.errors())
        if ending.status != DONE:
            converge(fleet, what)
        try:
            if what == "destroy":
                assert fleet.stacks() == []
            else:
                check(fleet, ending)
        except AssertionError as problem:
            raise AssertionError(f"after {where}: {problem}") from problem


@pytest.fixture(scope="module")
def deployed(fleet: Fleet) -> list[str]:
    """The first deploy of all, unbroken; its calls."""
    fleet.deploy().ended(DONE)
    calls = list(fleet.trap.calls)
    assert fleet.left_behind() == []
    return calls


def test_a_deploy_without_changes(fleet: Fleet, deployed: list[str]) -> None:
    fleet.deploy().ended(DONE)
    sweep(fleet, "no change", list(fleet.trap.calls), 1, lambda: None)


def test_an_update(fleet: Fleet, deployed: list[str]) -> None:
    s3 = fleet.client("s3")
    s3.put_object(Bucket=DATA, Key="history/kept.csv", Body=b"kept")
    fleet.disturb()
    assert fleet.run("diff", "--env", "local", "--detailed-exitcode").status == CHANGES
    fleet.deploy().ended(DONE)
    sweep(fleet, "update", list(fleet.trap.calls), 2, fleet.disturb)
    assert s3.get_object(Bucket=DATA, Key="history/kept.csv")["Body"].read() == b"kept"
    s3.delete_object(Bucket=DATA, Key="history/kept.csv")


def test_a_destroy(fleet: Fleet, deployed: list[str]) -> None:
    def deploy_if_gone() -> None:
        if not fleet.stacks():
            fleet.deploy().ended(DONE)

    fleet.destroy().ended(DONE)
    calls = list(fleet.trap.calls)
    sweep(fleet, "destroy", calls, 3, deploy_if_gone)


def test_a_creation(fleet: Fleet, deployed: list[str]) -> None:
    def destroy_if_there() -> None:
        if fleet.stacks():
            fleet.destroy().ended(DONE)

    sweep(fleet, "create", deployed, 4, destroy_if_there)
