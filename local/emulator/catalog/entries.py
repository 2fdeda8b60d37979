"""The records of the catalog."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import Any

from ..names import Path


def now() -> dt.datetime:
    return dt.datetime.now(dt.UTC)


@dataclass
class Entry:
    """One object. kind is Snowflake's word for it (WAREHOUSE, FILE FORMAT …), properties are by Snowflake name."""

    kind: str
    path: Path
    owner: str
    created_on: dt.datetime = field(default_factory=now)
    comment: str = ""
    properties: dict[str, Any] = field(default_factory=dict)

    @property
    def name(self) -> str:
        return self.path[-1]

    @property
    def key(self) -> tuple[str, Path]:
        return (self.kind, self.path)


@dataclass(frozen=True)
class Grant:
    """A privilege on an object, or (privilege USAGE on kind ROLE) a role given to a role or to a user."""

    privilege: str
    kind: str
    path: Path
    grantee_kind: str
    grantee: str
    grant_option: bool = False
    granted_by: str = ""
    created_on: dt.datetime = field(default_factory=now, compare=False)


INHERITED = "INHERITED "
"""In front of the privilege of a grant on a container that holds for what is in it already, too."""


@dataclass(frozen=True)
class Future:
    """A privilege that every later object of the kind in the container gets at its creation."""

    privilege: str
    kind: str
    container: Path
    grantee: str
    grant_option: bool = False
    created_on: dt.datetime = field(default_factory=now, compare=False)
