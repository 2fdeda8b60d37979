"""CREATE OR ALTER TABLE of a table that exists, and what it shares with ALTER TABLE: columns change, rows stay."""

from __future__ import annotations

from dataclasses import replace

from sqlglot import exp

from .. import errors
from ..catalog import Entry
from ..engine.columns import columns_of
from ..engine.types import Declared
from ..names import dotted_quoted, quoted
from ..results import Result, status
from ..session import Session
from .definitions import Definition


def to_definition(session: Session, entry: Entry, definition: Definition) -> Result:
    """CREATE OR ALTER TABLE of what exists: columns are added, dropped, retyped; rows stay; absent properties go."""
    session.account.locks.acquire(entry.path, session.id)
    have = {column.name: column for column in columns_of(session.duck, entry)}
    wanted = {column.name: column for column in definition.columns}
    for column in [each for each in have.values() if each.name in wanted]:
        about = definition.properties["columns"][column.name]
        check_retype(column.name, column.type, Declared(about["type"]), column.stored_type)
    table = dotted_quoted(entry.path)
    changed = False
    for name in [name for name in have if name not in wanted]:
        session.duck.execute(f"ALTER TABLE {table} DROP COLUMN {quoted(name)}")
        changed = True
    for name, column in wanted.items():
        if name not in have:
            add_column(session, entry, column)
            changed = True
        else:
            changed |= _null_change(session, table, name, have[name].nullable, column)
            before, after = have[name].type, Declared(definition.properties["columns"][name]["type"])
            if before.base == "NUMBER" and before != after:
                session.duck.execute(f"ALTER TABLE {table} ALTER {quoted(name)} TYPE {stored(after)}")
    kept = {name: entry.properties[name] for name in ("transient", "temporary") if name in entry.properties}
    properties = {**kept, **definition.properties}
    changed |= (properties, definition.comment) != (entry.properties, entry.comment)
    session.account.catalog.put(replace(entry, properties=properties, comment=definition.comment))
    return status(f"Table {entry.name} successfully {'altered' if changed else 'created'}.")


def _null_change(session: Session, table: str, name: str, nullable: bool, column: exp.ColumnDef) -> bool:
    not_null = column.find(exp.NotNullColumnConstraint) is not None
    if not_null == nullable:
        session.duck.execute(f"ALTER TABLE {table} ALTER {quoted(name)} {'SET' if not_null else 'DROP'} NOT NULL")
        return True
    return False


def check_retype(name: str, before: Declared, after: Declared, stored: str) -> None:
    if before == after:
        return
    longer = before.base == after.base == "VARCHAR" and (after.length or 0) >= (before.length or 0)
    wider = (
        before.base == after.base == "NUMBER"
        and after.parameters[1] == before.parameters[1]
        and after.parameters[0] >= before.parameters[0]
    )
    if not longer and not wider:
        raise errors.SnowflakeError(
            2108,
            "22000",
            f"SQL compilation error: cannot change column {name} from type {before.text} to {after.text}",
        )


def stored(type_: Declared) -> str:
    return "BIGINT" if type_.parameters == (38, 0) else f"DECIMAL({type_.parameters[0]},{type_.parameters[1]})"


def add_column(session: Session, entry: Entry, column: exp.ColumnDef) -> None:
    """A NOT NULL column of a table with rows needs a default, as in Snowflake."""
    not_null = column.find(exp.NotNullColumnConstraint)
    bare = column.copy()
    bare.set(
        "constraints", [c for c in column.args["constraints"] if not isinstance(c.kind, exp.NotNullColumnConstraint)]
    )
    add = exp.Alter(this=exp.to_table("t"), kind="TABLE", actions=[bare])
    sql = session.fakesnow.cursor()._transform(add, None).sql("duckdb")
    session.duck.execute(sql.replace("ALTER TABLE T", f"ALTER TABLE {dotted_quoted(entry.path)}", 1))
    if not_null is not None:
        session.duck.execute(f"ALTER TABLE {dotted_quoted(entry.path)} ALTER {quoted(column.name)} SET NOT NULL")
