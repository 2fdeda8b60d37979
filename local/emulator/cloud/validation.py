"""SYSTEM$VALIDATE_STORAGE_INTEGRATION: what the integration can do at a location, as JSON."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from .. import errors
from ..errors import SnowflakeError
from . import storage
from .trust import AssumedRole

if TYPE_CHECKING:
    from ..session import Session

_ACTIONS = {
    "list": ["LIST"],
    "read": ["READ"],
    "write": ["WRITE"],
    "delete": ["DELETE"],
    "all": ["READ", "DELETE", "LIST", "WRITE"],
}
_DENIED = "Access Denied (Status Code: 403; Error Code: AccessDenied)"
Answer = dict[str, str]


def validate(session: Session, name: str, url: str, file: str, action: str) -> str:
    """WRITE and DELETE are answered from the role's policies; the bucket is never changed."""
    from ..statements import integrations

    wanted = _ACTIONS.get(action.lower())
    if wanted is None:
        raise errors.syntax_error(f"invalid validation action '{action}'; expected one of {', '.join(_ACTIONS)}")
    entry = session.account.catalog.get("INTEGRATION", (name,))
    if entry is None:
        raise errors.does_not_exist("Integration", name)
    session.account.access.require(session.role, "USAGE", entry)
    location = storage.Location.parse(url)
    try:
        integrations.refuse_location(entry, url)
        role = AssumedRole(session.account, entry)
    except SnowflakeError as refusal:
        reason = " ".join(refusal.message.split("\n")[1:]) or refusal.message
        return _answer({each: _failed(reason) for each in wanted}, reason)
    bucket = storage.Bucket(session.account, role, location.bucket)
    return _answer({each: _try(each, role, bucket, location, file) for each in wanted})


def _try(action: str, role: AssumedRole, bucket: storage.Bucket, location: storage.Location, file: str) -> Answer:
    target = location.joined(file)
    arn = f"arn:aws:s3:::{location.bucket}/{target.key}"
    try:
        match action:
            case "LIST":
                next(bucket.list(location.key), None)
            case "READ":
                bucket.read(target.key)
            case "WRITE" if not role.may("s3:PutObject", arn):
                return _failed(_DENIED)
            case "DELETE" if not role.may("s3:DeleteObject", arn):
                return _failed(_DENIED)
    except SnowflakeError as refusal:
        cause = refusal.message.partition("Cause: [")[2].partition("]")[0]
        return _failed(cause or refusal.message)
    return {"status": "success"}


def _failed(message: str) -> Answer:
    return {"message": message, "status": "failure"}


def _answer(actions: dict[str, Answer], reason: str | None = None) -> str:
    failed = any(each["status"] == "failure" for each in actions.values())
    answer: dict[str, object] = {"status": "failure" if failed else "success", "actions": actions}
    if failed:
        answer["message"] = reason or "Some of the integration checks failed."
    return json.dumps(answer)
