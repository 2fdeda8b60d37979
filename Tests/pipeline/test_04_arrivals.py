"""What any S3 client puts into the inbox is soon in RAW and in history, with no further command."""

from __future__ import annotations

import csv
import datetime as dt
import os
import pathlib
import re
import shutil
import subprocess
import time
from typing import Any

import pytest

from partner_files import SALES_HEADER, history_key, sale, sales, stores, text, zipped
from pipeline import HISTORY, INBOX, Pipeline

BOM = b"\xef\xbb\xbf"
LOUD_HEADER = SALES_HEADER.upper().replace(",", " , ")
QUOTED = b'st-1,q1,"r,1","20250301T174600.000","1,234.50","said ""hi""","two\nlines"\n'


def test_a_file_put_with_boto3_is_in_raw_and_in_history(pipeline: Pipeline) -> None:
    for attempt in range(3):
        key, body = f"{INBOX}sales_2025040{attempt + 1}.csv", sales(5)
        seconds = pipeline.deliver(key, body)
        pipeline.times.append((f"boto3 put to RAW and history, {attempt + 1}", seconds))
        assert len(pipeline.warehouse.raw("SALES", key)) == 6
        assert pipeline.content(history_key(key, f"2025040{attempt + 1}")) == body


def test_a_file_copied_with_the_aws_command_line_is_in_raw_and_in_history(
    pipeline: Pipeline, tmp_path: pathlib.Path
) -> None:
    program = shutil.which("aws")
    variables = {**os.environ, **pipeline.variables, "AWS_EC2_METADATA_DISABLED": "true"}
    if program is None or subprocess.run([program, "--version"], env=variables, capture_output=True).returncode:
        pytest.skip("no aws command line on this machine")
    path = tmp_path / "sales_20250410.csv"
    path.write_bytes(sales(5))
    key = f"{INBOX}{path.name}"
    command = [program, "s3", "cp", "--no-progress", str(path), f"s3://{pipeline.bucket}/{INBOX}"]
    began = time.monotonic()
    subprocess.run(command, env=variables, check=True, capture_output=True)
    pipeline.wait(f"{key} has left the inbox", lambda: not pipeline.holds(key))
    pipeline.times.append(("aws s3 cp to RAW and history, its own start included", time.monotonic() - began))
    assert len(pipeline.warehouse.raw("SALES", key)) == 6
    assert pipeline.holds(history_key(key, "20250410"))


def test_a_multipart_upload_is_one_file(pipeline: Pipeline) -> None:
    key, body = f"{INBOX}sales_20250411.csv", sales(60_000)
    parts, size = [], 5 << 20
    assert len(body) < size  # One part of several is enough for the other form of eTag.
    upload = pipeline.s3.create_multipart_upload(Bucket=pipeline.bucket, Key=key)["UploadId"]
    target = {"Bucket": pipeline.bucket, "Key": key, "UploadId": upload}
    part = pipeline.s3.upload_part(**target, PartNumber=1, Body=body)
    parts.append({"PartNumber": 1, "ETag": part["ETag"]})
    pipeline.s3.complete_multipart_upload(**target, MultipartUpload={"Parts": parts})
    seconds = pipeline.wait(f"{key} has left the inbox", lambda: not pipeline.holds(key))
    pipeline.times.append(("60 000 rows, multipart", seconds))
    assert pipeline.warehouse.counts("SALES")[key] == 60_001
    assert pipeline.content(history_key(key, "20250411")) == body


def test_rows_are_kept_as_text_with_where_and_when_they_came_from(pipeline: Pipeline) -> None:
    key = f"{INBOX}Sales_20250412.CSV"
    began = dt.datetime.now(dt.UTC).replace(tzinfo=None) - dt.timedelta(seconds=1)
    lines = ["st-1 , t-lineage,,2025-04-12T10:00:00+02:00,  $1.234 ,NULL,null", "st-2,t-2,r,20250412T000000.000,-5,x,y"]
    bad = [f"st-3,t-{number},r,20250412T000000.000,1,x,y" for number in range(3, 40)]
    pipeline.deliver(key, text([SALES_HEADER, *lines, *bad]))
    header, first, second, *_ = pipeline.warehouse.raw("SALES", key)
    assert [header[name] for name in SALES_HEADER.split(",")] == SALES_HEADER.split(",")
    assert [first[name] for name in SALES_HEADER.split(",")] == [
        "st-1", "t-lineage", None, "2025-04-12T10:00:00+02:00", "$1.234", None, None,
    ]  # fmt: skip
    assert second["amount"] == "-5"
    assert [header["source_row_number"], first["source_row_number"], second["source_row_number"]] == [1, 2, 3]
    assert first["source_filename"] == key
    assert first["batch_date"] == dt.date(2025, 4, 12)
    assert began <= first["loaded_at"] <= dt.datetime.now(dt.UTC).replace(tzinfo=None)


FORMS: dict[str, tuple[str, bytes, int]] = {
    "seven columns and a header": ("sales_20250501_a.csv", sales(3), 4),
    "seven columns without a header": ("sales_20250501_b.csv", sales(3, header=False), 3),
    "six columns and a header": ("sales_20250501_c.csv", sales(3, source=None), 4),
    "six columns without a header": ("sales_20250501_d.csv", sales(3, header=False, source=None), 3),
    "one row, no header": ("sales_20250501_e.csv", sales(1, header=False), 1),
    "stores and a header": ("stores_20250501_f.csv", stores(2), 3),
    "stores without a header": ("store-20250501-g.csv", stores(2, header=False), 2),
    "gzip": ("sales_20250501_h.csv.gz", zipped(sales(3)), 4),
    "gzip, name in capitals": ("SALES_20250501_I.CSV.GZ", zipped(sales(3)), 4),
    "gzip of two members": ("sales_20250501_j.csv.gz", zipped(sales(3)) + zipped(sales(3, header=False)), 7),
    "gzip that is named plain": ("sales_20250501_k.csv", zipped(sales(3)), 4),
    "plain that is named gzip": ("sales_20250501_l.csv.gz", sales(3), 4),
    "byte order mark and header": ("sales_20250501_m.csv", BOM + sales(3), 4),
    "byte order mark without a header": ("sales_20250501_n.csv", BOM + sales(3, header=False), 3),
    "byte order mark in gzip": ("sales_20250501_o.csv.gz", zipped(BOM + sales(3)), 4),
    "CRLF": ("sales_20250501_p.csv", sales(3).replace(b"\n", b"\r\n"), 4),
    "no line end at the end": ("sales_20250501_q.csv", sales(3).rstrip(b"\n"), 4),
    "blank lines": ("sales_20250501_r.csv", b"\n" + sales(3).replace(b"\n", b"\n\n") + b"\n", 4),
    "header in capitals with blanks": ("sales_20250501_s.csv", text([LOUD_HEADER, sale()]), 2),
    "quoted commas, quotes and line breaks": ("sales_20250501_t.csv", QUOTED, 1),
    "text beyond ASCII": ("stores_20250501_u.csv", "g,st-ü,Zürich 🧊 東京\n".encode(), 1),
}  # fmt: skip
"""What partners write: name, bytes, rows in RAW."""


@pytest.fixture(scope="module")
def forms(session_pipeline: Pipeline) -> Pipeline:
    """Every form at once in the inbox, then each of them at its end."""
    for name, body, _ in FORMS.values():
        session_pipeline.put(INBOX + name, body)
    session_pipeline.settle([INBOX + name for name, _, _ in FORMS.values()], seconds=40)
    return session_pipeline


@pytest.mark.parametrize("form", FORMS)
def test_every_form_of_a_good_file_is_loaded_whole_and_kept(forms: Pipeline, form: str) -> None:
    name, body, rows = FORMS[form]
    key = INBOX + name
    assert [alert.facts["message"] for alert in forms.alerts(key)] == []
    assert forms.content(history_key(key, "20250501")) == body
    assert len(forms.warehouse.raw("STORES" if name.lower().startswith("store") else "SALES", key)) == rows


def test_six_columns_leave_the_source_empty_and_keep_the_role(forms: Pipeline) -> None:
    for name in ("sales_20250501_c.csv", "sales_20250501_d.csv"):
        rows = [row for row in forms.warehouse.raw("SALES", INBOX + name) if row["store_token"] != "store_token"]
        assert [(row["source_id"], row["user_role"]) for row in rows] == [(None, "cashier")] * 3


def test_a_byte_order_mark_is_no_part_of_the_first_field(forms: Pipeline) -> None:
    for name in ("m.csv", "n.csv", "o.csv.gz"):
        first = forms.warehouse.raw("SALES", f"{INBOX}sales_20250501_{name}")[0]
        assert first["store_token"] in ("store_token", "st-1")


def test_quoted_fields_keep_their_commas_quotes_and_line_breaks(forms: Pipeline) -> None:
    (row,) = forms.warehouse.raw("SALES", f"{INBOX}sales_20250501_t.csv")
    (fields,) = csv.reader(QUOTED.decode().splitlines(keepends=True))
    assert [row[name] for name in SALES_HEADER.split(",")] == fields


def test_what_is_not_for_the_pipeline_is_left_alone(pipeline: Pipeline) -> None:
    others = ["sales_20250601.csv", "other/sales_20250601.csv", "history/by_hand/sales_20250601.csv", "inbox/folder/"]
    before = pipeline.warehouse.counts("SALES"), len(pipeline.alerts()), pipeline.keys(HISTORY)
    try:
        for key in others:
            pipeline.put(key, b"" if key.endswith("/") else sales(2))
        pipeline.deliver(f"{INBOX}sales_20250602.csv", sales(2))
        pipeline.wait("the queue is empty", pipeline.is_idle)
        assert all(pipeline.holds(key) for key in others)
    finally:
        for key in others:
            pipeline.s3.delete_object(Bucket=pipeline.bucket, Key=key)
    after: tuple[Any, ...] = pipeline.warehouse.counts("SALES"), len(pipeline.alerts()), pipeline.keys(HISTORY)
    assert set(after[0]) - set(before[0]) == {f"{INBOX}sales_20250602.csv"}
    assert after[1] == before[1]
    assert {re.sub(r".*/", "", key) for key in after[2] - before[2]} == {"sales_20250602.csv"}
