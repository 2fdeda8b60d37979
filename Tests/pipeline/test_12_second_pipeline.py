"""A pipeline of another kind, declared below stacks/ alone: one dataset, another bucket layout, a header that must be there."""

from __future__ import annotations

from pipeline import Pipeline

INCOMING, LOADED = "returns/incoming/", "returns/loaded/"
GOOD = b"store_token,transaction_id,return_time,amount,reason\nS1,T1,2025-06-01T10:00:00Z,12.50,too small\n"


def keys(pipeline: Pipeline) -> set[str]:
    answer = pipeline.s3.list_objects_v2(Bucket=pipeline.variables["DROP_BUCKET"])
    # The record of each alert is kept beside the history.
    return {entry["Key"] for entry in answer.get("Contents", []) if not entry["Key"].startswith(f"{LOADED}_alerts/")}


def deliver(pipeline: Pipeline, name: str, body: bytes) -> None:
    pipeline.s3.put_object(Bucket=pipeline.variables["DROP_BUCKET"], Key=INCOMING + name, Body=body)


def test_a_file_of_the_second_pipeline_ends_in_its_own_table_and_history(pipeline: Pipeline) -> None:
    deliver(pipeline, "returns_20250601.csv", GOOD)
    kept = f"{LOADED}returns/year=2025/month=06/day=01/returns_20250601.csv"
    pipeline.wait("the returns are kept", lambda: keys(pipeline) == {kept})
    answer = pipeline.product.run(
        "sql", "--env", "local", "--stack", "returns-pipeline", "--format", "csv",
        "SELECT STORE_TOKEN, REASON FROM RAW.RETURNS WHERE SOURCE_ROW_NUMBER > 1",
    ).ended(0)  # fmt: skip
    assert answer.out.splitlines() == ["STORE_TOKEN,REASON", "S1,too small"]
    pipeline.s3.delete_object(Bucket=pipeline.variables["DROP_BUCKET"], Key=kept)


def test_a_file_of_the_first_pipeline_is_none_of_the_second(pipeline: Pipeline) -> None:
    queue = "RETURNS_ALERTS_LOG_QUEUE_URL"
    before = pipeline.backlog(queue)[0]
    deliver(pipeline, "sales_20250601.csv", b"G1,S1,R1,2025-06-01T10:00:00Z,1.00,clerk\n")
    deliver(pipeline, "returns_20250602.csv", GOOD.partition(b"\n")[2])
    pipeline.wait("both are refused", lambda: pipeline.backlog(queue)[0] == before + 2)
    left = {INCOMING + "sales_20250601.csv", INCOMING + "returns_20250602.csv"}
    assert keys(pipeline) == left
    for key in left:
        pipeline.s3.delete_object(Bucket=pipeline.variables["DROP_BUCKET"], Key=key)
