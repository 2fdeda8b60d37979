"""A file that breaks the contract stays in the inbox, leaves no row, and raises one alert that tells what to do."""

from __future__ import annotations

import dataclasses
import re

import pytest

import alerts
from partner_files import SALES_HEADER, sale, sales, stores, text, zipped
from pipeline import INBOX, Pipeline
from product import DONE, Product


@dataclasses.dataclass(frozen=True)
class Bad:
    name: str
    body: bytes
    reason: str
    says: str
    """What the message must mention."""


GOOD = [sale() for _ in range(20)]
MIXED = text([sale(), sale(source=None)])
TURNED = b"store_token,store_group,store_name\na,b,c\n"
UNCLOSED = text([sale(), 'st-1,"t1,r,20250701T000000.000,1,x,y'])
UNREADABLE = text([sale(amount="many")] * 3)
CUT, HURT = zipped(sales(50))[:-20], zipped(sales(50))[:-8] + bytes(8)
BAD = {
    "unknown name": Bad("orders_20250701.csv", sales(), "bad_name", "dataset"),
    "the kind is not at the start of the name": Bad("x_sale_20250701.csv", sales(), "bad_name", "dataset"),
    "no date": Bad("sales.csv", sales(), "bad_name", "date"),
    "nine digits": Bad("sales_202507011.csv", sales(), "bad_name", "date"),
    "no such day": Bad("sales_20250230.csv", sales(), "bad_name", "20250230"),
    "two dates": Bad("sales_20250701_20250702.csv", sales(), "bad_name", "more than one"),
    "wrong extension": Bad("sales_20250701.txt", sales(), "bad_name", r"\.csv"),
    "extension of another packer": Bad("sales_20250701.csv.zip", sales(), "bad_name", r"\.csv"),
    "empty": Bad("sales_20250701_empty.csv", b"", "contract_breach", "empty"),
    "empty gzip": Bad("sales_20250701_empty.csv.gz", zipped(b""), "contract_breach", "empty"),
    "header only": Bad("sales_20250701_header.csv", text([SALES_HEADER]), "contract_breach", "no data row"),
    "only blank lines": Bad("sales_20250701_blank.csv", b"\n\n\r\n", "contract_breach", "row"),
    "Latin-1": Bad("stores_20250701_latin.csv", "g,st-1,Zürich\n".encode("latin-1"), "contract_breach", "UTF-8"),
    "UTF-16": Bad("stores_20250701_utf16.csv", "g,st-1,Bern\n".encode("utf-16"), "contract_breach", "UTF-16"),
    "truncated gzip": Bad("sales_20250701_cut.csv.gz", CUT, "corrupt_gzip", "gzip"),
    "damaged gzip": Bad("sales_20250701_hurt.csv.gz", HURT, "corrupt_gzip", "gzip"),
    "eight columns": Bad("sales_20250701_8.csv", text([*GOOD, sale() + ",x"]), "contract_breach", "line 21"),
    "six and seven columns": Bad("sales_20250701_67.csv", MIXED, "contract_breach", "line 2"),
    "columns of another order": Bad("stores_20250701_order.csv", TURNED, "contract_breach", "header"),
    "unclosed quote": Bad("sales_20250701_quote.csv", UNCLOSED, "contract_breach", "quote"),
    "every amount unreadable": Bad("sales_20250701_amount.csv", UNREADABLE, "contract_breach", "bad value"),
    "stores in a file named sales": Bad("sales_20250701_stores.csv", stores(), "contract_breach", "header|fields"),
    "no text at all": Bad("sales_20250701_binary.csv", bytes(range(256)) * 4, "contract_breach", "line"),
}


@pytest.fixture(scope="module")
def refused(session_pipeline: Pipeline) -> Pipeline:
    """Every bad file at once in the inbox, then each of them at its end."""
    for bad in BAD.values():
        session_pipeline.put(INBOX + bad.name, bad.body)
    session_pipeline.settle([INBOX + bad.name for bad in BAD.values()], seconds=40)
    return session_pipeline


@pytest.mark.parametrize("case", BAD)
def test_a_bad_file_stays_and_raises_exactly_one_alert(refused: Pipeline, case: str) -> None:
    bad = BAD[case]
    key = INBOX + bad.name
    assert refused.content(key) == bad.body
    (alert,) = refused.alerts(key)
    assert alert.reason == bad.reason, alert
    assert re.search(bad.says, alert.facts["message"]), alert.facts["message"]
    assert refused.warehouse.counts("SALES").get(key, 0) + refused.warehouse.counts("STORES").get(key, 0) == 0


@pytest.mark.parametrize("case", BAD)
def test_an_alert_tells_people_what_where_why_and_what_to_do(refused: Pipeline, case: str) -> None:
    (alert,) = refused.alerts(INBOX + BAD[case].name)
    assert BAD[case].name[:40] in alert.subject
    assert len(alert.subject) <= 100
    for heading in ("What:", "Where:", "Why:", "What to do:"):
        assert heading in alert.text
    assert alert.facts["message"] in alert.text
    assert refused.bucket in alert.text


def test_an_alert_tells_programs_the_same(refused: Pipeline) -> None:
    (alert,) = refused.alerts(f"{INBOX}sales_20250701_8.csv")
    assert alert.facts["bucket"] == refused.bucket
    assert alert.facts["dataset"] == "sales"
    assert alert.facts["batchDate"] == "2025-07-01"
    assert alert.facts["transient"] is False
    (breach,) = alert.facts["validation"]["breaches"]
    assert breach["line"] == 21
    assert breach["rule"] == "column_count"
    assert alert.attributes["dataset"] == "sales"
    assert alert.attributes["reason"] == "contract_breach"


def test_an_alert_shows_ten_breaches_at_most_and_the_total(refused: Pipeline) -> None:
    key = f"{INBOX}sales_20250702.csv"
    refused.put(key, text([sale(amount="many") for _ in range(25)]))
    refused.settle([key])
    (alert,) = refused.alerts(key)
    assert len(alert.facts["validation"]["breaches"]) == 10
    assert alert.facts["validation"]["totalBreaches"] == 25
    assert "25" in alert.text


def test_a_long_value_is_shortened_in_an_alert(refused: Pipeline) -> None:
    key = f"{INBOX}sales_20250703.csv"
    refused.put(key, text([sale(amount="9" * 5_000)]))
    refused.settle([key])
    (alert,) = refused.alerts(key)
    assert "9" * 500 not in alert.text
    assert "9" * 500 not in str(alert.facts)


def test_bad_values_below_the_limit_are_loaded(refused: Pipeline) -> None:
    refused.deliver(f"{INBOX}sales_20250704.csv", text([*GOOD, sale(amount="many")]))


def test_alerts_can_be_read_again_and_by_people(refused: Pipeline, product: Product) -> None:
    first = refused.alerts()
    assert alerts.received(product) == first
    text = product.run("alerts", "--env", "local").ended(DONE)
    assert text.out.count("A partner file was not loaded.") >= len(first)
    assert re.search(r"\d+ alerts\.", text.err)


def test_a_corrected_file_under_the_same_name_is_loaded(refused: Pipeline) -> None:
    key = f"{INBOX}sales_20250701_8.csv"
    assert refused.holds(key)
    refused.deliver(key, sales(4))
    assert len(refused.alerts(key)) == 1
    assert len(refused.warehouse.raw("SALES", key)) == 5


def test_what_stays_in_the_inbox_is_not_tried_for_ever(refused: Pipeline) -> None:
    refused.wait("the queue is empty", refused.is_idle)
    url = refused.sqs.get_queue_attributes(
        QueueUrl=refused.variables["ARRIVALS_QUEUE_URL"], AttributeNames=["RedrivePolicy"]
    )["Attributes"]["RedrivePolicy"]
    dead = re.search(r'"deadLetterTargetArn": ?"([^"]+)"', url)[1].rpartition(":")[2]
    address = refused.sqs.get_queue_url(QueueName=dead)["QueueUrl"]
    count = refused.sqs.get_queue_attributes(QueueUrl=address, AttributeNames=["ApproximateNumberOfMessages"])
    assert count["Attributes"]["ApproximateNumberOfMessages"] == "0"
