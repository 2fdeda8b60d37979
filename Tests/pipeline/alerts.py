"""Alerts as a laptop user sees them: `deploy alerts`."""

from __future__ import annotations

import dataclasses
import json
from typing import Any

from product import DONE, Product

MARKER = "--- for machines ---"
"""The line between what people read and what programs read (Sources/IngestLambda/Alert.swift)."""


@dataclasses.dataclass(frozen=True)
class Alert:
    subject: str
    text: str
    """What people read."""
    facts: dict[str, Any]
    """What programs read."""
    attributes: dict[str, str]

    @property
    def key(self) -> str:
        return self.facts["key"]

    @property
    def reason(self) -> str:
        return self.facts["reason"]


def received(product: Product) -> list[Alert]:
    """Every alert about a file so far; what alarms say of themselves is left out."""
    ending = product.run("alerts", "--env", "local", "--format", "json").ended(DONE)
    alerts = []
    for entry in json.loads(ending.out):
        text, mark, machine = entry["message"].partition(MARKER)
        if mark:
            alerts.append(Alert(entry["subject"], text, json.loads(machine), entry["attributes"]))
    return alerts
