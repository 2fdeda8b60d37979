"""Partner files as the ingestion takes them: from bytes and a key to rows of RAW, or to the reason of a refusal."""

from __future__ import annotations

import csv
import datetime as dt
import gzip
import io
import re

from reference_rules import LINEAGE, SALES, STORES, Row, is_header, typed_sale, typed_store

BREACH_LIMIT_PERCENT = 5


class Refused(Exception):
    """The contract refuses the file: it stays in the inbox and an alert names this reason."""


def dataset_of(key: str) -> str:
    """`sales` or `stores`, by the base name."""
    base = key.rsplit("/", 1)[-1].lower()
    if not base.endswith((".csv", ".csv.gz")):
        raise Refused(f"{base} is no .csv and no .csv.gz file")
    for prefix, dataset in (("sale", "sales"), ("store", "stores")):
        if base.startswith(prefix):
            return dataset
    raise Refused(f"{base} belongs to no dataset")


def batch_date_of(key: str) -> dt.date:
    """The one eight-digit calendar date in the base name."""
    dates = []
    for group in re.findall(r"\d+", key.rsplit("/", 1)[-1], re.ASCII):
        if len(group) == 8:
            try:
                dates.append(dt.date(int(group[:4]), int(group[4:6]), int(group[6:])))
            except ValueError:
                continue
    if len(dates) != 1:
        raise Refused(f"{key} has {len(dates)} batch dates in its name")
    return dates[0]


def records(body: bytes) -> list[list[str | None]]:
    """The fields of each record; an empty line is none. Null words are nulls here already, as COPY makes them."""
    if body.startswith(b"\x1f\x8b"):
        body = gzip.decompress(body)
    try:
        text = body.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Refused(f"byte {error.start} is no UTF-8") from error
    lines = csv.reader(io.StringIO(text, newline=""), strict=True)
    trimmed = ([field.strip(" ") for field in record] for record in lines if record)
    return [[None if field in ("", "NULL", "null") else field for field in record] for record in trimmed]


def raw_rows(key: str, body: bytes, loaded_at: dt.datetime) -> list[Row]:
    """The rows that COPY adds to RAW for the file, header lines too; raises `Refused`."""
    dataset = dataset_of(key)
    columns = SALES if dataset == "sales" else STORES
    batch_date = batch_date_of(key)
    rows: list[Row] = []
    counts = set()
    for number, fields in enumerate(records(body), start=1):
        counts.add(len(fields))
        if len(counts) > 1 or not (len(fields) == len(columns) or (dataset == "sales" and len(fields) == 6)):
            raise Refused(f"record {number} has {len(fields)} fields")
        names = columns if len(fields) == len(columns) else tuple(c for c in columns if c != "source_id")
        row = dict.fromkeys(columns) | dict(zip(names, fields, strict=True))
        rows.append(row | dict(zip(LINEAGE, (key, number, batch_date, loaded_at), strict=True)))
    typed = typed_sale if dataset == "sales" else typed_store
    data = [typed(row) for row in rows if not is_header(row, columns)]
    if not data:
        raise Refused("the file has no data row")
    breaches = sum(row["rejection_reason"] is not None for row in data)
    if breaches * 100 > BREACH_LIMIT_PERCENT * len(data):
        raise Refused(f"{breaches} of {len(data)} rows hold a bad value")
    return rows
