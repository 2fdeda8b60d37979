"""The commands around a deploy: who is at work, what happened, what is there."""

from __future__ import annotations

import json
import os
import re
import subprocess

import pytest
from pipeline import STACK, Pipeline
from product import APPROVAL, BUSY, DONE, IDENTITY, ROOT, USAGE, Product

BUCKET = "snowline-assets-000000000000-eu-west-1"
LEASE = "leases/local.json"
SCHEMA = json.loads((ROOT / "docs/events.schema.json").read_text())


def events(text: str) -> list[dict]:
    return [json.loads(line) for line in text.splitlines()]


@pytest.fixture
def changed(pipeline: Pipeline) -> None:
    """Something for the next deploy to set right."""
    pipeline.warehouse.rows("ALTER WAREHOUSE RETAIL_LOCAL_WH SET AUTO_SUSPEND = 777")


def held_by_somebody(pipeline: Pipeline) -> None:
    record = {
        "v": 1, "id": "x", "person": "ana", "host": "elsewhere", "machine": "another", "process": 1,
        "processStart": "1", "command": "deploy up", "since": "2026-11-23T10:00:00Z", "journal": "", "released": False,
    }  # fmt: skip
    pipeline.s3.put_object(Bucket=BUCKET, Key=LEASE, Body=json.dumps(record).encode())


def test_a_deploy_that_somebody_else_is_at_is_refused_with_his_name(
    pipeline: Pipeline, product: Product, changed: None
) -> None:
    held_by_somebody(pipeline)
    ending = product.deploy().ended(BUSY)
    assert "ana on elsewhere (deploy up) since 2026-11-23T10:00:00Z" in ending.err
    assert "--break-lease" in ending.err
    assert "ana on elsewhere" in product.run("status", "--env", "local").ended(DONE).out
    product.run("--env", "local", "--yes", "--break-lease").ended(DONE)
    lease = json.loads(pipeline.s3.get_object(Bucket=BUCKET, Key=LEASE)["Body"].read())
    assert lease["released"] and lease["person"] != "ana"


def test_two_deploys_at_once_do_not_meet(pipeline: Pipeline, product: Product, changed: None) -> None:
    command = [str(product.binary), "--env", "local", "--yes"]
    both = [
        subprocess.Popen(command, cwd=ROOT, text=True, stdin=subprocess.DEVNULL, stdout=-1, stderr=-1, env=os.environ)
        for _ in range(2)
    ]
    texts = [process.communicate(timeout=300)[1] for process in both]
    assert sorted({process.returncode for process in both}) in ([DONE], [DONE, BUSY]), texts
    assert product.run("diff", "--env", "local", "--detailed-exitcode").status == DONE


def test_events_are_lines_of_json_as_the_schema_says(pipeline: Pipeline, product: Product, changed: None) -> None:
    found = events(product.run("--env", "local", "--yes", "--output", "json").ended(DONE).out)
    variants = {each["properties"]["type"]["const"]: each for each in SCHEMA["oneOf"]}
    for event in found:
        variant = variants[event["type"]]
        assert set(variant["required"]) <= set(event) <= set(variant["properties"]), event
    assert found[0]["type"] == "start" and found[-1] == {**found[-1], "type": "end", "exit": 0}
    assert any(event["type"] == "statement" and event["state"] == "done" for event in found)
    assert found[-2]["outputs"]["retail-pipeline"]["InboxBucket"] == pipeline.bucket


def test_the_journal_and_the_state_are_shown(pipeline: Pipeline, product: Product) -> None:
    status = json.loads(product.run("status", "--env", "local", "--output", "json").ended(DONE).out)
    assert STACK in [stack["name"] for stack in status["stacks"]]
    assert status["runs"][0]["outcome"] == "done" and status["runs"][0]["steps"]
    assert "lease" not in status


def test_the_stacks_of_the_account_are_listed(product: Product, pipeline: Pipeline) -> None:
    found = json.loads(product.run("ls", "--env", "local", "--output", "json").ended(DONE).out)
    assert (STACK, True) in [(each["name"], each["declared"]) for each in found]


def test_nothing_to_watch_cancel_or_recover_is_said(product: Product, pipeline: Pipeline) -> None:
    assert "nothing is under way" in product.run("watch", "--env", "local").ended(DONE).err
    assert "no update to cancel" in product.run("cancel", "--env", "local").ended(BUSY).err
    assert "nothing to roll back" in product.run("rollback", "--env", "local").ended(BUSY).err
    product.run("recover", "--env", "local").ended(DONE)
    assert "no resource failed" in product.run("diagnose", "--env", "local").ended(DONE).out


def test_the_logs_of_the_function_are_printed(product: Product, pipeline: Pipeline) -> None:
    lines = product.run("logs", "--env", "local", "--since", "1d", "--output", "json").ended(DONE).out.splitlines()
    assert any('"message"' in json.loads(line)["message"] for line in lines)
    product.run("logs", "--env", "local", "--since", "soon").ended(USAGE)


def test_old_archives_go_and_deployed_ones_stay(product: Product, pipeline: Pipeline) -> None:
    old = f"IngestLambda/{'0' * 64}.zip"
    pipeline.s3.put_object(Bucket=BUCKET, Key=old, Body=b"old")
    refused = product.run("gc", "--env", "local", "--older-than", "0s").ended(APPROVAL)
    assert old in refused.out
    ending = product.run("gc", "--env", "local", "--older-than", "0s", "--yes").ended(DONE)
    assert re.search(r"keep +IngestLambda/[0-9a-f]{64}\.zip +deployed", ending.err)
    keys = {entry["Key"] for entry in pipeline.s3.list_objects_v2(Bucket=BUCKET)["Contents"]}
    assert old not in keys and LEASE in keys


def test_the_asset_bucket_has_every_protection(pipeline: Pipeline) -> None:
    s3 = pipeline.s3
    assert s3.get_bucket_versioning(Bucket=BUCKET)["Status"] == "Enabled"
    assert all(s3.get_public_access_block(Bucket=BUCKET)["PublicAccessBlockConfiguration"].values())
    assert s3.get_bucket_encryption(Bucket=BUCKET)["ServerSideEncryptionConfiguration"]["Rules"]
    rules = {rule["ID"] for rule in s3.get_bucket_lifecycle_configuration(Bucket=BUCKET)["Rules"]}
    assert rules == {"OldVersions", "Journals"}


def test_the_doctor_finds_this_laptop_well(product: Product, pipeline: Pipeline) -> None:
    found = json.loads(product.run("doctor", "--env", "local", "--output", "json").ended(DONE).out)
    assert all(each["verdict"] in ("ok", "note") for each in found), found
    assert any(each["section"] == "AWS permissions" for each in found)


def test_the_doctor_names_every_place_it_looked_at(product: Product) -> None:
    nowhere = {"PATH": os.environ["PATH"], "HOME": "/nonexistent", "AWS_EC2_METADATA_DISABLED": "true"}
    ending = product.run("doctor", "--env", "dev", only=nowhere).ended(IDENTITY)
    for place in ("environment", "web identity", "profile default", "container", "instance metadata"):
        assert len(re.findall(rf"note +{place}: ", ending.out)) == 1, ending
    assert "SNOWFLAKE_PRIVATE_KEY_PATH" in ending.out


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_a_shell_takes_its_completion_script(product: Product, shell: str) -> None:
    script = product.run("completion", shell).ended(DONE).out
    assert "deploy" in script and "recover" in script
    if shell == "bash":
        subprocess.run(["bash", "-n"], input=script, text=True, check=True)


def test_a_pipeline_is_written_from_a_sample(product: Product, tmp_path: object) -> None:
    sample = tmp_path / "orders_20250111.csv"
    sample.write_text("order_id,order_time,amount\nA-1,2025-01-11T08:00:00Z,12.50\nA-2,2025-01-11T08:00:01Z,1.00\n")
    ending = product.run("init", "--dry-run", str(sample)).ended(DONE)
    assert '"order_time", .timestamp, required: true' in ending.out
    assert "public func ordersPipeline(_ env: Environment) -> Stack" in ending.out
