"""A bucket in the embedded AWS and Snowflake's access to it, made the way the deployer makes them."""

from __future__ import annotations

import functools
import json
from typing import Any

import boto3

from sql_api import Answer, SqlApi

FORMAT_OPTIONS = (
    "TYPE = CSV FIELD_OPTIONALLY_ENCLOSED_BY = '\"' SKIP_HEADER = 0 SKIP_BLANK_LINES = TRUE "
    "NULL_IF = ('NULL', 'null', '') EMPTY_FIELD_AS_NULL = TRUE TRIM_SPACE = TRUE ESCAPE_UNENCLOSED_FIELD = NONE "
    "SKIP_BYTE_ORDER_MARK = TRUE ENCODING = 'UTF8' COMPRESSION = AUTO"
)
COLUMNS = ["A", "B", "C", "SOURCE_FILENAME", "SOURCE_ROW_NUMBER", "BATCH_DATE", "LOADED_AT"]


class Lake:
    """`sql` works in the schema that gets stage INBOX, file format PARTNER_CSV and table LANDING."""

    def __init__(self, endpoint: str, sql: SqlApi, name: str) -> None:
        self.endpoint = endpoint
        self.sql = sql
        self.bucket = f"retail-{name}"
        self.role = f"{name}-access"
        self.role_arn = f"arn:aws:iam::000000000000:role/{self.role}"
        self.integration = f"{name}_S3".upper().replace("-", "_")

    def client(self, service: str) -> Any:
        return client(self.endpoint, service)

    def create(self) -> None:
        self.client("s3").create_bucket(
            Bucket=self.bucket, CreateBucketConfiguration={"LocationConstraint": "eu-west-1"}
        )
        self.sql.ok(
            f"CREATE STORAGE INTEGRATION \"{self.integration}\" TYPE = EXTERNAL_STAGE STORAGE_PROVIDER = 'S3' "
            f"ENABLED = TRUE STORAGE_AWS_ROLE_ARN = '{self.role_arn}' "
            f"STORAGE_ALLOWED_LOCATIONS = ('s3://{self.bucket}/inbox/')"
        )
        self.sql.ok(f'CREATE FILE FORMAT "PARTNER_CSV" {FORMAT_OPTIONS}')
        self.sql.ok(
            f"CREATE STAGE INBOX URL = 's3://{self.bucket}/inbox/' STORAGE_INTEGRATION = \"{self.integration}\" "
            "FILE_FORMAT = (FORMAT_NAME = 'PARTNER_CSV')"
        )
        self.sql.ok(
            "CREATE TABLE LANDING (A VARCHAR, B VARCHAR, C VARCHAR, SOURCE_FILENAME VARCHAR, "
            "SOURCE_ROW_NUMBER NUMBER(38,0), BATCH_DATE DATE, LOADED_AT TIMESTAMP_NTZ(9))"
        )
        self.client("iam").create_role(RoleName=self.role, AssumeRolePolicyDocument=json.dumps(self.trust()))
        self.permit(*self.reading())

    def described(self) -> dict[str, str]:
        rows = self.sql.ok(f'DESC INTEGRATION "{self.integration}"').records
        return {row["property"]: row["property_value"] for row in rows}

    def trust(self, principal: Any = None, external_id: str | None = None, **statement: Any) -> dict[str, Any]:
        """The right trust policy, with some parts changed on purpose."""
        d = self.described()
        made = {
            "Effect": "Allow",
            "Principal": {"AWS": principal or d["STORAGE_AWS_IAM_USER_ARN"]},
            "Action": "sts:AssumeRole",
            "Condition": {"StringEquals": {"sts:ExternalId": external_id or d["STORAGE_AWS_EXTERNAL_ID"]}},
            **statement,
        }
        return {"Version": "2012-10-17", "Statement": [made]}

    def set_trust(self, *documents: dict[str, Any]) -> None:
        statements = [statement for document in documents for statement in document["Statement"]]
        self.client("iam").update_assume_role_policy(
            RoleName=self.role, PolicyDocument=json.dumps({"Version": "2012-10-17", "Statement": statements})
        )

    def reading(self) -> list[dict[str, Any]]:
        return [
            {"Effect": "Allow", "Action": "s3:GetObject*", "Resource": f"arn:aws:s3:::{self.bucket}/inbox/*"},
            {
                "Effect": "Allow",
                "Action": ["s3:ListBucket"],
                "Resource": f"arn:aws:s3:::{self.bucket}",
                "Condition": {"StringLike": {"s3:prefix": ["inbox/*"]}},
            },
        ]

    def permit(self, *statements: dict[str, Any]) -> None:
        document = {"Version": "2012-10-17", "Statement": list(statements)}
        self.client("iam").put_role_policy(RoleName=self.role, PolicyName="read", PolicyDocument=json.dumps(document))

    def put(self, name: str, body: bytes | str) -> None:
        """An object below inbox/."""
        content = body.encode() if isinstance(body, str) else body
        self.client("s3").put_object(Bucket=self.bucket, Key=f"inbox/{name}", Body=content)

    def copy(self, *names: str, sql: SqlApi | None = None, options: str = "", time: str = "SYSDATE()") -> Answer:
        """The function's own COPY statement."""
        columns = ", ".join(f'"{column}"' for column in COLUMNS)
        files = ", ".join(literal(name) for name in names)
        statement = (
            f'COPY INTO "LANDING" ({columns})\nFROM (SELECT t.$1, t.$2, t.$3, METADATA$FILENAME, '
            f"METADATA$FILE_ROW_NUMBER, '2025-01-11'::DATE, {time} FROM @\"INBOX\" t)\n"
            f'FILES = ({files}) FILE_FORMAT = (FORMAT_NAME = \'"RAW"."PARTNER_CSV"\') '
            f"ON_ERROR = ABORT_STATEMENT {options}"
        )
        return (sql or self.sql)(statement)

    def landed(self, columns: str = "A, B, C") -> list[list[str | None]]:
        order = "ORDER BY SOURCE_FILENAME, SOURCE_ROW_NUMBER"
        return self.sql.ok(f"SELECT {columns} FROM LANDING {order}").rows


def literal(text: str) -> str:
    return "'" + text.replace("\\", "\\\\").replace("'", "''") + "'"


@functools.cache
def client(endpoint: str, service: str) -> Any:
    return boto3.client(
        service,
        endpoint_url=endpoint,
        region_name="eu-west-1",
        aws_access_key_id="test",
        aws_secret_access_key="test",
    )
