"""Random histories: what partners send, in which order it reaches RAW, and when dbt runs."""

from __future__ import annotations

import dataclasses
import datetime as dt
import random
from collections.abc import Iterator
from typing import Any

from reference_rules import LINEAGE, SALES, STORES, Row

SHOPS = tuple(f"s{number}" for number in range(1, 8))
AMOUNTS = ("1.00", "2.50", "5.00", "5", "7.5", "0.01", "0.03", "$1,000.00", "+12.25", "-2.50", "-$0.05", "-1,000.00")
BAD_TIMES = (
    "",
    "2024-02-30 10:00:00",
    "20240101",
    "2024-01-01T24:00:00",
    "2024-01-01T10:00:00+15:00",
    "10:00:00",
    "NULL",
)
BAD_AMOUNTS = ("", "12,50", "1.234", "free", "1234567890.00", "$-1.00", "1 000.00", "null", ".5", "5.")
PARTIAL_RUNS = (
    ("--select", "received_sales", "stg_sales"),
    ("--select", "received_sales", "received_stores", "processed_loads"),
    ("--exclude", "mart_daily_sales", "mart_store_sales"),
    ("--exclude", "mart_batches", "stg_stores"),
)


@dataclasses.dataclass(frozen=True)
class Load:
    """What one COPY, or a part of it, adds to RAW."""

    dataset: str
    rows: list[Row]


@dataclasses.dataclass(frozen=True)
class Build:
    """A whole build, after which every table must be right; with arguments a run of some models only."""

    arguments: tuple[str, ...] = ()


class History:
    """A random sequence of loads and builds, ending with a whole build; the same for the same seed."""

    def __init__(self, seed: int) -> None:
        self.dice = random.Random(seed)
        # A lookback of 0 shows whether the touched dates alone are enough.
        self.lookback_days = self.dice.choice((0, 0, 7))
        self.first_day = self.dice.choice((dt.date(2023, 12, 10), dt.date(2024, 2, 1), dt.date(2024, 11, 20)))
        self.clock = dt.datetime.combine(self.first_day + dt.timedelta(days=60), dt.time(6))
        self.files: list[Load] = []
        self.numbers = 0

    def steps(self) -> Iterator[Load | Build]:
        """The loads and builds in order."""
        yield self.file("stores", self.dice.randint(2, 5))
        yield from self.split(self.file("sales", 150))
        yield Build()
        for _ in range(2):
            for _ in range(self.dice.randint(1, 4)):
                yield from self.split(self.next_file())
            if self.dice.random() < 0.6:
                yield Build(self.dice.choice(PARTIAL_RUNS))
                yield self.next_file()
            yield Build()

    def next_file(self) -> Load:
        """A new file of either kind, or an old one again."""
        draw = self.dice.random()
        if draw < 0.2:
            return self.file("stores", self.dice.randint(1, 3))
        if draw < 0.5:
            return self.resent(self.dice.choice(self.files))
        return self.file("sales", self.dice.randint(1, 25))

    def split(self, load: Load) -> Iterator[Load | Build]:
        """Now and then a build sees a load half."""
        if len(load.rows) > 3 and self.dice.random() < 0.15:
            middle = len(load.rows) // 2
            yield Load(load.dataset, load.rows[:middle])
            yield Build()
            yield Load(load.dataset, load.rows[middle:])
        else:
            yield load

    def file(self, dataset: str, rows: int) -> Load:
        """A file with new rows; some of its sales repeat or correct sales of before."""
        header = self.dice.random() < 0.6
        six = dataset == "sales" and self.dice.random() < 0.4
        make, columns = (self.sale, SALES) if dataset == "sales" else (self.store, STORES)
        fields = [make() for _ in range(rows)]
        fields += [dict(self.dice.choice(fields)) for _ in range(self.dice.randint(0, 2))]
        if header:
            fields.insert(0, {column: self.header_field(column) for column in columns})
        if six:
            fields = [row | {"source_id": None} for row in fields]
        self.numbers += 1
        batch_date = self.clock.date() - dt.timedelta(days=self.dice.choice((0, 0, 1, 1, 2, 20)))
        name = f"inbox/{dataset}_{batch_date:%Y%m%d}_{self.dice.randint(1, 3)}.csv"
        return self.received(dataset, fields, name, batch_date)

    def resent(self, file: Load) -> Load:
        """An old file under the same key: equal, corrected, moved to other dates, or with a bad value."""
        columns = SALES if file.dataset == "sales" else STORES
        fields = [{column: row[column] for column in columns} for row in file.rows]
        for row in fields:
            if file.dataset == "sales" and self.dice.random() < 0.3:
                row["amount"] = self.amount()
            if file.dataset == "sales" and self.dice.random() < 0.3:
                row["transaction_time"] = self.time()
        return self.received(file.dataset, fields, file.rows[0]["source_filename"], file.rows[0]["batch_date"])

    def received(self, dataset: str, fields: list[dict[str, Any]], name: str, batch_date: dt.date) -> Load:
        """The file as a load: later than the last one, at the very same time, or committed late."""
        draw = self.dice.random()
        if draw < 0.6 or not self.files:
            self.clock += dt.timedelta(seconds=self.dice.randint(1, 40_000), microseconds=self.dice.randint(0, 999_999))
        at = self.clock
        if draw > 0.7 and self.files:
            at -= dt.timedelta(seconds=self.dice.choice((1, 600, 90_000, 2_000_000)))
        taken = {(row["source_filename"], row["loaded_at"]) for load in self.files for row in load.rows[:1]}
        while (name, at) in taken:
            at += dt.timedelta(microseconds=1)
        rows = [
            row | dict(zip(LINEAGE, (name, n, batch_date, at), strict=True)) for n, row in enumerate(fields, start=1)
        ]
        load = Load(dataset, rows)
        self.files.append(load)
        return load

    def header_field(self, name: str) -> str:
        """A column name as partners write it."""
        return self.dice.choice((name, name.upper(), name.title(), f" {name}", f"{name}\t"))

    def store(self) -> dict[str, str | None]:
        """A store; some have no token, and s7 never comes."""
        token = self.dice.choice((*SHOPS[:6], *SHOPS[:6], None))
        name = self.dice.choice((f"Shop {self.dice.randint(1, 9)}", 'L\'Été "1"', None))
        return {"store_group": self.dice.choice(("g1", "g2", None)), "store_token": token, "store_name": name}

    def sale(self) -> dict[str, str | None]:
        """A sale out of few shops and few numbers, so that files meet again and again; one in fifteen is bad."""
        bad = self.dice.random() < 1 / 15
        missing = self.dice.choice(("store_token", "transaction_id", "time", "amount", "both")) if bad else ""
        return {
            "store_token": None if missing == "store_token" else self.dice.choice(SHOPS),
            "transaction_id": " NULL " if missing == "transaction_id" else f"t{self.dice.randint(1, 40)}",
            "receipt_token": self.dice.choice((None, "r1", "line\nbreak", "it's", "back\\slash")),
            "transaction_time": self.dice.choice(BAD_TIMES) if missing in ("time", "both") else self.time(),
            "amount": self.dice.choice(BAD_AMOUNTS) if missing in ("amount", "both") else self.amount(),
            "source_id": self.dice.choice(("till", "web", None)),
            "user_role": self.dice.choice((" Cashier ", "Manager", "null")),
        }

    def amount(self) -> str:
        """One of few amounts, so that stores draw level."""
        return self.dice.choice(AMOUNTS)

    def time(self) -> str:
        """A time in any accepted form; mostly within two months, often next to midnight, sometimes years before."""
        day = self.first_day + dt.timedelta(days=self.dice.randint(0, 60))
        if self.dice.random() < 0.05:
            day -= dt.timedelta(days=self.dice.randint(100, 800))
        hour = self.dice.choice((0, 0, 1, 9, 12, 22, 23, 23))
        clock = dt.time(hour, self.dice.randint(0, 59), self.dice.choice((0, 30, 59)))
        fraction = self.dice.choice(("", ".0", ".5", ".123", ".999999", ".250000000"))
        zone = self.dice.choice(("", "", "Z", "+02:00", "-0530", "+14", "-11:45"))
        form = self.dice.choice(("%Y%m%dT%H%M%S", "%Y-%m-%dT%H:%M:%S", "%Y-%m-%d %H:%M:%S", "%Y%m%d %H%M%S"))
        return f"{dt.datetime.combine(day, clock):{form}}{fraction}{zone}"
