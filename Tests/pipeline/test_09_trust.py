"""The trust between Snowflake and the bucket, and other things people change by hand: what a deploy makes of them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
import snowflake.connector

from partner_files import history_key, sales
from pipeline import INBOX, Pipeline
from product import ATTENTION, DONE, Product

ROLE = "retail-local-snowflake-access"


@pytest.fixture
def trust(pipeline: Pipeline) -> Iterator[dict[str, Any]]:
    """The trust policy as it was deployed; put back at the end whatever happened."""
    iam = pipeline.client("iam")
    policy = iam.get_role(RoleName=ROLE)["Role"]["AssumeRolePolicyDocument"]
    yield json.loads(json.dumps(policy))
    iam.update_assume_role_policy(RoleName=ROLE, PolicyDocument=json.dumps(policy))


def set_trust(pipeline: Pipeline, policy: dict[str, Any]) -> None:
    pipeline.client("iam").update_assume_role_policy(RoleName=ROLE, PolicyDocument=json.dumps(policy))


def broken(policy: dict[str, Any], part: str) -> dict[str, Any]:
    """The policy with one part that no longer names the integration."""
    (statement,) = policy["Statement"]
    if part == "principal":
        statement["Principal"] = {"AWS": "arn:aws:iam::000000000000:user/nobody"}
    else:
        statement["Condition"] = {"StringEquals": {"sts:ExternalId": "somebody_else"}}
    return policy


def hand_backs(pipeline: Pipeline, key: str) -> int:
    """How often the function has given the message of a file back to the queue."""
    return sum("will be tried again" in line and key in line for line in pipeline.function_log(10_000))


def test_without_the_trust_nothing_is_loaded_and_the_file_comes_again_until_the_trust_is_back(
    pipeline: Pipeline, trust: dict[str, Any]
) -> None:
    key, body = f"{INBOX}sales_20251201.csv", sales(4)
    set_trust(pipeline, broken(json.loads(json.dumps(trust)), "principal"))
    with pytest.raises(snowflake.connector.errors.Error, match=r"(?i)assum"):
        pipeline.warehouse.rows("LIST @RAW.INBOX")
    pipeline.put(key, body)
    pipeline.wait("the function hands the file back", lambda: hand_backs(pipeline, key) > 0)
    assert pipeline.content(key) == body
    assert pipeline.warehouse.raw("SALES", key) == []
    assert pipeline.alerts(key) == []
    assert sum(pipeline.backlog()) > 0
    set_trust(pipeline, trust)
    seconds = pipeline.wait("the file has left the inbox", lambda: not pipeline.holds(key), seconds=60)
    pipeline.times.append(("a file handed back, after the trust is back", seconds))
    assert len(pipeline.warehouse.raw("SALES", key)) == 5
    assert pipeline.content(history_key(key, "20251201")) == body
    assert pipeline.alerts(key) == []


@pytest.mark.parametrize("part", ["principal", "external id"])
def test_a_trust_changed_by_hand_is_closed_again_by_a_deploy_or_its_verification_names_the_part(
    pipeline: Pipeline, product: Product, trust: dict[str, Any], part: str
) -> None:
    set_trust(pipeline, broken(json.loads(json.dumps(trust)), part))
    ending = product.deploy()
    now = pipeline.client("iam").get_role(RoleName=ROLE)["Role"]["AssumeRolePolicyDocument"]
    if ending.status == DONE:
        assert now == trust
        assert "verified" in ending.err
        return
    ending.ended(ATTENTION)
    assert ROLE in ending.err
    wanted = {
        "principal": "STORAGE_AWS_IAM_USER_ARN",
        "external id": "STORAGE_AWS_EXTERNAL_ID",
    }[part]
    assert wanted.lower() in ending.err.lower()
    assert "can not list" in ending.err
    # What CloudFormation sees no change in, another deploy does not mend.
    assert "deploy again" not in ending.err


@pytest.mark.parametrize("comment", ["kept", "lost"])
def test_an_integration_replaced_by_hand_is_trusted_again_and_its_stages_are_attached_again(
    pipeline: Pipeline, product: Product, comment: str
) -> None:
    name = "RETAIL_LOCAL_S3"
    before = described(pipeline, name)
    quoted = before["COMMENT"].replace("'", "''")
    words = f"COMMENT = '{quoted}'" if comment == "kept" else ""
    pipeline.warehouse.rows(
        f"CREATE OR REPLACE STORAGE INTEGRATION {name} TYPE = EXTERNAL_STAGE STORAGE_PROVIDER = 'S3' ENABLED = TRUE "
        f"STORAGE_AWS_ROLE_ARN = '{before['STORAGE_AWS_ROLE_ARN']}' "
        f"STORAGE_ALLOWED_LOCATIONS = ('{before['STORAGE_ALLOWED_LOCATIONS']}') {words}"
    )
    with pytest.raises(snowflake.connector.errors.Error, match="replaced"):
        pipeline.warehouse.rows("LIST @RAW.INBOX")
    if comment == "lost":
        refused = product.deploy().ended(ATTENTION)
        assert "--adopt" in refused.err
        product.run("--env", "local", "--yes", "--adopt").ended(DONE)
    else:
        plan = product.run("diff", "--env", "local").ended(DONE).out
        assert "~ STAGE RETAIL_LOCAL.RAW.INBOX" in plan
        assert "± " not in plan and "- STAGE" not in plan
        product.deploy().ended(DONE)
    after = described(pipeline, name)
    assert after["STORAGE_AWS_EXTERNAL_ID"] != before["STORAGE_AWS_EXTERNAL_ID"]
    pipeline.warehouse.rows("LIST @RAW.INBOX")
    pipeline.deliver(f"{INBOX}sales_20251203_{comment}.csv", sales(3))
    assert product.run("diff", "--env", "local", "--detailed-exitcode").status == DONE


def described(pipeline: Pipeline, name: str) -> dict[str, str]:
    return {row["property"]: row["property_value"] for row in pipeline.warehouse.rows(f"DESC INTEGRATION {name}")}


def test_the_external_id_is_drawn_by_the_deployer(pipeline: Pipeline) -> None:
    database = pipeline.warehouse.value("SELECT CURRENT_DATABASE()")
    assert database == "RETAIL_LOCAL"
    assert described(pipeline, "RETURNS_LOCAL_S3")["STORAGE_AWS_EXTERNAL_ID"].startswith("snowline_")


@pytest.mark.parametrize(
    ("change", "back"),
    [
        ("ENABLED = FALSE", "true"),
        (
            "STORAGE_AWS_ROLE_ARN = 'arn:aws:iam::000000000000:role/other'",
            "role/retail-local-snowflake-access",
        ),
        ("STORAGE_ALLOWED_LOCATIONS = ('s3://other/')", "inbox/"),
    ],
)
def test_an_option_of_the_integration_changed_by_hand_is_set_back_in_one_statement(
    pipeline: Pipeline, product: Product, change: str, back: str
) -> None:
    option = change.partition(" ")[0]
    pipeline.warehouse.rows(f"ALTER STORAGE INTEGRATION RETAIL_LOCAL_S3 SET {change}")
    ending = product.deploy().ended(DONE)
    assert [line for line in ending.err.splitlines() if "snowflake  " in line and "RETAIL_LOCAL_S3" in line]
    assert sum("snowflake  " in line for line in ending.err.splitlines()) == 1
    assert back in described(pipeline, "RETAIL_LOCAL_S3")[option]
    assert "verified" in ending.err


def test_permissions_taken_away_by_hand_are_named_by_the_verification(
    pipeline: Pipeline, product: Product, trust: dict[str, Any]
) -> None:
    iam = pipeline.client("iam")
    (name,) = iam.list_role_policies(RoleName=ROLE)["PolicyNames"]
    policy = iam.get_role_policy(RoleName=ROLE, PolicyName=name)["PolicyDocument"]
    iam.delete_role_policy(RoleName=ROLE, PolicyName=name)
    try:
        ending = product.deploy().ended(ATTENTION)
    finally:
        iam.put_role_policy(RoleName=ROLE, PolicyName=name, PolicyDocument=json.dumps(policy))
    assert "permission" in ending.err
    product.deploy().ended(DONE)


def test_a_snowflake_object_dropped_by_hand_is_planned_and_made_again(pipeline: Pipeline, product: Product) -> None:
    before = pipeline.warehouse.counts("SALES")
    pipeline.warehouse.rows("DROP STAGE RAW.INBOX")
    pipeline.warehouse.rows("REVOKE INSERT ON TABLE RAW.SALES FROM ROLE RETAIL_LOCAL_INGEST")
    pipeline.warehouse.rows("ALTER WAREHOUSE RETAIL_LOCAL_WH SET AUTO_SUSPEND = 600")
    plan = product.run("diff", "--env", "local").ended(DONE).out
    assert "+ STAGE RETAIL_LOCAL.RAW.INBOX" in plan
    assert "+ GRANT INSERT ON TABLE RETAIL_LOCAL.RAW.SALES TO ROLE RETAIL_LOCAL_INGEST" in plan
    assert "~ WAREHOUSE RETAIL_LOCAL_WH" in plan
    assert "600 → 60" in plan
    product.deploy().ended(DONE)
    assert product.run("diff", "--env", "local", "--detailed-exitcode").status == DONE
    assert pipeline.warehouse.counts("SALES") == before
    pipeline.deliver(f"{INBOX}sales_20251202.csv", sales(4))


@pytest.mark.parametrize("name", ["RETAIL_LOCAL", "RETAIL_LOCAL_WH"])
def test_objects_of_somebody_else_are_never_taken_over_unasked(pipeline: Pipeline, product: Product, name: str) -> None:
    kind = "WAREHOUSE" if name.endswith("_WH") else "DATABASE"
    (comment,) = [row["comment"] for row in pipeline.warehouse.rows(f"SHOW {kind}S") if row["name"] == name]
    pipeline.warehouse.rows(f"ALTER {kind} {name} SET COMMENT = 'Mine'")
    try:
        ending = product.deploy()
        assert ending.status != DONE
        assert name in ending.err
        assert "--adopt" in ending.err
    finally:
        pipeline.warehouse.rows(f"ALTER {kind} {name} SET COMMENT = '{comment}'")
    assert product.run("diff", "--env", "local", "--detailed-exitcode").status == DONE
