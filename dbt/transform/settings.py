"""What a run is told by its environment variables; the same that profiles.yml reads, and a few more."""

from __future__ import annotations

import dataclasses
import json
import os
from collections.abc import MutableMapping
from typing import Any

from .failure import Exit, Failure

REQUIRED = ("ACCOUNT", "USER", "ROLE", "WAREHOUSE", "DATABASE")
METRICS = ("none", "emf", "cloudwatch")


@dataclasses.dataclass(frozen=True)
class Settings:
    """SNOWFLAKE_*: the connection. SNOWLINE_ENVIRONMENT: the name in alerts and metrics. ALERT_TOPIC_ARN: the alert.
    SNOWLINE_METRICS: `none`, `emf` (a line on stdout that CloudWatch Logs understands) or `cloudwatch`
    (PutMetricData). SNOWLINE_LOCK_SECONDS: how long the lock outlives a holder that is gone (600)."""

    account: str
    user: str
    role: str
    warehouse: str
    database: str
    private_key: str = dataclasses.field(repr=False)
    host: str
    port: int
    protocol: str
    environment: str
    alert_topic: str
    metrics: str
    lock_seconds: int
    runner: str

    @staticmethod
    def read(variables: MutableMapping[str, str] = os.environ) -> Settings:
        """The settings. Where SNOWFLAKE_PRIVATE_KEY is not given, it is fetched from the secret SNOWFLAKE_SECRET and
        handed on to dbt in the environment of this process."""
        missing = [f"SNOWFLAKE_{name}" for name in REQUIRED if not variables.get(f"SNOWFLAKE_{name}")]
        if missing:
            raise Failure(
                f"{', '.join(missing)} not set.", "Run `deploy transform --env …`, which sets them.", Exit.USAGE
            )
        if not variables.get("SNOWFLAKE_PRIVATE_KEY"):
            variables["SNOWFLAKE_PRIVATE_KEY"] = fetched_key(variables.get("SNOWFLAKE_SECRET", ""))
        metrics = variables.get("SNOWLINE_METRICS") or "none"
        if metrics not in METRICS:
            raise Failure(f"SNOWLINE_METRICS is {metrics!r}.", f"Give one of {', '.join(METRICS)}.", Exit.USAGE)
        account = variables["SNOWFLAKE_ACCOUNT"]
        return Settings(
            account=account,
            user=variables["SNOWFLAKE_USER"],
            role=variables["SNOWFLAKE_ROLE"],
            warehouse=variables["SNOWFLAKE_WAREHOUSE"],
            database=variables["SNOWFLAKE_DATABASE"],
            private_key=variables["SNOWFLAKE_PRIVATE_KEY"],
            host=variables.get("SNOWFLAKE_HOST") or f"{account}.snowflakecomputing.com",
            port=number(variables, "SNOWFLAKE_PORT", 443),
            protocol=variables.get("SNOWFLAKE_PROTOCOL") or "https",
            environment=variables.get("SNOWLINE_ENVIRONMENT") or "unnamed",
            alert_topic=variables.get("ALERT_TOPIC_ARN", ""),
            metrics=metrics,
            lock_seconds=number(variables, "SNOWLINE_LOCK_SECONDS", 600),
            runner=runner(variables),
        )


def number(variables: MutableMapping[str, str], name: str, default: int) -> int:
    """A whole number above zero."""
    text = variables.get(name) or str(default)
    if not text.isdecimal() or int(text) == 0:
        raise Failure(f"{name} is {text!r}.", "Give a whole number above zero.", Exit.USAGE)
    return int(text)


def runner(variables: MutableMapping[str, str]) -> str:
    """What kind of place this is, for whoever finds the lock taken."""
    if variables.get("ECS_CONTAINER_METADATA_URI_V4"):
        return "the scheduled task"
    return "continuous integration" if variables.get("CI") else "a laptop"


def fetched_key(secret: str) -> str:
    """The private key in the secret, `{"privateKey": "-----BEGIN PRIVATE KEY-----…"}`."""
    if not secret:
        raise Failure("Neither SNOWFLAKE_PRIVATE_KEY nor SNOWFLAKE_SECRET is set.", "Set one of them.", Exit.USAGE)
    from botocore.exceptions import BotoCoreError, ClientError

    try:
        value: Any = json.loads(aws("secretsmanager").get_secret_value(SecretId=secret)["SecretString"])
        return str(value["privateKey"])
    except (BotoCoreError, ClientError) as error:
        raise Failure(
            f"The secret {secret} can not be read: {error}",
            "Run `deploy --env …`, which makes it, and see that this role may read it.",
            Exit.IDENTITY,
            "key_missing",
        ) from None
    except (KeyError, TypeError, ValueError):
        raise Failure(
            f"The secret {secret} holds no private key.",
            "Run `deploy --env …`, which makes it.",
            Exit.IDENTITY,
            "key_unusable",
        ) from None


def aws(service: str) -> Any:
    """A client of an AWS service; region, endpoint and credentials are those of the environment."""
    import boto3
    from botocore.config import Config

    return boto3.client(service, config=Config(connect_timeout=10, read_timeout=20, retries={"max_attempts": 4}))
