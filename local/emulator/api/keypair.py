"""Key-pair sign-in: an RS256 JWT that names the account, the user and the fingerprint of one of the user's keys."""

from __future__ import annotations

import base64
import time
import uuid

import jwt
from cryptography.hazmat.primitives import serialization

from ..account import Account
from ..catalog import Entry
from ..statements import users

LIFETIME_SECONDS = 3600
SKEW_SECONDS = 60


class InvalidToken(Exception):
    """Both protocols answer it with 390144 and do not say why; `reason` is for the log."""

    code = "390144"

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason
        self.message = f"JWT token is invalid. [{uuid.uuid4()}]"


def authenticated(account: Account, token: str, user: str | None = None) -> Entry:
    """The user that signed the token. `user`, if given, is the name the client claims elsewhere."""
    try:
        claims = jwt.decode(token, options={"verify_signature": False})
        algorithm = jwt.get_unverified_header(token).get("alg")
    except jwt.PyJWTError as failure:
        raise InvalidToken(f"not a JWT: {failure}") from None
    if algorithm != "RS256":
        raise InvalidToken(f"algorithm {algorithm}")
    account_name, _, name = str(claims.get("sub", "")).partition(".")
    if account_name not in (account.configuration.account, account.locator):
        raise InvalidToken(f"account {account_name!r} is not {account.configuration.account!r}")
    entry = _user(account, name)
    if entry is None or (user is not None and _user(account, user) is not entry):
        raise InvalidToken(f"user {name!r}")
    if entry.properties.get("DISABLED"):
        raise InvalidToken(f"user {name!r} is disabled")
    _check_signature(token, entry, f"{account_name}.{name}", str(claims.get("iss")))
    _check_times(claims)
    return entry


def _user(account: Account, name: str) -> Entry | None:
    """By login name, which is the user's name unless set otherwise."""
    upper = name.upper()
    for entry in account.catalog.of_kind("USER"):
        if str(entry.properties.get("LOGIN_NAME") or entry.name).upper() == upper:
            return entry
    return None


def _check_signature(token: str, user: Entry, subject: str, issuer: str) -> None:
    for slot, fingerprint in users.fingerprints(user).items():
        if issuer != f"{subject}.{fingerprint}":
            continue
        key = serialization.load_der_public_key(base64.b64decode(user.properties[slot]))
        unchecked = {"verify_exp": False, "verify_iat": False, "verify_nbf": False, "verify_aud": False}
        try:
            jwt.decode(token, key, algorithms=["RS256"], options=unchecked)
        except jwt.PyJWTError as failure:
            raise InvalidToken(f"signature: {failure}") from None
        return
    raise InvalidToken(f"the issuer names no key of {user.name}")


def _check_times(claims: dict) -> None:
    """exp and iat in seconds or milliseconds; Snowflake honours at most an hour after iat."""
    issued, expires = _seconds(claims.get("iat")), _seconds(claims.get("exp"))
    now = time.time()
    if issued is None or expires is None:
        raise InvalidToken("iat or exp is missing")
    if issued > now + SKEW_SECONDS:
        raise InvalidToken("issued in the future")
    if now > min(expires, issued + LIFETIME_SECONDS) + SKEW_SECONDS * (expires > issued + LIFETIME_SECONDS):
        raise InvalidToken("expired")


def _seconds(value: object) -> float | None:
    if not isinstance(value, int | float):
        return None
    return value / 1000 if value > 1e11 else float(value)
