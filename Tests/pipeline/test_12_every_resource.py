"""A stack with each kind of high-level resource, on the embedded AWS as far as that goes.

What it has no notion of is left out of the template: budgets, composite alarms, NAT gateways, flow logs. What it keeps and
does not carry out is looked at in the template alone: addresses, encryption, time zones, the running of containers.
"""

from __future__ import annotations

import io
import json
import time
import zipfile
from collections.abc import Iterator
from typing import Any

import pytest

import embedded_aws
from embedded_aws import EmbeddedAWS
from product import ROOT

STACK = "every-resource-test"
TEMPLATE = ROOT / "Tests" / "gates" / "templates" / "resources" / "embedded.yaml"


def stopped(code: int) -> dict[str, Any]:
    """What ECS says of a task whose program ended so (Step Functions developer guide, "Run Amazon ECS or Fargate tasks")."""
    task = {"StoppedReason": "Essential container in task exited", "Containers": [{"ExitCode": code, "Name": "program"}]}
    return {"0": {"Throw": {"Error": "States.TaskFailed", "Cause": json.dumps(task, separators=(",", ":"))}}}


PLAYED = {
    "StateMachines": {
        f"{STACK}-Transform": {"TestCases": {name: {"Run": name} for name in ("Killed", "Told", "Busy")}}
    },
    "MockedResponses": {"Killed": stopped(137), "Told": stopped(1), "Busy": stopped(6)},
}
"""What the embedded Step Functions plays instead of calling ECS, in the case that a test names."""


@pytest.fixture(scope="module")
def cloud(tmp_path_factory: pytest.TempPathFactory) -> Iterator[EmbeddedAWS]:
    folder = tmp_path_factory.mktemp("aws")
    (folder / "played.json").write_text(json.dumps(PLAYED))
    # A twentieth of every wait: three seconds for a minute.
    settings = {"SFN_MOCK_CONFIG": str(folder / "played.json"), "SFN_WAIT_SCALE": "0.05"}
    with embedded_aws.running(folder, **settings) as cloud:
        yield cloud


@pytest.fixture(scope="module")
def resources(cloud: EmbeddedAWS) -> dict[str, dict[str, Any]]:
    """The deployed stack: logical id to what CloudFormation says of it."""
    s3 = cloud.client("s3")
    s3.create_bucket(Bucket="assets", CreateBucketConfiguration={"LocationConstraint": embedded_aws.REGION})
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as content:
        content.writestr("bootstrap", "#!/bin/sh\n")
    s3.put_object(Bucket="assets", Key="ingest.zip", Body=archive.getvalue())
    s3.put_object(Bucket="assets", Key="template.yaml", Body=TEMPLATE.read_bytes())
    client = cloud.client("cloudformation")
    client.create_stack(
        StackName=STACK,
        TemplateURL=f"{cloud.endpoint}/assets/template.yaml",
        Capabilities=["CAPABILITY_NAMED_IAM"],
        Parameters=[
            {"ParameterKey": name, "ParameterValue": value}
            for name, value in {"AssetBucket": "assets", "IngestCodeKey": "ingest.zip", "ImagesTag": "0" * 64}.items()
        ],
    )
    for _ in range(100):
        (stack,) = client.describe_stacks(StackName=STACK)["Stacks"]
        if not stack["StackStatus"].endswith("_IN_PROGRESS"):
            break
        time.sleep(0.2)
    reasons = [
        f"{event['LogicalResourceId']}: {event.get('ResourceStatusReason')}"
        for event in client.describe_stack_events(StackName=STACK)["StackEvents"]
        if event["ResourceStatus"].endswith("_FAILED")
    ]
    assert stack["StackStatus"] == "CREATE_COMPLETE", "\n".join(reasons)
    pages = client.get_paginator("list_stack_resources").paginate(StackName=STACK)
    return {item["LogicalResourceId"]: item for page in pages for item in page["StackResourceSummaries"]}


def physical(resources: dict[str, dict[str, Any]], logical_id: str) -> str:
    return resources[logical_id]["PhysicalResourceId"]


def test_every_resource_of_the_template_is_made(resources: dict[str, dict[str, Any]]) -> None:
    text = TEMPLATE.read_text().split("\nResources:\n")[1]
    declared = {line.strip(" :") for line in text.splitlines() if line.startswith("  ") and line[2] not in " -"}
    assert set(resources) == declared
    assert len({item["ResourceType"] for item in resources.values()}) > 25


def test_the_dashboard_has_real_names_in_it(cloud: EmbeddedAWS, resources: dict[str, dict[str, Any]]) -> None:
    name = physical(resources, "Overview")
    body = json.loads(cloud.client("cloudwatch").get_dashboard(DashboardName=name)["DashboardBody"])
    calls = next(widget for widget in body["widgets"] if widget["properties"].get("title") == "Calls")
    assert calls["properties"]["metrics"][0][3] == physical(resources, "Ingest")
    alarms = next(widget for widget in body["widgets"] if widget["type"] == "alarm")
    known = {alarm["AlarmArn"] for alarm in cloud.client("cloudwatch").describe_alarms()["MetricAlarms"]}
    assert set(alarms["properties"]["alarms"]) <= known


def test_a_generated_secret_has_a_value(cloud: EmbeddedAWS, resources: dict[str, dict[str, Any]]) -> None:
    value = cloud.client("secretsmanager").get_secret_value(SecretId=physical(resources, "Token"))["SecretString"]
    assert len(value) == 40


def test_the_task_runs_as_nobody_on_a_file_system_it_can_not_write(
    cloud: EmbeddedAWS, resources: dict[str, dict[str, Any]]
) -> None:
    task = cloud.client("ecs").describe_task_definition(taskDefinition=physical(resources, "TransformTask"))
    (container,) = task["taskDefinition"]["containerDefinitions"]
    assert container["readonlyRootFilesystem"] is True
    assert container["user"] == "10001:10001"
    assert container["image"].endswith("/every-resource/reports:" + "0" * 64)


def test_schedules_wait_in_groups_of_their_own(cloud: EmbeddedAWS, resources: dict[str, dict[str, Any]]) -> None:
    schedules = cloud.client("scheduler").list_schedules()["Schedules"]
    groups = {schedule["GroupName"] for schedule in schedules}
    assert groups == {physical(resources, f"{name}Group") for name in ("Weekly", "Tick", "TransformDaily")}


def settled(cloud: EmbeddedAWS, arn: str) -> dict[str, Any]:
    """How an execution ended."""
    client = cloud.client("stepfunctions")
    for _ in range(200):
        execution = client.describe_execution(executionArn=arn)
        if execution["status"] != "RUNNING":
            return execution
        time.sleep(0.1)
    raise AssertionError(f"{arn} still runs: {client.get_execution_history(executionArn=arn)['events'][-1]}")


def test_one_run_at_a_time_and_one_waiting(cloud: EmbeddedAWS, resources: dict[str, dict[str, Any]]) -> None:
    """There is no container engine: a task runs until somebody stops it, which here ends it well."""
    states, ecs = cloud.client("stepfunctions"), cloud.client("ecs")
    machine, cluster = physical(resources, "Transform"), physical(resources, "TransformTaskCluster")

    def tasks() -> list[str]:
        return ecs.list_tasks(cluster=cluster, desiredStatus="RUNNING")["taskArns"]

    first, second, third = (states.start_execution(stateMachineArn=machine)["executionArn"] for _ in range(3))
    assert settled(cloud, third)["status"] == "SUCCEEDED", "the second, which waits, covers it"
    (task,) = tasks()
    assert states.describe_execution(executionArn=second)["status"] == "RUNNING"
    ecs.stop_task(cluster=cluster, task=task)
    assert settled(cloud, first)["status"] == "SUCCEEDED"
    for _ in range(200):
        if set(tasks()) - {task}:
            break
        time.sleep(0.1)
    (later,) = set(tasks()) - {task}
    ecs.stop_task(cluster=cluster, task=later)
    assert settled(cloud, second)["status"] == "SUCCEEDED"


def alerts(cloud: EmbeddedAWS, resources: dict[str, dict[str, Any]]) -> list[dict[str, Any]]:
    """What the topic was told since the last look."""
    url = physical(resources, "AlertsLog")
    messages = cloud.client("sqs").receive_message(QueueUrl=url, MaxNumberOfMessages=10, WaitTimeSeconds=3)
    for message in messages.get("Messages", []):
        cloud.client("sqs").delete_message(QueueUrl=url, ReceiptHandle=message["ReceiptHandle"])
    return [json.loads(message["Body"]) for message in messages.get("Messages", [])]


def test_a_run_that_could_not_tell_itself_is_told(cloud: EmbeddedAWS, resources: dict[str, dict[str, Any]]) -> None:
    machine = physical(resources, "Transform")
    arn = cloud.client("stepfunctions").start_execution(stateMachineArn=f"{machine}#Killed")["executionArn"]
    execution = settled(cloud, arn)
    assert (execution["status"], execution["error"]) == ("FAILED", "States.TaskFailed")
    (alert,) = alerts(cloud, resources)
    assert alert["Subject"] == f"[snowline] transform failed: {STACK}"
    lines = {name: text.strip() for name, _, text in (line.partition(":") for line in alert["Message"].splitlines())}
    assert lines["What"] == f"Transform of {STACK}"
    assert lines["Why"] == "States.TaskFailed. Essential container in task exited. Exit code 137"
    assert lines["Log"] == f"group {physical(resources, 'TransformTaskLog')}"
    assert lines["Execution"] == arn


def test_a_run_that_told_itself_is_not_told_twice(cloud: EmbeddedAWS, resources: dict[str, dict[str, Any]]) -> None:
    machine = physical(resources, "Transform")
    arn = cloud.client("stepfunctions").start_execution(stateMachineArn=f"{machine}#Told")["executionArn"]
    assert settled(cloud, arn)["status"] == "FAILED"
    assert alerts(cloud, resources) == []


def test_a_run_that_finds_somebody_at_work_comes_back(
    cloud: EmbeddedAWS, resources: dict[str, dict[str, Any]]
) -> None:
    client = cloud.client("stepfunctions")
    arn = client.start_execution(stateMachineArn=f"{physical(resources, 'Transform')}#Busy")["executionArn"]

    def runs() -> int:
        events = client.get_execution_history(executionArn=arn, maxResults=1000)["events"]
        return sum(event.get("stateEnteredEventDetails", {}).get("name") == "Run" for event in events)

    for _ in range(400):
        if runs() > 1:
            break
        time.sleep(0.1)
    assert client.describe_execution(executionArn=arn)["status"] == "RUNNING"
    assert runs() > 1
    client.stop_execution(executionArn=arn)
    assert alerts(cloud, resources) == []
