"""Stopping, starting and crashing: nothing is left running, and what was deployed and loaded is there again."""

from __future__ import annotations

import json
import os
import signal

import laptop
from partner_files import sales
from pipeline import HISTORY, INBOX, STACK, Pipeline, pids
from product import DONE, Product


def contents(pipeline: Pipeline) -> dict[str, object]:
    """What has to outlive a stop."""
    formation = pipeline.client("cloudformation")
    tables = pipeline.warehouse.rows("SHOW TABLES IN DATABASE RETAIL_LOCAL")
    names = sorted(f'"{table["schema_name"]}"."{table["name"]}"' for table in tables)
    return {
        "snowflake": pipeline.warehouse.inventory(),
        "rows": {name: sorted(map(repr, pipeline.warehouse.rows(f"SELECT * FROM {name}"))) for name in names},
        "stack": [
            (entry["LogicalResourceId"], entry["PhysicalResourceId"], entry["ResourceStatus"])
            for entry in formation.describe_stack_resources(StackName=STACK)["StackResources"]
        ],
        "history": pipeline.keys(HISTORY),
        "inbox": pipeline.keys(INBOX),
        "alerts": pipeline.alerts(),
    }


def test_the_status_shows_what_runs_and_where(pipeline: Pipeline, product: Product) -> None:
    clouds = json.loads(product.run("local", "status", "--json").ended(DONE).out)
    assert {cloud["name"]: (cloud["running"], cloud["pid"]) for cloud in clouds} == {
        name: (True, pid) for name, pid in pids().items()
    }
    assert {cloud["endpoint"].rpartition(":")[2] for cloud in clouds} == {
        str(product.aws_port), str(product.snowflake_port),
    }  # fmt: skip


def test_starting_what_runs_starts_nothing_anew(pipeline: Pipeline, product: Product) -> None:
    before = pids()
    product.run("local", "up").ended(DONE)
    assert pids() == before


def test_down_leaves_no_process_and_no_port_and_up_brings_everything_back(pipeline: Pipeline, product: Product) -> None:
    pipeline.deliver(f"{INBOX}sales_20251210.csv", sales(3))
    before, running = contents(pipeline), pids()
    pipeline.close()
    ending = product.run("local", "down").ended(DONE)
    assert "aws" in ending.out
    assert "snowflake" in ending.out
    assert all(laptop.wait_until_gone(pid, seconds=0.5) for pid in running.values())
    # Functions end by themselves once they find the embedded AWS gone.
    assert all(laptop.wait_until_gone(pid, seconds=5) for pid in laptop.processes()), laptop.processes()
    assert not laptop.is_listening(product.aws_port)
    assert not laptop.is_listening(product.snowflake_port)
    stopped = json.loads(product.run("local", "status", "--json").ended(DONE).out)
    assert [cloud["running"] for cloud in stopped] == [False, False]

    product.run("local", "up").ended(DONE)
    pipeline.connect()
    assert contents(pipeline) == before
    seconds = pipeline.deliver(f"{INBOX}sales_20251211.csv", sales(3))
    pipeline.times.append(("first file after a restart", seconds))
    assert product.run("diff", "--env", "local", "--detailed-exitcode").status == DONE


def test_a_file_put_before_a_stop_is_not_lost(pipeline: Pipeline, product: Product) -> None:
    key = f"{INBOX}sales_20251212.csv"
    pipeline.put(key, sales(2000))
    pipeline.close()
    product.run("local", "down").ended(DONE)
    product.run("local", "up").ended(DONE)
    pipeline.connect()
    rows = len(pipeline.warehouse.raw("SALES", key))
    assert rows in (0, 2001)
    assert not pipeline.holds(key) or sum(pipeline.backlog()) > 0, f"{key} is forgotten\n{pipeline.evidence()}"


def test_a_killed_snowflake_loses_nothing_and_comes_back(pipeline: Pipeline, product: Product) -> None:
    pipeline.deliver(f"{INBOX}sales_20251213.csv", sales(500))
    before, pid = contents(pipeline), pids()["snowflake"]
    os.kill(pid, signal.SIGKILL)
    assert laptop.wait_until_gone(pid)
    product.run("local", "up").ended(DONE)
    assert pids()["snowflake"] != pid
    pipeline.connect()
    assert contents(pipeline) == before
    pipeline.deliver(f"{INBOX}sales_20251214.csv", sales(3))


def test_a_file_that_arrives_while_snowflake_is_down_is_loaded_when_it_is_back(
    pipeline: Pipeline, product: Product
) -> None:
    key, pid = f"{INBOX}sales_20251215.csv", pids()["snowflake"]
    os.kill(pid, signal.SIGKILL)
    assert laptop.wait_until_gone(pid)
    pipeline.put(key, sales(3))
    pipeline.wait("the function has been asked", lambda: pipeline.backlog()[1] > 0)
    assert pipeline.holds(key)
    product.run("local", "up").ended(DONE)
    pipeline.connect()
    seconds = pipeline.wait(f"{key} has left the inbox", lambda: not pipeline.holds(key), seconds=90)
    pipeline.times.append(("a file handed back, after Snowflake is back", seconds))
    assert pipeline.warehouse.counts("SALES")[key] == 4
    assert pipeline.alerts(key) == []
