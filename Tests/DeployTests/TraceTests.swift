import ArgumentParser
import CloudAPI
import TestSupport
import Testing

@testable import Deploy

@Suite struct TraceTests {
    private let folder = "history/sales/year=2025/month=01/day=11/"

    private func version(_ key: String, _ id: String, _ time: String, marker: Bool = false) -> String {
        let name = marker ? "DeleteMarker" : "Version"
        return "<\(name)><Key>\(key)</Key><VersionId>\(id)</VersionId><IsLatest>true</IsLatest>"
            + "<LastModified>2025-01-12T\(time)Z</LastModified><ETag>\"e\"</ETag><Size>5</Size></\(name)>"
    }

    private func history(_ versions: String...) throws -> HistoryObjects {
        let listing = "<ListVersionsResult><IsTruncated>false</IsTruncated>\(versions.joined())</ListVersionsResult>"
        let transport = ScriptedTransport([.init("GET", "*versions", .status(200, [:], listing))])
        let s3 = S3Client(
            try AWSConfiguration(
                region: "eu-west-1", credentials: { AWSCredentials(accessKeyID: "A", secretAccessKey: "s") },
                transport: transport))
        return HistoryObjects { try s3.listVersions(bucket: "lake", prefix: $0) }
    }

    private func moment(_ time: String) throws -> Timestamp { try #require(Timestamp(iso8601: "2025-01-12T\(time)Z")) }

    @Test func `a load was read from the first object that was put into history after it`() throws {
        let objects = try history(
            version("\(folder)sales_20250111.csv", "v1", "06:00:00"),
            version("\(folder)sales_20250111__1a2b3c4d.csv", "v2", "07:00:00"),
            version("\(folder)sales_20250111.csv", "v3", "06:30:00", marker: true),
            version("\(folder)sales_20250111_2.csv", "v4", "06:45:00"))
        let found = try objects.object(of: "inbox/sub/sales_20250111.csv", loadedAt: moment("06:30:00.5"))
        #expect(found?.versionID == "v2")
    }

    @Test func `an object made in the second of its load is that load's`() throws {
        let objects = try history(version("\(folder)sales_20250111.csv", "v1", "06:00:00"))
        #expect(try objects.object(of: "inbox/sales_20250111.csv", loadedAt: moment("06:00:00.9"))?.versionID == "v1")
    }

    @Test func `content that came again is where it was kept the first time`() throws {
        let objects = try history(version("\(folder)sales_20250111.csv", "v1", "06:00:00"))
        #expect(try objects.object(of: "inbox/sales_20250111.csv", loadedAt: moment("09:00:00"))?.versionID == "v1")
    }

    @Test func `a file that was never moved has no object`() throws {
        #expect(try history().object(of: "inbox/sales_20250111.csv", loadedAt: moment("06:00:00")) == nil)
    }

    @Test func `a day is made of valid rows, one sale of all its versions, and values are bound`() {
        let day = TraceQuery(report: .daily, date: "2025-01-11", store: "s'1", transaction: nil).statement
        #expect(day.text.contains("winner.LOADED_AT IS NOT NULL\n") && day.bindings == ["2025-01-11", "s'1"])
        let sale = TraceQuery(report: .daily, date: nil, store: "s1", transaction: "t1").statement
        #expect(!sale.text.contains("AND winner.LOADED_AT IS NOT NULL\n") && sale.bindings == ["s1", "t1"])
        let batch = TraceQuery(report: .lifecycle, date: "2025-01-11", store: nil, transaction: nil).statement
        #expect(batch.text.contains("received.BATCH_DATE = TO_DATE(?)") && !batch.text.contains("s'1"))
    }
}
