"""Who may do what: signatures are checked, roles reach no further than they must, and there is no password anywhere."""

from __future__ import annotations

import json
import os
import pathlib
import re
import urllib.error
import urllib.request
from typing import Any

import pytest
import snowflake.connector
from botocore.exceptions import ClientError

import probe
from laptop import STATE
from partner_files import history_key, sales
from pipeline import INBOX, STACK, Pipeline, pids, template_of
from product import DONE, ROOT, Product
from warehouse import Warehouse

PRIVATE = re.compile(r"BEGIN (RSA |EC |ENCRYPTED )?PRIVATE KEY|MII[A-Za-z0-9+/]{60}")
NOT_ALLOWED = re.compile(r"Insufficient privileges|not authorized|not assigned", re.IGNORECASE)
DENIED = re.compile(r"AccessDenied|AuthorizationError")
PASSWORD = re.compile(r"passw(or)?d", re.IGNORECASE)


@pytest.mark.parametrize(
    ("service", "operation"),
    [
        ("s3", "list_buckets"),
        ("sqs", "list_queues"),
        ("cloudformation", "list_stacks"),
        ("secretsmanager", "list_secrets"),
    ],
)
def test_a_request_signed_with_a_wrong_secret_is_refused(pipeline: Pipeline, service: str, operation: str) -> None:
    client = pipeline.client(service, aws_secret_access_key="x" * 40)
    with pytest.raises(ClientError) as refusal:
        getattr(client, operation)()
    assert refusal.value.response["Error"]["Code"] in ("SignatureDoesNotMatch", "InvalidSignatureException")


def test_an_upload_signed_with_a_wrong_secret_leaves_nothing(pipeline: Pipeline) -> None:
    key = f"{INBOX}sales_20251101.csv"
    with pytest.raises(ClientError, match="SignatureDoesNotMatch"):
        pipeline.client("s3", aws_secret_access_key="x" * 40).put_object(Bucket=pipeline.bucket, Key=key, Body=sales(3))
    assert not pipeline.holds(key)


def test_a_request_of_an_unknown_key_or_without_a_signature_is_refused(pipeline: Pipeline) -> None:
    with pytest.raises(ClientError) as refusal:
        pipeline.client("s3", aws_access_key_id="AKIAUNKNOWNUNKNOWN00").list_buckets()
    assert refusal.value.response["ResponseMetadata"]["HTTPStatusCode"] == 403
    with pytest.raises(urllib.error.HTTPError) as answer:
        urllib.request.urlopen(f"{pipeline.variables['AWS_ENDPOINT_URL']}/{pipeline.bucket}?list-type=2", timeout=10)
    assert answer.value.code == 403


def test_a_sign_in_to_snowflake_with_another_key_is_refused(pipeline: Pipeline) -> None:
    pem = secret(pipeline, "ingest")
    with pytest.raises(snowflake.connector.errors.Error):
        Warehouse(pipeline.variables, "DEPLOYER", "ACCOUNTADMIN", pem)
    with pytest.raises(snowflake.connector.errors.Error):
        Warehouse(pipeline.variables, "RETAIL_LOCAL_TRANSFORM_SVC", None, pem)


def secret(pipeline: Pipeline, name: str) -> str:
    value = pipeline.client("secretsmanager").get_secret_value(SecretId=f"retail-local/snowflake/{name}")
    return json.loads(value["SecretString"])["privateKey"]


def ingest_role(pipeline: Pipeline) -> str:
    functions = pipeline.client("lambda")
    return functions.get_function(FunctionName=pipeline.variables["INGEST_FUNCTION"])["Configuration"]["Role"]


def test_the_role_of_the_function_reaches_its_own_work_and_nothing_else(pipeline: Pipeline) -> None:
    bucket, kept = pipeline.bucket, "other/sales_20251102.csv"
    pipeline.deliver(f"{INBOX}sales_20251102.csv", sales(1))
    in_history = history_key("sales_20251102.csv", "20251102")
    pipeline.put(kept, sales(1))
    topic = pipeline.variables["ALERT_TOPIC_ARN"]
    allowed: dict[str, tuple[str, str, dict[str, Any]]] = {
        "list the inbox": ("s3", "list_objects_v2", {"Bucket": bucket, "Prefix": INBOX}),
        "read history": ("s3", "get_object", {"Bucket": bucket, "Key": in_history}),
        "read its own key": ("secretsmanager", "get_secret_value", {"SecretId": "retail-local/snowflake/ingest"}),
    }
    denied: dict[str, tuple[str, str, dict[str, Any]]] = {
        "read elsewhere in the bucket": ("s3", "get_object", {"Bucket": bucket, "Key": kept}),
        "list the whole bucket": ("s3", "list_objects_v2", {"Bucket": bucket}),
        "list elsewhere in the bucket": ("s3", "list_objects_v2", {"Bucket": bucket, "Prefix": "other/"}),
        "write to the inbox": ("s3", "put_object", {"Bucket": bucket, "Key": f"{INBOX}x", "Body": "x"}),
        "write elsewhere in the bucket": ("s3", "put_object", {"Bucket": bucket, "Key": "x", "Body": "x"}),
        "delete from history": ("s3", "delete_object", {"Bucket": bucket, "Key": in_history}),
        "delete the bucket's policy": ("s3", "delete_bucket_policy", {"Bucket": bucket}),
        "list buckets": ("s3", "list_buckets", {}),
        "read built programs": ("s3", "list_objects_v2", {"Bucket": "snowline-assets-000000000000-eu-west-1"}),
        "read dbt's key": ("secretsmanager", "get_secret_value", {"SecretId": "retail-local/snowflake/transform"}),
        "change its own key": (
            "secretsmanager", "put_secret_value", {"SecretId": "retail-local/snowflake/ingest", "SecretString": "x"},
        ),
        "read the alerts": ("sqs", "receive_message", {"QueueUrl": pipeline.variables["ALERTS_LOG_QUEUE_URL"]}),
        "send itself messages": (
            "sqs", "send_message", {"QueueUrl": pipeline.variables["ARRIVALS_QUEUE_URL"], "MessageBody": "x"},
        ),
        "subscribe to alerts": ("sns", "subscribe", {"TopicArn": topic, "Protocol": "email", "Endpoint": "a@b.test"}),
        "list users": ("iam", "list_users", {}),
        "become the role of Snowflake": (
            "sts", "assume_role",
            {"RoleArn": "arn:aws:iam::000000000000:role/retail-local-snowflake-access", "RoleSessionName": "probe"},
        ),
    }  # fmt: skip
    try:
        with probe.function_in(pipeline, ingest_role(pipeline)) as ask:
            answers = ask({**allowed, **denied})
    finally:
        pipeline.s3.delete_object(Bucket=bucket, Key=kept)
    assert {case: answers.get(case) for case in allowed} == dict.fromkeys(allowed, "allowed")
    reached = {case: answers.get(case) for case in denied if not DENIED.search(answers[case])}
    assert reached == {}


def test_nobody_but_the_integration_can_become_the_role_of_snowflake(pipeline: Pipeline) -> None:
    role = "arn:aws:iam::000000000000:role/retail-local-snowflake-access"
    shown = pipeline.warehouse.rows("DESC INTEGRATION RETAIL_LOCAL_S3")
    external = next(row["property_value"] for row in shown if row["property"] == "STORAGE_AWS_EXTERNAL_ID")
    for more in ({}, {"ExternalId": "guessed"}, {"ExternalId": external}):
        with pytest.raises(ClientError, match="AccessDenied"):
            pipeline.client("sts").assume_role(RoleArn=role, RoleSessionName="test", **more)


INBOX_URL = "s3://retail-local-lake-000000000000/inbox/"
SERVICES = {
    "ingest": (
        ["SELECT COUNT(*) FROM RAW.SALES", "SELECT COUNT(*) FROM RAW.STORES"],
        [
            "DELETE FROM RAW.SALES", "UPDATE RAW.SALES SET AMOUNT = '0'", "TRUNCATE TABLE RAW.STORES",
            "DROP TABLE RAW.SALES", "CREATE TABLE RAW.MINE (A NUMBER)", "SELECT * FROM ANALYTICS.REPORT_DAILY_SALES",
            "CREATE DATABASE MINE", "DROP INTEGRATION RETAIL_LOCAL_S3", "DROP STAGE RAW.INBOX",
            "GRANT SELECT ON TABLE RAW.SALES TO ROLE PUBLIC",
            "USE ROLE ACCOUNTADMIN", "USE ROLE RETAIL_LOCAL_TRANSFORM", "ALTER USER DEPLOYER UNSET RSA_PUBLIC_KEY",
            f"CREATE STAGE RAW.MINE URL = '{INBOX_URL}' STORAGE_INTEGRATION = RETAIL_LOCAL_S3",
        ],
    ),
    "transform": (
        ["SELECT COUNT(*) FROM RAW.SALES", "CREATE OR REPLACE TABLE STAGE.MINE (A NUMBER)", "DROP TABLE STAGE.MINE"],
        [
            "INSERT INTO RAW.STORES (STORE_TOKEN) VALUES ('x')", "DELETE FROM RAW.SALES", "DROP TABLE RAW.SALES",
            "LIST @RAW.INBOX", "CREATE TABLE RAW.MINE (A NUMBER)", "CREATE SCHEMA MINE", "USE ROLE RETAIL_LOCAL_INGEST",
            "USE ROLE ACCOUNTADMIN", "CREATE USER MINE", "DROP WAREHOUSE RETAIL_LOCAL_WH",
        ],
    ),
}  # fmt: skip
"""What each service user may run, and what not."""


@pytest.mark.parametrize("name", SERVICES)
def test_a_service_user_of_snowflake_may_do_its_work_and_nothing_else(pipeline: Pipeline, name: str) -> None:
    may, may_not = SERVICES[name]
    upper = name.upper()
    user = Warehouse(pipeline.variables, f"RETAIL_LOCAL_{upper}_SVC", f"RETAIL_LOCAL_{upper}", secret(pipeline, name))
    before = pipeline.warehouse.inventory(), pipeline.warehouse.counts("SALES"), pipeline.warehouse.counts("STORES")
    try:
        for statement in may:
            user.rows(statement)
        answers = {}
        for statement in may_not:
            try:
                answers[statement] = str(user.rows(statement))
            except snowflake.connector.errors.Error as error:
                answers[statement] = error.msg or ""
    finally:
        user.close()
    assert {statement: answer for statement, answer in answers.items() if not NOT_ALLOWED.search(answer)} == {}
    after = pipeline.warehouse.inventory(), pipeline.warehouse.counts("SALES"), pipeline.warehouse.counts("STORES")
    assert after == before


def test_the_users_of_snowflake_are_services_without_a_password(pipeline: Pipeline) -> None:
    users = {row["name"]: row for row in pipeline.warehouse.rows("SHOW USERS")}
    for name in ("RETAIL_LOCAL_INGEST_SVC", "RETAIL_LOCAL_TRANSFORM_SVC"):
        assert users[name]["has_password"] == "false"
        assert users[name]["has_rsa_public_key"] == "true"
        assert users[name]["type"] == "SERVICE"


def texts(pipeline: Pipeline, product: Product) -> dict[str, str]:
    """Everything that people or programs may come to see."""
    found = {"the template of the stack": template_of(pipeline)}
    (stack,) = pipeline.client("cloudformation").describe_stacks(StackName=STACK)["Stacks"]
    found["the parameters and outputs of the stack"] = json.dumps(stack, default=str)
    configuration = pipeline.client("lambda").get_function(FunctionName=pipeline.variables["INGEST_FUNCTION"])
    found["the environment of the function"] = json.dumps(configuration["Configuration"]["Environment"])
    found["the log of the function"] = "\n".join(pipeline.function_log(10_000))
    for form in ("text", "json", "env"):
        found[f"outputs as {form}"] = product.run("outputs", "--env", "local", "--format", form).ended(DONE).out
    for folder in ("cloudformation", "snowflake"):
        for path in sorted((ROOT / folder).rglob("*.*")):
            found[str(path.relative_to(ROOT))] = path.read_text()
    for path in sorted(STATE.glob("*.log")) + sorted(STATE.glob("*.ndjson")):
        found[path.name] = path.read_text(errors="replace")
    for name, pid in pids().items():
        line = (pathlib.Path("/proc") / str(pid) / "cmdline").read_bytes()
        found[f"the command line of {name}"] = line.replace(b"\0", b" ").decode()
    return found


def test_there_is_no_password_and_no_private_key_in_sight(pipeline: Pipeline, product: Product) -> None:
    keys = {name: "".join(secret(pipeline, name).splitlines()[1:-1]) for name in ("ingest", "transform")}
    keys["administrator"] = "".join((STATE / "deployer.p8").read_text().splitlines()[1:-1])
    credential = json.loads((STATE / "credentials.json").read_text())["secretAccessKey"]
    seen = texts(pipeline, product)
    assert len(seen) > 20
    for place, text in seen.items():
        assert not PASSWORD.search(text), place
        assert "PRIVATE KEY" not in text, place
        flat = re.sub(r"\s|\\n", "", text)
        assert not [name for name, body in keys.items() if body[40:104] in flat], place
        if place != "outputs as env":
            assert credential not in text, place


def test_the_private_keys_of_the_pipeline_are_in_no_file_of_the_checkout(pipeline: Pipeline) -> None:
    for name in ("ingest", "transform"):
        body = secret(pipeline, name).splitlines()[5]
        for folder, folders, files in os.walk(ROOT):
            folders[:] = [entry for entry in folders if not entry.startswith((".build", ".git", ".venv"))]
            if pathlib.Path(folder) == STATE:
                folders.remove("aws")  # The embedded Secrets Manager itself.
            for file in files:
                path = pathlib.Path(folder) / file
                if path.is_file() and path.stat().st_size < 50_000_000:
                    assert body.encode() not in path.read_bytes(), path
