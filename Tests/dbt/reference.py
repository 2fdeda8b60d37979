"""Every table of the dbt project, computed from the RAW rows in plain Python: what the models must give.

snapshot_date, the day of the run, is left out.
"""

from __future__ import annotations

import collections
import datetime as dt
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Any

from reference_history import stores_history
from reference_rules import LINEAGE, SALES, STORES, Row, is_header, typed_sale, typed_store

Table = list[dict[str, Any]]

REPORT_DAYS, TOP_DAYS, TOP_RANKS = 40, 10, 5


def tables(raw_sales: Iterable[Row], raw_stores: Iterable[Row]) -> dict[str, Table]:
    """All tables by name, from the rows of RAW.SALES and RAW.STORES."""
    raw_sales, raw_stores = list(raw_sales), list(raw_stores)
    sales = [typed_sale(row) for row in raw_sales if not is_header(row, SALES)]
    stores = [typed_store(row) for row in raw_stores if not is_header(row, STORES)]
    stg_sales = winners(sales, ("store_token", "transaction_id"))
    stg_stores = winners(stores, ("store_token",))
    store_sales = mart_store_sales(stg_sales)
    daily_sales = mart_daily_sales(store_sales)
    batches = mart_batches(sales, stg_sales)
    return {
        "received_sales": sales,
        "received_stores": stores,
        "stg_sales": pick(stg_sales, (*SALES, "transaction_date", *LINEAGE)),
        "stg_stores": pick(stg_stores, (*STORES, *LINEAGE)),
        "rejected_sales": rejected(sales, SALES),
        "rejected_stores": rejected(stores, STORES),
        "processed_loads": processed_loads("sales", raw_sales, SALES) + processed_loads("stores", raw_stores, STORES),
        "mart_store_sales": store_sales,
        "mart_daily_sales": daily_sales,
        "mart_batches": batches,
        "stores_history": stores_history(stores),
        "report_daily_sales": report_daily_sales(daily_sales),
        "report_top_stores": report_top_stores(store_sales, stg_stores),
        "report_transactions_lifecycle": report_transactions_lifecycle(batches),
    }


def winners(rows: Table, key: Sequence[str]) -> Table:
    """The valid row of each key that was received last."""
    order = ("loaded_at", "batch_date", "source_filename", "source_row_number")
    valid = [row for row in rows if row["rejection_reason"] is None]
    latest = {}
    for row in sorted(valid, key=lambda row: [row[column] for column in order]):
        latest[tuple(row[column] for column in key)] = row
    return list(latest.values())


def pick(rows: Table, columns: Sequence[str]) -> Table:
    """The rows with these columns only."""
    return [{column: row[column] for column in columns} for row in rows]


def rejected(rows: Table, columns: Sequence[str]) -> Table:
    """The rows that do not parse, with the texts that do not."""
    return [
        {"reason": row["rejection_reason"]}
        | {column: row.get(f"{column}_text", row[column]) for column in columns}
        | {column: row[column] for column in LINEAGE}
        for row in rows
        if row["rejection_reason"] is not None
    ]


def processed_loads(dataset: str, raw: Sequence[Row], columns: tuple[str, ...]) -> Table:
    """What each load brought, with and without its header lines."""
    loads: dict[tuple[Any, ...], list[int]] = collections.defaultdict(lambda: [0, 0])
    for row in raw:
        counts = loads[row["source_filename"], row["batch_date"], row["loaded_at"]]
        counts[0] += 1
        counts[1] += not is_header(row, columns)
    names = ("source_filename", "batch_date", "loaded_at")
    return [
        {"dataset": dataset, **dict(zip(names, load, strict=True)), "raw_rows": rows, "received_rows": data}
        for load, (rows, data) in loads.items()
    ]


def mart_store_sales(stg_sales: Table) -> Table:
    """Sums by day and store."""
    amounts = collections.defaultdict(list)
    for sale in stg_sales:
        amounts[sale["transaction_date"], sale["store_token"]].append(sale["amount"])
    return [
        {"transaction_date": date, "store_token": store, "sales_count": len(each), "total_sales": sum(each, Decimal(0))}
        for (date, store), each in amounts.items()
    ]


def by_date(rows: Table, column: str) -> dict[dt.date, Table]:
    """The rows of each date."""
    groups = collections.defaultdict(list)
    for row in rows:
        groups[row[column]].append(row)
    return groups


def ranked(day: Table) -> Table:
    """The stores of a day, the best first; the smaller token first among equals."""
    return sorted(day, key=lambda row: (-row["total_sales"], row["store_token"].encode()))


def mart_daily_sales(store_sales: Table) -> Table:
    """Sums by day, and the best store."""
    return [
        {
            "transaction_date": date,
            "active_stores": len(day),
            "sales_count": sum(row["sales_count"] for row in day),
            "total_amount": sum((row["total_sales"] for row in day), Decimal(0)),
            "top_store_token": ranked(day)[0]["store_token"],
        }
        for date, day in by_date(store_sales, "transaction_date").items()
    ]


def mart_batches(sales: Table, stg_sales: Table) -> Table:
    """What became of the data rows of each batch date. `stg_sales` holds the very rows of `sales` that win."""
    winning = {id(row) for row in stg_sales}
    result = []
    for date, batch in by_date(sales, "batch_date").items():
        bad = sum(row["rejection_reason"] is not None for row in batch)
        valid = sum(id(row) in winning for row in batch)
        result.append(
            {
                "batch_date": date,
                "total_raw_rows": len(batch),
                "total_valid_rows": valid,
                "total_rejected_rows": bad,
                "total_superseded_rows": len(batch) - valid - bad,
                "last_loaded_at": max(row["loaded_at"] for row in batch),
            }
        )
    return result


def average(total: Decimal, stores: int) -> Decimal:
    """Rounded half away from zero to two decimals, in whole numbers."""
    cents = int(total * 100)
    rounded = (2 * abs(cents) + stores) // (2 * stores)
    return Decimal(rounded if cents >= 0 else -rounded).scaleb(-2)


def last(rows: Table, column: str, count: int) -> Table:
    """The rows of the last `count` dates, the newest first; one row has a date."""
    return sorted(rows, key=lambda row: row[column], reverse=True)[:count]


def report_daily_sales(daily_sales: Table) -> Table:
    """The last days, with the running total of their month over all its days."""

    def in_month_until(date: dt.date) -> Decimal:
        first = date.replace(day=1)
        return sum((day["total_amount"] for day in daily_sales if first <= day["transaction_date"] <= date), Decimal(0))

    return [
        {
            "transaction_date": day["transaction_date"],
            "active_stores": day["active_stores"],
            "total_amount": day["total_amount"],
            "avg_store_sales": average(day["total_amount"], day["active_stores"]),
            "monthly_cumulative_sales": in_month_until(day["transaction_date"]),
            "top_store_token": day["top_store_token"],
        }
        for day in last(daily_sales, "transaction_date", REPORT_DAYS)
    ]


def report_top_stores(store_sales: Table, stg_stores: Table) -> Table:
    """The best stores of the last days."""
    names = {store["store_token"]: store["store_name"] for store in stg_stores}
    days = by_date(store_sales, "transaction_date")
    return [
        {
            "transaction_date": date,
            "store_rank": rank,
            "store_token": row["store_token"],
            "store_name": names.get(row["store_token"]),
            "total_sales": row["total_sales"],
        }
        for date in sorted(days, reverse=True)[:TOP_DAYS]
        for rank, row in enumerate(ranked(days[date])[:TOP_RANKS], start=1)
    ]


def report_transactions_lifecycle(batches: Table) -> Table:
    """What became of the last batches."""
    counts = ("batch_date", "total_raw_rows", "total_valid_rows", "total_rejected_rows", "total_superseded_rows")
    return [
        {column: batch[column] for column in counts} | {"processing_date": batch["last_loaded_at"].date()}
        for batch in last(batches, "batch_date", REPORT_DAYS)
    ]
