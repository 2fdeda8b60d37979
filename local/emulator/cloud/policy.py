"""IAM policy documents: principals, actions, resources, conditions, explicit deny."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Request:
    """principal is an ARN, or None for a policy attached to the principal itself. Context keys are lower case."""

    action: str
    resource: str
    principal: str | None = None
    context: Mapping[str, str] = field(default_factory=dict)


def allowed(documents: Iterable[Mapping[str, Any]], request: Request) -> bool:
    """Some statement allows it and none denies it."""
    effects = {
        statement.get("Effect")
        for document in documents
        for statement in _many(document.get("Statement"))
        if _applies(statement, request)
    }
    return "Allow" in effects and "Deny" not in effects


def _applies(statement: Mapping[str, Any], request: Request) -> bool:
    if request.principal is not None and not _principal(statement, request.principal):
        return False
    if not _listed(statement, "Action", request.action, ignore_case=True):
        return False
    if ("Resource" in statement or "NotResource" in statement) and not _listed(statement, "Resource", request.resource):
        return False
    denying = statement.get("Effect") == "Deny"
    return all(
        _condition(operator, key, _many(values), request.context, unknown=denying)
        for operator, pairs in (statement.get("Condition") or {}).items()
        for key, values in pairs.items()
    )


def _principal(statement: Mapping[str, Any], arn: str) -> bool:
    account = arn.split(":")[4]
    same = {arn, account, f"arn:aws:iam::{account}:root", "*"}

    def named(principals: Any) -> bool:
        if isinstance(principals, Mapping):
            return any(value in same for value in _many(principals.get("AWS")))
        return principals == "*"

    if "NotPrincipal" in statement:
        return not named(statement["NotPrincipal"])
    return named(statement.get("Principal"))


def _listed(statement: Mapping[str, Any], key: str, value: str, ignore_case: bool = False) -> bool:
    flags = re.IGNORECASE if ignore_case else 0
    if f"Not{key}" in statement:
        return not any(_like(pattern, value, flags) for pattern in _many(statement[f"Not{key}"]))
    return any(_like(pattern, value, flags) for pattern in _many(statement.get(key)))


def _condition(operator: str, key: str, values: list[Any], context: Mapping[str, str], unknown: bool) -> bool:
    """An operator that is not known here counts as met in a Deny and as unmet in an Allow."""
    name = operator.split(":")[-1]
    if_exists = name.endswith("IfExists")
    name = name.removesuffix("IfExists")
    actual = context.get(key.lower())
    if name == "Null":
        return any((actual is None) == (str(value).lower() == "true") for value in values)
    negated = "Not" in name
    if actual is None:
        return if_exists or negated
    texts = [str(value) for value in values]
    match name:
        case "StringEquals" | "ArnEquals" | "StringNotEquals" | "ArnNotEquals":
            found = any(_like(text, actual) if name.startswith("Arn") else text == actual for text in texts)
        case "StringEqualsIgnoreCase" | "StringNotEqualsIgnoreCase":
            found = any(text.lower() == actual.lower() for text in texts)
        case "StringLike" | "ArnLike" | "StringNotLike" | "ArnNotLike":
            found = any(_like(text, actual) for text in texts)
        case "Bool":
            found = any(text.lower() == actual.lower() for text in texts)
        case _:
            return unknown
    return found != negated


def _like(pattern: Any, value: str, flags: int = 0) -> bool:
    parts = (".*" if char == "*" else "." if char == "?" else re.escape(char) for char in str(pattern))
    return re.fullmatch("".join(parts), value, flags | re.DOTALL) is not None


def _many(value: Any) -> list[Any]:
    if value is None:
        return []
    return list(value) if isinstance(value, list | tuple) else [value]
