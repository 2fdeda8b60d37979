"""Key-pair sign-in over the SQL API."""

from __future__ import annotations

import time
from collections.abc import Callable

import jwt
import pytest
from cryptography.hazmat.primitives.asymmetric import rsa

from processes import Emulator
from sql_api import ACCOUNT, Answer, SqlApi, fingerprint, public_body, token

NOW = int(time.time())


@pytest.fixture
def sent(emulator: Emulator, administrator: SqlApi) -> Callable[[str], Answer]:
    """A statement sent with a token."""
    return lambda bearer: administrator.request(
        "POST", "/api/v2/statements", {"statement": "SELECT 1"}, Authorization=f"Bearer {bearer}"
    )


def test_a_right_token_is_let_in(sent: Callable[[str], Answer], key: rsa.RSAPrivateKey) -> None:
    assert sent(token(key, "DEPLOYER")).status == 200


@pytest.mark.parametrize(
    ("why", "claims"),
    [
        ("it expired", {"iat": NOW - 1800, "exp": NOW - 60}),
        ("it was issued more than an hour ago", {"iat": NOW - 4000, "exp": NOW + 3000}),
        ("it was issued in the future", {"iat": NOW + 600, "exp": NOW + 3000}),
        ("it has no exp", {"exp": None}),
        ("it is for another account", {"sub": "OTHER-ACCOUNT.DEPLOYER"}),
        ("its user is unknown", {"sub": f"{ACCOUNT}.NOBODY"}),
        ("its issuer names no fingerprint", {"iss": f"{ACCOUNT}.DEPLOYER"}),
        ("its issuer names another fingerprint", {"iss": f"{ACCOUNT}.DEPLOYER.SHA256:AAAA"}),
    ],
)
def test_a_token_is_refused_when(
    why: str, claims: dict[str, object], sent: Callable[[str], Answer], key: rsa.RSAPrivateKey
) -> None:
    answer = sent(token(key, "DEPLOYER", **claims))
    assert (answer.status, answer.body["code"]) == (401, "390144"), why
    assert answer.message.startswith("JWT token is invalid.")


def test_a_token_of_another_key_is_refused(
    sent: Callable[[str], Answer], key: rsa.RSAPrivateKey, other_key: rsa.RSAPrivateKey
) -> None:
    assert sent(token(other_key, "DEPLOYER")).status == 401
    forged = token(other_key, "DEPLOYER", iss=f"{ACCOUNT}.DEPLOYER.{fingerprint(key)}")
    assert sent(forged).status == 401


def test_a_token_without_signature_is_refused(sent: Callable[[str], Answer], key: rsa.RSAPrivateKey) -> None:
    claims = jwt.decode(token(key, "DEPLOYER"), options={"verify_signature": False})
    assert sent(jwt.encode(claims, None, "none")).status == 401
    assert sent("no.token.atall").status == 401


def test_a_request_without_a_token_is_refused(administrator: SqlApi) -> None:
    answer = administrator.request("POST", "/api/v2/statements", {"statement": "SELECT 1"}, Authorization="")
    assert answer.status == 401


def test_both_keys_of_a_user_work_and_a_removed_one_does_not(
    emulator: Emulator,
    administrator: SqlApi,
    unique: Callable[[str], str],
    key: rsa.RSAPrivateKey,
    other_key: rsa.RSAPrivateKey,
) -> None:
    user = unique("SVC")
    administrator.ok(f"CREATE USER {user} TYPE = SERVICE RSA_PUBLIC_KEY = '{public_body(key)}'")
    assert SqlApi(emulator.url, key, user)("SELECT 1").status == 200
    assert SqlApi(emulator.url, other_key, user)("SELECT 1").status == 401
    administrator.ok(f"ALTER USER {user} SET RSA_PUBLIC_KEY_2 = '{public_body(other_key)}'")
    assert SqlApi(emulator.url, key, user)("SELECT 1").status == 200
    assert SqlApi(emulator.url, other_key, user)("SELECT 1").status == 200
    administrator.ok(f"ALTER USER {user} UNSET RSA_PUBLIC_KEY")
    assert SqlApi(emulator.url, key, user)("SELECT 1").status == 401
    assert SqlApi(emulator.url, other_key, user)("SELECT 1").status == 200


def test_a_disabled_user_is_refused(
    emulator: Emulator, administrator: SqlApi, unique: Callable[[str], str], key: rsa.RSAPrivateKey
) -> None:
    user = unique("SVC")
    administrator.ok(f"CREATE USER {user} TYPE = SERVICE RSA_PUBLIC_KEY = '{public_body(key)}' DISABLED = TRUE")
    assert SqlApi(emulator.url, key, user)("SELECT 1").status == 401


def test_desc_user_tells_the_fingerprints(
    administrator: SqlApi, unique: Callable[[str], str], key: rsa.RSAPrivateKey
) -> None:
    user = unique("SVC")
    administrator.ok(f"CREATE USER {user} TYPE = SERVICE RSA_PUBLIC_KEY = '{public_body(key)}' COMMENT = 'it''s'")
    about = {row["property"]: row["value"] for row in administrator.ok(f"DESC USER {user}").records}
    assert about["RSA_PUBLIC_KEY_FP"] == fingerprint(key)
    assert about["RSA_PUBLIC_KEY_2_FP"] == "null"
    assert (about["TYPE"], about["COMMENT"]) == ("SERVICE", "it's")


def test_a_public_key_that_is_none_is_refused(administrator: SqlApi, unique: Callable[[str], str]) -> None:
    answer = administrator(f"CREATE USER {unique('SVC')} TYPE = SERVICE RSA_PUBLIC_KEY = 'abc'")
    assert answer.status == 422
    assert "New public key rejected" in answer.message


def test_a_role_that_the_user_does_not_have_is_refused(
    emulator: Emulator, administrator: SqlApi, unique: Callable[[str], str], key: rsa.RSAPrivateKey
) -> None:
    user = unique("SVC")
    administrator.ok(f"CREATE USER {user} TYPE = SERVICE RSA_PUBLIC_KEY = '{public_body(key)}'")
    answer = SqlApi(emulator.url, key, user, role="ACCOUNTADMIN")("SELECT 1")
    assert answer.failure == ("390189", "08001")
