"""The dbt project, run inside this process: parsed once, then built as often as a test asks for."""

from __future__ import annotations

import pathlib
from collections.abc import Sequence
from typing import Any

from dbt.cli.main import dbtRunner, dbtRunnerResult

from emulator import ROOT
from warehouse import DATABASE, ROLE, USER, WAREHOUSE, Account

NO_UNIT_TESTS = "--exclude-resource-type=unit_test"
"""Unit tests need no data; once a session is enough."""

SCHEMAS = {
    "STAGE": (
        "received_sales",
        "received_stores",
        "stg_sales",
        "stg_stores",
        "rejected_sales",
        "rejected_stores",
        "processed_loads",
    ),
    "ANALYTICS": (
        "mart_store_sales",
        "mart_daily_sales",
        "mart_batches",
        "stores_history",
        "report_daily_sales",
        "report_top_stores",
        "report_transactions_lifecycle",
    ),
}


def environment(account: Account, private_key: str) -> dict[str, str]:
    """What profiles.yml reads, as `deploy transform` sets it."""
    return {
        "SNOWFLAKE_ACCOUNT": account.name,
        "SNOWFLAKE_USER": USER,
        "SNOWFLAKE_ROLE": ROLE,
        "SNOWFLAKE_WAREHOUSE": WAREHOUSE,
        "SNOWFLAKE_DATABASE": DATABASE,
        "SNOWFLAKE_PRIVATE_KEY": private_key,
        "SNOWFLAKE_HOST": account.host,
        "SNOWFLAKE_PORT": str(account.port),
        "SNOWFLAKE_PROTOCOL": account.protocol,
        "DO_NOT_TRACK": "1",
    }


class Project:
    """dbt over the project of this checkout; needs the variables of `environment` in the process."""

    def __init__(self, folder: pathlib.Path) -> None:
        self.options = ["--project-dir", str(ROOT / "dbt"), "--profiles-dir", str(ROOT / "dbt")]
        self.options += ["--target-path", str(folder / "target"), "--log-path", str(folder / "logs")]
        self.options += ["--quiet", "--no-use-colors", "--log-level-file", "info"]
        self.manifest: Any = None

    def invoke(self, command: str, *arguments: str) -> dbtRunnerResult:
        """Runs a dbt command and gives its result, failed or not."""
        if self.manifest is None:
            parsed = dbtRunner().invoke(["parse", *self.options])
            if not parsed.success:
                raise AssertionError(f"dbt parse failed: {parsed.exception}")
            self.manifest = parsed.result
        return dbtRunner(manifest=self.manifest).invoke([*command.split(), *self.options, *arguments])

    def build(self, *arguments: str, lookback_days: int | None = None) -> None:
        """`dbt build`: models with their tests; raises with the messages of what failed."""
        self._succeed("build", lookback_days, arguments)

    def run(self, *arguments: str, lookback_days: int | None = None) -> None:
        """`dbt run`: models only; raises with the messages of what failed."""
        self._succeed("run", lookback_days, arguments)

    def _succeed(self, command: str, lookback_days: int | None, arguments: Sequence[str]) -> None:
        variables = [] if lookback_days is None else ["--vars", f"{{lookback_days: {lookback_days}}}"]
        outcome = self.invoke(command, *variables, *arguments)
        if not outcome.success:
            raise AssertionError(f"dbt {command} {' '.join(arguments)} failed:\n{failures(outcome)}")


def failures(outcome: dbtRunnerResult) -> str:
    """What failed, a line each."""
    results: Sequence[Any] = getattr(outcome.result, "results", None) or []
    bad = [r for r in results if str(r.status) not in ("success", "pass", "warn", "skipped", "no-op")]
    return "\n".join(f"{r.node.unique_id}: {r.status} {r.message}" for r in bad) or str(outcome.exception)
