"""The trust test: may Snowflake's user assume the integration's role, and what may the role then do?"""

from __future__ import annotations

import json
import logging
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

from botocore.exceptions import BotoCoreError, ClientError

from ..catalog import Entry
from ..errors import SnowflakeError
from . import policy
from .aws import error_code

if TYPE_CHECKING:
    from ..account import Account

log = logging.getLogger("emulator.trust")
Document = Mapping[str, Any]


def not_trusted(reason: str) -> SnowflakeError:
    """Snowflake's answer, which does not tell why; the log of the emulator does."""
    log.warning("role not assumed: %s", reason)
    return SnowflakeError(
        3167,
        "42601",
        "SQL execution error:\nError assuming AWS_ROLE. Please verify the role and externalId are configured correctly "
        "in your AWS policy.",
    )


class AssumedRole:
    """The integration's role after a passed trust test. Evaluated anew for each statement: nothing is cached."""

    def __init__(self, account: Account, integration: Entry) -> None:
        self._account = account
        self.arn: str = integration.properties["STORAGE_AWS_ROLE_ARN"]
        self._name = self.arn.rsplit("/", 1)[-1]
        external_id: str = integration.properties["STORAGE_AWS_EXTERNAL_ID"]
        trust = self._trust_policy()
        request = policy.Request(
            "sts:AssumeRole", self.arn, principal=account.iam_user_arn, context={"sts:externalid": external_id}
        )
        if not policy.allowed([trust], request):
            raise not_trusted(
                f"the trust policy of {self.arn} does not allow sts:AssumeRole to {account.iam_user_arn} "
                "with the integration's external id"
            )
        self.credentials = self._assume(external_id)
        self._permissions: list[Document] | None = None

    def may(self, action: str, resource: str, **context: str) -> bool:
        """By the role's inline and attached policies; context keys are written with __ for the colon (s3__prefix)."""
        if self._permissions is None:
            self._permissions = self._policies()
        keys = {key.replace("__", ":").lower(): value for key, value in context.items()}
        return policy.allowed(self._permissions, policy.Request(action, resource, context=keys))

    def _assume(self, external_id: str) -> dict[str, str] | None:
        try:
            return self._account.aws.assume(self.arn, external_id)
        except (ClientError, BotoCoreError) as failure:
            raise not_trusted(f"{self.arn}: {error_code(failure)}: {failure}") from None

    def _trust_policy(self) -> Document:
        try:
            role = self._account.aws.administrator("iam").get_role(RoleName=self._name)["Role"]
        except (ClientError, BotoCoreError) as failure:
            raise not_trusted(f"{self.arn}: {error_code(failure)}") from None
        if role["Arn"] != self.arn:
            raise not_trusted(f"{self.arn} does not exist; there is {role['Arn']}")
        return _document(role["AssumeRolePolicyDocument"])

    def _policies(self) -> list[Document]:
        iam = self._account.aws.administrator("iam")
        found = []
        for name in iam.list_role_policies(RoleName=self._name)["PolicyNames"]:
            found.append(_document(iam.get_role_policy(RoleName=self._name, PolicyName=name)["PolicyDocument"]))
        for attached in iam.list_attached_role_policies(RoleName=self._name)["AttachedPolicies"]:
            version = iam.get_policy(PolicyArn=attached["PolicyArn"])["Policy"]["DefaultVersionId"]
            found.append(
                _document(
                    iam.get_policy_version(PolicyArn=attached["PolicyArn"], VersionId=version)["PolicyVersion"][
                        "Document"
                    ]
                )
            )
        return found


def _document(value: Any) -> Document:
    return json.loads(unquote(value)) if isinstance(value, str) else value
