"""What a CREATE TABLE or CREATE VIEW declares, split into what DuckDB gets and what only the catalog knows."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from sqlglot import Expr, exp

from .. import errors
from ..engine import query, types
from ..session import Session

_SKIPPED = (exp.PrimaryKey, exp.ForeignKey, exp.UniqueColumnConstraint, exp.Constraint)
_SKIPPED_CONSTRAINTS = (
    exp.PrimaryKeyColumnConstraint,
    exp.UniqueColumnConstraint,
    exp.Reference,
    exp.CollateColumnConstraint,
)


@dataclass
class Definition:
    """tree is what DuckDB gets; properties holds `columns` (declared type, comment, default by name) and the rest."""

    tree: exp.Create
    comment: str = ""
    copy_grants: bool = False
    properties: dict[str, Any] = field(default_factory=dict)
    columns: list[exp.ColumnDef] = field(default_factory=list)


def read(session: Session, sql: str, kind: str) -> Definition:
    tree = query.parse(sql)
    if not isinstance(tree, exp.Create):
        raise errors.unsupported(f"this CREATE {kind}")
    definition = Definition(tree)
    _properties(definition)
    if isinstance(tree.this, exp.Schema):
        _columns(definition, kind)
    elif tree.expression is None and not tree.find(exp.LikeProperty):
        raise errors.syntax_error(f"CREATE {kind} without columns")
    if tree.find(exp.LikeProperty):
        _like(session, definition)
    return definition


def _properties(definition: Definition) -> None:
    properties = definition.tree.args.get("properties")
    for each in list(properties.expressions) if properties else []:
        match each:
            case exp.SchemaCommentProperty():
                definition.comment = each.this.name
            case exp.CopyGrantsProperty():
                definition.copy_grants = True
            case exp.Cluster() | exp.ClusteredByProperty() | exp.ClusterProperty():
                definition.properties["cluster_by"] = each.sql("snowflake").upper().removeprefix("CLUSTER BY ")
            case exp.LikeProperty():
                continue
            case exp.Property() if each.name.upper() in (
                "DATA_RETENTION_TIME_IN_DAYS",
                "MAX_DATA_EXTENSION_TIME_IN_DAYS",
            ):
                definition.properties[each.name.upper()] = int(each.args["value"].name)
            case exp.Property() if each.name.upper() in ("CHANGE_TRACKING", "ENABLE_SCHEMA_EVOLUTION"):
                definition.properties[each.name.upper()] = each.args["value"].sql().upper() == "TRUE"
            case _:
                raise errors.unsupported(f"the table property {each.sql('snowflake')}")
        each.pop()
    if properties and not properties.expressions:
        definition.tree.set("properties", None)


def _columns(definition: Definition, kind: str) -> None:
    schema = definition.tree.this
    known: dict[str, dict[str, Any]] = {}
    names: list[exp.Identifier] = []
    for each in list(schema.expressions):
        if isinstance(each, _SKIPPED):
            each.pop()
            continue
        if not isinstance(each, exp.ColumnDef | exp.Identifier | exp.Column):
            raise errors.unsupported(f"the column definition {each.sql('snowflake')}")
        name, about = described(each)
        known[name] = about
        names.append(exp.to_identifier(name, quoted=True))
        if isinstance(each, exp.ColumnDef):
            each.set("this", exp.to_identifier(name, quoted=True))
            definition.columns.append(each)
    definition.properties["columns"] = known
    if definition.tree.expression is not None and (kind == "VIEW" or not any(c.kind for c in definition.columns)):
        _rename_selected(definition.tree, names)


def _rename_selected(tree: exp.Create, names: list[exp.Identifier]) -> None:
    """Column names in front of AS: the query becomes a subquery with those names, which DuckDB accepts anywhere."""
    inner = tree.expression.unnest() if isinstance(tree.expression, exp.Subquery) else tree.expression
    alias = exp.TableAlias(this=exp.to_identifier("_sl_columns"), columns=names)
    tree.set("expression", exp.select("*").from_(exp.Subquery(this=inner.copy(), alias=alias)))
    tree.set("this", tree.this.this)


def described(column: Expr) -> tuple[str, dict[str, Any]]:
    """The column's name and what the catalog keeps of it; what DuckDB must not see is taken out."""
    identifier = column if isinstance(column, exp.Identifier) else column.this
    if isinstance(identifier, exp.Column):
        identifier = identifier.this
    name = identifier.this if identifier.quoted else identifier.this.upper()
    about: dict[str, Any] = {}
    if not isinstance(column, exp.ColumnDef):
        return name, about
    if column.kind is not None:
        about["type"] = types.declared(column.kind).text
    kept = []
    for constraint in column.args.get("constraints") or []:
        match constraint.kind:
            case exp.CommentColumnConstraint() as said:
                about["comment"] = said.this.name
            case exp.DefaultColumnConstraint() as default:
                about["default"] = default.this.sql("snowflake")
                kept.append(constraint)
            case exp.NotNullColumnConstraint() as null:
                if not null.args.get("allow_null"):
                    kept.append(constraint)
            case each if isinstance(each, _SKIPPED_CONSTRAINTS):
                continue
            case exp.AutoIncrementColumnConstraint() | exp.GeneratedAsIdentityColumnConstraint():
                raise errors.unsupported("AUTOINCREMENT and IDENTITY columns")
            case other:
                raise errors.unsupported(f"the column constraint {other.sql('snowflake')}")
    column.set("constraints", kept)
    return name, about


def _like(session: Session, definition: Definition) -> None:
    from ..engine.sources import find, written

    node = definition.tree.find(exp.LikeProperty)
    source = find(session, session.resolve(written(node.find(exp.Table))), "Table")
    session.account.access.require(session.role, "SELECT", source, "Table")
    definition.properties["columns"] = source.properties.get("columns", {})
    definition.tree.set("properties", None)
    definition.tree.set("expression", exp.select("*").from_(node.find(exp.Table).copy()).where("1 = 0"))
