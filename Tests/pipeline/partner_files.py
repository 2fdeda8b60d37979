"""Files as partners write them."""

from __future__ import annotations

import gzip
import itertools

SALES_HEADER = "store_token,transaction_id,receipt_token,transaction_time,amount,source_id,user_role"
STORES_HEADER = "store_group,store_token,store_name"

_numbers = itertools.count(1)


def sale(store: str = "st-1", amount: str = "9.90", source: str | None = "web") -> str:
    """One row that nobody has sent before; six fields without a source."""
    number = next(_numbers)
    fields = [store, f"t{number}", f"r{number}", "20250301T174600.000", amount]
    return ",".join([*fields, *([] if source is None else [source]), "cashier"])


def sales(rows: int = 3, header: bool = True, source: str | None = "web") -> bytes:
    """A sales file of seven columns, or of six without a source."""
    names = SALES_HEADER if source is not None else SALES_HEADER.replace("source_id,", "")
    lines = ([names] if header else []) + [sale(source=source) for _ in range(rows)]
    return text(lines)


def stores(rows: int = 2, header: bool = True) -> bytes:
    lines = [f"group-{number},st-{number},Shop {number}" for number in range(1, rows + 1)]
    return text(([STORES_HEADER] if header else []) + lines)


def text(lines: list[str], ending: str = "\n") -> bytes:
    return "".join(line + ending for line in lines).encode()


def zipped(body: bytes) -> bytes:
    """The same bytes every time: no time stamp in it."""
    return gzip.compress(body, mtime=0)


def history_key(key: str, date: str) -> str:
    """Where a file is kept: the dataset and the batch date, `YYYYMMDD`, of its name (the data contract)."""
    base = key.rpartition("/")[2]
    dataset = "stores" if base.lower().startswith("store") else "sales"
    return f"history/{dataset}/year={date[:4]}/month={date[4:6]}/day={date[6:]}/{base}"
