"""Queries and DML: parse, resolve, check, transpile, run in DuckDB, answer as Snowflake does."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import sqlglot
from sqlglot import Expr, exp

from .. import errors
from ..catalog import Entry
from ..names import printed
from ..results import DDL, DELETE, INSERT, MERGE, SELECT, UPDATE, Column, Result, status
from ..session import Session
from . import arithmetic, functions, lengths, repairs, types
from .sources import Sources, find, qualify, written

_QUERIES = (exp.Select, exp.SetOperation, exp.Subquery, exp.Values)


def parse(sql: str) -> Expr:
    tree = sqlglot.parse_one(sql, read="snowflake")
    if isinstance(tree, exp.Command):
        raise errors.unsupported(f"{tree.this} {str(tree.expression)[:60].strip()}")
    return tree


def run(session: Session, sql: str) -> Result:
    """One SELECT, INSERT, UPDATE, DELETE, MERGE, TRUNCATE or CREATE SEQUENCE."""
    tree = parse(inlined(session, sql))
    match tree:
        case exp.Select() | exp.SetOperation() | exp.Subquery() | exp.Values():
            return _select(session, tree)
        case exp.Insert() | exp.Update() | exp.Delete() | exp.Merge() | exp.TruncateTable():
            return _change(session, tree)
        case exp.Create() if tree.kind == "SEQUENCE":
            session.duck.execute(duck_sql(session, tree, Sources(session)))
            return status(f"Sequence {tree.this.name} successfully created.", DDL)
        case _:
            raise errors.unsupported(f"the statement {sql.strip()[:60]}")


def inlined(session: Session, sql: str) -> str:
    """The text with $name session variables replaced by their values."""
    if not session.variables:
        return sql
    from ..tokens import tokenize

    out, last, tokens = [], 0, tokenize(sql)
    for sign, word in pairwise(tokens):
        if sign.text == "$" and word.kind == "word" and word.upper in session.variables:
            out += [sql[last : sign.start], session.variables[word.upper]]
            last = word.end
    return "".join(out) + sql[last:]


def duck_sql(
    session: Session, tree: Expr, sources: Sources, target: exp.Table | None = None, definition: bool = False
) -> str:
    """DuckDB's text of the statement; its sources are resolved and the role may read them."""
    tree = functions.answered(tree, session, definition)
    sources.bind(tree, target)
    for entry in sources.read:
        session.account.access.require(session.role, "SELECT", entry, "Object")
    tree = repairs.repaired(arithmetic.exact(tree))
    cursor = session.fakesnow.cursor()
    return cursor._transform(tree, None).sql("duckdb")


def _select(session: Session, tree: Expr) -> Result:
    _name_columns(tree)
    sources = Sources(session)
    try:
        sql = duck_sql(session, tree, sources)
        if sources.read or sources._registered:
            require_warehouse(session)
        return fetched(session, sql)
    finally:
        sources.release()


def fetched(session: Session, sql: str, kind: int = SELECT) -> Result:
    session.duck.execute(sql)
    columns = [types.column(name, str(type_)) for name, type_, *_ in session.duck.description or []]
    return Result(columns, session.duck.fetchall(), kind)


def _name_columns(tree: Expr) -> None:
    """An expression without a name is called by its own text, in upper case where it is not a literal."""
    select = tree
    while isinstance(select, exp.SetOperation | exp.Subquery):
        select = select.this
    if not isinstance(select, exp.Select):
        return
    for index, each in enumerate(list(select.expressions)):
        if isinstance(each, exp.Column | exp.Alias | exp.Star | exp.Aliases | exp.Dot) or each.is_star:
            continue
        name = each.sql("snowflake") if isinstance(each, exp.Literal) else each.sql("snowflake").upper()
        select.expressions[index] = exp.alias_(each, name, quoted=True)
        select.set("expressions", select.expressions)


def _change(session: Session, tree: Expr) -> Result:
    table = _target(tree)
    path = session.resolve(written(table))
    if (
        isinstance(tree, exp.TruncateTable)
        and tree.args.get("exists")
        and not session.account.catalog.get("TABLE", path)
    ):
        return status()
    entry = find(session, path, "Table")
    if entry.kind != "TABLE":
        raise errors.SnowflakeError(
            2203, "02000", f"SQL compilation error:\nObject {printed(entry.name)} is not a table."
        )
    for privilege in _privileges(tree):
        session.account.access.require(session.role, privilege, entry, "Table")
    require_warehouse(session)
    qualify(table, path)
    if not isinstance(tree, exp.Insert) or tree.args.get("overwrite"):
        session.account.locks.acquire(path, session.id)
    sources = Sources(session)
    try:
        return _changed(session, tree, table, entry, sources)
    finally:
        sources.release()


def _changed(session: Session, tree: Expr, table: exp.Table, entry: Entry, sources: Sources) -> Result:
    match tree:
        case exp.TruncateTable():
            session.duck.execute(f"DELETE FROM {table.sql('duckdb')}")
            if not session.in_transaction:
                session.account.forget_loads(session.duck, entry.path)
            return status()
        case exp.Insert():
            return _inserted(session, tree, table, entry, sources)
        case exp.Update():
            with session.atomic():
                count = _count(session, duck_sql(session, tree, sources, table))
                lengths.refuse_long(session, entry)
            names = ["number of rows updated", "number of multi-joined rows updated"]
            return _counted(names, [count, 0], UPDATE, updated=count)
        case exp.Delete():
            count = _count(session, duck_sql(session, tree, sources, table))
            return _counted(["number of rows deleted"], [count], DELETE, deleted=count)
        case _:
            with session.atomic():
                result = _merged(session, tree, table, sources)
                lengths.refuse_long(session, entry)
            return result


def _inserted(session: Session, tree: exp.Insert, table: exp.Table, entry: Entry, sources: Sources) -> Result:
    overwrite = tree.args.get("overwrite")
    if overwrite:
        tree.set("overwrite", False)
    sql = duck_sql(session, tree, sources, table)
    with session.atomic():
        if overwrite:
            session.duck.execute(f"DELETE FROM {table.sql('duckdb')}")
        count = _count(session, sql)
        lengths.refuse_long(session, entry)
    return _counted(["number of rows inserted"], [count], INSERT, inserted=count)


def _merged(session: Session, tree: exp.Merge, table: exp.Table, sources: Sources) -> Result:
    using = tree.args["using"].alias_or_name
    actions = []
    for when in tree.args["whens"].expressions:
        then = when.args.get("then")
        if isinstance(then, exp.Insert):
            actions.append("inserted")
            for column in then.expression.find_all(exp.Column) if then.expression else []:
                if not column.table:
                    column.set("table", exp.to_identifier(using, quoted=True))
        else:
            actions.append("updated" if isinstance(then, exp.Update) else "deleted")
    sql = duck_sql(session, tree, sources, table)
    done = [row[0] for row in session.duck.execute(sql + " RETURNING merge_action").fetchall()]
    counts = {
        "inserted": done.count("INSERT"),
        "updated": done.count("UPDATE"),
        "deleted": done.count("DELETE"),
    }
    used = [action for action in counts if action in actions]
    names = [f"number of rows {action}" for action in used]
    return _counted(names, [counts[action] for action in used], MERGE, **counts)


def _count(session: Session, sql: str) -> int:
    return session.duck.execute(sql).fetchall()[0][0]


def _counted(names: list[str], counts: list[int], kind: int, **affected: int) -> Result:
    return Result([Column(name, "fixed", 38, 0) for name in names], [tuple(counts)], kind, affected)


def _target(tree: Expr) -> exp.Table:
    table: Any = tree.expressions[0] if isinstance(tree, exp.TruncateTable) else tree.this
    if isinstance(table, exp.Schema):
        table = table.this
    if not isinstance(table, exp.Table):
        raise errors.unsupported(f"the target {table}")
    return table


def _privileges(tree: Expr) -> list[str]:
    match tree:
        case exp.Insert():
            return ["INSERT", "DELETE"] if tree.args.get("overwrite") else ["INSERT"]
        case exp.Update():
            return ["UPDATE"]
        case exp.Delete():
            return ["DELETE"]
        case exp.TruncateTable():
            return ["TRUNCATE"]
        case _:
            kinds = {type(when.args.get("then")) for when in tree.args["whens"].expressions}
            wanted = {exp.Insert: "INSERT", exp.Update: "UPDATE"}
            return sorted({wanted.get(kind, "DELETE") for kind in kinds})


def require_warehouse(session: Session) -> None:
    """What computes needs a warehouse that exists and that the role may use."""
    name = session.warehouse
    exists = name is not None and session.account.catalog.get("WAREHOUSE", (name,)) is not None
    if exists and session.account.access.holds(session.role, "USAGE", "WAREHOUSE", (name,)):
        return
    raise errors.SnowflakeError(
        606,
        "57P03",
        "No active warehouse selected in the current session.  "
        "Select an active warehouse with the 'use warehouse' command.",
    )
