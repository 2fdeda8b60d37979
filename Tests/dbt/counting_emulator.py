"""The emulator with counted scans: `counting_emulator.py SCANS …` takes the arguments of the emulator after its own.

Tables are kept in row groups of 2048 rows, each with the least and greatest value of its columns, and DuckDB skips
the groups that no row can come from: what Snowflake does with micro-partitions, some hundred times smaller. SCANS gets
a JSON line for each statement that reads a table of a database: {"statement", "scans": [[table, rows read], …]}.
"""

from __future__ import annotations

import contextlib
import json
import pathlib
import sys
import threading
from typing import Any

import duckdb
from emulator.__main__ import main
from emulator.engine import duck
from emulator.names import duck_literal, quoted

from emulator import session

ROWS_PER_GROUP = 2048
LOCK = threading.Lock()


class CountingConnection:
    """A DuckDB connection that writes down what each statement has read, once its rows are fetched."""

    def __init__(self, connection: duckdb.DuckDBPyConnection, file: pathlib.Path) -> None:
        self.connection = connection
        self.file = file
        self.statement: str | None = None
        connection.execute("SET enable_profiling = 'no_output'")

    def __getattr__(self, name: str) -> Any:
        return getattr(self.connection, name)

    def execute(self, statement: str, *arguments: Any) -> CountingConnection:
        self.write()
        self.connection.execute(statement, *arguments)
        self.statement = statement
        return self

    def fetchall(self) -> list[Any]:
        rows = self.connection.fetchall()
        self.write()
        return rows

    def write(self) -> None:
        statement, self.statement = self.statement, None
        if statement is None:
            return
        with contextlib.suppress(duckdb.Error, ValueError):
            profile = json.loads(self.connection.get_profiling_information(format="json"))
            if scans := [scan for root in profile.get("operator", []) for scan in scans_of(root)]:
                with LOCK, self.file.open("a") as file:
                    file.write(json.dumps({"statement": statement, "scans": scans}) + "\n")


def scans_of(operator: dict[str, Any]) -> list[tuple[str, int]]:
    """The tables that an operator and those below it read, with the rows of the row groups that were not skipped."""
    found = [scan for child in operator.get("children", []) for scan in scans_of(child)]
    table = operator.get("extra_info", {}).get("Table", "")
    if "rows_scanned" in operator and table.count(".") == 2:
        found.append((table.replace('"', ""), operator["rows_scanned"]))
    return found


def count_into(file: pathlib.Path) -> None:
    """Every session's connection counts, and new databases have small row groups."""

    def counting(each: session.Session) -> CountingConnection:
        if not hasattr(each, "counting"):
            each.counting = CountingConnection(each.fakesnow._duck_conn, file)  # type: ignore[attr-defined]
        return each.counting  # type: ignore[attr-defined]

    session.Session.duck = property(counting)  # type: ignore[assignment]

    def attach(self: duck.Engine, database: str) -> None:
        with self._lock:
            if database in self._attached:
                return
            connection = self._root.cursor()
            connection.execute(
                f"ATTACH {duck_literal(str(self._file(database)))} AS {quoted(database)} "
                f"(ROW_GROUP_SIZE {ROWS_PER_GROUP})"
            )
            connection.execute(duck._BOOKKEEPING.format(db=quoted(database)))
            self._attached.add(database)

    duck.Engine.attach = attach  # type: ignore[method-assign]


if __name__ == "__main__":
    count_into(pathlib.Path(sys.argv.pop(1)))
    sys.exit(main())
