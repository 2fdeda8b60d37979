"""Writes the sample files, or checks that they are what this script writes.

python3 samples/generate.py            write samples/1, samples/2 and samples/manifest.json
python3 samples/generate.py --check    exit 1 and name the files that differ
"""

from __future__ import annotations

import argparse
import dataclasses
import datetime as dt
import gzip
import json
import pathlib
import sys
from collections.abc import Iterable

from shops import Sale, all_sales

HERE = pathlib.Path(__file__).parent
SALES_7 = "store_token,transaction_id,receipt_token,transaction_time,amount,source_id,user_role"
SALES_6 = SALES_7.replace("source_id,", "")
STORES = "store_group,store_token,store_name"


@dataclasses.dataclass(frozen=True)
class SampleFile:
    """A partner file. `wave` and the place in its wave say when it is dropped; `outcome` is `history` or `alert`."""

    wave: int
    path: str
    body: bytes
    outcome: str = "history"

    @property
    def place(self) -> str:
        return f"{self.wave}/{self.path}"


def basic(moment: dt.datetime) -> str:
    return f"{moment:%Y%m%dT%H%M%S}.{moment.microsecond // 1000:03d}"


def extended(moment: dt.datetime) -> str:
    return f"{moment:%Y-%m-%d %H:%M:%S}"


def zoned(moment: dt.datetime, minutes: int) -> str:
    local = moment + dt.timedelta(minutes=minutes)
    return f"{local:%Y-%m-%dT%H:%M:%S}{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02d}:{abs(minutes) % 60:02d}"


def quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'


def seven(sale: Sale, time: str | None = None, **other: str) -> str:
    field = {"receipt": sale.receipt, "amount": sale.amount, "source": sale.source, "role": sale.role} | other
    return ",".join(
        [
            sale.shop,
            sale.id,
            field["receipt"],
            time or basic(sale.moment),
            field["amount"],
            field["source"],
            field["role"],
        ]
    )


def six(sale: Sale, time: str | None = None) -> str:
    return ",".join([sale.shop, sale.id, sale.receipt, time or basic(sale.moment), sale.amount, sale.role])


def lines(*parts: str | Iterable[str], end: str = "\n") -> bytes:
    flat = [line for part in parts for line in ([part] if isinstance(part, str) else part)]
    return "".join(line + end for line in flat).encode()


def between(sales: list[Sale], first: str, last: str) -> list[Sale]:
    return [sale for sale in sales if first <= f"{sale.moment:%Y-%m-%d}" <= last]


def backlog(sales: list[Sale]) -> bytes:
    """Five weeks at once, over the turn of the year: duplicates, an in-file correction and six bad rows, under 5 %."""
    rows = [seven(sale) for sale in sales]
    twice, corrected = sales[40], sales[80]
    bad = [
        seven(sales[10], amount='"12,50"').replace(sales[10].id, "T90001"),
        seven(sales[11], amount="free").replace(sales[11].id, "T90002"),
        seven(sales[12], time="2024-02-30T10:00:00").replace(sales[12].id, "T90003"),
        seven(sales[13], time="yesterday").replace(sales[13].id, "T90004"),
        seven(sales[14]).replace(sales[14].id, "NULL"),
        seven(sales[15], amount="12345678901.00").replace(sales[15].shop, ""),
    ]
    return lines(SALES_7, rows, seven(twice), seven(twice), seven(corrected, amount="77.70"), bad)


def quotes_and_nulls(sales: list[Sale]) -> bytes:
    """Null words in every spelling, and quoted fields with commas, quotes and line breaks; compressed."""
    rows = [seven(sale) for sale in sales]
    rows[0] = seven(sales[0], receipt=quoted('two lines:\nR-1, and "R-2"'))
    rows[1] = seven(sales[1], receipt="NULL", source="null", role="")
    rows[2] = seven(sales[2], receipt='""', role=quoted("Manager, deputy"))
    rows[3] = seven(sales[3], source=" till ", role=quoted(" Cashier "))
    return gzip.compress(lines(SALES_7, rows), mtime=0)


def zones_and_money(sales: list[Sale]) -> bytes:
    """Every form of a time and of an amount that the contract accepts."""
    offsets = (120, -300, 345, 0, -570)
    rows = []
    for index, sale in enumerate(sales):
        sign, digits = ("-", sale.amount[1:]) if sale.amount.startswith("-") else ("", sale.amount)
        commas = f"{int(digits[:-3]):,}{digits[-3:]}"
        amount = (sign + digits, quoted(f"{sign}{commas}"), quoted(f"{sign}${commas}"), f"{sign or '+'}{digits}")[
            index % 4
        ]
        time = (
            zoned(sale.moment, offsets[index % 5]),
            extended(sale.moment) + "Z",
            basic(sale.moment + dt.timedelta(hours=1)) + "+0100",
        )[index % 3]
        rows.append(seven(sale, time=time, amount=amount))
    return lines(SALES_7, rows)


def month_end(sales: list[Sale]) -> bytes:
    """The last and the first moment of a month, and two sales whose offset moves them over its end."""
    edge = [
        "st-bern,T95001,R-E1,2025-01-31T23:59:59.999999,31.01,till,Cashier",
        "st-bern,T95002,R-E2,2025-02-01T00:00:00,1.02,till,Cashier",
        "st-chur,T95003,R-E3,2025-01-31T23:30:00-01:00,1.02,till,Cashier",
        "st-chur,T95004,R-E4,20250201T003000.000+0200,31.01,till,Cashier",
    ]
    return lines([seven(sale) for sale in sales], edge)


def resent(sales: list[Sale]) -> bytes:
    """An old day again: its rows as they were, two corrections, and sales that nobody had sent."""
    moved = next(sale for sale in sales if f"{sale.moment:%Y-%m-%d}" == "2025-01-13")
    again = between(sales, "2025-01-15", "2025-01-15")
    january = between(sales, "2025-01-03", "2025-01-03")[0]
    return lines(
        SALES_7,
        [seven(sale) for sale in again],
        seven(between(sales, "2025-01-16", "2025-01-16")[0], amount="999.95"),
        seven(january, amount="1234.50"),
        seven(dataclasses.replace(moved, moment=moved.moment + dt.timedelta(days=1))),
        "st-geneva,T96001,R-L1,20250114T120000.000,45.60,till,Cashier",
        "st-geneva,T96002,R-L2,20241124T120000.000,11.10,till,Cashier",
    )


def files() -> list[SampleFile]:
    sales = all_sales()
    week = between(sales, "2025-01-05", "2025-01-11")
    west = ("st-basel", "st-bern", "st-geneva")
    stores = [
        STORES,
        "north,st-basel," + quoted('Basel "Spalentor"'),
        "north,st-bern," + quoted("Bern, Marktgasse"),
        "NULL,st-geneva,Genève Cornavin",
    ]
    return [
        SampleFile(1, "stores_20250105.csv", lines(stores)),
        SampleFile(1, "sales_20250105.csv", backlog(between(sales, "2024-12-01", "2025-01-04"))),
        SampleFile(
            1,
            "stores_no_header_20250112.csv",
            lines("alpine,st-chur," + quoted('Chur, "Süd"'), "south,st-lugano,Lugano"),
        ),
        SampleFile(1, "sales_20250112.csv", lines(six(sale) for sale in week if sale.shop in west)),
        SampleFile(
            1,
            "sales_20250112_2.csv",
            b"\xef\xbb\xbf"
            + lines(
                " Store_Token,TRANSACTION_ID ,Receipt_Token,Transaction_Time,Amount,User_Role",
                (six(sale, extended(sale.moment)) for sale in week if sale.shop not in west),
                end="\r\n",
            ),
        ),
        SampleFile(1, "north/sales_20250119.csv.gz", quotes_and_nulls(between(sales, "2025-01-12", "2025-01-18"))),
        SampleFile(1, "sales_20250126.csv", zones_and_money(between(sales, "2025-01-19", "2025-01-25"))),
        SampleFile(
            1,
            "sales_20250126_broken.csv",
            lines(
                SALES_7,
                "st-bern,T97001,R-B1,20250125T101500.000,19.90,till,Cashier",
                "st-bern,T97002,R-B2,20250125T101600.000,1,019.90,till,Cashier",
                "st-bern,T97003,R-B3,20250125T101700.000,29.90,till,Cashier",
            ),
            outcome="alert",
        ),
        SampleFile(1, "sales_20250202.csv", month_end(between(sales, "2025-01-26", "2025-02-01"))),
        SampleFile(1, "sales_20250209.csv", lines(SALES_7, map(seven, between(sales, "2025-02-02", "2025-02-08")))),
        SampleFile(2, "sales_20250119_resent.csv", resent(sales)),
        SampleFile(
            2, "stores_20250216.csv", lines(STORES, "north,st-bern,Bern am Bahnhof", "alpine,st-davos,Davos Platz")
        ),
        SampleFile(2, "sales_20250216.csv", lines(SALES_7, map(seven, between(sales, "2025-02-09", "2025-02-15")))),
    ]


def manifest(samples: list[SampleFile]) -> bytes:
    entries = [{"file": s.place, "wave": s.wave, "key": f"inbox/{s.path}", "outcome": s.outcome} for s in samples]
    return (json.dumps(entries, indent=2) + "\n").encode()


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 if a file differs")
    check = parser.parse_args().check
    samples = files()
    wanted = {sample.place: sample.body for sample in samples} | {"manifest.json": manifest(samples)}
    here = {
        path.relative_to(HERE).as_posix(): path for wave in "12" for path in (HERE / wave).rglob("*") if path.is_file()
    }
    wrong = [f"{place}: not written by generate.py" for place in here if place not in wanted]
    for place, body in wanted.items():
        path = HERE / place
        if not check:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(body)
        elif not path.exists():
            wrong.append(f"{place}: missing")
        elif unzipped(path.read_bytes()) != unzipped(body):
            wrong.append(f"{place}: differs")
    for line in wrong:
        print(line, file=sys.stderr)
    return 1 if wrong else 0


def unzipped(body: bytes) -> bytes:
    """The same whichever library compressed it."""
    return gzip.decompress(body) if body.startswith(b"\x1f\x8b") else body


if __name__ == "__main__":
    sys.exit(main())
