"""A client of the SQL API, as small as the tests need it."""

from __future__ import annotations

import base64
import gzip
import hashlib
import json
import time
import urllib.error
import urllib.request
import uuid
from dataclasses import dataclass
from typing import Any

import jwt
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa

ACCOUNT = "SNOWLINE-LOCAL"


def new_key() -> rsa.RSAPrivateKey:
    return rsa.generate_private_key(public_exponent=65537, key_size=2048)


def public_der(key: rsa.RSAPrivateKey) -> bytes:
    return key.public_key().public_bytes(serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo)


def public_body(key: rsa.RSAPrivateKey) -> str:
    """As RSA_PUBLIC_KEY takes it."""
    return base64.b64encode(public_der(key)).decode()


def public_pem(key: rsa.RSAPrivateKey) -> bytes:
    return key.public_key().public_bytes(serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo)


def fingerprint(key: rsa.RSAPrivateKey) -> str:
    return "SHA256:" + base64.b64encode(hashlib.sha256(public_der(key)).digest()).decode()


def token(key: rsa.RSAPrivateKey, user: str, **claims: Any) -> str:
    """A right token, with some claims changed on purpose; None takes a claim away."""
    now = int(time.time())
    subject = f"{ACCOUNT}.{user}"
    made = {"iss": f"{subject}.{fingerprint(key)}", "sub": subject, "iat": now, "exp": now + 3000, **claims}
    return jwt.encode({name: value for name, value in made.items() if value is not None}, key, "RS256")


@dataclass
class Answer:
    status: int
    body: dict[str, Any]
    headers: dict[str, str]

    @property
    def rows(self) -> list[list[str | None]]:
        assert self.status == 200, self.body
        return self.body["data"]

    @property
    def names(self) -> list[str]:
        return [column["name"] for column in self.body["resultSetMetaData"]["rowType"]]

    @property
    def records(self) -> list[dict[str, str | None]]:
        return [dict(zip(self.names, row, strict=True)) for row in self.rows]

    @property
    def failure(self) -> tuple[str, str]:
        """Code and SQLSTATE of a refused statement."""
        assert self.status == 422, (self.status, self.body)
        return self.body["code"], self.body["sqlState"]

    @property
    def message(self) -> str:
        return self.body["message"]


class SqlApi:
    """Signs in as one user; names of the request body go with every statement."""

    def __init__(self, url: str, key: rsa.RSAPrivateKey, user: str = "DEPLOYER", **body: Any) -> None:
        self.url, self.key, self.user, self.body = url, key, user, body
        self._token = token(key, user)

    def using(self, **body: Any) -> SqlApi:
        return SqlApi(self.url, self.key, self.user, **{**self.body, **body})

    def __call__(self, statement: str, query: str = "", **body: Any) -> Answer:
        content = {"statement": statement, **self.body, **body}
        return self.request("POST", f"/api/v2/statements?requestId={uuid.uuid4()}{query}", content)

    def ok(self, statement: str, **body: Any) -> Answer:
        answer = self(statement, **body)
        assert answer.status == 200, (statement, answer.body)
        return answer

    def value(self, statement: str, **body: Any) -> str | None:
        return self.ok(statement, **body).rows[0][0]

    def request(self, method: str, path: str, body: Any = None, **headers: str) -> Answer:
        content = body if isinstance(body, bytes) else None if body is None else json.dumps(body).encode()
        sent = {
            "Authorization": f"Bearer {self._token}",
            "Content-Type": "application/json",
            "X-Snowflake-Authorization-Token-Type": "KEYPAIR_JWT",
            **{name.replace("_", "-"): value for name, value in headers.items()},
        }
        request = urllib.request.Request(self.url + path, content, sent, method=method)
        try:
            response = urllib.request.urlopen(request, timeout=60)
        except urllib.error.HTTPError as failure:
            response = failure
        with response:
            data = response.read()
            if response.headers.get("Content-Encoding") == "gzip":
                data = gzip.decompress(data)
            return Answer(
                response.status, json.loads(data), {name.lower(): value for name, value in response.headers.items()}
            )

    def wait(self, handle: str, seconds: float = 20) -> Answer:
        """Polls until the statement is over."""
        deadline = time.monotonic() + seconds
        while True:
            answer = self.request("GET", f"/api/v2/statements/{handle}")
            if answer.status != 202 or time.monotonic() > deadline:
                return answer
            time.sleep(0.05)
