"""The account's objects and grants: what fakesnow does not keep. Durable, and small enough to live in memory."""

from .catalog import Catalog
from .entries import INHERITED, Entry, Future, Grant

__all__ = ["INHERITED", "Catalog", "Entry", "Future", "Grant"]
