"""Every kind, for the statements that speak of any of them."""

from __future__ import annotations

from .kinds import PLAIN, SEQUENCE, STORAGE_INTEGRATION, TABLE, VIEW
from .more_kinds import DYNAMIC_TABLE, MORE

# Longer names first: DYNAMIC TABLE before TABLE would be read as a table called TABLE.
CATALOGUED = [DYNAMIC_TABLE, *PLAIN, *[kind for kind in MORE if kind is not DYNAMIC_TABLE]]
GRANTABLE = {kind.name: kind for kind in [*CATALOGUED, STORAGE_INTEGRATION, TABLE, VIEW, SEQUENCE]}
