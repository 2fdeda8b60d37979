"""The shapes of SQL API v2."""

from __future__ import annotations

import uuid

from sql_api import SqlApi


def test_a_result_tells_types_and_rows(administrator: SqlApi) -> None:
    answer = administrator.ok(
        "SELECT 1 AS N, 1.50::NUMBER(11,2) AS D, 'x' AS T, TRUE AS B, '2025-01-11'::DATE AS DT, "
        "'2025-01-11 01:02:03.5'::TIMESTAMP_NTZ AS TS, NULL::TIMESTAMP_NTZ AS E, 1.5::FLOAT AS F"
    )
    about = answer.body["resultSetMetaData"]
    assert [c["type"] for c in about["rowType"]] == [
        *("fixed", "fixed", "text", "boolean", "date", "timestamp_ntz", "timestamp_ntz", "real")
    ]
    assert (about["rowType"][1]["precision"], about["rowType"][1]["scale"]) == (11, 2)
    assert about["format"] == "jsonv2"
    assert answer.rows == [["1", "1.50", "x", "true", "20099", "1736557323.500000000", None, "1.5"]]
    assert (answer.body["code"], answer.body["sqlState"]) == ("090001", "00000")
    assert answer.body["statementStatusUrl"] == f"/api/v2/statements/{answer.body['statementHandle']}"


def test_a_statement_may_begin_with_comments(administrator: SqlApi) -> None:
    assert administrator.value("-- one\n/* two; */ SELECT 'a -- b' -- three") == "a -- b"


def test_wrong_sql_is_answered_with_code_state_message_and_handle(administrator: SqlApi) -> None:
    answer = administrator("SELEC 1")
    assert answer.failure == ("001003", "42000")
    assert answer.message.startswith("SQL compilation error:\nsyntax error line 1 at position")
    assert answer.body["statementHandle"]


def test_no_statement_and_two_statements_are_refused(administrator: SqlApi) -> None:
    assert administrator(" ; -- nothing").failure == ("000900", "42601")
    answer = administrator("SELECT 1; SELECT 2")
    assert answer.failure == ("000008", "0A000")
    assert "Actual statement count 2 did not match the desired statement count 1" in answer.message


def test_several_statements_in_a_request_are_refused_aloud(administrator: SqlApi) -> None:
    answer = administrator("SELECT 1", parameters={"MULTI_STATEMENT_COUNT": "2"})
    assert answer.failure == ("000002", "0A000")
    assert answer.message.startswith("not supported by the emulator: ")


def test_what_is_missing_says_so(administrator: SqlApi) -> None:
    for statement in ("CREATE ALERT A", "CALL P()", "EXPLAIN SELECT 1", "UNDROP TABLE T", "SELECT * FROM @STAGE"):
        answer = administrator(statement, database="NONE_YET")
        assert answer.status == 422
        assert answer.message.startswith("not supported by the emulator: "), (statement, answer.message)


def test_a_body_that_is_not_json_is_a_bad_request(administrator: SqlApi) -> None:
    assert administrator.request("POST", "/api/v2/statements", b"{").status == 400
    assert administrator.request("POST", "/api/v2/statements", {"sql": "SELECT 1"}).status == 400


def test_an_asynchronous_statement_is_polled(administrator: SqlApi) -> None:
    answer = administrator("SELECT SYSTEM$WAIT(1)", query="&async=true")
    assert (answer.status, answer.body["code"]) == (202, "333334")
    handle = answer.body["statementHandle"]
    assert administrator.request("GET", f"/api/v2/statements/{handle}").status == 202
    assert administrator.wait(handle).rows == [["waited 1 seconds"]]


def test_a_running_statement_is_cancelled(administrator: SqlApi) -> None:
    handle = administrator("SELECT SYSTEM$WAIT(60)", query="&async=true").body["statementHandle"]
    answer = administrator.request("POST", f"/api/v2/statements/{handle}/cancel")
    assert (answer.status, answer.body["code"], answer.body["sqlState"]) == (200, "000604", "57014")
    assert administrator.wait(handle).failure == ("000604", "57014")
    again = administrator.request("POST", f"/api/v2/statements/{handle}/cancel")
    assert again.failure == ("000709", "02000")


def test_a_statement_that_takes_too_long_is_a_408(administrator: SqlApi) -> None:
    answer = administrator("SELECT SYSTEM$WAIT(60)", timeout=1)
    assert (answer.status, answer.body["code"], answer.body["sqlState"]) == (408, "000630", "57014")


def test_an_unknown_handle_is_a_404(administrator: SqlApi) -> None:
    answer = administrator.request("GET", f"/api/v2/statements/{uuid.uuid4()}")
    assert (answer.status, answer.body["code"]) == (404, "000709")


def test_a_resent_request_is_not_executed_again(database: SqlApi) -> None:
    database.ok("CREATE TABLE ONCE (A NUMBER)")
    body = {"statement": "INSERT INTO ONCE VALUES (1)", **database.body}
    path = f"/api/v2/statements?requestId={uuid.uuid4()}"
    first = database.request("POST", path, body)
    second = database.request("POST", path + "&retry=true", body)
    assert first.body["statementHandle"] == second.body["statementHandle"]
    assert database.value("SELECT COUNT(*) FROM ONCE") == "1"


def test_a_big_result_comes_in_gzip_partitions(administrator: SqlApi) -> None:
    answer = administrator.ok("SELECT SEQ4() AS N, REPEAT('x', 1000) AS T FROM TABLE(GENERATOR(ROWCOUNT => 5000))")
    about = answer.body["resultSetMetaData"]
    parts = about["partitionInfo"]
    assert about["numRows"] == 5000
    assert len(parts) > 1
    numbers = [int(row[0] or "") for row in answer.rows]
    for index in range(1, len(parts)):
        part = answer.body["statementStatusUrl"] + f"?partition={index}"
        page = administrator.request("GET", part)
        assert page.headers["content-encoding"] == "gzip"
        assert len(page.body["data"]) == parts[index]["rowCount"]
        assert "resultSetMetaData" not in page.body
        numbers += [int(row[0] or "") for row in page.body["data"]]
    assert numbers == list(range(5000))
    missing = answer.body["statementStatusUrl"] + f"?partition={len(parts)}"
    assert administrator.request("GET", missing).status == 400


def test_bindings_are_values_and_never_text_of_the_statement(administrator: SqlApi) -> None:
    bindings = {
        "1": {"type": "TEXT", "value": "a'b\\ ? -- c"},
        "2": {"type": "FIXED", "value": "-2"},
        "3": {"type": "DATE", "value": "1736553600000"},
        "4": {"type": "TIMESTAMP_NTZ", "value": "1736557323500000000"},
        "5": {"type": "BOOLEAN", "value": "true"},
        "6": {"type": "TEXT", "value": None},
    }
    answer = administrator.ok("SELECT ? A, ?::NUMBER + 1 B, ? C, ? D, ? E, ? F, '?' G", bindings=bindings)
    assert answer.rows == [["a'b\\ ? -- c", "-1", "20099", "1736557323.500000000", "true", None, "?"]]


def test_changes_are_counted_in_the_statistics(database: SqlApi) -> None:
    database.ok("CREATE TABLE T (A NUMBER)")
    assert database.ok("INSERT INTO T VALUES (1), (2)").body["stats"]["numRowsInserted"] == 2
    assert database.ok("UPDATE T SET A = 3").body["stats"]["numRowsUpdated"] == 2
    assert database.ok("DELETE FROM T WHERE A = 3").body["stats"]["numRowsDeleted"] == 2


def test_the_query_tag_and_the_time_zone_of_the_request_hold_for_its_statement(administrator: SqlApi) -> None:
    parameters = {"query_tag": "snowline/local", "timezone": "Asia/Tokyo"}
    answer = administrator.ok("SHOW PARAMETERS LIKE 'QUERY_TAG'", parameters=parameters)
    assert answer.records[0]["value"] == "snowline/local"
    hour = "SELECT DATEDIFF(hour, SYSDATE(), CURRENT_TIMESTAMP()::TIMESTAMP_NTZ)"
    assert administrator.value(hour, parameters=parameters) == "9"
    unknown = administrator("SELECT 1", parameters={"no_such_parameter": "1"})
    assert unknown.failure == ("391914", "22023")
