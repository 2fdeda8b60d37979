"""The drivers' protocol: what snowflake-connector-python, dbt-snowflake and snowflake-cli speak. Results are JSON."""

from __future__ import annotations

import asyncio
import gzip
import json
import logging
import secrets
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from .. import statements
from ..account import Account
from ..engine.functions import VERSION
from ..errors import SnowflakeError, unsupported
from ..names import normalise
from ..results import INSERT, Column, Result
from ..session import Session
from . import keypair
from .bindings import bound, rows
from .keypair import InvalidToken
from .sessions import Wanted, opened
from .sql_api import stats

log = logging.getLogger("emulator.driver")
IDLE_SECONDS = 4 * 3600
T = TypeVar("T")


class Driver:
    def __init__(self, account: Account) -> None:
        self._account = account
        self._sessions: dict[str, Session] = {}
        self._used: dict[str, float] = {}
        self._workers = ThreadPoolExecutor(max_workers=64, thread_name_prefix="driver")

    def routes(self) -> list[Route]:
        return [
            Route("/session/v1/login-request", self.login, methods=["POST"]),
            Route("/session/token-request", self.renew, methods=["POST"]),
            Route("/session/heartbeat", self.heartbeat, methods=["POST"]),
            Route("/session", self.end, methods=["POST"]),
            Route("/queries/v1/query-request", self.query, methods=["POST"]),
            Route("/queries/v1/abort-request", self.abort, methods=["POST"]),
            Route("/telemetry/send", self.accepted, methods=["POST"]),
            Route("/telemetry/send/sessionless", self.accepted, methods=["POST"]),
        ]

    async def _in_thread(self, work: Callable[..., T], *arguments: Any) -> T:
        return await asyncio.get_running_loop().run_in_executor(self._workers, work, *arguments)

    async def login(self, request: Request) -> Response:
        data = (await _body(request)).get("data") or {}
        try:
            return await self._in_thread(self._login, request, data)
        except InvalidToken as failure:
            log.warning("login refused: %s", failure.reason)
            return _refused(failure.code, failure.message)
        except SnowflakeError as failure:
            return _refused(failure.code_text, failure.message)

    def _login(self, request: Request, data: dict[str, Any]) -> Response:
        self._end_idle()
        if str(data.get("AUTHENTICATOR", "")).upper() != "SNOWFLAKE_JWT":
            return _refused(
                "390100", "Incorrect username or password was specified. The emulator knows key pairs only."
            )
        user = keypair.authenticated(self._account, str(data.get("TOKEN", "")), data.get("LOGIN_NAME"))
        asked = request.query_params

        def name(key: str) -> str | None:
            return normalise(asked[key]) if asked.get(key) else None

        wanted = Wanted(
            name("roleName"),
            name("warehouse"),
            name("databaseName"),
            name("schemaName"),
            data.get("SESSION_PARAMETERS") or {},
        )
        session = opened(self._account, user, wanted)
        token = secrets.token_urlsafe(48)
        self._sessions[token], self._used[token] = session, time.monotonic()
        answer = {
            "token": token,
            "masterToken": secrets.token_urlsafe(48),
            "validityInSeconds": IDLE_SECONDS,
            "masterValidityInSeconds": IDLE_SECONDS,
            "displayUserName": user.name,
            "serverVersion": VERSION,
            "firstLogin": False,
            "healthCheckInterval": 45,
            "sessionId": session.id,
            "parameters": _parameters(session),
            "sessionInfo": {
                "databaseName": session.database,
                "schemaName": session.schema,
                "warehouseName": session.warehouse,
                "roleName": session.role,
            },
        }
        return _success(answer)

    async def query(self, request: Request) -> Response:
        session = self._session(request)
        if session is None:
            return _refused("390104", "Session no longer exists.  New login required to access the service.")
        body = await _body(request)
        return await self._in_thread(self._query, session, body)

    def _query(self, session: Session, body: dict[str, Any]) -> Response:
        with session.lock:
            session.cancelled.clear()
            try:
                if body.get("asyncExec"):
                    raise unsupported("asynchronous queries over the driver protocol")
                if str((body.get("parameters") or {}).get("MULTI_STATEMENT_COUNT", 1)) != "1":
                    raise unsupported("MULTI_STATEMENT_COUNT other than 1")
                result = _run(session, body)
            except SnowflakeError as failure:
                return _failed(session, failure)
            return _success(_answer(session, result))

    async def abort(self, request: Request) -> Response:
        session = self._session(request)
        if session is not None:
            self._account.cancel(session)
        return _success(None)

    async def heartbeat(self, request: Request) -> Response:
        if self._session(request) is None:
            return _refused("390104", "Session no longer exists.  New login required to access the service.")
        return _success(None)

    async def renew(self, request: Request) -> Response:
        return _refused("390114", "Authentication token has expired.  The user must authenticate again.")

    async def end(self, request: Request) -> Response:
        token = _token(request)
        session = self._sessions.pop(token, None)
        self._used.pop(token, None)
        if session is not None and request.query_params.get("delete"):
            await self._in_thread(self._account.close_session, session)
        return _success(None)

    async def accepted(self, _: Request) -> Response:
        return _success(None)

    def _session(self, request: Request) -> Session | None:
        token = _token(request)
        session = self._sessions.get(token)
        if session is not None:
            self._used[token] = time.monotonic()
        return session

    def _end_idle(self) -> None:
        limit = time.monotonic() - IDLE_SECONDS
        for token in [token for token, used in list(self._used.items()) if used < limit]:
            self._used.pop(token, None)
            session = self._sessions.pop(token, None)
            if session is not None:
                self._account.close_session(session)


def _run(session: Session, body: dict[str, Any]) -> Result:
    sql, bindings = str(body.get("sqlText", "")), body.get("bindings")
    if body.get("describeOnly"):
        sql = f"SELECT * FROM ({sql.rstrip().rstrip(';')}) LIMIT 0"
    batch = rows(bindings) if bindings else None
    if batch is None:
        return statements.run(session, bound(sql, bindings))
    return _batch(session, sql, batch)


def _batch(session: Session, sql: str, batch: list[dict[str, Any]]) -> Result:
    """An array binding: one execution a row, all or nothing."""
    own = not session.in_transaction
    if own:
        session.begin()
    total = 0
    try:
        for bindings in batch:
            total += sum(statements.run(session, bound(sql, bindings)).affected.values())
    except SnowflakeError:
        if own:
            session.rollback()
        raise
    if own:
        session.commit()
    return Result([Column("number of rows inserted", "fixed", 38, 0)], [(total,)], INSERT, {"inserted": total})


def _answer(session: Session, result: Result) -> dict[str, Any]:
    kinds = [column.type for column in result.columns]
    rowset = [
        [_boolean(value) if kind == "boolean" else value for value, kind in zip(row, kinds, strict=True)]
        for row in result.encoded()
    ]
    answer = {
        "parameters": _parameters(session),
        "rowtype": [column.described() for column in result.columns],
        "rowset": rowset,
        "total": len(rowset),
        "returned": len(rowset),
        "queryId": session.query_id,
        "databaseProvider": None,
        "finalDatabaseName": session.database,
        "finalSchemaName": session.schema,
        "finalWarehouseName": session.warehouse,
        "finalRoleName": session.role,
        "numberOfBinds": 0,
        "arrayBindSupported": result.kind == INSERT,
        "statementTypeId": result.kind,
        "version": 1,
        "queryResultFormat": "json",
        "sqlState": "00000",
    }
    if result.affected:
        answer["stats"] = stats(result)
    return answer


def _boolean(value: str | None) -> str | None:
    return None if value is None else "1" if value == "true" else "0"


def _parameters(session: Session) -> list[dict[str, Any]]:
    fixed = {
        "CLIENT_SESSION_KEEP_ALIVE_HEARTBEAT_FREQUENCY": 3600,
        "CLIENT_STAGE_ARRAY_BINDING_THRESHOLD": 0,
        "CLIENT_TELEMETRY_ENABLED": False,
        "CLIENT_PREFETCH_THREADS": 4,
        "CLIENT_RESULT_CHUNK_SIZE": 160,
        "PYTHON_CONNECTOR_QUERY_RESULT_FORMAT": "JSON",
        "ENABLE_STAGE_S3_PRIVATELINK_FOR_US_EAST_1": False,
    }
    return [{"name": name, "value": value} for name, value in {**session.parameters, **fixed}.items()]


def _failed(session: Session, failure: SnowflakeError) -> Response:
    data = {
        "internalError": False,
        "errorCode": failure.code_text,
        "age": 0,
        "sqlState": failure.sqlstate,
        "queryId": session.query_id,
        "line": -1,
        "pos": -1,
        "type": "COMPILATION",
    }
    return JSONResponse(
        {"data": data, "code": failure.code_text, "message": failure.message, "success": False, "headers": None}
    )


def _success(data: Any) -> Response:
    return JSONResponse({"data": data, "code": None, "message": None, "success": True})


def _refused(code: str, message: str) -> Response:
    return JSONResponse({"data": None, "code": code, "message": message, "success": False, "headers": None})


def _token(request: Request) -> str:
    """Authorization: Snowflake Token="…"."""
    return request.headers.get("authorization", "").partition('Token="')[2].rstrip('"')


async def _body(request: Request) -> dict[str, Any]:
    raw = await request.body()
    try:
        if request.headers.get("content-encoding") == "gzip":
            raw = gzip.decompress(raw)
        body = json.loads(raw or b"{}")
    except (ValueError, OSError, EOFError):
        return {}
    return body if isinstance(body, dict) else {}
