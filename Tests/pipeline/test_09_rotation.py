"""Keys are changed while files keep arriving: every file is loaded, and the old key ends."""

from __future__ import annotations

import itertools
import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
import snowflake.connector

from partner_files import sales
from pipeline import INBOX, Pipeline
from product import APPROVAL, DONE, USAGE, Ending, Product
from warehouse import Warehouse

SECRET = "retail-local/snowflake/ingest"
USER = "RETAIL_LOCAL_INGEST_SVC"


def private_key(pipeline: Pipeline) -> str:
    value = pipeline.client("secretsmanager").get_secret_value(SecretId=SECRET)["SecretString"]
    return json.loads(value)["privateKey"]


def slots(pipeline: Pipeline) -> list[str]:
    """The fingerprints of the user's keys, those that there are."""
    rows = {row["property"]: row["value"] for row in pipeline.warehouse.rows(f"DESC USER {USER}")}
    names = ("RSA_PUBLIC_KEY_FP", "RSA_PUBLIC_KEY_2_FP")
    return [rows[name] for name in names if rows.get(name) not in (None, "", "null")]


def signs_in(pipeline: Pipeline, pem: str) -> bool:
    try:
        Warehouse(pipeline.variables, USER, "RETAIL_LOCAL_INGEST", pem).close()
    except snowflake.connector.errors.Error:
        return False
    return True


def rotate(product: Product, grace: str) -> Ending:
    arguments = [
        "--stack",
        "retail-pipeline",
        "--key",
        "IngestKey",
        "--yes",
        "--grace",
        grace,
    ]
    return product.run("rotate-keys", "--env", "local", *arguments).ended(DONE)


@contextmanager
def arrivals(pipeline: Pipeline, day: str) -> Iterator[list[str]]:
    """Files that arrive one after another, until the block ends; the list of their keys grows meanwhile."""
    keys: list[str] = []
    over = threading.Event()
    failed: list[BaseException] = []

    def send() -> None:
        try:
            for number in itertools.count():
                key = f"{INBOX}rotation/sales_{number:04}_{day}.csv"
                pipeline.put(key, sales(2, header=False))
                keys.append(key)
                if over.wait(0.3):
                    return
        except BaseException as error:  # noqa: BLE001 -- it is the test's to tell
            failed.append(error)

    thread = threading.Thread(target=send, daemon=True)
    thread.start()
    try:
        yield keys
    finally:
        over.set()
        thread.join(30)
    assert not failed


@pytest.mark.parametrize("day", ["20260101", "20260102"])
def test_keys_are_rotated_while_files_arrive_and_no_load_fails(pipeline: Pipeline, product: Product, day: str) -> None:
    old, before = private_key(pipeline), slots(pipeline)
    assert len(before) == 1
    with arrivals(pipeline, day) as keys:
        ending = rotate(product, "3")
        new = private_key(pipeline)
        wanted = len(keys) + 3
        pipeline.wait("files arrive after the rotation", lambda: len(keys) > wanted)
    assert ending.out == f"IngestKey rotated ({SECRET})\n"
    pipeline.settle(keys, seconds=120)
    assert [key for key in keys if pipeline.holds(key)] == []
    assert [alert.key for alert in pipeline.alerts() if alert.key in keys] == []
    counts = pipeline.warehouse.counts("SALES")
    assert {key: counts.get(key) for key in keys} == dict.fromkeys(keys, 2)
    assert new != old
    after = slots(pipeline)
    assert len(after) == 1 and after != before
    assert signs_in(pipeline, new)
    assert not signs_in(pipeline, old)
    for text in (ending.out, ending.err):
        assert "PRIVATE KEY" not in text
        assert new.splitlines()[1] not in text


def test_after_a_rotation_a_deploy_has_nothing_to_do(product: Product, pipeline: Pipeline) -> None:
    plan = product.run("diff", "--env", "local", "--detailed-exitcode")
    assert plan.status == DONE, plan


def test_a_rotation_that_was_stopped_is_finished_by_the_next(pipeline: Pipeline, product: Product) -> None:
    # As if a run had ended in its grace: the new key is in use, and the old one is still good.
    old = slots(pipeline)[0]
    rows = {row["property"]: row["value"] for row in pipeline.warehouse.rows(f"DESC USER {USER}")}
    free = "RSA_PUBLIC_KEY_2" if rows["RSA_PUBLIC_KEY_FP"] == old else "RSA_PUBLIC_KEY"
    other = snowflake_public_key()
    pipeline.warehouse.rows(f"ALTER USER {USER} SET {free} = '{other}'")
    assert len(slots(pipeline)) == 2
    ending = rotate(product, "0")
    assert "had been rotated" in ending.out
    assert slots(pipeline) == [old]


def snowflake_public_key() -> str:
    """A key of nobody's, as ALTER USER takes it."""
    import base64

    from cryptography.hazmat.primitives import serialization
    from cryptography.hazmat.primitives.asymmetric import rsa

    key = rsa.generate_private_key(public_exponent=65537, key_size=2048).public_key()
    return base64.b64encode(
        key.public_bytes(serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo)
    ).decode()


def test_a_rotation_asks_first_and_knows_the_pairs(product: Product, pipeline: Pipeline) -> None:
    before = slots(pipeline)
    product.run("rotate-keys", "--env", "local").ended(APPROVAL)
    unknown = product.run("rotate-keys", "--env", "local", "--yes", "--key", "NoKey").ended(USAGE)
    assert "IngestKey" in unknown.err
    assert slots(pipeline) == before
