"""The command line, checked before anything starts."""

from __future__ import annotations

import argparse
import os
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa


class ConfigurationError(Exception):
    """One clear line for the user; the process ends with a code other than 0."""


@dataclass(frozen=True)
class Configuration:
    """admin_public_key is the base64 body of the DER SubjectPublicKeyInfo, as RSA_PUBLIC_KEY holds it."""

    port: int
    state: Path
    account: str
    admin_user: str
    admin_public_key: str
    aws_endpoint: str
    region: str
    aws_access_key: str = field(repr=False)
    aws_secret_key: str = field(repr=False)
    aws_session_token: str | None = field(repr=False, default=None)

    @property
    def organization(self) -> str:
        return self.account.partition("-")[0] if "-" in self.account else "SNOWLINE"

    @property
    def account_name(self) -> str:
        return self.account.partition("-")[2] or self.account


def parse(arguments: Sequence[str] | None = None) -> Configuration:
    parser = argparse.ArgumentParser(prog="emulator", description=__doc__)
    parser.add_argument("--port", type=int, default=4580)
    parser.add_argument("--state", type=Path, required=True, help="folder that keeps databases and catalog")
    parser.add_argument("--account", default="SNOWLINE-LOCAL", help="account identifier, ORG-ACCOUNT")
    parser.add_argument("--admin-user", default="DEPLOYER")
    parser.add_argument("--admin-public-key", type=Path, required=True, help="PEM file")
    parser.add_argument("--aws-endpoint", default="http://127.0.0.1:4566")
    parser.add_argument("--region", default="eu-west-1")
    given = parser.parse_args(arguments)
    if not re.fullmatch(r"[A-Za-z0-9_-]+", given.account):
        raise ConfigurationError(f"--account {given.account!r}: letters, digits, - and _ only")
    return Configuration(
        port=given.port,
        state=_state_folder(given.state),
        account=given.account.upper(),
        admin_user=given.admin_user.upper(),
        admin_public_key=_public_key(given.admin_public_key),
        aws_endpoint=given.aws_endpoint,
        region=given.region,
        aws_access_key=os.environ.get("AWS_ACCESS_KEY_ID", ""),
        aws_secret_key=os.environ.get("AWS_SECRET_ACCESS_KEY", ""),
        aws_session_token=os.environ.get("AWS_SESSION_TOKEN") or None,
    )


def _state_folder(folder: Path) -> Path:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        probe = folder / ".writable"
        probe.write_text("")
        probe.unlink()
    except OSError as failure:
        raise ConfigurationError(f"--state {folder}: cannot be used ({failure.strerror})") from None
    return folder


def _public_key(file: Path) -> str:
    try:
        text = file.read_bytes()
    except OSError as failure:
        raise ConfigurationError(f"--admin-public-key {file}: {failure.strerror}") from None
    try:
        key = serialization.load_pem_public_key(text)
    except (ValueError, UnsupportedAlgorithm):
        raise ConfigurationError(f"--admin-public-key {file}: not a PEM public key") from None
    if not isinstance(key, rsa.RSAPublicKey):
        raise ConfigurationError(f"--admin-public-key {file}: not an RSA key")
    pem = key.public_bytes(serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo).decode()
    return "".join(line for line in pem.splitlines() if not line.startswith("-----"))
