"""Snowflake's exact NUMBER division and average, which DuckDB computes as DOUBLE."""

from __future__ import annotations

from sqlglot import Expr, exp

_FLOATING = (exp.Sqrt, exp.Exp, exp.Ln, exp.Log, exp.Pow, exp.Rand, exp.Stddev, exp.StddevPop, exp.StddevSamp)
_FLOAT_TYPES = {exp.DataType.Type.DOUBLE, exp.DataType.Type.FLOAT}


def exact(tree: Expr) -> Expr:
    """Divisions and averages of NUMBERs stay NUMBERs; an operand that is visibly a FLOAT keeps the division a FLOAT."""
    tree = tree.transform(_average, copy=False)
    return tree.transform(_division, copy=False)


def _division(node: Expr) -> Expr:
    if isinstance(node, exp.Div) and not _is_float(node.this) and not _is_float(node.expression):
        return exp.Anonymous(this="_sl_div", expressions=[node.this, node.expression])
    return node


def _average(node: Expr) -> Expr:
    if isinstance(node, exp.Window) and isinstance(node.this, exp.Avg) and not _is_float(node.this.this):
        return _quotient(_windowed(node, exp.Sum), _windowed(node, exp.Count))
    plain = isinstance(node, exp.Avg) and not isinstance(node.parent, exp.Window | exp.Filter)
    if plain and not _is_float(node.this):
        return _quotient(exp.Sum(this=node.this.copy()), exp.Count(this=node.this.copy()))
    return node


def _quotient(total: Expr, items: Expr) -> Expr:
    return exp.Anonymous(this="_sl_avg", expressions=[total, items])


def _windowed(window: exp.Window, function: type[exp.AggFunc]) -> Expr:
    other = window.copy()
    other.set("this", function(this=window.this.this.copy()))
    return other


def _is_float(node: Expr | None) -> bool:
    if node is None:
        return False
    return any(
        isinstance(part, _FLOATING) or (isinstance(part, exp.Cast) and part.to.this in _FLOAT_TYPES)
        for part in node.walk()
    )
