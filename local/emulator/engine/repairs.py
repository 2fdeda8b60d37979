"""Snowflake functions that the transpiler gets wrong, written in a form that it leaves alone."""

from __future__ import annotations

from sqlglot import Expr, exp

_TEXT = {exp.DataType.Type.VARCHAR, exp.DataType.Type.TEXT}
_NANOSECONDS = "%f_nine"
# DuckDB's time_bucket keeps the type of its argument, its date_trunc makes a DATE a TIMESTAMP.
_BUCKETS = {
    "DAY": "1 day",
    "WEEK": "7 days",
    "MONTH": "1 month",
    "QUARTER": "3 months",
    "YEAR": "1 year",
}
_ZONED = {exp.DataType.Type.TIMESTAMPTZ, exp.DataType.Type.TIMESTAMPLTZ}


def repaired(tree: Expr) -> Expr:
    return tree.transform(_repair, copy=False)


def _repair(node: Expr) -> Expr:
    match node:
        case exp.Trim() if node.expression is not None:
            return _trim(node)
        case exp.DateTrunc() | exp.TimestampTrunc():
            return _truncate(node)
        case exp.StrToTime() if _NANOSECONDS in str(node.args["format"].name):
            return _nanoseconds(node)
        case exp.ArrayToString():
            return _joined(node)
        case _:
            return node


def _trim(node: exp.Trim) -> Expr:
    """The characters to trim survive only when the text is cast already."""
    if not (isinstance(node.this, exp.Cast) and node.this.to.this in _TEXT):
        node.set("this", exp.cast(node.this, "VARCHAR"))
    return node


def _truncate(node: Expr) -> Expr:
    width = _BUCKETS.get(node.text("unit").upper())
    zoned = any(isinstance(part, exp.Cast) and part.to.this in _ZONED for part in node.this.walk())
    if width is None or zoned or node.this.find(exp.CurrentTimestamp):
        return node
    interval = exp.cast(exp.Literal.string(width), "INTERVAL")
    return exp.Anonymous(this="time_bucket", expressions=[interval, node.this])


def _nanoseconds(node: exp.StrToTime) -> Expr:
    """Digits beyond the microseconds are dropped, not rounded: 23:59:59.9999999 stays on its day."""
    target = node.args.get("target_type")
    if target is not None and target.this in _ZONED:
        return node
    format_ = node.args["format"].name.replace(_NANOSECONDS, "%n")
    name = "_sl_try_strptime" if node.args.get("safe") else "_sl_strptime"
    return exp.Anonymous(this=name, expressions=[node.this, exp.Literal.string(format_)])


def _joined(node: exp.ArrayToString) -> Expr:
    if isinstance(node.this, exp.ArrayConstructCompact):
        texts = [exp.cast(item, "VARCHAR") for item in node.this.expressions]
        return exp.Anonymous(this="concat_ws", expressions=[node.expression, *texts])
    return exp.Anonymous(this="_sl_array_to_string", expressions=[node.this, node.expression])
