"""What Snowflake does by itself: tasks, pipes, streams, dynamic tables. Here they are kept and checked, never run."""

from __future__ import annotations

from dataclasses import replace

from .. import errors
from ..catalog import Entry
from ..catalog.kinds import Kind
from ..loading import statement as copy_statement
from ..names import dotted
from ..session import Session
from ..tokens import Reader


def checked(session: Session, entry: Entry) -> Entry:
    """What the object names exists, and its maker may use it."""
    p, access, catalog = entry.properties, session.account.access, session.account.catalog
    if name := p.get("WAREHOUSE"):
        access.require(session.role, "USAGE", catalog.require("WAREHOUSE", (name,)), "Warehouse")
    for option in ("ERROR_INTEGRATION", "SUCCESS_INTEGRATION"):
        if name := p.get(option):
            access.require(session.role, "USAGE", catalog.require("INTEGRATION", (name,), "Integration"))
    match entry.kind:
        case "STREAM":
            kind, path = p["source_kind"], tuple(p["source"])
            access.require(session.role, "SELECT", catalog.require(kind, path, kind.capitalize()))
        case "PIPE":
            _check_copy(session, p)
        case "TASK":
            _check_task(session, entry)
        case "DYNAMIC TABLE":
            if not p.get("definition") or not p.get("TARGET_LAG") or not p.get("WAREHOUSE"):
                raise errors.syntax_error("a dynamic table needs TARGET_LAG, WAREHOUSE and AS")
            p["_text"] = session.statement_text
        case "SECRET":
            _hide(entry)
        case "NETWORK POLICY":
            for rule in [*p.get("ALLOWED_NETWORK_RULE_LIST", []), *p.get("BLOCKED_NETWORK_RULE_LIST", [])]:
                catalog.require("NETWORK RULE", session.resolve(Reader(rule).name()), "Network rule")
        case "DBT PROJECT" if not p.get("from"):
            raise errors.syntax_error("a dbt project without FROM")
    return entry


def _hide(entry: Entry) -> None:
    """A secret's value is not kept: nothing here reads it."""
    kind = entry.properties.get("TYPE")
    wanted = {"GENERIC_STRING": ["SECRET_STRING"], "PASSWORD": ["USERNAME", "PASSWORD"], "SYMMETRIC_KEY": ["ALGORITHM"]}
    if kind not in wanted:
        raise errors.unsupported(f"secrets of TYPE = {kind}")
    for name in wanted[kind]:
        if not entry.properties.get(name):
            raise errors.SnowflakeError(2029, "42601", f"SQL compilation error:\nMissing option(s): [{name}]")
    for name in ("SECRET_STRING", "PASSWORD"):
        entry.properties.pop(name, None)


def _check_copy(session: Session, p: dict) -> None:
    """A pipe's COPY: what it reads and what it fills, and the options that a pipe does not take (CREATE PIPE)."""
    reader = Reader(p.get("definition") or "")
    if not reader.accept("COPY", "INTO"):
        raise errors.syntax_error("a pipe needs AS COPY INTO …")
    text = p["definition"].upper()
    for refused in ("FILES", "SIZE_LIMIT", "PURGE", "FORCE", "RETURN_FAILED_ONLY", "VALIDATION_MODE"):
        if f"{refused} =" in text or f"{refused}=" in text:
            raise errors.syntax_error(f"invalid copy option for a pipe: {refused}")
    if "ABORT_STATEMENT" in text:
        raise errors.syntax_error("invalid copy option for a pipe: ON_ERROR = ABORT_STATEMENT")
    copy = copy_statement.read(session, reader, for_pipe=True)
    access, catalog = session.account.access, session.account.catalog
    target = catalog.require("TABLE", copy.target, "Table")
    for privilege in ("INSERT", "SELECT"):
        access.require(session.role, privilege, target, "Table")
    access.require(session.role, "USAGE", copy.stage, "Stage")


def _check_task(session: Session, entry: Entry) -> None:
    p, catalog = entry.properties, session.account.catalog
    if not p.get("definition"):
        raise errors.syntax_error("a task without AS")
    if p.get("after") and p.get("SCHEDULE"):
        raise errors.SnowflakeError(
            2076, "42601", "SQL compilation error:\nA task with predecessors cannot have a schedule."
        )
    if p.get("WAREHOUSE") and p.get("USER_TASK_MANAGED_INITIAL_WAREHOUSE_SIZE"):
        raise errors.syntax_error("WAREHOUSE and USER_TASK_MANAGED_INITIAL_WAREHOUSE_SIZE exclude each other")
    for path in p.get("after", []):
        before = catalog.require("TASK", tuple(path), "Task")
        session.account.access.require_ownership(session.role, before, "Task")
        _require_stopped_roots(session, before)
    p["_state"] = "suspended"


def _roots(session: Session, task: Entry) -> list[Entry]:
    catalog = session.account.catalog
    before = [catalog.get("TASK", tuple(path)) for path in task.properties.get("after", [])]
    return [root for each in before if each for root in _roots(session, each)] or [task]


def _require_stopped_roots(session: Session, task: Entry) -> None:
    for root in _roots(session, task):
        if root.properties.get("_state") == "started":
            raise errors.SnowflakeError(
                91406,
                "55000",
                f"Unable to update graph with root task {dotted(root.path)} since that root task is not suspended.",
            )


def require_suspended(session: Session, existing: Entry) -> None:
    """CREATE OR ALTER of a task: it and the root of its graph are suspended."""
    if existing.kind == "TASK":
        _require_stopped_roots(session, existing)
        if existing.properties.get("_state") == "started":
            raise errors.SnowflakeError(91406, "55000", f"Task {dotted(existing.path)} is not suspended.")


def altered(session: Session, kind: Kind, entry: Entry, reader: Reader) -> bool:
    """ALTER forms of these kinds alone; whether the statement was one of them."""
    catalog = session.account.catalog
    if kind.name == "TASK" and (word := reader.accept_any("RESUME", "SUSPEND")):
        reader.expect_end()
        _require_execution(session, entry)
        state = "started" if word == "RESUME" else "suspended"
        catalog.put(replace(entry, properties={**entry.properties, "_state": state}))
        return True
    if kind.name == "DBT PROJECT" and reader.accept("DEPLOY", "FROM"):
        catalog.put(replace(entry, properties={**entry.properties, "from": reader.string()}))
        return True
    if kind.name == "USER" and reader.accept("SET", "AUTHENTICATION", "POLICY"):
        path = session.resolve(reader.name())
        policy = catalog.require("AUTHENTICATION POLICY", path, "Authentication policy")
        access = session.account.access
        if not access.holds(session.role, "APPLY AUTHENTICATION POLICY", "ACCOUNT", ()):
            access.require(session.role, "APPLY", policy)
        catalog.put(replace(entry, properties={**entry.properties, "_authentication_policy": list(path)}))
        return True
    return False


def _require_execution(session: Session, task: Entry) -> None:
    """The owner runs the task, so the owner needs the privilege to run tasks."""
    managed = not task.properties.get("WAREHOUSE")
    for privilege in ["EXECUTE TASK", *(["EXECUTE MANAGED TASK"] if managed else [])]:
        if not session.account.access.holds(task.owner, privilege, "ACCOUNT", ()):
            raise errors.SnowflakeError(
                91089, "42501", f"Cannot execute task , {privilege} privilege must be granted to owner role"
            )
