"""How many rows an incremental build reads, over histories of any length.

A day brings two files of sales and one of all stores; ids grow with time, or have no order at all. What is measured is
the build after one more day, which also corrects sales of the last month and brings one that is as old as the history.
"""

from __future__ import annotations

import collections
import contextlib
import dataclasses
import datetime as dt
import json
import os
import pathlib
import re
from collections.abc import Iterator

import emulator
from project import NO_UNIT_TESTS, Project, environment
from warehouse import DATABASE, Account, Warehouse

LAST_DAY = dt.date(2025, 3, 31)
ROWS_A_FILE, STORES = 500, 20


@dataclasses.dataclass(frozen=True)
class Reads:
    """Rows read by one build, by table, and what the history holds."""

    history_rows: int
    by_table: dict[str, int]

    @property
    def total(self) -> int:
        return sum(self.by_table.values())


@contextlib.contextmanager
def counted(folder: pathlib.Path) -> Iterator[tuple[Warehouse, Project, pathlib.Path]]:
    """An environment of its own whose statements are counted into the file."""
    scans = folder / "scans.ndjson"
    private, public = emulator.new_key()
    service, service_public = emulator.new_key()
    before = dict(os.environ)
    with emulator.running(folder, "SNOWLINE-LOCAL", "DEPLOYER", public, scans) as port:
        account = Account("127.0.0.1", port, "http", "SNOWLINE-LOCAL", "DEPLOYER", private)
        warehouse = Warehouse(account)
        warehouse.create(service_public)
        os.environ.update(environment(account, service))
        try:
            yield warehouse, Project(folder / "dbt"), scans
        finally:
            os.environ.clear()
            os.environ.update(before)
            warehouse.close()


def incremental_reads(folder: pathlib.Path, days: int, ordered: bool = True, full: bool = False) -> Reads:
    """Builds a history of so many days, adds a day, builds again, and counts that build; `full`: a full refresh."""
    with counted(folder) as (warehouse, project, scans):
        warehouse.execute(sales(LAST_DAY - dt.timedelta(days=days - 1), days, ordered))
        warehouse.execute(stores(LAST_DAY - dt.timedelta(days=days - 1), days))
        project.run()
        # The first run makes every table anew; the second finds nothing and is the state of every day.
        project.run()
        next_day = LAST_DAY + dt.timedelta(days=1)
        warehouse.execute(sales(next_day, 1, ordered))
        warehouse.execute(stores(next_day, 1))
        warehouse.execute(corrections(next_day, days))
        scans.write_text("")
        project.build(NO_UNIT_TESTS, *(["--full-refresh"] if full else []))
        return Reads(days * 2 * ROWS_A_FILE, by_table(scans))


def by_table(scans: pathlib.Path) -> dict[str, int]:
    """Rows read of each table. MIN, MAX and COUNT of a whole table cost nothing: Snowflake keeps them as metadata."""
    result: collections.Counter[str] = collections.Counter()
    for line in scans.read_text().splitlines():
        entry = json.loads(line)
        if len(entry["scans"]) == 1 and is_metadata(entry["statement"]):
            continue
        for table, rows in entry["scans"]:
            if table.startswith(f"{DATABASE}.") and ".INFORMATION_SCHEMA." not in table:
                result[table.removeprefix(f"{DATABASE}.").lower()] += rows
    return dict(result)


def is_metadata(statement: str) -> bool:
    """Whether a query asks for nothing but the least, the greatest or the count of a whole table."""
    text = re.sub(r"/\*.*?\*/", " ", statement, flags=re.DOTALL)
    return re.search(r"\b(MAX|MIN|COUNT)\(", text, re.I) is not None and not re.search(
        r"\b(WHERE|JOIN|GROUP|DISTINCT|UNION|INSERT|CREATE|MERGE)\b", text, re.I
    )


def sales(first: dt.date, days: int, ordered: bool) -> str:
    """Two files a day from the first day on."""
    rows = days * 2 * ROWS_A_FILE
    number = "n % 1000"
    day = f"dateadd(day, floor(n / {2 * ROWS_A_FILE})::int, '{first}'::date)"
    name = f"to_varchar({day}, 'YYYYMMDD') || '-' || lpad(({number})::varchar, 4, '0')"
    return f"""
        insert into {DATABASE}.RAW.SALES
        select
            's' || (n % {STORES})::varchar, {name if ordered else f"md5({name})"}, 'r',
            to_varchar({day}, 'YYYY-MM-DD') || ' 12:00:00',
            ((n % 97) + 1)::varchar || '.50', 'till', 'Cashier',
            'inbox/sales_' || to_varchar({day}, 'YYYYMMDD') || '_' || iff({number} < {ROWS_A_FILE}, '1', '2') || '.csv',
            n % {ROWS_A_FILE} + 1, {day},
            dateadd(minute, iff({number} < {ROWS_A_FILE}, 0, 5), dateadd(hour, 30, {day}::timestamp_ntz))
        from (select row_number() over (order by true) - 1 as n from table(generator(rowcount => {rows})))
    """


def stores(first: dt.date, days: int) -> str:
    """Every store once a day; a name changes every tenth day."""
    day = f"dateadd(day, floor(n / {STORES})::int, '{first}'::date)"
    return f"""
        insert into {DATABASE}.RAW.STORES
        select
            'g1', 's' || (n % {STORES})::varchar, 'Shop ' || floor(n / {10 * STORES})::varchar,
            'inbox/stores_' || to_varchar({day}, 'YYYYMMDD') || '.csv', n % {STORES} + 1, {day},
            dateadd(hour, 29, {day}::timestamp_ntz)
        from (select row_number() over (order by true) - 1 as n from table(generator(rowcount => {days * STORES})))
    """


def corrections(day: dt.date, days: int) -> str:
    """A file that sends twenty sales again with another amount: one of each of the last days and one of the first."""
    return f"""
        insert into {DATABASE}.RAW.SALES
        select store_token, transaction_id, receipt_token, transaction_time, '1000.00', source_id, user_role,
            'inbox/sales_{day:%Y%m%d}_9.csv', row_number() over (order by transaction_time), '{day}'::date,
            dateadd(hour, 31, '{day}'::timestamp_ntz)
        from {DATABASE}.RAW.SALES
        where source_row_number = 7 and endswith(source_filename, '_1.csv')
            and (batch_date > dateadd(day, -20, '{day}'::date) or batch_date = dateadd(day, -{days}, '{day}'::date))
    """
