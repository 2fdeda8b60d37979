"""The trust test against the embedded IAM: nothing is read before AWS lets Snowflake in."""

from __future__ import annotations

import json
from typing import Any

import boto3
import pytest

from lake import Lake

DENIED = "Access Denied (Status Code: 403; Error Code: AccessDenied)"


def validated(lake: Lake, action: str, url: str | None = None, file: str = "a.csv") -> dict[str, Any]:
    location = url or f"s3://{lake.bucket}/inbox/"
    text = lake.sql.value(
        f"SELECT SYSTEM$VALIDATE_STORAGE_INTEGRATION('{lake.integration}', '{location}', '{file}', '{action}')"
    )
    return json.loads(text or "")


def test_every_way_to_the_bucket_is_refused_while_the_role_does_not_exist(lake: Lake) -> None:
    iam = lake.client("iam")
    iam.delete_role_policy(RoleName=lake.role, PolicyName="read")
    iam.delete_role(RoleName=lake.role)
    answer = lake.copy("a.csv")
    assert answer.failure == ("003167", "42601")
    assert "Error assuming AWS_ROLE" in answer.message
    assert lake.sql("LIST @INBOX").failure == ("003167", "42601")
    report = validated(lake, "list")
    assert report["status"] == report["actions"]["LIST"]["status"] == "failure"
    assert "Error assuming AWS_ROLE" in report["message"]


@pytest.mark.parametrize(
    "wrong",
    [
        {"principal": "arn:aws:iam::000000000000:root"},
        {"principal": "arn:aws:iam::999999999999:user/somebody-else"},
        {"external_id": "0000"},
        {"Action": "sts:TagSession"},
        {"Effect": "Deny"},
        {"Principal": {"Service": "lambda.amazonaws.com"}},
    ],
)
def test_a_wrong_trust_policy_is_not_enough(wrong: dict[str, Any], shared_lake: Lake) -> None:
    lake = shared_lake
    lake.put("a.csv", "1,2,3\n")
    lake.set_trust(lake.trust(**wrong))
    assert lake.copy("a.csv").failure == ("003167", "42601")
    lake.set_trust(lake.trust())
    assert lake.copy("a.csv", options="FORCE = TRUE").rows[0][1] == "LOADED"


def test_a_deny_beside_the_allow_closes_the_trust_again(lake: Lake) -> None:
    lake.put("a.csv", "1,2,3\n")
    lake.set_trust(lake.trust(), lake.trust(Effect="Deny"))
    assert lake.copy("a.csv").failure == ("003167", "42601")


def test_a_replaced_integration_breaks_the_trust_until_the_policy_is_written_again(lake: Lake) -> None:
    lake.put("a.csv", "1,2,3\n")
    location = f"'s3://{lake.bucket}/inbox/'"
    lake.sql.ok(
        f"CREATE OR REPLACE STORAGE INTEGRATION \"{lake.integration}\" TYPE = EXTERNAL_STAGE STORAGE_PROVIDER = 'S3' "
        f"ENABLED = TRUE STORAGE_AWS_ROLE_ARN = '{lake.role_arn}' STORAGE_ALLOWED_LOCATIONS = ({location})"
    )
    lake.sql.ok(f'ALTER STAGE INBOX SET STORAGE_INTEGRATION = "{lake.integration}"')
    assert lake.copy("a.csv").failure == ("003167", "42601")
    lake.set_trust(lake.trust())
    assert lake.copy("a.csv").rows[0][1] == "LOADED"


def test_permissions_are_needed_too_and_count_key_by_key(lake: Lake) -> None:
    lake.put("a.csv", "1,2,3\n")
    lake.put("secret/a.csv", "1,2,3\n")
    get, list_ = lake.reading()
    lake.permit(list_)
    assert lake.copy("a.csv").failure == ("091003", "55000")
    deny = {"Effect": "Deny", "Action": "s3:*", "Resource": f"arn:aws:s3:::{lake.bucket}/inbox/secret/*"}
    lake.permit(get, deny)
    assert lake.copy("a.csv").rows[0][1] == "LOADED"
    assert lake.copy("secret/a.csv").failure == ("091003", "55000")
    assert lake.sql("LIST @INBOX").failure == ("091003", "55000")


def test_an_attached_policy_counts_like_an_inline_one(lake: Lake) -> None:
    lake.put("a.csv", "1,2,3\n")
    lake.client("iam").delete_role_policy(RoleName=lake.role, PolicyName="read")
    assert lake.copy("a.csv").failure == ("091003", "55000")
    document = json.dumps({"Version": "2012-10-17", "Statement": lake.reading()})
    iam = lake.client("iam")
    arn = iam.create_policy(PolicyName=lake.role, PolicyDocument=document)["Policy"]["Arn"]
    iam.attach_role_policy(RoleName=lake.role, PolicyArn=arn)
    assert lake.copy("a.csv").rows[0][1] == "LOADED"


def test_a_disabled_integration_lets_nothing_through(lake: Lake) -> None:
    lake.sql.ok(f'ALTER STORAGE INTEGRATION "{lake.integration}" SET ENABLED = FALSE')
    assert lake.copy("a.csv").failure == ("003135", "42601")


def test_narrowed_locations_hold_for_stages_that_exist(lake: Lake) -> None:
    allowed = f"('s3://{lake.bucket}/other/')"
    lake.sql.ok(f'ALTER STORAGE INTEGRATION "{lake.integration}" SET STORAGE_ALLOWED_LOCATIONS = {allowed}')
    assert lake.copy("a.csv").failure == ("003139", "42601")
    assert lake.sql("LIST @INBOX").failure == ("003139", "42601")


def test_list_tells_name_size_and_md5(lake: Lake) -> None:
    lake.put("a.csv", "1,2,3\n")
    lake.put("sub/b c.csv", "1,2,3\n4,5,6\n")
    rows = lake.sql.ok("LIST @INBOX").records
    assert [(row["name"], row["size"]) for row in rows] == [
        (f"s3://{lake.bucket}/inbox/a.csv", "6"),
        (f"s3://{lake.bucket}/inbox/sub/b c.csv", "12"),
    ]
    assert len(rows[0]["md5"] or "") == 32
    assert len(lake.sql.ok("LIST @INBOX/sub").rows) == 1
    assert len(lake.sql.ok("LIST @INBOX PATTERN = '.*b c.*'").rows) == 1


def test_validation_reports_action_by_action(lake: Lake) -> None:
    lake.put("a.csv", "1,2,3\n")
    assert validated(lake, "list") == {"status": "success", "actions": {"LIST": {"status": "success"}}}
    assert validated(lake, "read") == {"status": "success", "actions": {"READ": {"status": "success"}}}
    everything = validated(lake, "all")
    assert everything["status"] == "failure"
    assert everything["message"] == "Some of the integration checks failed."
    assert everything["actions"]["WRITE"] == {"message": DENIED, "status": "failure"}
    assert everything["actions"]["READ"] == {"status": "success"}
    assert validated(lake, "read", file="missing.csv")["status"] == "failure"
    outside = validated(lake, "list", url=f"s3://{lake.bucket}/history/")
    assert "is not allowed by integration" in outside["message"]
    assert lake.client("s3").list_objects_v2(Bucket=lake.bucket)["KeyCount"] == 1


def test_the_name_of_an_integration_to_validate_is_case_sensitive(lake: Lake) -> None:
    name = lake.integration.lower()
    answer = lake.sql(f"SELECT SYSTEM$VALIDATE_STORAGE_INTEGRATION('{name}', 's3://x/', 'f', 'list')")
    assert answer.failure == ("002003", "02000")


def test_a_lost_key_of_snowflakes_own_user_is_made_again(lake: Lake) -> None:
    """As after a restart of an embedded AWS that kept nothing."""
    lake.put("a.csv", "1,2,3\n")
    lake.set_trust(lake.trust())
    assert lake.copy("a.csv").rows[0][1] == "LOADED"
    theirs = boto3.client(
        "iam",
        endpoint_url=lake.endpoint,
        region_name="eu-west-1",
        aws_access_key_id="999999999999",
        aws_secret_access_key="any",
    )
    user = lake.described()["STORAGE_AWS_IAM_USER_ARN"].rsplit("/", 1)[1]
    for made in theirs.list_access_keys(UserName=user)["AccessKeyMetadata"]:
        theirs.delete_access_key(UserName=user, AccessKeyId=made["AccessKeyId"])
    assert lake.copy("a.csv", options="FORCE = TRUE").rows[0][1] == "LOADED"


def test_the_log_says_why_a_role_was_not_assumed(lake: Lake, emulator: Any) -> None:
    lake.set_trust(lake.trust(external_id="0000"))
    lake.copy("a.csv")
    assert f"the trust policy of {lake.role_arn} does not allow sts:AssumeRole" in emulator.log()
