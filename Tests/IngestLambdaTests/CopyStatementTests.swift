import CloudAPI
import Contracts
import DataContract
import Testing

@testable import IngestLambda

@Suite struct CopyStatementTests {
    private func statement(_ key: String, fields: Int) throws -> String {
        let configuration = try Configuration(ProcessVariables(World.variables))
        return try CopyStatement(try BatchFile(key: key, among: Dataset.all), configuration).load(fields: fields)
    }

    @Test func `seven fields go to seven columns, with where and when after them`() throws {
        #expect(
            try statement("inbox/sub/sales_20250111.csv", fields: 7) == """
                COPY INTO "RETAIL_LOCAL"."RAW"."SALES" ("STORE_TOKEN", "TRANSACTION_ID", "RECEIPT_TOKEN", \
                "TRANSACTION_TIME", "AMOUNT", "SOURCE_ID", "USER_ROLE", "SOURCE_FILENAME", "SOURCE_ROW_NUMBER", \
                "BATCH_DATE", "LOADED_AT")
                FROM (SELECT t.$1, t.$2, t.$3, t.$4, t.$5, t.$6, t.$7, METADATA$FILENAME, METADATA$FILE_ROW_NUMBER, \
                '2025-01-11'::DATE, CONVERT_TIMEZONE('UTC', METADATA$START_SCAN_TIME)::TIMESTAMP_NTZ \
                FROM @"RETAIL_LOCAL"."RAW"."INBOX" t)
                FILES = ('sub/sales_20250111.csv')
                FILE_FORMAT = (FORMAT_NAME = '"RETAIL_LOCAL"."RAW"."PARTNER_CSV"')
                ON_ERROR = ABORT_STATEMENT
                """)
    }

    @Test func `the sixth of six fields is the user role`() throws {
        #expect(try statement("inbox/sales_20250111.csv", fields: 6).contains("t.$5, NULL, t.$6, METADATA$FILENAME"))
    }

    @Test func `quotes and backslashes of a key stay inside the literal`() throws {
        let text = try statement("inbox/sales_20250111'); DROP TABLE x; --\\.csv", fields: 7)
        #expect(text.contains(#"FILES = ('sales_20250111''); DROP TABLE x; --\\.csv')"#))
    }

    @Test func `the history is asked about the file and the table`() throws {
        let configuration = try Configuration(ProcessVariables(World.variables))
        let text = try CopyStatement(
            try BatchFile(key: "inbox/a'b/stores_20250111.csv", among: Dataset.all), configuration
        ).history()
        #expect(text.contains(#"TABLE_NAME => '"RETAIL_LOCAL"."RAW"."STORES"'"#))
        #expect(text.contains("WHERE FILE_NAME = 'a''b/stores_20250111.csv'"))
    }

    @Test func `an answer that is not understood is no success`() throws {
        let strange = ResultSet(columns: [ResultSet.Column("status")], rows: [["something else"]])
        #expect(throws: IngestFailure.self) { try CopyResult(strange) }
        let two = ResultSet(
            columns: [ResultSet.Column("status"), ResultSet.Column("ROWS_LOADED")],
            rows: [["LOADED", "1"], ["LOADED", "1"]])
        #expect(throws: IngestFailure.self) { try CopyResult(two) }
        let number = ResultSet(
            columns: [ResultSet.Column("STATUS"), ResultSet.Column("ROWS_LOADED")], rows: [["LOADED", nil]])
        #expect(throws: IngestFailure.self) { try CopyResult(number) }
    }

    @Test func `each request carries the session's names, a tag without values, and UTC`() throws {
        let world = try World()
        world.clouds.put(inbox, sale)
        try world.arrive(inbox)
        let body = try #require(world.clouds.with { $0.bodies.first })
        #expect(body["role"]?.string == "RETAIL_LOCAL_INGEST" && body["warehouse"]?.string == "RETAIL_LOCAL_WH")
        #expect(body["parameters"]?["TIMEZONE"]?.string == "UTC")
        #expect(body["parameters"]?["QUERY_TAG"]?.string?.contains("\"dataset\":\"sales\"") == true)
        #expect((body["timeout"]?.int).map { (1...60).contains($0) } == true)
    }
}
