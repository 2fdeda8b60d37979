"""Whatever characters a key has, it is loaded under its true name or refused with one alert, and never becomes SQL."""

from __future__ import annotations

import unicodedata

import pytest

from partner_files import history_key, sales
from pipeline import INBOX, Pipeline

DAY = "20250301"
LONGEST = 1024
"""The bytes of the longest key of S3."""


def at_length(length: int, folder: str = "") -> str:
    """A name below the inbox whose whole key has so many bytes."""
    start, end = f"{folder}sales_{DAY}_", ".csv"
    return start + "x" * (length - len(INBOX + start + end)) + end


LOADED = {
    "blank": f"sales {DAY} with blanks .csv",
    "plus": f"sales+a+b_{DAY}.csv",
    "percent code": f"sales_%41_%2B_%20_{DAY}.csv",
    "percent alone": f"sales_100%_{DAY}.csv",
    "single quote": f"sales_o'neil_{DAY}.csv",
    "two single quotes": f"sales_''_{DAY}.csv",
    "statement in the name": f"sales'); DROP TABLE RAW.SALES; --_{DAY}.csv",
    "statement behind a backslash": f"sales\\'); DROP TABLE RAW.SALES; --_{DAY}.csv",
    "double quote": f'sales_"quoted"_{DAY}.csv',
    "semicolon": f"sales;a;_{DAY}.csv",
    "backslash": f"sales_a\\b\\n\\_{DAY}.csv",
    "dollars, braces and backticks": f"sales_$(id)_${{HOME}}_`id`_{{{{ this }}}}_$$_{DAY}.csv",
    "wildcards": f"sales_[a-z]*?_{DAY}.csv",
    "marks of addresses": f"sales_#a?b=c&d:e@f,g~h|i^j<k>_{DAY}.csv",
    "marks of SQL comments": f"sales--_*_{DAY}_#--.csv",
    "emoji": f"sales_🧊🛒_{DAY}.csv",
    "combining characters, composed": unicodedata.normalize("NFC", f"sales_é_{DAY}.csv"),
    "combining characters, decomposed": unicodedata.normalize("NFD", f"sales_é_{DAY}.csv"),
    "right to left": f"sales_שלום_{DAY}.csv",
    "joined and zero width": f"sales_👩\u200d🔧\u200b_{DAY}.csv",
    "full-width digits beside the date": f"sales_１２３４５６７８_{DAY}.csv",
    "sub-folders": f"north/shop 7/2025+Q1/sales_sub_{DAY}.csv",
    "date in a folder": f"20240229/sales_folder_{DAY}.csv",
    "folder with a quote": f"o'neil/sales_quoted_folder_{DAY}.csv",
    "empty folder": f"/sales_empty_folder_{DAY}.csv",
    "two empty folders": f"a//b//sales_empty_folders_{DAY}.csv",
    "dots": f"..sales/...a/sales..dots_{DAY}.csv",
    "name of 200 bytes": at_length(200),
    "key of 1024 bytes in folders": at_length(LONGEST, ("d" * 149 + "/") * 6),
}
"""Names below the inbox that the contract allows."""

REFUSED = {
    "line feed": f"sales_a\nb_{DAY}.csv",
    "carriage return": f"sales_a\rb_{DAY}.csv",
    "tab": f"sales_a\tb_{DAY}.csv",
    "delete": f"sales_a\x7fb_{DAY}.csv",
    "next line, one of the C1 controls": f"sales_a\x85b_{DAY}.csv",
    "statement behind a line feed": f"x\n'); DROP TABLE RAW.SALES; --/sales_{DAY}.csv",
}
"""Names with a control character."""

EITHER = {
    "parent folder": f"north/../sales_parent_{DAY}.csv",
    "out of the inbox": f"../sales_out_{DAY}.csv",
    "out of everything": f"../../../../tmp/sales_far_out_{DAY}.csv",
    "this folder": f"./sales_this_{DAY}.csv",
    "key of 1024 bytes in one name": at_length(LONGEST),
    "key whose history key is just too long": at_length(LONGEST - len("history/sales/year=2025/month=03/day=01/") + 7),
}
"""Names that S3 takes and that may or may not have a place in history: loaded and kept, or one alert and no row."""

NAMES = {**LOADED, **REFUSED, **EITHER}


@pytest.fixture(scope="module")
def keys(session_pipeline: Pipeline) -> dict[str, object]:
    """What each key was given (None: S3 refused the key) once all are at their end, and what there was before."""
    before = session_pipeline.warehouse.inventory()
    bodies: dict[str, bytes | None] = {}
    for number, (case, name) in enumerate(NAMES.items()):
        body = sales(1 + number % 5, header=False)
        try:
            session_pipeline.put(INBOX + name, body)
            bodies[case] = body
        except Exception:
            if case not in EITHER:
                raise
            bodies[case] = None
    session_pipeline.settle([INBOX + NAMES[case] for case, body in bodies.items() if body is not None], seconds=60)
    return {"bodies": bodies, "before": before}


def body_of(keys: dict[str, object], case: str) -> bytes | None:
    return keys["bodies"][case]


@pytest.mark.parametrize("case", LOADED)
def test_a_key_with_unusual_characters_is_loaded_under_its_true_name(
    pipeline: Pipeline, keys: dict[str, object], case: str
) -> None:
    key, body = INBOX + NAMES[case], body_of(keys, case)
    assert [alert.facts["message"] for alert in pipeline.alerts(key)] == []
    assert not pipeline.holds(key)
    assert pipeline.content(history_key(key, DAY)) == body
    assert len(pipeline.warehouse.raw("SALES", key)) == body.count(b"\n")


@pytest.mark.parametrize("case", REFUSED)
def test_a_key_with_a_control_character_stays_and_raises_one_alert_that_can_be_read(
    pipeline: Pipeline, keys: dict[str, object], case: str
) -> None:
    key = INBOX + NAMES[case]
    assert pipeline.holds(key)
    assert body_of(keys, case) is not None
    (alert,) = pipeline.alerts(key)
    assert alert.reason == "bad_name"
    assert alert.facts["rule"] == "control_character"
    assert alert.subject.isprintable()
    assert alert.text.replace("\n", "").isprintable()
    assert pipeline.warehouse.raw("SALES", key) == []


@pytest.mark.parametrize("case", EITHER)
def test_a_key_without_a_sure_place_in_history_is_loaded_and_kept_or_refused_without_a_row(
    pipeline: Pipeline, keys: dict[str, object], case: str
) -> None:
    key, body = INBOX + NAMES[case], body_of(keys, case)
    if body is None:
        pytest.skip("this S3 refuses the key")
    rows, alerts = pipeline.warehouse.raw("SALES", key), pipeline.alerts(key)
    if pipeline.holds(key):
        assert len(alerts) == 1
        assert rows == []
    else:
        assert [alert.facts["message"] for alert in alerts] == []
        assert pipeline.content(history_key(key, DAY)) == body
        assert len(rows) == body.count(b"\n")


def test_no_key_changed_anything_in_snowflake_but_rows_of_its_own_file(
    pipeline: Pipeline, keys: dict[str, object]
) -> None:
    assert pipeline.warehouse.inventory() == keys["before"]
    names = {INBOX + name for name in NAMES.values()}
    strangers = {key for key in pipeline.warehouse.counts("SALES") if DAY in key and key not in names}
    assert strangers == set()
