"""The project itself: SQL in one style, every model and column described, contracts, freshness, exposures."""

from __future__ import annotations

import os
import pathlib
import subprocess
import sys
from typing import Any

import pytest
import yaml

from emulator import ROOT
from project import SCHEMAS, Project
from reference_rules import LINEAGE, SALES, STORES
from test_edges import HEADER, sales
from warehouse import Warehouse


@pytest.fixture
def manifest(project: Project) -> Any:
    if project.manifest is None:
        project.invoke("parse")
    return project.manifest


def test_the_sql_is_formatted_in_its_first_and_in_its_incremental_form(
    warehouse: Warehouse, project: Project, tmp_path: pathlib.Path
) -> None:
    variables = os.environ | {"DBT_TARGET_PATH": str(tmp_path / "target"), "DBT_LOG_PATH": str(tmp_path / "logs")}
    command = [sys.executable, "-m", "sqlfluff", "lint", "--disable-progress-bar", "dbt/models", "dbt/tests"]
    for form in ("first", "incremental"):
        if form == "incremental":
            warehouse.load("sales", sales("sales_20250112.csv", 0, HEADER, "s1,t1,r1,2025-01-11T10:00:00,1.00,Cashier"))
            project.run()
        lint = subprocess.run(command, cwd=ROOT, env=variables, capture_output=True, text=True)
        assert lint.returncode == 0, f"{form}:\n{lint.stdout}{lint.stderr[-2000:]}"


def test_every_model_and_every_column_is_described(warehouse: Warehouse, project: Project, manifest: Any) -> None:
    project.run()
    models = {node.name: node for node in manifest.nodes.values() if node.resource_type == "model"}
    there = {
        table.lower(): {name.lower() for (name,) in columns(warehouse, schema, table)}
        for schema in SCHEMAS
        for table in warehouse.tables(schema)
    }
    assert set(models) == set(there)
    for name, node in models.items():
        assert node.description, name
        described = {column.name for column in node.columns.values() if column.description}
        assert described == there[name], name


def columns(warehouse: Warehouse, schema: str, table: str) -> list[tuple[Any, ...]]:
    return warehouse.execute(
        f"SELECT COLUMN_NAME AS NAME FROM RETAIL_TEST.INFORMATION_SCHEMA.COLUMNS "
        f"WHERE TABLE_SCHEMA = '{schema}' AND TABLE_NAME = '{table}'"
    )


def test_marts_and_reports_have_contracts_and_every_model_is_tested(manifest: Any) -> None:
    models = {key: node for key, node in manifest.nodes.items() if node.resource_type == "model"}
    for node in models.values():
        if node.schema == "ANALYTICS":
            assert node.config.contract.enforced, node.name
            assert all(column.data_type for column in node.columns.values()), node.name
    tested = {
        parent for node in manifest.nodes.values() if node.resource_type == "test" for parent in node.depends_on.nodes
    }
    assert set(models) - tested == set()


def test_sources_have_freshness_and_the_reports_an_exposure(manifest: Any) -> None:
    assert all(source.freshness.warn_after.count and source.loaded_at_field for source in manifest.sources.values())
    exposed = {parent for exposure in manifest.exposures.values() for parent in exposure.depends_on.nodes}
    assert {f"model.retail.{name}" for name in SCHEMAS["ANALYTICS"] if name.startswith("report_")} <= exposed


def test_the_models_know_the_columns_of_the_data_contract(project: Project) -> None:
    document = yaml.safe_load((ROOT / "dbt" / "models" / "sources.yml").read_text())
    tables = {
        table["name"]: [c["name"].lower() for c in table["columns"]] for table in document["sources"][0]["tables"]
    }
    macro = (ROOT / "dbt" / "macros" / "contract.sql").read_text()
    for name, wanted in (("SALES", SALES), ("STORES", STORES)):
        assert tables[name] == [*wanted, *LINEAGE]
        entry = macro[macro.index(f"'{name.lower()}': {{") :]
        listed = entry[entry.index("'columns': [") + len("'columns': [") : entry.index("]")]
        assert [word.strip(" '\n") for word in listed.split(",") if word.strip()] == list(wanted)
