"""The pipe operator: statement ->> statement ->> …, where a later one reads the results of earlier ones as $1, $2 …"""

from __future__ import annotations

import json
from collections.abc import Callable

from .. import errors
from ..results import Column, Result
from ..session import Session
from ..tokens import Token, tokenize

_OBJECT = "_SL_OBJECT"


def parts(sql: str) -> list[str]:
    """The statements of the chain; one when there is no operator."""
    found, begin = [], 0
    for token in tokenize(sql):
        if token.kind == "symbol" and token.text == "->>":
            found.append(sql[begin : token.start])
            begin = token.end
    return [*found, sql[begin:]]


def run(session: Session, statements: list[str], one: Callable[[Session, str], Result]) -> Result:
    """An error of any part ends the chain; the answer is the last one's."""
    if "?" in (token.text for sql in statements for token in tokenize(sql)):
        raise errors.unsupported("bind variables in a chain of statements")
    kept: list[str] = []
    result = Result([], [])
    try:
        for place, sql in enumerate(statements):
            result = one(session, _with_results(sql, kept))
            key = f"{session.query_id}:{place}"
            session.results[key] = _with_objects(result)
            kept.append(key)
        return result
    finally:
        for key in kept:
            session.results.pop(key, None)


def _with_results(sql: str, earlier: list[str]) -> str:
    """FROM $n becomes the n-th result counted back; OBJECT_CONSTRUCT(*) a column that holds the row as an object."""
    out, last = [], 0
    tokens = tokenize(sql)
    for index, token in enumerate(tokens):
        if token.start < last:
            continue
        if _is_reference(tokens, index):
            back = int(tokens[index + 1].text)
            if not 0 < back <= len(earlier):
                raise errors.syntax_error(f"${back} refers to no earlier statement of the chain")
            out += [sql[last : token.start], f"TABLE(RESULT_SCAN('{earlier[-back]}'))"]
            last = tokens[index + 1].end
        elif _texts(tokens, index, 7) == ["TO_JSON", "(", "OBJECT_CONSTRUCT", "(", "*", ")", ")"]:
            out += [sql[last : token.start], f'"{_OBJECT}"']
            last = tokens[index + 6].end
    return "".join(out) + sql[last:]


def _texts(tokens: list[Token], index: int, count: int) -> list[str]:
    return [token.upper for token in tokens[index : index + count]]


def _is_reference(tokens: list[Token], index: int) -> bool:
    before = tokens[index - 1].upper if index else ""
    following = tokens[index + 1] if index + 1 < len(tokens) else None
    return (
        tokens[index].text == "$"
        and following is not None
        and following.kind == "number"
        and before in ("FROM", "JOIN", ",")
    )


def _with_objects(result: Result) -> Result:
    names = [column.name for column in result.columns]
    rows = []
    for row in result.rows:
        said = {name: value for name, value in zip(names, row, strict=True) if value is not None}
        rows.append((*row, json.dumps(said, default=str)))
    return Result([*result.columns, Column(_OBJECT)], rows, result.kind)
