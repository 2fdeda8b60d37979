"""The deployed pipeline from outside: a partner's S3 client at one end, a reader of Snowflake at the other."""

from __future__ import annotations

import json
import pathlib
import subprocess
import time
from collections.abc import Callable, Iterable
from typing import Any

import boto3
from botocore.config import Config
from botocore.exceptions import ClientError

import alerts
from laptop import STATE, is_listening
from product import DONE, Product
from warehouse import Warehouse

INBOX, HISTORY = "inbox/", "history/"
STACK = "retail-pipeline-local"
LIMIT = 20.0
"""Seconds after which a file that is nowhere counts as lost."""
SHOWN = 40
"""Lines of each log in the message of a failure."""


class Pipeline:
    def __init__(self, product: Product) -> None:
        self.product = product
        self.times: list[tuple[str, float]] = []
        self.warehouse: Warehouse | None = None
        self._alerts: list[alerts.Alert] | None = None
        self.connect()

    def connect(self) -> None:
        """Reads the outputs again and signs in; needed after the clouds or the stack were made anew."""
        self.close()
        self.variables = self.sourced(self.product.run("outputs", "--env", "local", "--format", "env").ended(DONE).out)
        self.bucket = self.variables["INBOX_BUCKET"]
        self.warehouse = Warehouse.of_administrator(self.variables)
        self.s3 = self.client("s3")
        self.sqs = self.client("sqs")
        self._alerts = None
        # The test event that S3 sends when a bucket is connected may wait for its second delivery.
        self.held_back = self.backlog()[1]

    def revive(self) -> None:
        """Starts what an earlier test stopped and did not start again."""
        ports = (self.product.aws_port, self.product.snowflake_port)
        if self.warehouse is None or not all(is_listening(port) for port in ports):
            self.product.run("local", "up").ended(DONE)
            self.connect()

    def close(self) -> None:
        if self.warehouse is not None:
            self.warehouse.close()
        self.warehouse = None

    @staticmethod
    def sourced(text: str) -> dict[str, str]:
        """The variables a shell has after `source`; nothing but them."""
        done = subprocess.run(
            ["env", "-i", "bash", "--norc", "--noprofile", "-euc", 'source /dev/stdin; env -0'],
            input=text, capture_output=True, text=True, check=True,
        )  # fmt: skip
        pairs = (entry.partition("=") for entry in done.stdout.split("\0") if entry)
        return {name: value for name, _, value in pairs if name not in ("PWD", "SHLVL", "_", "OLDPWD")}

    def client(self, service: str, **changes: Any) -> Any:
        """A client of the embedded AWS with the printed keys, or with others."""
        settings = {
            "endpoint_url": self.variables["AWS_ENDPOINT_URL"],
            "region_name": self.variables["AWS_REGION"],
            "aws_access_key_id": self.variables["AWS_ACCESS_KEY_ID"],
            "aws_secret_access_key": self.variables["AWS_SECRET_ACCESS_KEY"],
            "config": Config(
                retries={"total_max_attempts": 1}, s3={"addressing_style": "path"}, max_pool_connections=32
            ),
        }
        return boto3.client(service, **{**settings, **changes})

    # The partner's end

    def put(self, key: str, body: bytes) -> str:
        """Uploads an object; gives its eTag without quotes."""
        return self.s3.put_object(Bucket=self.bucket, Key=key, Body=body)["ETag"].strip('"')

    def keys(self, prefix: str) -> set[str]:
        pages = self.s3.get_paginator("list_objects_v2").paginate(Bucket=self.bucket, Prefix=prefix)
        return {entry["Key"] for page in pages for entry in page.get("Contents", [])}

    def holds(self, key: str) -> bool:
        try:
            self.s3.head_object(Bucket=self.bucket, Key=key)
        except ClientError as error:
            if error.response["ResponseMetadata"]["HTTPStatusCode"] == 404:
                return False
            raise
        return True

    def content(self, key: str) -> bytes:
        return self.s3.get_object(Bucket=self.bucket, Key=key)["Body"].read()

    # What became of a file

    def backlog(self, queue: str = "ARRIVALS_QUEUE_URL") -> tuple[int, int]:
        """Messages that wait, and messages that were handed out and are not done."""
        names = ["ApproximateNumberOfMessages", "ApproximateNumberOfMessagesNotVisible"]
        url = self.variables[queue]
        values = self.sqs.get_queue_attributes(QueueUrl=url, AttributeNames=names)["Attributes"]
        return int(values[names[0]]), int(values[names[1]])

    def is_idle(self) -> bool:
        waiting, held = self.backlog()
        return waiting == 0 and held <= self.held_back

    def alerts(self, key: str | None = None) -> list[alerts.Alert]:
        """Every alert so far, or those about one key; the deployer is asked only when there is a new one."""
        if self._alerts is None or self.backlog("ALERTS_LOG_QUEUE_URL")[0]:
            self._alerts = alerts.received(self.product)
        return [alert for alert in self._alerts if key is None or alert.key == key]

    def wait(self, what: str, is_done: Callable[[], bool], seconds: float = LIMIT) -> float:
        """Waits for a state; gives the seconds it took, or fails with what is in the logs."""
        began = time.monotonic()
        while not is_done():
            if time.monotonic() - began > seconds:
                raise AssertionError(f"{what}: not after {seconds:g} seconds\n{self.evidence()}")
            time.sleep(0.05)
        return time.monotonic() - began

    def settle(self, keys: Iterable[str], seconds: float = LIMIT) -> None:
        """Waits until each file has left the inbox or raised an alert, and nothing is at work any more."""
        wanted = set(keys)

        def is_settled() -> bool:
            left = wanted & self.keys(INBOX)
            if left and not self.is_idle():
                return False
            return left <= {alert.key for alert in self.alerts()} if left else self.is_idle()

        self.wait(f"{sorted(wanted)} reach history or an alert", is_settled, seconds)

    def deliver(self, key: str, body: bytes) -> float:
        """Uploads a file and waits until it is in RAW and in history; gives the seconds that took."""
        table = "STORES" if key.rpartition("/")[2].lower().startswith("store") else "SALES"
        before = len(self.warehouse.raw(table, key))
        self.put(key, body)
        seconds = self.wait(f"{key} is in RAW.{table} and has left the inbox", lambda: not self.holds(key))
        assert len(self.warehouse.raw(table, key)) > before, f"{key} left the inbox unloaded\n{self.evidence()}"
        return seconds

    # What to show when it did not

    def log_lines(self, name: str, count: int = SHOWN) -> list[str]:
        path = STATE / f"{name}.log"
        return path.read_text(errors="replace").splitlines()[-count:] if path.exists() else [f"{path} is missing"]

    def function_log(self, count: int = SHOWN) -> list[str]:
        """The log lines of the ingestion function, oldest first; metrics are left out."""
        logs = self.client("logs")
        resources = self.client("cloudformation").describe_stack_resources(StackName=STACK)["StackResources"]
        group = next(entry["PhysicalResourceId"] for entry in resources if entry["LogicalResourceId"] == "IngestLog")
        try:
            events = logs.filter_log_events(logGroupName=group)["events"]
        except ClientError as error:
            return [f"no log: {error}"]
        lines = [event["message"].rstrip() for event in events]
        return [line for line in lines if '"level"' in line][-count:]

    def evidence(self) -> str:
        """Where files and messages are, and the last words of everyone."""
        parts = {
            "inbox": sorted(map(repr, self.keys(INBOX))),
            "queue": [f"waiting, handed out: {self.backlog()}"],
            "alerts": [f"{alert.key!r}: {alert.reason}: {alert.facts['message']}" for alert in self.alerts()][-SHOWN:],
            "function": self.function_log(),
            "aws.log": [line for line in self.log_lines("aws", 10 * SHOWN) if not line.startswith("{")][-SHOWN:],
            "snowflake.log": self.log_lines("snowflake"),
        }
        return "\n".join(f"--- {name}\n" + "\n".join(lines) for name, lines in parts.items())


def pids() -> dict[str, int]:
    """The embedded clouds that run."""
    return {path.stem: int(path.read_text()) for path in sorted(pathlib.Path(STATE).glob("*.pid"))}


def template_of(pipeline: Pipeline) -> str:
    """The template that CloudFormation holds, as text."""
    body = pipeline.client("cloudformation").get_template(StackName=STACK)["TemplateBody"]
    return body if isinstance(body, str) else json.dumps(body)
