"""A function of the tests' own that runs in a given role and reports what that role may do."""

from __future__ import annotations

import contextlib
import io
import json
import sys
import time
import uuid
import zipfile
from collections.abc import Iterator
from typing import Any

from pipeline import Pipeline

BOOTSTRAP = """#!{python}
import json, os, urllib.request
import boto3
from botocore.config import Config
from botocore.exceptions import ClientError

def outcome(call):
    client = boto3.client(call["service"], endpoint_url=os.environ["PROBE_ENDPOINT"], region_name="eu-west-1",
                          config=Config(retries={{"total_max_attempts": 1}}, s3={{"addressing_style": "path"}}))
    try:
        getattr(client, call["operation"])(**call["arguments"])
        return "allowed"
    except ClientError as error:
        return error.response["Error"]["Code"]

runtime = "http://" + os.environ["AWS_LAMBDA_RUNTIME_API"] + "/2018-06-01/runtime/invocation/"
while True:
    with urllib.request.urlopen(runtime + "next") as event:
        request = event.headers["Lambda-Runtime-Aws-Request-Id"]
        calls = json.load(event)
    try:
        answer = json.dumps({{name: outcome(call) for name, call in calls.items()}})
    except Exception as error:
        answer = json.dumps({{"failure": repr(error)}})
    urllib.request.urlopen(urllib.request.Request(runtime + request + "/response", answer.encode()))
"""


@contextlib.contextmanager
def function_in(pipeline: Pipeline, role_arn: str) -> Iterator[Any]:
    """A function in the role; call what it yields with named calls to get `allowed` or an error code of each."""
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as files:
        entry = zipfile.ZipInfo("bootstrap")
        entry.external_attr = 0o755 << 16
        files.writestr(entry, BOOTSTRAP.format(python=sys.executable))
    functions, name = pipeline.client("lambda"), f"probe-{uuid.uuid4().hex[:8]}"
    functions.create_function(
        FunctionName=name, Runtime="provided.al2023", Role=role_arn, Handler="bootstrap", Timeout=60,
        Code={"ZipFile": archive.getvalue()},
        Environment={"Variables": {"PROBE_ENDPOINT": pipeline.variables["AWS_ENDPOINT_URL"]}},
    )  # fmt: skip

    def ask(calls: dict[str, tuple[str, str, dict[str, Any]]]) -> dict[str, str]:
        payload = {
            case: {"service": service, "operation": operation, "arguments": arguments}
            for case, (service, operation, arguments) in calls.items()
        }
        answer = functions.invoke(FunctionName=name, Payload=json.dumps(payload).encode())
        outcomes = json.loads(answer["Payload"].read())
        assert outcomes.keys() == calls.keys(), f"the probe failed: {outcomes}"
        return outcomes

    try:
        time.sleep(0.2)
        yield ask
    finally:
        functions.delete_function(FunctionName=name)
