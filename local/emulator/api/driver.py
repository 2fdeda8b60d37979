"""The drivers' protocol: what snowflake-connector-python, dbt-snowflake and snowflake-cli speak. Results are JSON."""

from __future__ import annotations

import asyncio
import logging
import secrets
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from ..account import Account
from ..engine.functions import VERSION
from ..errors import SnowflakeError, unsupported
from ..names import normalise
from ..session import Session
from . import keypair
from .driver_messages import answered, body_of, failed, parameters, refused, run, session_token, success
from .keypair import InvalidToken
from .sessions import Wanted, opened

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
        data = (await body_of(request)).get("data") or {}
        try:
            return await self._in_thread(self._login, request, data)
        except InvalidToken as failure:
            log.warning("login refused: %s", failure.reason)
            return refused(failure.code, failure.message)
        except SnowflakeError as failure:
            return refused(failure.code_text, failure.message)

    def _login(self, request: Request, data: dict[str, Any]) -> Response:
        self._end_idle()
        if str(data.get("AUTHENTICATOR", "")).upper() != "SNOWFLAKE_JWT":
            return refused("390100", "Incorrect username or password was specified. The emulator knows key pairs only.")
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
            "parameters": parameters(session),
            "sessionInfo": {
                "databaseName": session.database,
                "schemaName": session.schema,
                "warehouseName": session.warehouse,
                "roleName": session.role,
            },
        }
        return success(answer)

    async def query(self, request: Request) -> Response:
        session = self._session(request)
        if session is None:
            return refused("390104", "Session no longer exists.  New login required to access the service.")
        body = await body_of(request)
        return await self._in_thread(self._query, session, body)

    def _query(self, session: Session, body: dict[str, Any]) -> Response:
        with session.lock:
            session.cancelled.clear()
            try:
                if body.get("asyncExec"):
                    raise unsupported("asynchronous queries over the driver protocol")
                if str((body.get("parameters") or {}).get("MULTI_STATEMENT_COUNT", 1)) != "1":
                    raise unsupported("MULTI_STATEMENT_COUNT other than 1")
                result = run(session, body)
            except SnowflakeError as failure:
                return failed(session, failure)
            return success(answered(session, result))

    async def abort(self, request: Request) -> Response:
        session = self._session(request)
        if session is not None:
            self._account.cancel(session)
        return success(None)

    async def heartbeat(self, request: Request) -> Response:
        if self._session(request) is None:
            return refused("390104", "Session no longer exists.  New login required to access the service.")
        return success(None)

    async def renew(self, request: Request) -> Response:
        return refused("390114", "Authentication token has expired.  The user must authenticate again.")

    async def end(self, request: Request) -> Response:
        token = session_token(request)
        if request.query_params.get("delete"):
            self._used.pop(token, None)
            session = self._sessions.pop(token, None)
            if session is not None:
                await self._in_thread(self._account.close_session, session)
        return success(None)

    async def accepted(self, _: Request) -> Response:
        return success(None)

    def _session(self, request: Request) -> Session | None:
        token = session_token(request)
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
