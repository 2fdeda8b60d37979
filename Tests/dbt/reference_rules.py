"""The rules of the data contract for one row, in plain Python: nulls, headers, timestamps, amounts, reasons.

Written from the contract and on its own: it shares no code, no pattern and no SQL with the dbt project that it checks.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

SALES = ("store_token", "transaction_id", "receipt_token", "transaction_time", "amount", "source_id", "user_role")
STORES = ("store_group", "store_token", "store_name")
LINEAGE = ("source_filename", "source_row_number", "batch_date", "loaded_at")

Row = Mapping[str, Any]


def clean(text: object) -> str | None:
    """The text without spaces and tabs at its ends; None for the null words and the empty text."""
    if text is None:
        return None
    stripped = str(text).strip(" \t")
    return None if stripped in ("", "NULL", "null") else stripped


def is_header(row: Row, columns: tuple[str, ...]) -> bool:
    """Whether every field is the name of its column, whatever its case and blanks; only source_id may be left out."""
    for column in columns:
        name = str(row[column] or "").replace(" ", "").replace("\t", "").lower()
        if name != column and not (column == "source_id" and name == ""):
            return False
    return True


def parse_time(text: str) -> dt.datetime | None:
    """The moment in UTC without a zone, to the microsecond; None if the text names none."""
    for date_form in (r"(\d{4})-(\d\d)-(\d\d)[T ](\d\d):(\d\d):(\d\d)", r"(\d{4})(\d\d)(\d\d)[T ](\d\d)(\d\d)(\d\d)"):
        if found := re.match(date_form, text, re.ASCII):
            break
    else:
        return None
    rest = re.fullmatch(r"(?:\.(\d{1,9}))?(?:(Z)|([+-])(\d\d)(?::?(\d\d))?)?", text[found.end() :], re.ASCII)
    if rest is None:
        return None
    fraction, _, sign, hours, minutes = rest.groups()
    offset = 60 * int(hours or 0) + int(minutes or 0)
    if int(minutes or 0) > 59 or offset > 14 * 60:
        return None
    try:
        local = dt.datetime(*map(int, found.groups()), microsecond=int((fraction or "").ljust(9, "0")[:6]))
    except ValueError:
        return None
    return local - dt.timedelta(minutes=-offset if sign == "-" else offset)


def parse_amount(text: str) -> Decimal | None:
    """The amount with two decimals; None if the text is none or does not fit nine digits before the point."""
    digits = text[1:] if text[:1] in ("+", "-") else text
    whole, point, decimals = digits.removeprefix("$").partition(".")
    if point and not re.fullmatch(r"\d\d?", decimals, re.ASCII):
        return None
    first, *groups = whole.split(",")
    if not re.fullmatch(r"\d+", first, re.ASCII) or (groups and len(first) > 3):
        return None
    if any(not re.fullmatch(r"\d{3}", group, re.ASCII) for group in groups):
        return None
    cents = int(first + "".join(groups)) * 100 + int((decimals or "0").ljust(2, "0"))
    if cents >= 10**11:
        return None
    return Decimal(-cents if text.startswith("-") else cents).scaleb(-2)


def typed_sale(row: Row) -> dict[str, Any]:
    """A data row as STAGE.RECEIVED_SALES holds it."""
    text = {column: clean(row[column]) for column in SALES}
    moment = parse_time(text["transaction_time"]) if text["transaction_time"] else None
    amount = parse_amount(text["amount"]) if text["amount"] else None
    reasons = [f"{column} is missing" for column in ("store_token", "transaction_id") if text[column] is None]
    if moment is None:
        reasons.append(f"transaction_time is {'no timestamp' if text['transaction_time'] else 'missing'}")
    if amount is None:
        reasons.append(f"amount is {'no NUMBER(11,2)' if text['amount'] else 'missing'}")
    return {
        **text,
        "transaction_time_text": text["transaction_time"],
        "amount_text": text["amount"],
        "transaction_time": moment,
        "transaction_date": moment.date() if moment else None,
        "amount": amount,
        "rejection_reason": "; ".join(reasons) or None,
        **{column: row[column] for column in LINEAGE},
    }


def typed_store(row: Row) -> dict[str, Any]:
    """A data row as STAGE.RECEIVED_STORES holds it."""
    text = {column: clean(row[column]) for column in STORES}
    reason = "store_token is missing" if text["store_token"] is None else None
    return {**text, "rejection_reason": reason, **{column: row[column] for column in LINEAGE}}
