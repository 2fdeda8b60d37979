"""The embedded clouds with the pipeline deployed, its function at rest, and the same program as a process of ours."""

from __future__ import annotations

import contextlib
import json
import pathlib
import sys
import time
from collections.abc import Iterator

import pytest

sys.path.insert(0, str(pathlib.Path(__file__).parents[1] / "pipeline"))

import laptop  # noqa: E402
from function import Function  # noqa: E402
from pipeline import Pipeline  # noqa: E402
from product import DONE, ROOT, Product  # noqa: E402

PROGRAM = ROOT / ".build-lambda/release/IngestLambda"


@pytest.fixture(scope="session")
def pipeline() -> Iterator[Pipeline]:
    product = Product()
    with laptop.emptied(product):
        product.deploy().ended(DONE)
        pipeline = Pipeline(product)
        yield pipeline
        pipeline.close()


def rest(pipeline: Pipeline, enabled: bool = False) -> None:
    """Stops the deployed function from taking events, or lets it again."""
    functions = pipeline.client("lambda")
    name = pipeline.variables["INGEST_FUNCTION"]
    for mapping in functions.list_event_source_mappings(FunctionName=name)["EventSourceMappings"]:
        functions.update_event_source_mapping(UUID=mapping["UUID"], Enabled=enabled)


@pytest.fixture(scope="session")
def function(pipeline: Pipeline) -> Iterator[Function]:
    rest(pipeline)
    time.sleep(1)
    deployed = pipeline.client("lambda").get_function_configuration(FunctionName=pipeline.variables["INGEST_FUNCTION"])
    variables = deployed["Environment"]["Variables"] | {
        name: pipeline.variables[name] for name in ("AWS_REGION", "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY")
    }
    # The sweep delivers by itself; it need not wait for messages that are brought forward.
    variables.pop("QUEUE_URL", None)
    product = pipeline.product
    function = Function([str(PROGRAM)], variables, product.aws_port, product.snowflake_port)
    yield function
    function.close()
    rest(pipeline, enabled=True)


@contextlib.contextmanager
def another(function: Function, pipeline: Pipeline) -> Iterator[Function]:
    """A second process of the same deployment."""
    product = pipeline.product
    other = Function([str(PROGRAM)], function.settings, product.aws_port, product.snowflake_port)
    try:
        yield other
    finally:
        other.close()


def alerts_by_key(pipeline: Pipeline) -> dict[str, list[str]]:
    """The ids of the alerts that the topic has taken, by the key they are about; the queue is emptied."""
    queue, found = pipeline.variables["ALERTS_LOG_QUEUE_URL"], {}
    while messages := pipeline.sqs.receive_message(QueueUrl=queue, MaxNumberOfMessages=10).get("Messages", []):
        for message in messages:
            _, mark, machine = json.loads(message["Body"])["Message"].partition("--- for machines ---")
            if mark:
                facts = json.loads(machine)
                found.setdefault(facts["key"], []).append(facts["alertId"])
            pipeline.sqs.delete_message(QueueUrl=queue, ReceiptHandle=message["ReceiptHandle"])
    return found
