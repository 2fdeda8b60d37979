"""What a run of dbt did, read from the run_results.json that it leaves behind."""

from __future__ import annotations

import dataclasses
import json
import pathlib
from typing import Any

BAD = ("error", "fail", "runtime error")


@dataclasses.dataclass(frozen=True)
class Problem:
    """A model that could not be built, or a test that failed. `rows`: how many the test found; None for a model."""

    kind: str
    name: str
    model: str
    message: str
    rows: int | None
    query: str
    query_id: str


@dataclasses.dataclass(frozen=True)
class Outcome:
    """Counts of one run; `seconds` is how long dbt took."""

    models: int
    tests: int
    rows: int
    seconds: float
    warnings: int
    problems: list[Problem]
    skipped: list[str]
    invocation: str

    @property
    def text(self) -> str:
        parts = [f"{self.models} models, {self.tests} tests, {self.rows} rows changed, {self.seconds:.1f} s"]
        if self.warnings:
            parts.append(f"{self.warnings} warnings")
        if self.problems:
            parts.append(f"{len(self.problems)} failed, {len(self.skipped)} skipped")
        return "; ".join(parts)


def read(target: pathlib.Path, since: float) -> Outcome | None:
    """The outcome of the run that began at `since` (seconds of the epoch); None when it left no results of its own."""
    file = target / "run_results.json"
    if not file.exists() or file.stat().st_mtime < since:
        return None
    document: Any = json.loads(file.read_text())
    nodes: Any = json.loads((target / "manifest.json").read_text())
    results = document["results"]
    return Outcome(
        models=sum(kind(r) == "model" and r["status"] == "success" for r in results),
        tests=sum(kind(r) in ("test", "unit_test") and r["status"] not in ("skipped", *BAD[:1]) for r in results),
        rows=sum(int(r["adapter_response"].get("rows_affected") or 0) for r in results if kind(r) == "model"),
        seconds=float(document["elapsed_time"]),
        warnings=sum(r["status"] == "warn" for r in results),
        problems=[problem(r, nodes) for r in results if r["status"] in BAD],
        skipped=[r["unique_id"].split(".")[2] for r in results if r["status"] == "skipped" and kind(r) == "model"],
        invocation=document["metadata"]["invocation_id"],
    )


def kind(result: dict[str, Any]) -> str:
    """`model`, `test`, `unit_test`, …"""
    return str(result["unique_id"]).split(".")[0]


def problem(result: dict[str, Any], manifest: dict[str, Any]) -> Problem:
    """What failed. A test is named with the model, or the source, that it looks at."""
    unique_id = result["unique_id"]
    node = manifest["nodes"].get(unique_id) or manifest.get("unit_tests", {}).get(unique_id, {})
    name = unique_id.split(".")[-1] if kind(result) == "unit_test" else unique_id.split(".")[2]
    tested = node.get("attached_node") or next(iter(node.get("depends_on", {}).get("nodes", [])), unique_id)
    model = name if kind(result) == "model" else ".".join(tested.split(".")[2:])
    return Problem(
        kind=kind(result),
        name=name,
        model=model,
        message=" ".join(str(result.get("message") or result["status"]).split()),
        rows=result.get("failures") if kind(result) == "test" else None,
        query=(result.get("compiled_code") or node.get("compiled_code") or "").strip(),
        query_id=str(result["adapter_response"].get("query_id") or ""),
    )
