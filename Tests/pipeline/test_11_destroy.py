"""The way back: destroy leaves nothing of ours but buckets with data, and a new deploy takes these over."""

from __future__ import annotations

import re

from partner_files import sales
from pipeline import HISTORY, INBOX, Pipeline
from product import APPROVAL, CHANGES, DONE, FAILED, Product

OURS = re.compile(r"RETAIL_LOCAL|RETAIL-LOCAL", re.IGNORECASE)


def ours_in_snowflake(pipeline: Pipeline) -> dict[str, set[tuple[str, ...]]]:
    """Objects of the account that carry our name or mark; an account without our database has no place to look in."""
    found = {
        listing: {entry for entry in entries if any(OURS.search(field) for field in entry)}
        for listing, entries in pipeline.warehouse.inventory().items()
    }
    return {listing: entries for listing, entries in found.items() if entries}


def ours_in_aws(pipeline: Pipeline) -> dict[str, list[str]]:
    """What is left on AWS beside buckets."""
    iam, functions = pipeline.client("iam"), pipeline.client("lambda")
    lists = {
        "stacks": [
            stack["StackName"]
            for stack in pipeline.client("cloudformation").list_stacks()["StackSummaries"]
            if stack["StackStatus"] != "DELETE_COMPLETE"
        ],
        "queues": pipeline.sqs.list_queues().get("QueueUrls", []),
        "topics": [topic["TopicArn"] for topic in pipeline.client("sns").list_topics()["Topics"]],
        "functions": [function["FunctionName"] for function in functions.list_functions()["Functions"]],
        "mappings": [
            mapping["EventSourceArn"] for mapping in functions.list_event_source_mappings()["EventSourceMappings"]
        ],
        "alarms": [alarm["AlarmName"] for alarm in pipeline.client("cloudwatch").describe_alarms()["MetricAlarms"]],
        "roles": [role["RoleName"] for role in iam.list_roles()["Roles"]],
        "secrets": [secret["Name"] for secret in pipeline.client("secretsmanager").list_secrets()["SecretList"]],
        "logs": [group["logGroupName"] for group in pipeline.client("logs").describe_log_groups()["logGroups"]],
    }  # fmt: skip
    ours = re.compile(r"retail[-_](pipeline|local)")
    return {kind: left for kind, names in lists.items() if (left := [name for name in names if ours.search(name)])}


def versions(pipeline: Pipeline) -> set[tuple[str, str]]:
    pages = pipeline.s3.get_paginator("list_object_versions").paginate(Bucket=pipeline.bucket)
    return {(entry["Key"], entry["VersionId"]) for page in pages for entry in page.get("Versions", [])}


def test_a_destroy_without_yes_and_without_a_terminal_changes_nothing(pipeline: Pipeline, product: Product) -> None:
    ending = product.run("destroy", "--env", "local").ended(APPROVAL)
    assert "--yes" in ending.err
    assert product.run("diff", "--env", "local", "--detailed-exitcode").status == DONE


KEPT = re.compile(r"^SHOW (TERSE )?(DATABASES|SCHEMAS|TABLES|OBJECTS|VIEWS|COLUMNS|ROLES)")
"""Listings that may name something of ours where data is kept: databases, what is in them, and the roles that own it."""


def test_destroy_leaves_nothing_but_what_holds_data_and_says_so(pipeline: Pipeline, product: Product) -> None:
    kept, rows = versions(pipeline), pipeline.warehouse.counts("SALES")
    assert kept and rows
    pipeline.warehouse.rows("CREATE DATABASE SOMEBODY_ELSE")
    # The new one is the current one now; and counting needs a warehouse that outlives ours.
    pipeline.warehouse.rows("USE DATABASE RETAIL_LOCAL")
    pipeline.warehouse.rows("CREATE WAREHOUSE SOMEBODY_ELSES")
    ending = product.run("destroy", "--env", "local", "--yes").ended(DONE)
    assert f"bucket {pipeline.bucket} holds data and is kept" in ending.err
    assert "DATABASE RETAIL_LOCAL holds tables and is kept" in ending.err
    assert "--empty-buckets" in ending.err and "--drop-data" in ending.err
    assert [listing for listing in ours_in_snowflake(pipeline) if not KEPT.match(listing)] == []
    assert ours_in_aws(pipeline) == {}
    assert versions(pipeline) >= kept
    assert pipeline.warehouse.counts("SALES") == rows
    assert any(row["name"] == "SOMEBODY_ELSE" for row in pipeline.warehouse.rows("SHOW DATABASES"))
    pipeline.warehouse.rows("DROP DATABASE SOMEBODY_ELSE")


def test_destroying_what_is_gone_says_so(pipeline: Pipeline, product: Product) -> None:
    assert "is left to remove" in product.run("destroy", "--env", "local", "--yes").ended(DONE).err
    assert "not deployed" in product.run("outputs", "--env", "local").ended(FAILED).err


def test_a_new_deploy_takes_the_bucket_over_with_all_it_holds_and_goes_on(pipeline: Pipeline, product: Product) -> None:
    kept, history, rows = versions(pipeline), pipeline.keys(HISTORY), pipeline.warehouse.counts("SALES")
    plan = product.run("diff", "--env", "local", "--detailed-exitcode").ended(CHANGES).out
    assert re.search(rf"DataLake +AWS::S3::Bucket +takes over the bucket {pipeline.bucket}", plan)
    product.deploy().ended(DONE)
    pipeline.connect()
    assert versions(pipeline) == kept
    assert pipeline.keys(HISTORY) == history
    assert pipeline.warehouse.counts("SALES") == rows
    seconds = pipeline.deliver(f"{INBOX}sales_20251220.csv", sales(3))
    pipeline.times.append(("first file after destroy and deploy", seconds))
    assert product.run("diff", "--env", "local", "--detailed-exitcode").status == DONE
    pipeline.warehouse.rows("DROP WAREHOUSE IF EXISTS SOMEBODY_ELSES")


def test_data_is_not_destroyed_by_a_general_yes(pipeline: Pipeline, product: Product) -> None:
    error = product.run("destroy", "--env", "local", "--yes", "--empty-buckets", "--drop-data").ended(APPROVAL).err
    assert "--empty-buckets --drop-data --confirm local" in error
    assert product.run("diff", "--env", "local", "--detailed-exitcode").status == DONE


def test_destroy_with_everything_named_removes_bucket_and_tables_too(pipeline: Pipeline, product: Product) -> None:
    bucket = pipeline.bucket
    # The embedded S3 lists versions with raw keys, and XML knows no raw carriage return: nobody can name such a version.
    for key in [key for key in pipeline.keys("") if "\r" in key]:
        version = pipeline.s3.head_object(Bucket=bucket, Key=key)["VersionId"]
        pipeline.s3.delete_object(Bucket=bucket, Key=key, VersionId=version)
    named = ("--empty-buckets", "--drop-data", "--confirm", "local")
    ending = product.run("destroy", "--env", "local", *named).ended(DONE)
    assert re.search(rf"bucket {bucket} +and everything in it", ending.err)
    assert bucket not in [entry["Name"] for entry in pipeline.s3.list_buckets()["Buckets"]]
    assert ours_in_snowflake(pipeline) == {}
    assert ours_in_aws(pipeline) == {}


def test_a_deploy_after_everything_was_removed_is_a_first_deploy(pipeline: Pipeline, product: Product) -> None:
    product.deploy().ended(DONE)
    pipeline.connect()
    assert versions(pipeline) == set()
    pipeline.deliver(f"{INBOX}sales_20251221.csv", sales(3))
