"""The web server: both protocols on one port of the loopback interface, and its life from start to SIGTERM."""

from __future__ import annotations

import logging
import os
import signal
import socket
import time
from typing import Any

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp, Receive, Scope, Send

from . import __version__
from .account import Account
from .api.driver import Driver
from .api.sql_api import SqlApi
from .configuration import Configuration, ConfigurationError

log = logging.getLogger("emulator.http")
HOST = "127.0.0.1"


class RequestLog:
    """One line a request; the query string, headers and bodies are left out because they may hold secrets."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        began, status = time.perf_counter(), 0

        async def noting(message: Any) -> None:
            nonlocal status
            status = message.get("status", status)
            await send(message)

        try:
            await self._app(scope, receive, noting)
        finally:
            milliseconds = (time.perf_counter() - began) * 1000
            log.info("%s %s %d %.0f ms", scope["method"], scope["path"], status, milliseconds)


def bound_socket(port: int) -> socket.socket:
    """Bound before anything else is done, so that a busy port is told at once."""
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((HOST, port))
    except OSError as failure:
        listener.close()
        raise ConfigurationError(f"--port {port}: cannot listen on {HOST} ({failure.strerror})") from None
    return listener


def application(account: Account) -> tuple[Starlette, SqlApi]:
    sql_api = SqlApi(account)

    async def health(_: Request) -> Response:
        return JSONResponse(
            {"status": "ok", "version": __version__, "pid": os.getpid(), "account": account.configuration.account}
        )

    async def unexpected(_: Request, failure: Exception) -> Response:
        """Clients of Snowflake retry a 5xx for minutes, so a fault of the emulator is an answer like any other."""
        log.error("unexpected", exc_info=failure)
        return JSONResponse(
            {
                "data": None,
                "code": "000603",
                "sqlState": "XX000",
                "success": False,
                "message": f"internal error in the emulator: {failure!r}",
            },
            422,
        )

    routes = [Route("/_emulator/health", health), *sql_api.routes(), *Driver(account).routes()]
    app = Starlette(routes=routes, exception_handlers={Exception: unexpected})
    return app, sql_api


def serve(configuration: Configuration) -> None:
    listener = bound_socket(configuration.port)
    account = Account(configuration)
    app, sql_api = application(account)
    options = uvicorn.Config(
        RequestLog(app), log_config=None, access_log=False, timeout_graceful_shutdown=2, lifespan="off", ws="none"
    )
    log.info("emulator %s for %s on http://%s:%d", __version__, configuration.account, HOST, configuration.port)
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, _already_handled)
    try:
        uvicorn.Server(options).run(sockets=[listener])
    finally:
        sql_api.statements.close()
        account.close()
        log.info("stopped")


def _already_handled(*_: object) -> None:
    """uvicorn raises a signal again after its own clean end; without this the process would die of it before ours."""
