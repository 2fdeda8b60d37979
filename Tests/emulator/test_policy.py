"""Evaluation of IAM policy documents."""

from __future__ import annotations

from typing import Any

import pytest

from emulator.cloud.policy import Request, allowed

ARN = "arn:aws:iam::999999999999:user/snow"
TRUST = {
    "Effect": "Allow",
    "Principal": {"AWS": ARN},
    "Action": "sts:AssumeRole",
    "Condition": {"StringEquals": {"sts:ExternalId": "E=1"}},
}
GET = {"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::b/inbox/*"}


def trusts(*statements: dict[str, Any], external_id: str = "E=1") -> bool:
    request = Request("sts:AssumeRole", "arn:role", principal=ARN, context={"sts:externalid": external_id})
    return allowed([{"Statement": list(statements)}], request)


def may(*statements: dict[str, Any], action: str = "s3:GetObject", key: str = "inbox/a.csv", **context: str) -> bool:
    resource = f"arn:aws:s3:::b/{key}" if key else "arn:aws:s3:::b"
    keys = {name.replace("__", ":"): value for name, value in context.items()}
    return allowed([{"Statement": list(statements)}], Request(action, resource, context=keys))


@pytest.mark.parametrize(
    "principal",
    [{"AWS": ARN}, {"AWS": ["arn:x", ARN]}, {"AWS": "999999999999"}, {"AWS": "arn:aws:iam::999999999999:root"}, "*",
     {"AWS": "*"}],
)  # fmt: skip
def test_these_principals_are_the_user(principal: Any) -> None:
    assert trusts({**TRUST, "Principal": principal})


@pytest.mark.parametrize(
    "change",
    [
        {"Principal": {"AWS": "arn:aws:iam::000000000000:root"}},
        {"Principal": {"AWS": "arn:aws:iam::999999999999:user/other"}},
        {"Principal": {"Service": "lambda.amazonaws.com"}},
        {"Action": "sts:TagSession"},
        {"Effect": "Deny"},
        {"Condition": {"StringEquals": {"sts:ExternalId": "0000"}}},
        {"Condition": {"StringEquals": {"sts:ExternalId": "E=1", "aws:PrincipalOrgID": "o-1"}}},
        {"Condition": {"NumericEquals": {"sts:ExternalId": "E=1"}}},
    ],
)
def test_these_trust_policies_do_not_trust(change: dict[str, Any]) -> None:
    assert not trusts({**TRUST, **change})


def test_conditions_may_be_patterns_and_absent_keys_may_be_allowed() -> None:
    assert trusts({**TRUST, "Condition": {"StringLike": {"sts:ExternalId": ["x", "E=*"]}}})
    assert trusts({**TRUST, "Condition": {"StringEqualsIfExists": {"aws:SourceAccount": "1"}}})
    assert trusts({**TRUST, "Condition": {"Null": {"aws:SourceAccount": "true"}}})
    assert not trusts({**TRUST, "Condition": {"StringNotEquals": {"sts:ExternalId": "E=1"}}})
    assert not trusts(TRUST, external_id="")


def test_a_deny_wins() -> None:
    deny = {**TRUST, "Effect": "Deny", "Condition": {"StringNotEquals": {"sts:ExternalId": "E=2"}}}
    assert not trusts(TRUST, deny)
    assert trusts(TRUST, {**deny, "Condition": {"StringEquals": {"sts:ExternalId": "E=2"}}})


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({}, True),
        ({"Action": "s3:Get*"}, True),
        ({"Action": ["S3:getobject"]}, True),
        ({"Action": "*", "Resource": "*"}, True),
        ({"Resource": "arn:aws:s3:::b/inbox/?.csv"}, True),
        ({"NotAction": "s3:Put*", "Action": None}, True),
        ({"Action": "s3:GetObjectVersion"}, False),
        ({"Resource": "arn:aws:s3:::b"}, False),
        ({"Resource": "arn:aws:s3:::b/INBOX/*"}, False),
        ({"Effect": "Deny"}, False),
    ],
)
def test_a_permission_covers_an_action_and_a_resource(change: dict[str, Any], expected: bool) -> None:
    statement = {name: value for name, value in {**GET, **change}.items() if value is not None}
    assert may(statement) is expected


def test_a_key_is_text_and_not_a_pattern() -> None:
    assert may(GET, key="inbox/a\n[b]*?.csv")
    assert not may({**GET, "Resource": "arn:aws:s3:::b/inbox/[ab].csv"}, key="inbox/a.csv")


def test_listing_is_bound_to_a_prefix() -> None:
    statement = {
        "Effect": "Allow",
        "Action": "s3:ListBucket",
        "Resource": "arn:aws:s3:::b",
        "Condition": {"StringLike": {"s3:prefix": ["inbox/*"]}},
    }
    assert may(statement, action="s3:ListBucket", key="", s3__prefix="inbox/")
    assert not may(statement, action="s3:ListBucket", key="", s3__prefix="")
    assert not may(statement, action="s3:ListBucket", key="", s3__prefix="history/")


def test_an_explicit_deny_beats_every_allow_in_any_document() -> None:
    deny = {"Effect": "Deny", "Action": "s3:*", "Resource": "arn:aws:s3:::b/inbox/secret/*"}
    documents = [{"Statement": GET}, {"Statement": [deny]}]
    resource = "arn:aws:s3:::b/inbox/"
    assert allowed(documents, Request("s3:GetObject", resource + "a.csv"))
    assert not allowed(documents, Request("s3:GetObject", resource + "secret/a.csv"))
    assert not allowed([], Request("s3:GetObject", resource + "a.csv"))
