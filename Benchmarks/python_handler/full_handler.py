"""The design that the ingestion function replaces, for a whole file: boto3 and the connector, one event, as a runtime.

Kept to what the original did and what any such function has to do: read the key, look at the object, check its rows,
sign in, COPY INTO, copy to the history, delete.
"""

from __future__ import annotations

import csv
import json
import os
import re
import urllib.parse
import urllib.request

import boto3
import snowflake.connector
from cryptography.hazmat.primitives import serialization

API = f"http://{os.environ['AWS_LAMBDA_RUNTIME_API']}/2018-06-01/runtime/invocation"
TIME = re.compile(r"\d{8}T\d{6}(\.\d{1,9})?Z?|\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(\.\d{1,9})?(Z|[+-]\d\d:?\d\d)?")
AMOUNT = re.compile(r"[+-]?\$?(\d+|\d{1,3}(,\d{3})+)(\.\d{1,2})?")


def private_key() -> bytes:
    secrets = boto3.client("secretsmanager")
    value = json.loads(secrets.get_secret_value(SecretId=os.environ["SNOWFLAKE_SECRET"])["SecretString"])
    key = serialization.load_pem_private_key(value["privateKey"].encode(), password=None)
    return key.private_bytes(
        serialization.Encoding.DER, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )


def connect() -> snowflake.connector.SnowflakeConnection:
    address = urllib.parse.urlsplit(os.environ["SNOWFLAKE_ENDPOINT_URL"])
    return snowflake.connector.connect(
        account=os.environ["SNOWFLAKE_ACCOUNT"], user=os.environ["SNOWFLAKE_USER"], private_key=private_key(),
        role=os.environ["SNOWFLAKE_ROLE"], warehouse=os.environ["SNOWFLAKE_WAREHOUSE"],
        database=os.environ["SNOWFLAKE_DATABASE"], schema=os.environ["SNOWFLAKE_SCHEMA"],
        host=address.hostname, port=address.port, protocol=address.scheme,
        session_parameters={"CLIENT_TELEMETRY_ENABLED": False},
    )  # fmt: skip


def load(bucket: str, key: str, s3: object, connection: snowflake.connector.SnowflakeConnection) -> None:
    head = s3.head_object(Bucket=bucket, Key=key)
    lines = s3.get_object(Bucket=bucket, Key=key, IfMatch=head["ETag"])["Body"].iter_lines()
    rows = list(csv.reader(line.decode() for line in lines))
    good = sum(bool(row[0] and row[1] and TIME.fullmatch(row[3]) and AMOUNT.fullmatch(row[4])) for row in rows)
    if good < 0.95 * len(rows):
        raise ValueError(f"{len(rows) - good} bad rows")
    base = key.rpartition("/")[2]
    date = re.search(r"(?<!\d)(\d{4})(\d\d)(\d\d)(?!\d)", base)
    file = key.removeprefix(os.environ["INBOX_PREFIX"]).replace("'", "''")
    cursor = connection.cursor()
    cursor.execute(
        f"""COPY INTO SALES FROM (SELECT t.$1, t.$2, t.$3, t.$4, t.$5, t.$6, t.$7, METADATA$FILENAME,
        METADATA$FILE_ROW_NUMBER, '{"-".join(date.groups())}'::DATE,
        CONVERT_TIMEZONE('UTC', METADATA$START_SCAN_TIME)::TIMESTAMP_NTZ
        FROM @{os.environ["SNOWFLAKE_STAGE"]} t) FILES = ('{file}')
        FILE_FORMAT = (FORMAT_NAME = '{os.environ["SNOWFLAKE_FILE_FORMAT"]}') ON_ERROR = ABORT_STATEMENT"""
    )
    year, month, day = date.groups()
    kept = f"{os.environ['HISTORY_PREFIX']}sales/year={year}/month={month}/day={day}/{base}"
    s3.copy_object(Bucket=bucket, Key=kept, CopySource={"Bucket": bucket, "Key": key}, CopySourceIfMatch=head["ETag"])
    s3.delete_object(Bucket=bucket, Key=key)


def main() -> None:
    s3 = boto3.client("s3")
    connection = connect()
    while True:
        with urllib.request.urlopen(f"{API}/next") as answer:
            request = answer.headers["Lambda-Runtime-Aws-Request-Id"]
            event = json.load(answer)
        for message in event["Records"]:
            for record in json.loads(message["body"])["Records"]:
                key = urllib.parse.unquote_plus(record["s3"]["object"]["key"])
                load(record["s3"]["bucket"]["name"], key, s3, connection)
        body = json.dumps({"batchItemFailures": []}).encode()
        urllib.request.urlopen(urllib.request.Request(f"{API}/{request}/response", data=body, method="POST"))


main()
