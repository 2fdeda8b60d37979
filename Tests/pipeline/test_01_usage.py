"""Before anything is deployed: wrong commands end with one clear error; files are generated from the sources alone."""

from __future__ import annotations

import filecmp
import pathlib
import shutil
import socket

import pytest

import laptop
from product import APPROVAL, BUSY, DONE, FAILED, IDENTITY, INVALID, ROOT, USAGE, Ending, Product

NOWHERE = {"HTTP_PROXY": "http://127.0.0.1:9", "HTTPS_PROXY": "http://127.0.0.1:9", "ALL_PROXY": "http://127.0.0.1:9"}
"""Every way into the network leads to a port where nobody listens."""


def only_error(ending: Ending, status: int) -> str:
    """The one error of a command that ended as documented, with its advice, in lower case."""
    ending.ended(status)
    assert len(ending.errors()) == 1, ending
    assert not ending.out, ending
    return ending.err[ending.err.lower().index("error:") :].lower()


@pytest.mark.parametrize("command", [["up"], ["diff"], ["destroy"], ["outputs"], ["transform"], ["alerts"]])
def test_an_unknown_environment_is_refused_with_the_names_of_those_that_exist(
    product: Product, command: list[str]
) -> None:
    error = only_error(product.run(*command, "--env", "nowhere"), USAGE)
    assert '"nowhere"' in error
    assert "local, dev, prod" in error


def test_an_unknown_environment_is_refused_by_synth_too(product: Product) -> None:
    error = only_error(product.run("synth", "--env", "nowhere"), USAGE)
    assert '"nowhere"' in error
    assert "local, dev, prod" in error


def test_a_missing_environment_is_asked_for(product: Product) -> None:
    assert "--env" in only_error(product.run(), USAGE)


@pytest.mark.parametrize("arguments", [["--env", "local"], ["synth"], ["local", "up"]])
def test_outside_a_checkout_it_says_where_to_go(product: Product, arguments: list[str], tmp_path: pathlib.Path) -> None:
    error = only_error(product.run(*arguments, cwd=tmp_path), INVALID)
    assert "no snowline checkout" in error
    assert "package.swift" in error


@pytest.mark.parametrize("command", [["--yes"], ["diff"], ["destroy", "--yes"], ["outputs"]])
def test_a_real_environment_without_credentials_is_refused_before_anything_is_built(
    product: Product, command: list[str]
) -> None:
    error = only_error(product.run(*command, "--env", "dev", only={"PATH": "/usr/bin:/bin", "HOME": "/"}), IDENTITY)
    assert "aws_access_key_id" in error


def test_a_real_environment_without_a_snowflake_sign_in_is_refused(product: Product) -> None:
    keys = {"AWS_ACCESS_KEY_ID": "AKIAEXAMPLE", "AWS_SECRET_ACCESS_KEY": "example"}
    error = only_error(product.run("diff", "--env", "dev", only={**keys, "PATH": "/usr/bin:/bin"}), IDENTITY)
    assert "snowflake_private_key_path" in error


@pytest.mark.parametrize("variable", ["SNOWLINE_AWS_PORT", "SNOWLINE_SNOWFLAKE_PORT"])
def test_a_port_that_another_program_holds_is_named_with_the_way_out(product: Product, variable: str) -> None:
    with socket.create_server(("127.0.0.1", 0)) as stranger:
        port = stranger.getsockname()[1]
        ending = product.run("local", "up", variables={variable: str(port)}, seconds=120)
    product.run("local", "down").ended(DONE)
    error = only_error(ending, BUSY)
    assert str(port) in error
    assert variable.lower() in error
    assert not laptop.processes()


@pytest.mark.parametrize("port", ["http", "0", "80", "70000", "-1"])
def test_a_port_that_is_none_is_refused(product: Product, port: str) -> None:
    error = only_error(product.run("local", "up", variables={"SNOWLINE_AWS_PORT": port}), INVALID)
    assert "snowline_aws_port" in error
    assert "1024 to 65535" in error


def test_stopping_what_does_not_run_is_no_error(product: Product) -> None:
    assert "Nothing was running" in product.run("local", "down").ended(DONE).out


def test_the_committed_files_are_what_the_stacks_say(product: Product) -> None:
    product.run("synth", "--check").ended(DONE)


def test_synth_needs_neither_network_nor_credentials(product: Product, tmp_path: pathlib.Path) -> None:
    written = product.run("synth", "--out", str(tmp_path), only=NOWHERE).ended(DONE).out.split()
    assert {"cloudformation/local/retail-pipeline.yaml", "snowflake/prod/retail-pipeline/06_tables.sql"} <= set(written)
    assert filecmp.cmpfiles(ROOT, tmp_path, written, shallow=False) == (written, [], [])


def test_a_generated_file_that_was_edited_by_hand_is_found(product: Product, tmp_path: pathlib.Path) -> None:
    for folder in ("cloudformation", "snowflake", "dbt/models"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    edited = tmp_path / "snowflake/dev/retail-pipeline/06_tables.sql"
    edited.write_text(edited.read_text() + "-- by hand\n")
    (tmp_path / "snowflake/dev/retail-pipeline/99_more.sql").write_text("SELECT 1;\n")
    error = only_error(product.run("synth", "--check", "--out", str(tmp_path)), INVALID)
    assert "snowflake/dev/retail-pipeline/06_tables.sql" in error
    assert "snowflake/dev/retail-pipeline/99_more.sql" in error
    assert "snowflake/dev/retail-pipeline/05_stages.sql" not in error


def test_an_empty_laptop_has_no_outputs_and_says_how_to_get_them(product: Product) -> None:
    error = only_error(product.run("outputs", "--env", "local"), FAILED)
    assert "not deployed" in error
    assert "--env local" in error


def test_a_deploy_without_yes_and_without_a_terminal_asks_for_the_approval(product: Product) -> None:
    ending = product.run("--env", "local").ended(APPROVAL)
    assert len(ending.errors()) == 1
    assert "--yes" in ending.err
    assert product.run("diff", "--env", "local", "--detailed-exitcode").status == 2
