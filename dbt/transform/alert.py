"""The one alert of a run that failed, in the form of the ingestion's: text for people, then JSON for programs."""

from __future__ import annotations

import dataclasses
import json
from typing import Any

from .failure import Failure
from .outcome import Outcome, Problem
from .settings import Settings, aws

MARKER = "--- for machines ---"
SHOWN, QUERY_LENGTH = 10, 4000


@dataclasses.dataclass(frozen=True)
class Alert:
    """Amazon SNS allows 100 characters of a subject and 256 KB of a message."""

    subject: str
    body: str
    attributes: dict[str, str]

    def publish(self, topic: str) -> None:
        """Raises the errors of botocore."""
        attributes = {name: {"DataType": "String", "StringValue": text} for name, text in self.attributes.items()}
        aws("sns").publish(TopicArn=topic, Subject=self.subject, Message=self.body, MessageAttributes=attributes)


def of_problems(settings: Settings, outcome: Outcome) -> Alert:
    """dbt ran, and models or tests failed. The first failure is told in full: the others often follow from it."""
    first = outcome.problems[0]
    reason = "model_failed" if first.kind == "model" else "test_failed"
    advice = (
        "Mend the model, or what it reads, and run it again."
        if reason == "model_failed"
        else "Run the query to see the rows; correct what brought them and run it again."
    )
    lines = [
        f"What:       {named(first)}",
        f"Where:      environment {settings.environment}, database {settings.database}",
        f"Why:        {visible(first.message, 1000)}",
        f"What to do: {advice}",
    ]
    if outcome.skipped:
        lines.append(f"Not built:  {', '.join(outcome.skipped)}; they hold what they held before")
    if first.query_id:
        lines.append(f"Query id:   {first.query_id}")
    if others := outcome.problems[1:SHOWN]:
        lines += ["", f"Failed too ({len(outcome.problems) - 1}):", *(f"  - {named(problem)}" for problem in others)]
    if first.query:
        lines += ["", "The query:", "", shortened(first.query)]
    details = {
        "invocation": outcome.invocation,
        "failures": [dataclasses.asdict(p) | {"query": shortened(p.query)} for p in outcome.problems[:SHOWN]],
        "failureCount": len(outcome.problems),
        "skipped": outcome.skipped,
        "models": outcome.models,
        "tests": outcome.tests,
        "seconds": outcome.seconds,
    }
    return made(settings, reason, first.model, f"{first.kind} {first.name}", lines, first.message, advice, details)


def of_failure(settings: Settings, failure: Failure) -> Alert:
    """The run did not come as far as its models."""
    lines = [
        f"What:       {visible(failure.message, 1000)}",
        f"Where:      environment {settings.environment}, database {settings.database}",
        f"What to do: {failure.advice}",
    ]
    return made(settings, failure.reason, "none", failure.reason, lines, failure.message, failure.advice, {})


def made(
    settings: Settings,
    reason: str,
    model: str,
    title: str,
    lines: list[str],
    message: str,
    advice: str,
    details: dict[str, Any],
) -> Alert:
    """The parts as one message."""
    machine = {
        "version": 1,
        "source": "transform",
        "reason": reason,
        "message": message,
        "environment": settings.environment,
        "database": settings.database,
        "model": model,
        "advice": advice,
        **details,
    }
    subject = f"[snowline] transform failed on {settings.environment}: {title}".encode("ascii", "replace").decode()
    return Alert(
        subject=subject if len(subject) <= 100 else subject[:97] + "...",
        body="\n".join(["The transform failed.", "", *lines, "", MARKER, json.dumps(machine, ensure_ascii=False), ""]),
        attributes={
            "source": "transform",
            "reason": reason,
            "model": model,
            "environment": settings.environment,
            "final": "true",
        },
    )


def named(problem: Problem) -> str:
    """`test not_null_… of stg_sales: 3 rows`."""
    if problem.kind == "model":
        return f"model {problem.name}"
    rows = "" if problem.rows is None else f": {problem.rows} row{'s' * (problem.rows != 1)}"
    return f"{problem.kind.replace('_', ' ')} {problem.name} of {problem.model}{rows}"


def shortened(query: str) -> str:
    """The query, cut where it is longer than a mail should be."""
    return query if len(query) <= QUERY_LENGTH else query[:QUERY_LENGTH] + "\n… (cut; the whole is in dbt/target)"


def visible(text: str, limit: int) -> str:
    """The text with control characters as escapes, cut at the limit."""
    shown = "".join(c if c.isprintable() else f"\\u{{{ord(c):x}}}" for c in text)
    return shown if len(shown) <= limit else shown[:limit] + "…"
