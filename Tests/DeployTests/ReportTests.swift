import CloudAPI
import InfraDSL
import Testing

@testable import Deploy

@Suite struct ReportTests {
    private let moments = ResultSet(
        columns: [
            .init("N", type: "fixed"), .init("D", type: "date"), .init("T", type: "timestamp_ntz"),
            .init("S", type: "text"), .init("F", type: "real"),
        ],
        rows: [
            ["1", "20099", "1736584200.120000000", "a,\"b\"\nc", "NaN"],
            [nil, "-1", "-0.500000000", "\u{1B}[2J", "1.5"],
        ])

    @Test func `a table shows dates before 1970, fractions, nulls and no control character`() {
        let lines = ResultText.table(moments)
        #expect(lines[2].contains("2025-01-11") && lines[2].contains("2025-01-11 08:30:00.12"))
        #expect(lines[3].contains("1969-12-31") && lines[3].contains("1969-12-31 23:59:59.5"))
        #expect(lines[3].contains("\\u{1b}[2J") && lines[3].contains("NULL"))
        #expect(lines.last == "(2 rows)")
        #expect(!lines.joined().contains("\u{1B}"))
    }

    @Test func `CSV quotes what would break a line or a field`() {
        #expect(ResultText.csv(moments)[1] == "1,2025-01-11,2025-01-11 08:30:00.12,\"a,\"\"b\"\"\nc\",NaN")
        #expect(ResultText.csv(moments)[2].hasPrefix(",1969-12-31,"))
    }

    @Test func `JSON stays JSON where a float is no number`() throws {
        let rows = try JSON.parse(Array(ResultText.json(moments).utf8))
        #expect(rows[0]?["F"] == .string("NaN"))
        #expect(rows[1]?["F"] == .number("1.5"))
        #expect(rows[1]?["N"] == .null)
    }

    @Test(arguments: [
        ("plain", "'plain'"), ("it's", "'it'\\''s'"), ("$(rm)\n`x`", "'$(rm)\n`x`'"), ("", "''"),
    ])
    func `a shell reads values as they are`(value: String, quoted: String) {
        #expect(StackOutputs.quoted(value) == quoted)
        #expect(StackOutputs.variableName("AlertTopicArn") == "ALERT_TOPIC_ARN")
    }

    @Test func `alerts come once each, oldest first`() {
        let lines = """
            {"MessageId":"2","Timestamp":"2025-01-12T00:00:00Z","Subject":"late","Message":"m"}
            not JSON
            {"MessageId":"1","Timestamp":"2025-01-11T00:00:00Z","Message":"text\\n--- for machines\\n{}"}
            {"MessageId":"2","Timestamp":"2025-01-12T00:00:00Z","Subject":"late","Message":"m"}
            """
        let alerts = AlertLog.alerts(in: lines)
        #expect(alerts.map(\.subject) == ["(no subject)", "late"])
        #expect(alerts.first?.readablePart == "text\n")
    }
}
