"""ALTER TABLE and ALTER VIEW."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import sqlglot
from sqlglot import exp

from .. import errors
from ..catalog import Entry
from ..engine.columns import columns_of
from ..engine.types import Declared
from ..names import dotted_quoted, quoted
from ..results import Result, status
from ..session import Session
from ..tokens import Reader
from . import definitions
from .or_alter import add_column, check_retype, stored


def alter(session: Session, entry: Entry, reader: Reader) -> Result:
    session.account.locks.acquire(entry.path, session.id)
    if reader.accept("RENAME", "TO"):
        _rename(session, entry, session.resolve(reader.name()))
    elif reader.accept("RENAME", "COLUMN"):
        old = reader.identifier()
        reader.expect("TO")
        _rename_column(session, entry, old, reader.identifier())
    elif reader.accept("ADD"):
        reader.accept("COLUMN")
        _add(session, entry, reader)
    elif reader.accept("DROP"):
        if reader.at("CLUSTERING") or reader.at("PRIMARY") or reader.at("CONSTRAINT") or reader.at("UNIQUE"):
            return status()
        reader.accept("COLUMN")
        _drop(session, entry, reader)
    elif reader.accept_any("ALTER", "MODIFY") is not None:
        _modify(session, entry, reader)
    elif reader.accept("SET"):
        _set(session, entry, reader)
    elif reader.accept("UNSET"):
        names = {reader.identifier()}
        while reader.accept(","):
            names.add(reader.identifier())
        properties = {name: value for name, value in entry.properties.items() if name not in names}
        session.account.catalog.put(
            replace(entry, properties=properties, comment="" if "COMMENT" in names else entry.comment)
        )
    elif reader.accept("CLUSTER", "BY"):
        session.account.catalog.put(replace(entry, properties={**entry.properties, "cluster_by": reader.rest()}))
    else:
        raise errors.unsupported(f"ALTER {entry.kind} … {reader.rest()[:60]}")
    return status()


def set_column(session: Session, entry: Entry, column: str, **about: Any) -> Entry:
    """Notes a column's comment or type; the entry as it is now comes back."""
    if column not in {each.name for each in columns_of(session.duck, entry)}:
        raise errors.invalid_identifier(column)
    known = dict(entry.properties.get("columns", {}))
    known[column] = {**known.get(column, {}), **about}
    return session.account.catalog.put(replace(entry, properties={**entry.properties, "columns": known}))


def _rename(session: Session, entry: Entry, path: tuple[str, ...]) -> None:
    catalog = session.account.catalog
    if catalog.get("TABLE", path) or catalog.get("VIEW", path):
        raise errors.already_exists(path[-1])
    if path[:2] != entry.path[:2]:
        raise errors.unsupported("RENAME TO another schema")
    session.account.access.require_creation(session.role, entry.kind, path)
    session.duck.execute(f"ALTER {entry.kind} {dotted_quoted(entry.path)} RENAME TO {quoted(path[-1])}")
    session.duck.execute(
        f"UPDATE {quoted(path[0])}._snowline.loads SET table_name = ? WHERE schema_name = ? AND table_name = ?",
        [path[2], path[1], entry.name],
    )
    catalog.rename(entry, path)
    if entry.key in session.temporary:
        session.temporary.discard(entry.key)
        session.temporary.add((entry.kind, path))


def _rename_column(session: Session, entry: Entry, old: str, new: str) -> None:
    session.duck.execute(f"ALTER TABLE {dotted_quoted(entry.path)} RENAME COLUMN {quoted(old)} TO {quoted(new)}")
    known = dict(entry.properties.get("columns", {}))
    known[new] = known.pop(old, {})
    session.account.catalog.put(replace(entry, properties={**entry.properties, "columns": known}))


def _add(session: Session, entry: Entry, reader: Reader) -> None:
    if_missing = reader.accept("IF", "NOT", "EXISTS")
    if reader.at("CONSTRAINT") or reader.at("PRIMARY") or reader.at("UNIQUE") or reader.at("FOREIGN"):
        return
    have = {each.name for each in columns_of(session.duck, entry)}
    tree = sqlglot.parse_one(f"CREATE TABLE t ({reader.rest().rstrip().rstrip(';')})", read="snowflake")
    for column in tree.find_all(exp.ColumnDef):
        name, about = definitions.described(column)
        if name in have:
            if if_missing:
                continue
            raise errors.SnowflakeError(1430, "42711", f"SQL compilation error:\ncolumn '{name}' already exists")
        column.set("this", exp.to_identifier(name, quoted=True))
        add_column(session, entry, column)
        entry = set_column(session, entry, name, **about)


def _drop(session: Session, entry: Entry, reader: Reader) -> None:
    if_exists = reader.accept("IF", "EXISTS")
    have = {each.name for each in columns_of(session.duck, entry)}
    while True:
        name = reader.identifier()
        if name in have:
            session.duck.execute(f"ALTER TABLE {dotted_quoted(entry.path)} DROP COLUMN {quoted(name)}")
        elif not if_exists:
            raise errors.invalid_identifier(name)
        if not reader.accept(","):
            return


def _modify(session: Session, entry: Entry, reader: Reader) -> None:
    """ALTER [COLUMN] c COMMENT '…' | [SET DATA] TYPE t | SET NOT NULL | DROP NOT NULL, several with commas."""
    bracketed = reader.accept("(")
    while True:
        reader.accept("COLUMN")
        _modify_column(session, entry, reader.identifier(), reader)
        entry = session.account.catalog.require(entry.kind, entry.path)
        if not reader.accept(","):
            break
    if bracketed:
        reader.expect(")")
    reader.expect_end()


def _modify_column(session: Session, entry: Entry, name: str, reader: Reader) -> None:
    table = f"ALTER TABLE {dotted_quoted(entry.path)} ALTER {quoted(name)}"
    columns = {each.name: each for each in columns_of(session.duck, entry)}
    if name not in columns:
        raise errors.invalid_identifier(name)
    if reader.accept("COMMENT"):
        set_column(session, entry, name, comment=reader.string())
    elif reader.accept("UNSET", "COMMENT"):
        set_column(session, entry, name, comment="")
    elif (word := reader.accept_any("SET NOT NULL", "DROP NOT NULL", "NOT NULL")) is not None:
        session.duck.execute(f"{table} {'DROP' if word.startswith('DROP') else 'SET'} NOT NULL")
    elif reader.accept("DROP", "DEFAULT"):
        session.duck.execute(f"{table} DROP DEFAULT")
        set_column(session, entry, name, default=None)
    elif reader.accept_any("SET DATA TYPE", "TYPE") is not None:
        after = _type(reader)
        check_retype(name, columns[name].type, after, columns[name].stored_type)
        if after.base == "NUMBER":
            session.duck.execute(f"{table} TYPE {stored(after)}")
        set_column(session, entry, name, type=after.text)
    else:
        raise errors.unsupported(f"ALTER COLUMN {name} {reader.rest()[:40]}")


def _type(reader: Reader) -> Declared:
    from ..engine.types import declared

    begin = reader.next()
    end = begin.end
    if reader.accept("("):
        while not reader.accept(")"):
            reader.next()
        end = reader.tokens[reader.position - 1].end
    return declared(exp.DataType.build(reader.sql[begin.start : end], dialect="snowflake"))


def _set(session: Session, entry: Entry, reader: Reader) -> None:
    if reader.at("TAG") or reader.at("MASKING") or reader.at("AGGREGATION"):
        raise errors.unsupported("tags and policies")
    if entry.kind == "VIEW" and reader.accept("SECURE"):
        session.account.catalog.put(replace(entry, properties={**entry.properties, "secure": True}))
        return
    given = reader.properties()
    allowed = {
        "COMMENT",
        "DATA_RETENTION_TIME_IN_DAYS",
        "MAX_DATA_EXTENSION_TIME_IN_DAYS",
        "CHANGE_TRACKING",
        "ENABLE_SCHEMA_EVOLUTION",
    }
    if unknown := given.keys() - allowed:
        raise errors.invalid_property(sorted(unknown)[0], entry.kind)
    comment = str(given.pop("COMMENT", entry.comment))
    session.account.catalog.put(replace(entry, properties={**entry.properties, **given}, comment=comment))
