"""Reading a bucket as the integration's role."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from botocore.exceptions import BotoCoreError, ClientError

from ..catalog import Entry
from ..errors import SnowflakeError
from .aws import error_code
from .trust import AssumedRole

if TYPE_CHECKING:
    from ..account import Account


@dataclass(frozen=True)
class Location:
    """A place in S3; key may be empty, or a prefix. Keys are exact text: nothing is decoded or normalised."""

    bucket: str
    key: str

    @classmethod
    def parse(cls, url: str) -> Location:
        bucket, _, key = url.removeprefix("s3://").partition("/")
        return cls(bucket, key)

    @property
    def url(self) -> str:
        return f"s3://{self.bucket}/{self.key}"

    def joined(self, below: str) -> Location:
        """The stage's URL and a path below it are put together with one slash between."""
        if not below:
            return self
        base = self.key if not self.key or self.key.endswith("/") else self.key + "/"
        return Location(self.bucket, base + below)


@dataclass(frozen=True)
class Item:
    key: str
    size: int
    etag: str
    modified: dt.datetime


def access_denied(url: str) -> SnowflakeError:
    return SnowflakeError(
        91003,
        "55000",
        f"Failure using stage area. Cause: [Access Denied (Status Code: 403; Error Code: AccessDenied)] for '{url}'",
    )


def not_found(url: str) -> SnowflakeError:
    return SnowflakeError(
        91016,
        "02000",
        f"Remote file '{url}' was not found. There are several potential causes. The file might not exist. "
        "The required credentials may be missing or invalid. If you are running a copy command, please make sure "
        "files are not deleted when they are being loaded or files are not being loaded into two different tables "
        "concurrently with auto purge option.",
    )


class Bucket:
    """Every call is checked against the role's policies here and, where the embedded AWS enforces them, there."""

    def __init__(self, account: Account, role: AssumedRole, name: str) -> None:
        self.name = name
        self._role = role
        self._administrator = account.aws.administrator("s3")
        self._s3 = self._administrator if role.credentials is None else account.aws.assumed_s3(role.credentials)

    def read(self, key: str) -> tuple[bytes, Item]:
        url = f"s3://{self.name}/{key}"
        if not self._role.may("s3:GetObject", f"arn:aws:s3:::{self.name}/{key}"):
            raise access_denied(url)
        try:
            answer = self._reader(key).get_object(Bucket=self.name, Key=key)
            body = answer["Body"].read()
        except (ClientError, BotoCoreError) as failure:
            raise _failure(failure, url) from None
        return body, Item(key, len(body), answer["ETag"].strip('"'), answer["LastModified"])

    def _reader(self, key: str) -> Any:
        """MiniStack's policies never match a line break, so such a key is read as administrator after our own check."""
        return self._administrator if "\n" in key or "\r" in key else self._s3

    def list(self, prefix: str) -> Iterator[Item]:
        url = f"s3://{self.name}/{prefix}"
        if not self._role.may("s3:ListBucket", f"arn:aws:s3:::{self.name}", s3__prefix=prefix):
            raise access_denied(url)
        try:
            pages = self._s3.get_paginator("list_objects_v2").paginate(Bucket=self.name, Prefix=prefix)
            for page in pages:
                for each in page.get("Contents", []):
                    yield Item(each["Key"], each["Size"], each["ETag"].strip('"'), each["LastModified"])
        except (ClientError, BotoCoreError) as failure:
            raise _failure(failure, url) from None


def open_bucket(account: Account, integration: Entry, bucket: str) -> Bucket:
    """Raises 003167 until the trust test passes."""
    return Bucket(account, AssumedRole(account, integration), bucket)


def _failure(failure: Exception, url: str) -> SnowflakeError:
    code = error_code(failure)
    if code in ("AccessDenied", "403"):
        return access_denied(url)
    if code in ("NoSuchKey", "NoSuchBucket", "404"):
        return not_found(url)
    return SnowflakeError(91003, "55000", f"Failure using stage area. Cause: [{code}: {failure}]")
