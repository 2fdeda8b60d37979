"""Which tables, views and table functions a statement names, resolved and allowed."""

from __future__ import annotations

import itertools
from dataclasses import dataclass, field

import pyarrow as pa
from sqlglot import Expr, exp

from .. import errors
from ..catalog import Entry
from ..names import Path, dotted
from ..results import Result
from ..session import Session
from . import relations

_ARROW = {
    "fixed": pa.int64(),
    "real": pa.float64(),
    "boolean": pa.bool_(),
    "date": pa.date32(),
    "time": pa.time64("us"),
    "timestamp_ntz": pa.timestamp("us"),
    "timestamp_ltz": pa.timestamp("us", "UTC"),
    "timestamp_tz": pa.timestamp("us", "UTC"),
}

_numbers = itertools.count(1)


@dataclass
class Sources:
    """Resolves names in place. `read` collects what is selected from; registered relations end with `release`."""

    session: Session
    read: list[Entry] = field(default_factory=list)
    _registered: list[str] = field(default_factory=list)

    def bind(self, tree: Expr, target: exp.Table | None = None) -> Expr:
        functions = list(tree.find_all(exp.TableFromRows))
        for node in list(tree.find_all(exp.Table)):
            if node.name.startswith("@") or isinstance(node.this, exp.Var | exp.Parameter):
                raise errors.unsupported("SELECT from a stage (use COPY INTO)")
            if not isinstance(node.this, exp.Identifier):
                raise errors.syntax_error(f"{node.this.sql('snowflake')} is not a table; functions are TABLE(…).")
            if node is not target and not _is_cte(node):
                self._table(node)
        for node in functions:
            self._function(node)
        return tree

    def release(self) -> None:
        for name in self._registered:
            try:
                self.session.duck.unregister(name)
            except Exception:  # noqa: BLE001 -- an aborted transaction refuses even this; the view dies with the session
                continue
        self._registered.clear()

    def _table(self, node: exp.Table) -> None:
        path = self.session.resolve(written(node))
        if path[1] == "INFORMATION_SCHEMA":
            self._replace(node, relations.information_schema(self.session, path[0], path[2]), path[2])
            return
        if path[0] == "SNOWFLAKE" and self.session.account.catalog.get("DATABASE", ("SNOWFLAKE",)) is None:
            raise errors.unsupported("the SNOWFLAKE database (ACCOUNT_USAGE)")
        self.read.append(find(self.session, path))
        qualify(node, path)

    def _function(self, node: exp.TableFromRows) -> None:
        call = node.this
        while isinstance(call, exp.Dot):
            call = call.expression
        name = str(call.this).upper() if isinstance(call, exp.Anonymous) else call.sql_name()
        if name == "FLATTEN" or isinstance(call, exp.Explode | exp.Flatten):
            return
        if isinstance(call, exp.Generator):
            self._generator(node, call)
        elif name == "RESULT_SCAN":
            self._replace(node, self._earlier(call), "RESULT_SCAN")
        elif name == "COPY_HISTORY":
            from . import copy_history

            self._replace(node, copy_history.rows(self.session, call, node), "COPY_HISTORY")
        else:
            raise errors.unsupported(f"the table function {name}")

    def _generator(self, node: exp.TableFromRows, call: exp.Generator) -> None:
        count = call.args.get("rowcount")
        if not isinstance(count, exp.Literal):
            raise errors.unsupported("GENERATOR without a literal ROWCOUNT")
        rows = exp.select("range AS _sl_row").from_(exp.Anonymous(this="range", expressions=[count.copy()]))
        node.replace(rows.subquery("_sl_generator"))

    def _earlier(self, call: exp.Anonymous) -> Result:
        argument = call.expressions[0] if call.expressions else None
        query_id = argument.name if isinstance(argument, exp.Literal) else None
        result = self.session.results.get(query_id or "")
        if result is None:
            raise errors.SnowflakeError(709, "02000", f"Statement {query_id} not found")
        return result

    def _replace(self, node: Expr, result: Result, name: str) -> None:
        relation = f"_sl_relation_{next(_numbers)}"
        self.session.duck.register(relation, as_arrow(result))
        self._registered.append(relation)
        table = exp.to_table(relation)
        alias = node.args.get("alias")
        table.set("alias", alias.copy() if alias else exp.TableAlias(this=exp.to_identifier(name, quoted=True)))
        node.replace(table)


def as_arrow(result: Result) -> pa.Table:
    arrays = []
    for index, column in enumerate(result.columns):
        values = [row[index] for row in result.rows]
        if column.type == "fixed" and column.scale:
            arrays.append(pa.array(values, pa.decimal128(38, column.scale)))
        elif column.type in _ARROW:
            arrays.append(pa.array(values, _ARROW[column.type]))
        else:
            arrays.append(pa.array([None if v is None else str(v) for v in values], pa.string()))
    return pa.Table.from_arrays(arrays, names=[column.name for column in result.columns])


def written(node: exp.Table) -> tuple[str, ...]:
    """The name's parts in their stored form."""
    parts = [node.args.get("catalog"), node.args.get("db"), node.this]
    return tuple(part.this if part.quoted else part.this.upper() for part in parts if part is not None)


def qualify(node: exp.Table, path: Path) -> None:
    for key, part in zip(("catalog", "db", "this"), path, strict=True):
        node.set(key, exp.to_identifier(part, quoted=True))


def find(session: Session, path: Path, title: str = "Object") -> Entry:
    catalog = session.account.catalog
    entry = catalog.get("TABLE", path) or catalog.get("VIEW", path)
    if entry is None:
        if catalog.get("DYNAMIC TABLE", path) or catalog.get("STREAM", path):
            raise errors.unsupported(f"reading {dotted(path)} (dynamic tables and streams hold no rows)")
        raise errors.does_not_exist(title, dotted(path))
    return entry


def _is_cte(node: exp.Table) -> bool:
    """Whether the name is defined by a WITH that encloses it."""
    if node.args.get("db") is not None:
        return False
    name = node.name.upper()
    parent = node.parent
    while parent is not None:
        with_ = parent.args.get("with_")
        if with_ is not None and any(cte.alias.upper() == name for cte in with_.expressions):
            return True
        parent = parent.parent
    return False
