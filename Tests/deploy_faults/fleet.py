"""Both embedded clouds behind proxies, and the deployer that works through them."""

from __future__ import annotations

import json
import os
import pathlib
import re
import subprocess
import sys

import boto3
from botocore.config import Config

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "pipeline"))

from product import DONE, ROOT, Ending, Product
from proxy import Proxy, Trap

STACK = "retail-pipeline-local"
BUCKET = "snowline-assets-000000000000-eu-west-1"
DATA = "retail-local-lake-000000000000"


class Fleet:
    """The deployer, whose every call to either cloud passes a trap."""

    def __init__(self) -> None:
        base = int(os.environ.get("SNOWLINE_FAULT_PORT") or 14610)
        self.trap = Trap()
        self.direct = {"SNOWLINE_AWS_PORT": str(base), "SNOWLINE_SNOWFLAKE_PORT": str(base + 1)}
        self.through = {"SNOWLINE_AWS_PORT": str(base + 2), "SNOWLINE_SNOWFLAKE_PORT": str(base + 3)}
        self.product = Product()
        self.product.run("local", "up", variables=self.direct).ended(DONE)
        self.proxies = [
            Proxy(base + 2, base, self.trap, speaks_sql=False),
            Proxy(base + 3, base + 1, self.trap, speaks_sql=True),
        ]
        self.endpoint = f"http://127.0.0.1:{base}"

    def close(self) -> None:
        for proxy in self.proxies:
            proxy.shutdown()
            proxy.server_close()

    def run(self, *arguments: str, number: int = 0, fault: str = "") -> Ending:
        """Runs the deployer with the trap set at its n-th call; a killed run has a negative status."""
        self.trap.arm(number, fault)
        process = subprocess.Popen(
            [str(self.product.binary), *arguments], env={**os.environ, **self.through}, cwd=ROOT, text=True,
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        )  # fmt: skip
        self.trap.victim = process
        try:
            out, err = process.communicate(timeout=600)
        finally:
            self.trap.victim = None
        return Ending(" ".join(["deploy", *arguments]), process.returncode, out, err)

    def deploy(self, **trap: object) -> Ending:
        return self.run("--env", "local", "--yes", **trap)

    def destroy(self, **trap: object) -> Ending:
        return self.run("destroy", "--env", "local", "--empty-buckets", "--drop-data", "--confirm", "local", **trap)

    def client(self, service: str) -> object:
        keys = json.loads((ROOT / ".snowline/local/credentials.json").read_text())
        return boto3.client(
            service, endpoint_url=self.endpoint, region_name="eu-west-1", aws_access_key_id=keys["accessKeyId"],
            aws_secret_access_key=keys["secretAccessKey"],
            config=Config(retries={"total_max_attempts": 3}, s3={"addressing_style": "path"}),
        )  # fmt: skip

    def stacks(self) -> list[dict]:
        """Every stack of ours that is not deleted."""
        found = self.client("cloudformation").describe_stacks()["Stacks"]
        return [stack for stack in found if stack["StackName"] == STACK]

    def disturb(self) -> None:
        """Changes both clouds by hand, so that the next deploy has something to set right in each of them."""
        client = self.client("cloudformation")
        template = client.get_template(StackName=STACK)["TemplateBody"]
        text = template if isinstance(template, str) else json.dumps(template)
        changed = re.sub(r"(?m)^( +)VisibilityTimeout: (\d+)$", r"\1VisibilityTimeout: 999", text, count=1)
        assert changed != text
        live = client.describe_stacks(StackName=STACK)["Stacks"][0]
        client.update_stack(
            StackName=STACK, TemplateBody=changed, Capabilities=["CAPABILITY_NAMED_IAM"], Tags=live["Tags"],
            Parameters=[{"ParameterKey": each["ParameterKey"], "UsePreviousValue": True} for each in live["Parameters"]],
        )  # fmt: skip
        client.get_waiter("stack_update_complete").wait(StackName=STACK, WaiterConfig={"Delay": 1, "MaxAttempts": 30})
        for statement in (
            "REVOKE USAGE ON DATABASE RETAIL_LOCAL FROM ROLE RETAIL_LOCAL_READER",
            "ALTER WAREHOUSE RETAIL_LOCAL_WH SET AUTO_SUSPEND = 777",
        ):
            self.product.run("sql", "--env", "local", statement, variables=self.through).ended(DONE)

    def left_behind(self) -> list[str]:
        """What a run must not leave: half-made changes, a lease that is held, anything twice."""
        problems = []
        stacks = self.stacks()
        if len(stacks) > 1:
            problems.append(f"{len(stacks)} stacks")
        for stack in stacks:
            if not stack["StackStatus"].endswith("_COMPLETE") or "ROLLBACK" in stack["StackStatus"]:
                problems.append(f"the stack is {stack['StackStatus']}")
            sets = self.client("cloudformation").list_change_sets(StackName=STACK)["Summaries"]
            # The embedded AWS goes on listing those that were executed.
            waiting = [each for each in sets if not each["ExecutionStatus"].startswith("EXECUTE_")]
            problems += [f"change set {each['ChangeSetName']}" for each in waiting]
        s3 = self.client("s3")
        lease = json.loads(s3.get_object(Bucket=BUCKET, Key="leases/local.json")["Body"].read())
        if not lease["released"]:
            problems.append("the lease is held")
        return problems
