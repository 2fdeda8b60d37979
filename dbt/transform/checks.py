"""What is looked at before dbt starts, and what a run says of the data afterwards."""

from __future__ import annotations

import pathlib
from typing import Any

import yaml

from .failure import Exit, Failure
from .settings import Settings
from .snowflake_session import SnowflakeSession


def sources(project: pathlib.Path) -> dict[str, list[str]]:
    """The RAW tables of the data contract and their columns."""
    document: Any = yaml.safe_load((project / "models" / "sources.yml").read_text())
    (source,) = document["sources"]
    return {table["name"]: [column["name"] for column in table["columns"]] for table in source["tables"]}


def check_sources(session: SnowflakeSession, settings: Settings, project: pathlib.Path) -> list[str]:
    """Raises when a RAW table or column is missing; notes columns that nobody reads and empty tables."""
    there: dict[str, set[str]] = {}
    for table, column in session.rows(
        f'SELECT TABLE_NAME, COLUMN_NAME FROM "{settings.database}".INFORMATION_SCHEMA.COLUMNS '
        "WHERE TABLE_SCHEMA = 'RAW'"
    ):
        there.setdefault(table, set()).add(column)
    deploy = f"Run `deploy --env {settings.environment}`, which makes it and lets {settings.role} read it."
    notes = []
    for table, columns in sources(project).items():
        name = f"{settings.database}.RAW.{table}"
        if table not in there:
            raise Failure(
                f"The source table {name} is missing, or {settings.role} may not read it.",
                deploy,
                Exit.INVALID,
                "source_missing",
            )
        if missing := [column for column in columns if column not in there[table]]:
            raise Failure(f"{name} has no column {', '.join(missing)}.", deploy, Exit.INVALID, "source_missing")
        if added := sorted(there[table].difference(columns)):
            notes.append(
                f"{name} has the column {', '.join(added)} that the data contract does not name; no model reads it. "
                "Declare it in Sources/DataContract and run `deploy synth`."
            )
        if not session.rows(f'SELECT 1 AS FOUND FROM "{settings.database}".RAW."{table}" LIMIT 1'):
            notes.append(f"{name} holds no row yet.")
    return notes


def bad_loads(session: SnowflakeSession, settings: Settings) -> list[str]:
    """A note for each load of this run of which every row was rejected."""
    stage = f'"{settings.database}".STAGE'
    found = session.rows(
        f"""
        SELECT p.SOURCE_FILENAME, p.RECEIVED_ROWS, MIN(r.REASON) AS REASON
        FROM {stage}.PENDING_LOADS AS p
        INNER JOIN {stage}.REJECTED_SALES AS r
            ON p.SOURCE_FILENAME = r.SOURCE_FILENAME AND p.BATCH_DATE = r.BATCH_DATE AND p.LOADED_AT = r.LOADED_AT
        WHERE p.DATASET = 'sales' AND p.RECEIVED_ROWS > 0
        GROUP BY p.SOURCE_FILENAME, p.BATCH_DATE, p.LOADED_AT, p.RECEIVED_ROWS
        HAVING COUNT(*) = p.RECEIVED_ROWS
        ORDER BY p.SOURCE_FILENAME
        """
    )
    return [
        f"Every row of {file} is rejected ({rows} of {rows}, such as: {reason}). "
        f"See STAGE.REJECTED_SALES where SOURCE_FILENAME = '{file}'."
        for file, rows, reason in found
    ]
