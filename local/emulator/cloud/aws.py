"""Clients of the embedded AWS: the administrator's, and those of Snowflake's own IAM user."""

from __future__ import annotations

import json
import logging
import threading
from typing import TYPE_CHECKING, Any

import boto3
from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError

if TYPE_CHECKING:
    from ..account import Account

log = logging.getLogger("emulator.aws")

_CONFIG = Config(
    retries={"max_attempts": 1, "mode": "standard"},
    connect_timeout=5,
    read_timeout=60,
    s3={"addressing_style": "path"},
    max_pool_connections=20,
)
_MAY_ASSUME = json.dumps(
    {
        "Version": "2012-10-17",
        "Statement": [{"Effect": "Allow", "Action": "sts:AssumeRole", "Resource": "*"}],
    }
)
_STALE = {"InvalidClientTokenId", "UnrecognizedClientException", "InvalidAccessKeyId", "ExpiredToken", "AccessDenied"}


def error_code(failure: Exception) -> str:
    return failure.response["Error"]["Code"] if isinstance(failure, ClientError) else type(failure).__name__


class Aws:
    """Keys live in memory only; Snowflake's user gets a new one with each start of the emulator."""

    def __init__(self, account: Account) -> None:
        self._account = account
        self._session = boto3.Session()
        self._lock = threading.RLock()
        self._administrator: dict[str, Any] = {}
        self._user_key: tuple[str, str] | None = None

    def client(self, service: str, key: str, secret: str, token: str | None = None) -> Any:
        configuration = self._account.configuration
        with self._lock:
            return self._session.client(
                service,
                endpoint_url=configuration.aws_endpoint,
                region_name=configuration.region,
                aws_access_key_id=key,
                aws_secret_access_key=secret,
                aws_session_token=token,
                config=_CONFIG,
            )

    def administrator(self, service: str) -> Any:
        with self._lock:
            if service not in self._administrator:
                c = self._account.configuration
                self._administrator[service] = self.client(
                    service, c.aws_access_key, c.aws_secret_key, c.aws_session_token
                )
            return self._administrator[service]

    def assumed_s3(self, credentials: dict[str, Any]) -> Any:
        return self.client(
            "s3", credentials["AccessKeyId"], credentials["SecretAccessKey"], credentials["SessionToken"]
        )

    def assume(self, role: str, external_id: str) -> dict[str, str] | None:
        """Credentials of the role, assumed as Snowflake's user. None where this AWS has no such user to offer."""
        for attempt in (1, 2):
            key = self._snowflake_key(fresh=attempt == 2)
            if key is None:
                return None
            try:
                answer = self.client("sts", *key).assume_role(
                    RoleArn=role, RoleSessionName="snowflake", ExternalId=external_id, DurationSeconds=3600
                )
                return answer["Credentials"]
            except ClientError as failure:
                if attempt == 2 or error_code(failure) not in _STALE - {"AccessDenied"}:
                    raise
        return None

    def _snowflake_key(self, fresh: bool) -> tuple[str, str] | None:
        with self._lock:
            if self._user_key is None or fresh:
                self._user_key = self._make_key()
            return self._user_key

    def _make_key(self) -> tuple[str, str] | None:
        """The IAM user of the account, in an AWS account that is not the customer's, with one new access key."""
        from ..account import SNOWFLAKE_AWS_ACCOUNT

        name = self._account.iam_user_name
        iam = self.client("iam", SNOWFLAKE_AWS_ACCOUNT, "unchecked")
        try:
            try:
                iam.create_user(UserName=name)
            except ClientError as failure:
                if error_code(failure) != "EntityAlreadyExists":
                    raise
            iam.put_user_policy(UserName=name, PolicyName="assume", PolicyDocument=_MAY_ASSUME)
            for old in iam.list_access_keys(UserName=name)["AccessKeyMetadata"]:
                iam.delete_access_key(UserName=name, AccessKeyId=old["AccessKeyId"])
            made = iam.create_access_key(UserName=name)["AccessKey"]
        except (ClientError, BotoCoreError) as failure:
            log.warning(
                "no IAM user for Snowflake in this AWS (%s): policies are evaluated here alone", error_code(failure)
            )
            return None
        return made["AccessKeyId"], made["SecretAccessKey"]
