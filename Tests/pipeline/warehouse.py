"""The embedded Snowflake, read by its administrator with the official connector."""

from __future__ import annotations

import contextlib
import pathlib
from collections.abc import Mapping
from typing import Any

import snowflake.connector
from cryptography.hazmat.primitives import serialization

Row = dict[str, Any]

LISTINGS = (
    "SHOW DATABASES",
    "SHOW SCHEMAS IN ACCOUNT",
    "SHOW WAREHOUSES",
    "SHOW ROLES",
    "SHOW USERS",
    "SHOW INTEGRATIONS",
    "SHOW OBJECTS IN ACCOUNT",
    "SHOW STAGES IN ACCOUNT",
    "SHOW FILE FORMATS IN ACCOUNT",
)
"""What an account holds, object by object."""


def der(pem: str) -> bytes:
    """A private key as the connector wants it."""
    key = serialization.load_pem_private_key(pem.encode(), password=None)
    return key.private_bytes(
        serialization.Encoding.DER, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )


class Warehouse:
    """One sign-in with a key pair."""

    def __init__(self, address: Mapping[str, str], user: str, role: str | None, pem: str) -> None:
        self.connection = snowflake.connector.connect(
            account=address["SNOWFLAKE_ACCOUNT"],
            user=user,
            private_key=der(pem),
            role=role,
            host=address["SNOWFLAKE_HOST"],
            port=int(address["SNOWFLAKE_PORT"]),
            protocol="http",
            database=address["SNOWFLAKE_DATABASE"],
            warehouse=address["SNOWFLAKE_WAREHOUSE"],
            login_timeout=20,
            network_timeout=60,
            session_parameters={"CLIENT_TELEMETRY_ENABLED": False, "TIMEZONE": "UTC"},
        )

    @classmethod
    def of_administrator(cls, address: Mapping[str, str]) -> Warehouse:
        pem = pathlib.Path(address["SNOWFLAKE_PRIVATE_KEY_PATH"]).read_text()
        return cls(address, address["SNOWFLAKE_USER"], "ACCOUNTADMIN", pem)

    def close(self) -> None:
        with contextlib.suppress(snowflake.connector.errors.Error):
            self.connection.close()

    def rows(self, statement: str, *values: object) -> list[Row]:
        """The rows of one statement, columns by name in lower case."""
        with self.connection.cursor() as cursor:
            cursor.execute(statement, values or None)
            names = [column.name.lower() for column in cursor.description]
            return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]

    def value(self, statement: str, *values: object) -> Any:
        """The only value of one statement."""
        ((name, value),) = self.rows(statement, *values)[0].items()
        return value

    def counts(self, table: str) -> dict[str, int]:
        """The rows of a RAW table by the key of the object they came from."""
        rows = self.rows(f"SELECT SOURCE_FILENAME AS K, COUNT(*) AS N FROM RAW.{table} GROUP BY SOURCE_FILENAME")
        return {row["k"]: row["n"] for row in rows}

    def raw(self, table: str, key: str) -> list[Row]:
        """The rows of one object in the order of the file."""
        return self.rows(f"SELECT * FROM RAW.{table} WHERE SOURCE_FILENAME = %s ORDER BY SOURCE_ROW_NUMBER", key)

    def inventory(self) -> dict[str, set[tuple[str, ...]]]:
        """Every object of the account with the time it was made, listing by listing."""
        return {listing: {self._identity(row) for row in self.rows(listing)} for listing in LISTINGS}

    @staticmethod
    def _identity(row: Row) -> tuple[str, ...]:
        fields = ("kind", "database_name", "schema_name", "name", "created_on", "comment")
        return tuple(str(row[field]) for field in fields if row.get(field) is not None)
