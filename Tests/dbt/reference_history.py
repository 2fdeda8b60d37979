"""The history of the stores in plain Python: a walk through the rows in the order of receipt."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Mapping
from typing import Any

ORDER = ("loaded_at", "batch_date", "source_filename", "source_row_number")
ATTRIBUTES = ("store_group", "store_name")


def stores_history(stores: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """A version for each change of a store; of several rows of one moment the last counts."""
    valid = [row for row in stores if row["rejection_reason"] is None]
    result: list[dict[str, Any]] = []
    for token in sorted({row["store_token"] for row in valid}):
        rows = sorted((row for row in valid if row["store_token"] == token), key=lambda row: [row[c] for c in ORDER])
        states = [list(same)[-1] for _, same in itertools.groupby(rows, key=lambda row: row["loaded_at"])]
        versions: list[Mapping[str, Any]] = []
        for state in states:
            if not versions or any(versions[-1][column] != state[column] for column in ATTRIBUTES):
                versions.append(state)
        ends = [version["loaded_at"] for version in versions[1:]] + [None]
        result += [
            {
                **{column: version[column] for column in ("store_token", *ATTRIBUTES)},
                "valid_from": version["loaded_at"],
                "valid_to": end,
                "is_current": end is None,
                **{column: version[column] for column in ("source_filename", "source_row_number", "batch_date")},
            }
            for version, end in zip(versions, ends, strict=True)
        ]
    return result
