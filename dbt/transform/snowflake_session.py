"""The run's own connection to Snowflake: for the checks before dbt and for the lock."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Sequence
from typing import Any

import snowflake.connector
from cryptography.hazmat.primitives import serialization
from snowflake.connector.errors import DatabaseError, Error, HttpError, OperationalError

from .failure import Exit, Failure
from .settings import Settings


class SnowflakeSession:
    """One connection as the transform's user. Statements are short; nothing here waits for long."""

    def __init__(self, settings: Settings) -> None:
        try:
            self.connection = snowflake.connector.connect(
                account=settings.account,
                user=settings.user,
                private_key=der(settings.private_key),
                role=settings.role,
                warehouse=settings.warehouse,
                database=settings.database,
                host=settings.host,
                port=settings.port,
                protocol=settings.protocol,
                login_timeout=30,
                network_timeout=60,
                session_parameters={"QUERY_TAG": f"snowline/{settings.environment}/transform", "TIMEZONE": "UTC"},
            )
        except (OperationalError, HttpError) as error:
            raise Failure(
                f"{settings.host} does not answer: {error}", "Look at the network, then run it again."
            ) from None
        except DatabaseError as error:
            raise Failure(
                f"Snowflake refuses the sign-in of {settings.user}: {error}",
                f"Run `deploy --env {settings.environment}`, which gives the user the public key of its secret.",
                Exit.IDENTITY,
                "sign_in_refused",
            ) from None

    def rows(self, statement: str, values: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        """The rows of one statement; `values` take the places of its %s."""
        with self.connection.cursor() as cursor:
            cursor.execute(statement, list(values) or None)
            return cursor.fetchall()

    def changed(self, statement: str, values: Sequence[Any] = ()) -> int:
        """How many rows an UPDATE has changed."""
        with self.connection.cursor() as cursor:
            cursor.execute(statement, list(values) or None)
            return cursor.rowcount or 0

    def close(self) -> None:
        """Never raises: what was to be done is done."""
        try:
            self.connection.close()
        except Error:
            return


def der(text: str) -> bytes:
    """A private key as PKCS#8 DER, from PEM or from base64 of the DER, as dbt takes them."""
    try:
        if "-----BEGIN" not in text:
            return base64.b64decode(text, validate=True)
        key = serialization.load_pem_private_key(text.encode(), password=None)
    except (ValueError, TypeError, binascii.Error):
        raise Failure(
            "SNOWFLAKE_PRIVATE_KEY is no private key.",
            "It must be PEM, or base64 of the PKCS#8 DER.",
            Exit.IDENTITY,
            "key_unusable",
        ) from None
    return key.private_bytes(
        serialization.Encoding.DER, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
