"""A run as metrics: a line in the embedded metric format, or PutMetricData.

docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html
"""

from __future__ import annotations

import json
import time

from .outcome import Outcome
from .settings import Settings, aws

NAMESPACE = "Snowline/Transform"


def values(outcome: Outcome | None, seconds: float) -> dict[str, tuple[float, str]]:
    """The metrics with their units. A run that never reached a model has failed, and that is counted too."""
    if outcome is None:
        return {"Runs": (1, "Count"), "Failures": (1, "Count"), "Seconds": (round(seconds, 3), "Seconds")}
    return {
        "Runs": (1, "Count"),
        "Models": (outcome.models, "Count"),
        "Tests": (outcome.tests, "Count"),
        "Rows": (outcome.rows, "Count"),
        "Warnings": (outcome.warnings, "Count"),
        "Failures": (len(outcome.problems), "Count"),
        "Skipped": (len(outcome.skipped), "Count"),
        "Seconds": (round(seconds, 3), "Seconds"),
    }


def line(settings: Settings, outcome: Outcome | None, seconds: float) -> str:
    """One line for stdout, from which CloudWatch Logs makes the metrics."""
    measured = values(outcome, seconds)
    directive = {
        "Namespace": NAMESPACE,
        "Dimensions": [["environment"]],
        "Metrics": [{"Name": name, "Unit": unit} for name, (_, unit) in measured.items()],
    }
    return json.dumps(
        {
            "_aws": {"Timestamp": int(time.time() * 1000), "CloudWatchMetrics": [directive]},
            "environment": settings.environment,
            "invocation": outcome.invocation if outcome else "",
            **{name: value for name, (value, _) in measured.items()},
        }
    )


def publish(settings: Settings, outcome: Outcome | None, seconds: float) -> None:
    """In the way that the settings name; raises the errors of botocore."""
    if settings.metrics == "emf":
        print(line(settings, outcome, seconds), flush=True)
    elif settings.metrics == "cloudwatch":
        dimensions = [{"Name": "environment", "Value": settings.environment}]
        data = [
            {"MetricName": name, "Dimensions": dimensions, "Value": value, "Unit": unit}
            for name, (value, unit) in values(outcome, seconds).items()
        ]
        aws("cloudwatch").put_metric_data(Namespace=NAMESPACE, MetricData=data)
