"""From a statement's text to its result."""

from __future__ import annotations

from collections.abc import Callable

from .. import errors
from ..engine import query
from ..engine.failures import translated
from ..loading import copy_into
from ..results import DDL, TRANSACTION, Result, status
from ..session import Session
from ..tokens import Reader, statements
from . import alter, create, describe, drop, flow, grants, listing, session_commands, show, tables

Handler = Callable[[Session, Reader], Result]


def run(session: Session, sql: str) -> Result:
    """Executes one statement. Raises only SnowflakeError; the session then is as Snowflake would leave it."""
    session.begin_statement()
    try:
        texts = statements(sql)
        if not texts:
            raise errors.SnowflakeError(900, "42601", "SQL compilation error:\nEmpty SQL statement.")
        if len(texts) > 1:
            raise errors.SnowflakeError(
                8,
                "0A000",
                f"Actual statement count {len(texts)} did not match the desired statement count 1.",
            )
        session.statement_text = texts[0].strip()
        chain = flow.parts(texts[0])
        result = _run_one(session, texts[0]) if len(chain) == 1 else flow.run(session, chain, _run_one)
    except Exception as failure:  # noqa: BLE001 -- whatever it is, the client gets an answer in Snowflake's shape
        session.transaction_failed = session.in_transaction and not session.usable()
        answer = translated(failure)
        raise answer from (None if answer is failure else failure)
    finally:
        if not session.in_transaction:
            session.account.locks.release(session.id)
    session.remember(result)
    return result


def _run_one(session: Session, sql: str) -> Result:
    if session.cancelled.is_set():
        raise errors.SnowflakeError(604, "57014", "SQL execution canceled")
    reader = Reader(sql)
    for words, handler in _HANDLERS:
        if reader.accept(*words):
            return handler(session, reader)
    if session.transaction_failed:
        raise errors.unsupported("a statement after a failed one in the same transaction; ROLLBACK first")
    return query.run(session, sql)


def _begin(session: Session, reader: Reader) -> Result:
    reader.accept_any("TRANSACTION", "WORK")
    if reader.accept("NAME"):
        reader.identifier()
    reader.expect_end()
    session.begin()
    return status(kind=TRANSACTION)


def _commit(session: Session, reader: Reader) -> Result:
    reader.accept("WORK")
    reader.expect_end()
    session.commit()
    return status(kind=TRANSACTION)


def _rollback(session: Session, reader: Reader) -> Result:
    reader.accept("WORK")
    reader.expect_end()
    session.rollback()
    return status(kind=TRANSACTION)


def _refused(what: str) -> Handler:
    def handler(_: Session, __: Reader) -> Result:
        raise errors.unsupported(what)

    return handler


def _execute(session: Session, reader: Reader) -> Result:
    words = reader.sql.upper().split()
    if words[1:2] == ["TASK"]:
        raise errors.unsupported("EXECUTE TASK (tasks do not run)")
    if words[1:3] == ["DBT", "PROJECT"]:
        raise errors.unsupported("EXECUTE DBT PROJECT (dbt runs outside of it)")
    raise errors.unsupported("EXECUTE")


def _ddl(handler: Handler) -> Handler:
    def committed(session: Session, reader: Reader) -> Result:
        session.before_ddl()
        with session.account.catalog.lock:
            result = handler(session, reader)
        result.kind = result.kind or DDL
        return result

    return committed


_HANDLERS: list[tuple[tuple[str, ...], Handler]] = [
    (("BEGIN",), _begin),
    (("START", "TRANSACTION"), _begin),
    (("COMMIT",), _commit),
    (("ROLLBACK",), _rollback),
    (("USE",), session_commands.use),
    (("SET",), session_commands.set_variable),
    (("UNSET",), session_commands.unset_variable),
    (("ALTER", "SESSION"), session_commands.alter_session),
    (("SHOW",), show.show),
    (("DESC",), describe.describe),
    (("DESCRIBE",), describe.describe),
    (("LIST",), listing.list_stage),
    (("LS",), listing.list_stage),
    (("COPY", "INTO"), copy_into.run),
    (("GRANT",), _ddl(grants.grant)),
    (("REVOKE",), _ddl(grants.revoke)),
    (("CREATE",), _ddl(create.create)),
    (("ALTER",), _ddl(alter.alter)),
    (("DROP",), _ddl(drop.drop)),
    (("COMMENT",), _ddl(tables.comment)),
    (("UNDROP",), _refused("UNDROP (no Time Travel)")),
    (("PUT",), _refused("PUT (internal stages hold no files)")),
    (("GET",), _refused("GET (internal stages hold no files)")),
    (("REMOVE",), _refused("REMOVE")),
    (("RM",), _refused("REMOVE")),
    (("CALL",), _refused("CALL (no procedures)")),
    (("EXECUTE",), _execute),
    (("EXPLAIN",), _refused("EXPLAIN")),
    (("DECLARE",), _refused("Snowflake Scripting")),
]
