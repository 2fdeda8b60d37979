"""The environment that dbt runs in, as the deployer makes it; its role holds no more than dbt needs."""

from __future__ import annotations

import dataclasses
import datetime as dt
import re
from collections.abc import Iterable, Sequence
from typing import Any

import snowflake.connector
from cryptography.hazmat.primitives import serialization

from reference_rules import LINEAGE, SALES, STORES, Row

DATABASE, WAREHOUSE, ROLE, USER = "RETAIL_TEST", "RETAIL_TEST_WH", "RETAIL_TEST_TRANSFORM", "RETAIL_TEST_TRANSFORM_SVC"
LINEAGE_TYPES = {
    "source_filename": "VARCHAR",
    "source_row_number": "NUMBER(38,0)",
    "batch_date": "DATE",
    "loaded_at": "TIMESTAMP_NTZ(9)",
}
CHUNK = 500


@dataclasses.dataclass(frozen=True)
class Account:
    """Where an account is and who administers it."""

    host: str
    port: int
    protocol: str
    name: str
    administrator: str
    private_key: str = dataclasses.field(repr=False)

    def connect(self) -> snowflake.connector.SnowflakeConnection:
        key = serialization.load_pem_private_key(self.private_key.encode(), password=None)
        der = key.private_bytes(
            serialization.Encoding.DER, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
        return snowflake.connector.connect(
            account=self.name,
            user=self.administrator,
            private_key=der,
            role="ACCOUNTADMIN",
            host=self.host,
            port=self.port,
            protocol=self.protocol,
            login_timeout=20,
            network_timeout=60,
            session_parameters={"CLIENT_TELEMETRY_ENABLED": False, "TIMEZONE": "UTC"},
        )


class Warehouse:
    """The environment's database, seen by the administrator."""

    def __init__(self, account: Account) -> None:
        self.account = account
        self.connection = account.connect()

    def close(self) -> None:
        self.connection.close()

    def execute(self, statement: str) -> list[tuple[Any, ...]]:
        """Runs one statement and gives its rows."""
        with self.connection.cursor() as cursor:
            return cursor.execute(statement).fetchall()

    def create(self, public_key: str) -> None:
        """Makes everything that the deployer makes for dbt. `public_key` is the PEM of the service user's key."""
        key = re.sub(r"-----[A-Z ]+-----|\s", "", public_key)
        schemas = [f"{DATABASE}.{schema}" for schema in ("RAW", "STAGE", "ANALYTICS")]
        for statement in (
            f"CREATE DATABASE {DATABASE}",
            *(f"CREATE SCHEMA {schema}" for schema in schemas),
            f"CREATE WAREHOUSE {WAREHOUSE} WAREHOUSE_SIZE = XSMALL",
            raw_table("SALES", SALES),
            raw_table("STORES", STORES),
            f"CREATE ROLE {ROLE}",
            f"CREATE USER {USER} TYPE = SERVICE DEFAULT_ROLE = {ROLE} RSA_PUBLIC_KEY = '{key}'",
            f"GRANT ROLE {ROLE} TO USER {USER}",
            f"GRANT USAGE ON WAREHOUSE {WAREHOUSE} TO ROLE {ROLE}",
            f"GRANT USAGE ON DATABASE {DATABASE} TO ROLE {ROLE}",
            *(f"GRANT USAGE ON SCHEMA {schema} TO ROLE {ROLE}" for schema in schemas),
            f"GRANT SELECT ON ALL TABLES IN SCHEMA {DATABASE}.RAW TO ROLE {ROLE}",
            *(f"GRANT CREATE TABLE, CREATE VIEW ON SCHEMA {schema} TO ROLE {ROLE}" for schema in schemas[1:]),
        ):
            self.execute(statement)

    def empty(self) -> None:
        """Removes every row and every table that dbt made."""
        for table in ("SALES", "STORES"):
            self.execute(f"DELETE FROM {DATABASE}.RAW.{table}")
        for schema in ("STAGE", "ANALYTICS"):
            for name in self.tables(schema):
                self.execute(f"DROP TABLE {DATABASE}.{schema}.{name}")

    def tables(self, schema: str) -> list[str]:
        """The names of the tables in a schema."""
        found = self.execute(
            f"SELECT table_name AS name FROM {DATABASE}.INFORMATION_SCHEMA.TABLES WHERE table_schema = '{schema}'"
        )
        return [name for (name,) in found]

    def load(self, dataset: str, rows: Sequence[Row]) -> None:
        """Adds rows to RAW, all of them in one statement for each `CHUNK`."""
        columns = (SALES if dataset == "sales" else STORES) + LINEAGE
        casts = [f"column{i}::{LINEAGE_TYPES.get(column, 'VARCHAR')}" for i, column in enumerate(columns, start=1)]
        for start in range(0, len(rows), CHUNK):
            values = ", ".join(
                f"({', '.join(literal(row[c]) for c in columns)})" for row in rows[start : start + CHUNK]
            )
            self.execute(
                f"INSERT INTO {DATABASE}.RAW.{dataset.upper()} ({', '.join(columns)}) "
                f"SELECT {', '.join(casts)} FROM VALUES {values}"
            )

    def read(self, schema: str, table: str) -> list[dict[str, Any]]:
        """All rows of a table, columns in lower case."""
        with self.connection.cursor() as cursor:
            rows = cursor.execute(f"SELECT * FROM {DATABASE}.{schema}.{table}").fetchall()
            names = [column.name.lower() for column in cursor.description]
        return [dict(zip(names, row, strict=True)) for row in rows]


def raw_table(name: str, columns: Iterable[str]) -> str:
    """A RAW table as the data contract makes it."""
    types = [f"{column} VARCHAR" for column in columns] + [f"{column} {kind}" for column, kind in LINEAGE_TYPES.items()]
    return f"CREATE TABLE {DATABASE}.RAW.{name} ({', '.join(types)})"


def literal(value: object) -> str:
    """A SQL literal."""
    if value is None:
        return "NULL"
    if isinstance(value, dt.datetime):
        return f"'{value:%Y-%m-%d %H:%M:%S.%f}'"
    if isinstance(value, int):
        return str(value)
    text = str(value).replace("\\", "\\\\").replace("'", "''").replace("\t", "\\t").replace("\n", "\\n")
    return f"'{text}'"
