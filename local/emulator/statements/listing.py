"""LIST @stage[/path] [PATTERN = '…']."""

from __future__ import annotations

import datetime as dt
import re
from email.utils import format_datetime

from ..cloud import storage
from ..results import SHOW, Result, table
from ..session import Session
from ..tokens import Reader
from . import integrations, stages


def list_stage(session: Session, reader: Reader) -> Result:
    stage, below = stages.read_reference(session, reader)
    session.account.access.require(session.role, "USAGE", stage)
    pattern = None
    if reader.accept("PATTERN", "="):
        pattern = re.compile(reader.string())
    reader.expect_end()
    integration = integrations.of_stage(session, stage)
    location = storage.Location.parse(stages.url_of(stage)).joined(below)
    integrations.refuse_location(integration, location.url)
    bucket = storage.open_bucket(session.account, integration, location.bucket)
    rows = [
        (
            f"s3://{location.bucket}/{item.key}",
            item.size,
            item.etag,
            format_datetime(item.modified.astimezone(dt.UTC), usegmt=True),
        )
        for item in bucket.list(location.key)
        if pattern is None or pattern.fullmatch(item.key)
    ]
    return table(["name", ("size", "fixed"), "md5", "last_modified"], rows, SHOW)
