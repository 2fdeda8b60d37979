"""The first deploy of an empty laptop makes everything; what comes after finds nothing left to do."""

from __future__ import annotations

import json
import re

from laptop import STATE
from pipeline import STACK, Pipeline
from product import CHANGES, DONE, Ending, Product

OBJECTS = {
    "SHOW DATABASES": {"RETAIL_LOCAL"},
    "SHOW WAREHOUSES": {"RETAIL_LOCAL_WH"},
    "SHOW ROLES": {"RETAIL_LOCAL_INGEST", "RETAIL_LOCAL_TRANSFORM", "RETAIL_LOCAL_READER"},
    "SHOW USERS": {"RETAIL_LOCAL_INGEST_SVC", "RETAIL_LOCAL_TRANSFORM_SVC"},
    "SHOW INTEGRATIONS": {"RETAIL_LOCAL_S3"},
    "SHOW SCHEMAS IN DATABASE RETAIL_LOCAL": {"RAW", "STAGE", "ANALYTICS"},
    "SHOW STAGES IN SCHEMA RETAIL_LOCAL.RAW": {"INBOX"},
    "SHOW FILE FORMATS IN SCHEMA RETAIL_LOCAL.RAW": {"PARTNER_CSV"},
    "SHOW TABLES IN SCHEMA RETAIL_LOCAL.RAW": {"SALES", "STORES"},
}
ISSUE = {
    "AWS_ENDPOINT_URL", "AWS_REGION", "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "INBOX_BUCKET", "ALERT_TOPIC_ARN",
    "SNOWFLAKE_HOST", "SNOWFLAKE_PORT", "SNOWFLAKE_ACCOUNT", "SNOWFLAKE_USER", "SNOWFLAKE_DATABASE",
}  # fmt: skip
"""The variables that `outputs --format env` promises."""


def test_a_plan_is_shown_before_the_first_deploy_and_tells_scripts_so(product: Product) -> None:
    ending = product.run("diff", "--env", "local", "--detailed-exitcode").ended(CHANGES)
    for line in ("+ TABLE RETAIL_LOCAL.RAW.SALES", "+ DataLake  AWS::S3::Bucket", "+ USER RETAIL_LOCAL_INGEST_SVC"):
        assert re.search(rf"^  {re.escape(line)}  \(Stacks/RetailPipeline\.swift:\d+\)$", ending.out, re.MULTILINE), line
    assert re.search(r"^Plan: \d+ to create\.$", ending.out, re.MULTILINE)
    product.run("diff", "--env", "local").ended(DONE)


def test_the_first_deploy_of_an_empty_laptop_creates_everything(first_deploy: Ending, pipeline: Pipeline) -> None:
    first_deploy.ended(DONE)
    for listing, names in OBJECTS.items():
        assert names <= {row["name"] for row in pipeline.warehouse.rows(listing)}, listing
    (stack,) = pipeline.client("cloudformation").describe_stacks(StackName=STACK)["Stacks"]
    assert stack["StackStatus"] == "CREATE_COMPLETE"
    made = {
        entry["LogicalResourceId"]: entry["ResourceStatus"]
        for entry in pipeline.client("cloudformation").describe_stack_resources(StackName=STACK)["StackResources"]
    }
    assert set(made.values()) == {"CREATE_COMPLETE"}
    assert {"DataLake", "Arrivals", "ArrivalsDeadLetters", "Ingest", "Alerts", "SnowflakeAccess"} <= made.keys()


def test_the_trust_is_closed_between_exactly_the_integration_and_the_role(
    first_deploy: Ending, pipeline: Pipeline
) -> None:
    assert "verified: Snowflake lists s3://" in first_deploy.err
    shown = {
        row["property"]: row["property_value"] for row in pipeline.warehouse.rows("DESC INTEGRATION RETAIL_LOCAL_S3")
    }
    role = pipeline.client("iam").get_role(RoleName="retail-local-snowflake-access")["Role"]
    (statement,) = role["AssumeRolePolicyDocument"]["Statement"]
    assert statement["Effect"] == "Allow"
    assert statement["Action"] == "sts:AssumeRole"
    assert statement["Principal"] == {"AWS": shown["STORAGE_AWS_IAM_USER_ARN"]}
    assert statement["Condition"] == {"StringEquals": {"sts:ExternalId": shown["STORAGE_AWS_EXTERNAL_ID"]}}


def test_the_outputs_say_the_same_in_every_form(pipeline: Pipeline, product: Product) -> None:
    stacks = json.loads(product.run("outputs", "--env", "local", "--format", "json").ended(DONE).out)
    values = stacks["retail-pipeline"]
    alone = product.run("outputs", "--env", "local", "--stack", "retail-pipeline", "--format", "json").ended(DONE).out
    assert json.loads(alone) == values
    text = product.run("outputs", "--env", "local").ended(DONE).out
    for name, value in values.items():
        assert re.search(rf"^{name}\s+{re.escape(value)}$", text, re.MULTILINE)
        assert pipeline.variables[re.sub(r"(?<=.)([A-Z])", r"_\1", name).upper()] == value


def test_the_outputs_for_a_shell_give_every_variable_of_the_issue(pipeline: Pipeline, product: Product) -> None:
    assert pipeline.variables.keys() >= ISSUE
    assert all(pipeline.variables[name] for name in ISSUE)
    assert pipeline.variables["AWS_ENDPOINT_URL"].endswith(f":{product.aws_port}")
    assert pipeline.variables["SNOWFLAKE_PORT"] == str(product.snowflake_port)
    assert pipeline.client("sts").get_caller_identity()["Account"] == "000000000000"


def test_secrets_of_the_laptop_are_for_their_owner_only(pipeline: Pipeline) -> None:
    for name in ("deployer.p8", "credentials.json"):
        assert (STATE / name).stat().st_mode & 0o077 == 0, name


def test_a_second_deploy_says_that_nothing_changes_and_changes_nothing(pipeline: Pipeline, product: Product) -> None:
    formation = pipeline.client("cloudformation")

    def state() -> dict[str, object]:
        secrets = pipeline.client("secretsmanager")
        return {
            "snowflake": pipeline.warehouse.inventory(),
            "grants": [pipeline.warehouse.rows(f"SHOW GRANTS TO ROLE {role}") for role in OBJECTS["SHOW ROLES"]],
            "events": len(formation.describe_stack_events(StackName=STACK)["StackEvents"]),
            "change sets": formation.list_change_sets(StackName=STACK)["Summaries"],
            "function": pipeline.client("lambda").get_function(FunctionName=pipeline.variables["INGEST_FUNCTION"])[
                "Configuration"
            ]["LastModified"],
            "secrets": {
                name: secrets.get_secret_value(SecretId=f"retail-local/snowflake/{name}")["VersionId"]
                for name in ("ingest", "transform")
            },
            "objects": pipeline.keys(""),
        }

    before = state()
    ending = product.deploy().ended(DONE)
    assert "No changes" in ending.err
    assert " snowflake  " not in ending.err
    assert " aws  " not in ending.err
    assert state() == before


def test_nothing_is_left_in_the_plan_after_a_deploy(pipeline: Pipeline, product: Product) -> None:
    ending = product.run("diff", "--env", "local", "--detailed-exitcode").ended(DONE)
    assert ending.out.splitlines()[-1] == "No changes: both clouds are as declared."
