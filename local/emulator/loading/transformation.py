"""The select list of a COPY as DuckDB expressions over the file's columns."""

from __future__ import annotations

from dataclasses import dataclass

import sqlglot
from sqlglot import Expr, exp

from .. import errors
from ..engine import arithmetic, functions, repairs
from ..names import quoted
from ..session import Session

METADATA = {
    "METADATA$FILENAME": "_SL_FILENAME",
    "METADATA$FILE_ROW_NUMBER": "_SL_ROW",
    "METADATA$START_SCAN_TIME": "_SL_SCANNED",
    "METADATA$FILE_LAST_MODIFIED": "_SL_MODIFIED",
    "METADATA$FILE_CONTENT_KEY": "_SL_ETAG",
}
SOURCE = "_sl_copy_source"


@dataclass(frozen=True)
class Transformation:
    """expressions are DuckDB's texts, one a target column; width is the highest $n that they use."""

    expressions: list[str]
    width: int


def plain(count: int) -> Transformation:
    return Transformation([quoted(f"C{index}") for index in range(1, count + 1)], count)


def compiled(session: Session, select: str, alias: str | None) -> Transformation:
    tree = sqlglot.parse_one(f"SELECT {select}", read="snowflake")
    if not isinstance(tree, exp.Select) or tree.find(exp.Subquery, exp.Star, exp.AggFunc, exp.Window):
        raise errors.SnowflakeError(
            2083,
            "42601",
            "SQL compilation error:\nCOPY statement only supports simple SELECT from stage statements for import.",
        )
    width = 0

    def replaced(node: Expr) -> Expr:
        nonlocal width
        inner = node.this if isinstance(node, exp.Column) else node
        if isinstance(node, exp.Column) and node.table and node.table.upper() != (alias or "").upper():
            raise errors.invalid_identifier(node.sql("snowflake"))
        if isinstance(inner, exp.Parameter):
            index = int(inner.name)
            width = max(width, index)
            return exp.column(f"C{index}", quoted=True)
        if isinstance(node, exp.Column):
            name = METADATA.get(node.name.upper())
            if name is None:
                raise errors.invalid_identifier(node.name.upper())
            return exp.column(name, quoted=True)
        return node

    tree = tree.transform(replaced, copy=False)
    tree = repairs.repaired(arithmetic.exact(functions.answered(tree, session, definition=False)))
    expressions = []
    for each in tree.expressions:
        bare = each.this if isinstance(each, exp.Alias) else each
        wrapped = exp.select(bare.copy())
        expressions.append(session.fakesnow.cursor()._transform(wrapped, None).sql("duckdb").removeprefix("SELECT "))
    return Transformation(expressions, width)
