"""DESC of every kind of object."""

from __future__ import annotations

from .. import errors
from ..catalog import Entry
from ..catalog.all_kinds import GRANTABLE
from ..catalog.kinds import WAREHOUSE
from ..engine.columns import columns_of
from ..names import dotted
from ..results import DESCRIBE, Result, table
from ..session import Session
from ..tokens import Reader
from . import describe_more, integrations, show_more, stages, users
from .show_account import CREATED


def describe(session: Session, reader: Reader) -> Result:
    if reader.accept("RESULT"):
        raise errors.unsupported("DESCRIBE RESULT")
    name = reader.accept_any("STORAGE INTEGRATION", "NOTIFICATION INTEGRATION", *GRANTABLE) or "TABLE"
    kind = GRANTABLE["INTEGRATION" if name.endswith(" INTEGRATION") else name]
    path = session.resolve(reader.name(), kind.level)
    if reader.accept("TYPE", "="):
        reader.identifier()
    reader.expect_end()
    catalog = session.account.catalog
    entry = catalog.get(kind.name, path)
    if entry is None and kind.name in ("TABLE", "VIEW"):
        entry = catalog.get("VIEW" if kind.name == "TABLE" else "TABLE", path)
    own = kind.name == "USER" and entry is not None and entry.name == session.user
    if entry is None or not (own or session.account.access.sees(session.role, entry.kind, entry.path)):
        raise errors.does_not_exist(kind.title, dotted(path))
    result = _described(session, entry)
    result.kind = DESCRIBE
    return result


def _described(session: Session, entry: Entry) -> Result:
    match entry.kind:
        case "USER":
            return users.described(session, entry)
        case "INTEGRATION":
            return integrations.described(session, entry)
        case "STAGE":
            return stages.described(session, entry)
        case "FILE FORMAT":
            names = ["property", "property_type", "property_value", "property_default"]
            return table(names, stages.format_rows(entry.properties))
        case "NETWORK RULE":
            return describe_more.network_rule(entry)
        case "NETWORK POLICY":
            return describe_more.network_policy(session, entry)
        case "AUTHENTICATION POLICY":
            return describe_more.authentication_policy(entry)
        case "TASK" | "PIPE" | "STREAM" | "DBT PROJECT" | "SECRET" | "TAG":
            names, rows = show_more.LISTERS[entry.kind](session, [entry])
            return table(names, rows)
        case "TABLE" | "VIEW":
            return _columns(session, entry)
        case "WAREHOUSE":
            return table([CREATED, "name", "kind"], [(entry.created_on, entry.name, WAREHOUSE.name)])
        case "DATABASE" | "SCHEMA":
            kind = "SCHEMA" if entry.kind == "DATABASE" else None
            inside = [e for e in session.account.catalog.below(entry.path) if kind in (None, e.kind)]
            rows = [(e.created_on, e.name, e.kind) for e in sorted(inside, key=lambda each: each.path)]
            return table([CREATED, "name", "kind"], rows)
        case _:
            rows = [(name, stages.shown(value)) for name, value in entry.properties.items() if name[0] != "_"]
            return table(["name", "value"], rows)


def _columns(session: Session, entry: Entry) -> Result:
    names = [
        "name",
        "type",
        "kind",
        "null?",
        "default",
        "primary key",
        "unique key",
        "check",
        "expression",
        "comment",
        "policy name",
        "privacy domain",
        "schema_evolution_record",
    ]
    rows = [
        (
            c.name,
            c.type.text,
            "COLUMN",
            "Y" if c.nullable else "N",
            c.default,
            "N",
            "N",
            None,
            None,
            c.comment or None,
            None,
            None,
            None,
        )
        for c in columns_of(session.duck, entry)
    ]
    return table(names, rows)
