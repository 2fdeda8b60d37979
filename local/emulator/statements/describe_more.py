"""DESC of policies and rules, whose SHOW tells counts and not contents."""

from __future__ import annotations

import json

from ..catalog import Entry
from ..catalog.more_kinds import AUTHENTICATION_POLICY
from ..names import dotted
from ..results import Result, table
from ..session import Session
from ..tokens import Reader
from .show_account import CREATED


def network_rule(entry: Entry) -> Result:
    p = entry.properties
    names = [CREATED, "name", "database_name", "schema_name", "owner", "comment", "type", "mode", "value_list"]
    row = (entry.created_on, entry.name, entry.path[0], entry.path[1], entry.owner, entry.comment, p.get("TYPE"),
           p.get("MODE", "INGRESS"), ",".join(p.get("VALUE_LIST", [])))  # fmt: skip
    return table(names, [row])


def network_policy(session: Session, entry: Entry) -> Result:
    rows = []
    for name in ("ALLOWED_NETWORK_RULE_LIST", "BLOCKED_NETWORK_RULE_LIST"):
        if listed := entry.properties.get(name):
            rules = [dotted(session.resolve(Reader(rule).name())) for rule in listed]
            rows.append((name, json.dumps([{"fullyQualifiedRuleName": rule} for rule in rules])))
    for name in ("ALLOWED_IP_LIST", "BLOCKED_IP_LIST"):
        if listed := entry.properties.get(name):
            rows.append((name, ",".join(listed)))
    return table(["name", "value"], rows)


def authentication_policy(entry: Entry) -> Result:
    rows = [("NAME", entry.name, "null", "Name of the policy."), ("OWNER", entry.owner, "null", "Owner of the policy."),
            ("COMMENT", entry.comment, "null", "Comment of the policy.")]  # fmt: skip
    for name, about in AUTHENTICATION_POLICY.properties.items():
        shown = [value if isinstance(value, str) else "[" + ", ".join(value) + "]"
                 for value in (AUTHENTICATION_POLICY.value(entry.properties, name), about.default)]  # fmt: skip
        rows.append((name, shown[0], shown[1], ""))
    return table(["property", "value", "default", "description"], rows)
