"""Users: service users with key pairs. Passwords do not exist here."""

from __future__ import annotations

import base64
import binascii
import hashlib
import re

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa

from .. import errors
from ..catalog import Entry
from ..results import Result, table
from ..session import Session

_REJECTED = "New public key rejected by current policy. Reason: 'Invalid public key'"
KEY_SLOTS = ("RSA_PUBLIC_KEY", "RSA_PUBLIC_KEY_2")


def checked(_: Session, entry: Entry) -> Entry:
    """The user with its keys in their stored form, the base64 body without PEM lines."""
    properties = dict(entry.properties)
    for slot in KEY_SLOTS:
        if properties.get(slot):
            properties[slot] = key_body(properties[slot])
    kind = properties.get("TYPE", "PERSON")
    if kind not in ("PERSON", "SERVICE", "NULL"):
        raise errors.unsupported(f"users of TYPE = {kind}")
    entry.properties = properties
    return entry


def key_body(text: str) -> str:
    body = re.sub(r"-----[^-]*-----|\s", "", text)
    public_key(body)
    return body


def public_key(body: str) -> rsa.RSAPublicKey:
    """The key of a base64 DER SubjectPublicKeyInfo; errors as Snowflake's when it is none."""
    try:
        key = serialization.load_der_public_key(base64.b64decode(body, validate=True))
    except (ValueError, binascii.Error):
        raise errors.SnowflakeError(394304, "22023", _REJECTED) from None
    if not isinstance(key, rsa.RSAPublicKey) or key.key_size < 2048:
        raise errors.SnowflakeError(394304, "22023", _REJECTED)
    return key


def fingerprint(body: str) -> str:
    """SHA256:<base64 of the SHA-256 of the DER>, the form of RSA_PUBLIC_KEY_FP and of a JWT's issuer."""
    return "SHA256:" + base64.b64encode(hashlib.sha256(base64.b64decode(body)).digest()).decode()


def fingerprints(entry: Entry) -> dict[str, str]:
    """By slot, for the slots in use."""
    return {slot: fingerprint(entry.properties[slot]) for slot in KEY_SLOTS if entry.properties.get(slot)}


def described(_: Session, entry: Entry) -> Result:
    p = entry.properties
    prints = fingerprints(entry)
    flag = {True: "true", False: "false"}
    secondary = p.get("DEFAULT_SECONDARY_ROLES", ["ALL"])
    rows = [
        ("NAME", entry.name, "null", "Name"),
        ("COMMENT", entry.comment or "null", "null", "user comment associated to an object in the dictionary"),
        ("DISPLAY_NAME", p.get("DISPLAY_NAME") or entry.name, "null", "Display name of the associated object"),
        ("TYPE", p.get("TYPE") or "null", "null", "Type of the user: PERSON, SERVICE, LEGACY_SERVICE or NULL"),
        ("LOGIN_NAME", p.get("LOGIN_NAME") or entry.name, "null", "Login name of the user"),
        ("FIRST_NAME", p.get("FIRST_NAME") or "null", "null", "First name of the user"),
        ("MIDDLE_NAME", p.get("MIDDLE_NAME") or "null", "null", "Middle name of the user"),
        ("LAST_NAME", p.get("LAST_NAME") or "null", "null", "Last name of the user"),
        ("EMAIL", p.get("EMAIL") or "null", "null", "Email address of the user"),
        ("PASSWORD", "null", "null", "Password of the user"),
        ("MUST_CHANGE_PASSWORD", flag[bool(p.get("MUST_CHANGE_PASSWORD"))], "false", "User must change the password"),
        ("DISABLED", flag[bool(p.get("DISABLED"))], "false", "Whether the user is disabled"),
        ("DEFAULT_WAREHOUSE", p.get("DEFAULT_WAREHOUSE") or "null", "null", "Default warehouse for this user"),
        (
            "DEFAULT_NAMESPACE",
            p.get("DEFAULT_NAMESPACE") or "null",
            "null",
            "Default database namespace prefix for this user",
        ),
        (
            "DEFAULT_ROLE",
            p.get("DEFAULT_ROLE") or "null",
            "null",
            "Primary principal of user session will be set to this role",
        ),
        (
            "DEFAULT_SECONDARY_ROLES",
            str(secondary).replace("'", '"'),
            '["ALL"]',
            "Default secondary roles for the user",
        ),
        ("RSA_PUBLIC_KEY", _pem(p.get("RSA_PUBLIC_KEY")), "null", "RSA public key of the user"),
        ("RSA_PUBLIC_KEY_FP", prints.get("RSA_PUBLIC_KEY", "null"), "null", "Fingerprint of user's RSA public key."),
        ("RSA_PUBLIC_KEY_2", _pem(p.get("RSA_PUBLIC_KEY_2")), "null", "Second RSA public key of the user"),
        (
            "RSA_PUBLIC_KEY_2_FP",
            prints.get("RSA_PUBLIC_KEY_2", "null"),
            "null",
            "Fingerprint of user's second RSA public key.",
        ),
        ("NETWORK_POLICY", p.get("NETWORK_POLICY") or "null", "null", "Network policy of the user"),
    ]
    return table(["property", "value", "default", "description"], rows)


def _pem(body: str | None) -> str:
    return body or "null"
