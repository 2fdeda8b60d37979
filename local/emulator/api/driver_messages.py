"""What a driver sends and what it gets, without the state of the server."""

from __future__ import annotations

import gzip
import json
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from ..errors import SnowflakeError
from ..results import INSERT, Column, Result
from ..session import Session
from ..statements import dispatch
from .bindings import bound, rows
from .sql_api import stats


def run(session: Session, body: dict[str, Any]) -> Result:
    sql, bindings = str(body.get("sqlText", "")), body.get("bindings")
    if body.get("describeOnly"):
        sql = f"SELECT * FROM ({sql.rstrip().rstrip(';')}) LIMIT 0"
    batch = rows(bindings) if bindings else None
    if batch is None:
        return dispatch.run(session, bound(sql, bindings))
    return _batch(session, sql, batch)


def _batch(session: Session, sql: str, batch: list[dict[str, Any]]) -> Result:
    """An array binding: one execution a row, all or nothing."""
    own = not session.in_transaction
    if own:
        session.begin()
    total = 0
    try:
        for bindings in batch:
            total += sum(dispatch.run(session, bound(sql, bindings)).affected.values())
    except SnowflakeError:
        if own:
            session.rollback()
        raise
    if own:
        session.commit()
    return Result([Column("number of rows inserted", "fixed", 38, 0)], [(total,)], INSERT, {"inserted": total})


def answered(session: Session, result: Result) -> dict[str, Any]:
    kinds = [column.type for column in result.columns]
    rowset = [
        [_boolean(value) if kind == "boolean" else value for value, kind in zip(row, kinds, strict=True)]
        for row in result.encoded()
    ]
    answer = {
        "parameters": parameters(session),
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


def parameters(session: Session) -> list[dict[str, Any]]:
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


def failed(session: Session, failure: SnowflakeError) -> Response:
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


def success(data: Any) -> Response:
    return JSONResponse({"data": data, "code": None, "message": None, "success": True})


def refused(code: str, message: str) -> Response:
    return JSONResponse({"data": None, "code": code, "message": message, "success": False, "headers": None})


def session_token(request: Request) -> str:
    """Authorization: Snowflake Token="…"."""
    return request.headers.get("authorization", "").partition('Token="')[2].rstrip('"')


async def body_of(request: Request) -> dict[str, Any]:
    raw = await request.body()
    try:
        if request.headers.get("content-encoding") == "gzip":
            raw = gzip.decompress(raw)
        body = json.loads(raw or b"{}")
    except (ValueError, OSError, EOFError):
        return {}
    return body if isinstance(body, dict) else {}
