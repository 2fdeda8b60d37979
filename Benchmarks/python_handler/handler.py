"""The design that the ingestion function replaces, as a custom runtime: boto3 and the connector, one event."""

from __future__ import annotations

import json
import os
import urllib.request

import boto3
import snowflake.connector  # noqa: F401  the original imports it at the start of every process

API = f"http://{os.environ['AWS_LAMBDA_RUNTIME_API']}/2018-06-01/runtime/invocation"


def main() -> None:
    secrets = boto3.client("secretsmanager", region_name=os.environ["AWS_REGION"])
    json.loads(secrets.get_secret_value(SecretId=os.environ["SNOWFLAKE_SECRET"])["SecretString"])
    with urllib.request.urlopen(f"{API}/next") as answer:
        request = answer.headers["Lambda-Runtime-Aws-Request-Id"]
        event = json.load(answer)
    for record in event["Records"]:
        json.loads(record["body"])
    body = json.dumps({"batchItemFailures": []}).encode()
    urllib.request.urlopen(urllib.request.Request(f"{API}/{request}/response", data=body, method="POST"))


main()
