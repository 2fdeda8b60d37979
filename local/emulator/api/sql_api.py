"""SQL API v2: /api/v2/statements. Nothing here answers 429 or 5xx."""

from __future__ import annotations

import asyncio
import gzip
import json
import logging
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from ..account import Account
from ..catalog import Entry
from ..errors import SnowflakeError
from ..results import Result
from . import keypair
from .bindings import bound
from .keypair import InvalidToken
from .running import Running, Statements
from .sessions import Wanted

log = logging.getLogger("emulator.api")
WAIT_SECONDS = 45.0
PARTITION_BYTES = 1_000_000
_PARAMETERS = {
    "BINARY_OUTPUT_FORMAT",
    "CLIENT_RESULT_CHUNK_SIZE",
    "DATE_OUTPUT_FORMAT",
    "MULTI_STATEMENT_COUNT",
    "QUERY_TAG",
    "ROWS_PER_RESULTSET",
    "TIME_OUTPUT_FORMAT",
    "TIMESTAMP_LTZ_OUTPUT_FORMAT",
    "TIMESTAMP_NTZ_OUTPUT_FORMAT",
    "TIMESTAMP_OUTPUT_FORMAT",
    "TIMESTAMP_TZ_OUTPUT_FORMAT",
    "TIMEZONE",
    "USE_CACHED_RESULT",
}


class BadRequest(Exception):
    """HTTP 400 with Snowflake's code for a request that cannot be understood."""


class SqlApi:
    def __init__(self, account: Account) -> None:
        self._account = account
        self.statements = Statements(account)

    def routes(self) -> list[Route]:
        return [
            Route("/api/v2/statements", self._guarded(self.submit), methods=["POST"]),
            Route("/api/v2/statements/{handle}", self._guarded(self.status), methods=["GET"]),
            Route("/api/v2/statements/{handle}/cancel", self._guarded(self.cancel), methods=["POST"]),
        ]

    def _guarded(self, handler: Any) -> Any:
        async def endpoint(request: Request) -> Response:
            try:
                user = await asyncio.to_thread(self._authenticated, request)
                return await handler(request, user)
            except InvalidToken as failure:
                log.warning("refused: %s", failure.reason)
                return JSONResponse({"code": failure.code, "message": failure.message}, 401)
            except BadRequest as failure:
                return JSONResponse({"code": "391911", "message": str(failure), "sqlState": "22000"}, 400)

        return endpoint

    def _authenticated(self, request: Request) -> Entry:
        kind = request.headers.get("x-snowflake-authorization-token-type", "KEYPAIR_JWT")
        scheme, _, token = request.headers.get("authorization", "").partition(" ")
        if scheme.lower() != "bearer" or not token:
            raise InvalidToken("no bearer token")
        if kind != "KEYPAIR_JWT":
            raise InvalidToken(f"not supported by the emulator: token type {kind}")
        return keypair.authenticated(self._account, token.strip())

    async def submit(self, request: Request, user: Entry) -> Response:
        request_id = request.query_params.get("requestId")
        running = None
        if request.query_params.get("retry") == "true":
            running = self.statements.earlier(user.name, request_id)
        if running is None:
            body = await _body(request)
            try:
                sql, wanted = bound(body["statement"], body.get("bindings")), _wanted(body)
            except SnowflakeError as failure:
                return JSONResponse(_error(failure, None), 422)
            timeout = body.get("timeout") or 0
            running = self.statements.start(user, sql, wanted, request_id, int(timeout))
        if request.query_params.get("async") != "true":
            await asyncio.wait([asyncio.wrap_future(running.outcome)], timeout=WAIT_SECONDS)
        return _answer(running)

    async def status(self, request: Request, user: Entry) -> Response:
        running = self.statements.find(request.path_params["handle"], user.name)
        if running is None:
            return _unknown(request.path_params["handle"])
        try:
            partition = int(request.query_params.get("partition", "0"))
        except ValueError:
            raise BadRequest("partition is not a number") from None
        if partition == 0 or not running.outcome.done() or running.outcome.exception():
            return _answer(running)
        pages = _pages(running)
        if not 0 < partition < len(pages):
            raise BadRequest(f"partition {partition} does not exist; there are {len(pages)}")
        data = gzip.compress(json.dumps({"data": pages[partition]}).encode())
        return Response(data, headers={"Content-Type": "application/json", "Content-Encoding": "gzip"})

    async def cancel(self, request: Request, user: Entry) -> Response:
        handle = request.path_params["handle"]
        running = self.statements.find(handle, user.name)
        if running is None:
            return _unknown(handle)
        if not self.statements.cancel(running):
            return JSONResponse(
                {
                    "code": "000709",
                    "sqlState": "02000",
                    "message": f"Statement {handle} is not running",
                    "statementHandle": handle,
                },
                422,
            )
        return JSONResponse(
            {
                "code": "000604",
                "sqlState": "57014",
                "message": "SQL execution canceled",
                "statementHandle": handle,
                "statementStatusUrl": f"/api/v2/statements/{handle}",
            }
        )


async def _body(request: Request) -> dict[str, Any]:
    raw = await request.body()
    try:
        if request.headers.get("content-encoding") == "gzip":
            raw = gzip.decompress(raw)
        body = json.loads(raw)
    except (ValueError, OSError, EOFError):
        raise BadRequest("The request body is not JSON.") from None
    if not isinstance(body, dict) or not isinstance(body.get("statement"), str):
        raise BadRequest("The request body has no statement.")
    if request.query_params.get("nullable") == "false":
        raise BadRequest("not supported by the emulator: nullable=false")
    return body


def _wanted(body: dict[str, Any]) -> Wanted:
    parameters = {str(name).upper(): value for name, value in (body.get("parameters") or {}).items()}
    if str(parameters.get("MULTI_STATEMENT_COUNT", "1")) != "1":
        raise SnowflakeError(2, "0A000", "not supported by the emulator: MULTI_STATEMENT_COUNT other than 1")
    if unknown := parameters.keys() - _PARAMETERS:
        raise SnowflakeError(391914, "22023", f"Unsupported parameter in the request: {sorted(unknown)[0]}")
    parameters.pop("MULTI_STATEMENT_COUNT", None)
    return Wanted(body.get("role"), body.get("warehouse"), body.get("database"), body.get("schema"), parameters)


def _answer(running: Running) -> Response:
    if not running.outcome.done():
        return JSONResponse(
            {
                "code": "333334",
                "message": "Asynchronous execution in progress. Use provided query id to perform query "
                "monitoring and management.",
                **_about(running),
            },
            202,
        )
    failure = running.outcome.exception()
    if isinstance(failure, SnowflakeError):
        return JSONResponse(_error(failure, running), 408 if running.timed_out else 422)
    result, pages = running.outcome.result(), _pages(running)
    body = {
        "resultSetMetaData": {
            "numRows": len(result.rows),
            "format": "jsonv2",
            "partitionInfo": [{"rowCount": len(page), "uncompressedSize": _size(page)} for page in pages],
            "rowType": [column.described() for column in result.columns],
        },
        "data": pages[0],
        "code": "090001",
        "sqlState": "00000",
        "message": "Statement executed successfully.",
        **_about(running),
    }
    if result.affected:
        body["stats"] = stats(result)
    return JSONResponse(body)


def stats(result: Result) -> dict[str, int]:
    a = result.affected
    return {
        "numRowsInserted": a.get("inserted", 0),
        "numRowsUpdated": a.get("updated", 0),
        "numRowsDeleted": a.get("deleted", 0),
        "numDuplicateRowsUpdated": 0,
    }


def _pages(running: Running) -> list[list[list[str | None]]]:
    """The rows in partitions of about a megabyte; the first is sent with the metadata."""
    if running.pages is None:
        pages: list[list[list[str | None]]] = [[]]
        size = 0
        for row in running.outcome.result().encoded():
            size += sum(len(value) + 3 if value is not None else 5 for value in row) + 2
            if size > PARTITION_BYTES and pages[-1]:
                pages.append([])
                size = 0
            pages[-1].append(row)
        running.pages = pages
    return running.pages


def _size(page: list[list[str | None]]) -> int:
    return len(json.dumps(page).encode())


def _about(running: Running) -> dict[str, Any]:
    return {
        "statementHandle": running.handle,
        "statementStatusUrl": f"/api/v2/statements/{running.handle}",
        "createdOn": running.created_ms,
    }


def _error(failure: SnowflakeError, running: Running | None) -> dict[str, Any]:
    about = _about(running) if running is not None else {}
    return {"code": failure.code_text, "sqlState": failure.sqlstate, "message": failure.message, **about}


def _unknown(handle: str) -> Response:
    return JSONResponse(
        {"code": "000709", "sqlState": "02000", "message": f"Statement {handle} not found", "statementHandle": handle},
        404,
    )
