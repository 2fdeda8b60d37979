import CloudAPI
import Testing

@testable import IngestLambda

@Suite struct IngestTests {
    @Test(arguments: World.Envelope.allCases)
    func `a good file is loaded once, counted and moved to the history`(envelope: World.Envelope) throws {
        let world = try World()
        world.clouds.put(inbox, sale + sale)
        #expect(try world.arrive(inbox, in: envelope).isEmpty)
        #expect(world.keys == [history])
        #expect(world.loads.map(\.rows) == [2])
        #expect(world.alerts.isEmpty)
    }

    @Test func `a header is loaded but not counted as data`() throws {
        let world = try World()
        world.clouds.put(inbox, header + sale)
        try world.arrive(inbox)
        #expect(world.keys == [history] && world.loads.map(\.rows) == [2])
        #expect(world.lines.all.contains { $0.contains("\"outcome\":\"loaded\"") && $0.contains("\"rows\":1") })
    }

    @Test(arguments: World.Envelope.allCases)
    func `a repeated event finds the object gone and does nothing`(envelope: World.Envelope) throws {
        let world = try World()
        world.clouds.put(inbox, sale)
        try world.arrive(inbox, in: envelope)
        let before = world.requests.count
        #expect(try world.arrive(inbox, in: envelope, receiveCount: 2).isEmpty)
        #expect(world.requests.count == before + 1)
        #expect(world.loads.count == 1 && world.alerts.isEmpty)
        #expect(world.lines.all.contains { $0.contains("\"outcome\":\"gone\"") })
    }

    @Test func `the same version always has the same request identifier, other content another`() throws {
        let world = try World()
        world.clouds.put(inbox, sale)
        world.clouds.fail("COPY history", times: 3, .answer(500, ""))
        try world.arrive(inbox)
        try world.arrive(inbox, receiveCount: 2)
        world.clouds.put(inbox, sale + sale)
        try world.arrive(inbox)
        let identifiers = world.clouds.with { $0.answeredRequests.keys.sorted() }
        #expect(identifiers.count == 2)
    }

    @Test func `a file whose load was answered into the void is not loaded twice`() throws {
        let world = try World()
        world.clouds.put(inbox, sale)
        world.clouds.fail("SQL COPY", .answerLost)
        #expect(try world.arrive(inbox).isEmpty)
        #expect(world.loads.count == 1 && world.keys == [history] && world.alerts.isEmpty)
    }

    @Test func `a crash after the load and before the move is completed by the next delivery`() throws {
        let world = try World()
        world.clouds.put(inbox, sale)
        world.clouds.fail("COPY history", times: 3, .lost(.reset))
        #expect(try world.arrive(inbox) == ["m1"])
        #expect(world.keys == [inbox] && world.loads.count == 1)
        // Another process, which asks with retry=true and gets the first result.
        #expect(try world.arrive(inbox, receiveCount: 2).isEmpty)
        #expect(world.keys == [history] && world.loads.count == 1 && world.alerts.isEmpty)
    }

    @Test func `what Snowflake skips is confirmed by its history and moved`() throws {
        let world = try World()
        world.clouds.put(inbox, sale)
        world.clouds.fail("COPY history", times: 3, .lost(.reset))
        try world.arrive(inbox)
        world.clouds.with { $0.answeredRequests = [:] }
        #expect(try world.arrive(inbox, receiveCount: 2).isEmpty)
        #expect(world.keys == [history] && world.loads.count == 1 && world.alerts.isEmpty)
        #expect(world.lines.all.contains { $0.contains("\"outcome\":\"loaded_before\"") })
    }

    @Test func `a skipped row for the file means the same as no file processed`() throws {
        let world = try World()
        world.clouds.put(inbox, sale)
        world.clouds.with {
            $0.copyAnswer = FakeClouds.result(
                ["file", "status", "rows_parsed", "rows_loaded"], [["x", "LOAD_SKIPPED", "0", "0"]])
            $0.loads = [.init(file: "sales_20250111.csv", table: "SALES", eTag: "e", rows: 1, size: sale.utf8.count)]
        }
        #expect(try world.arrive(inbox).isEmpty)
        #expect(world.keys == [history])
    }

    @Test func `what Snowflake skips without remembering it is tried again and alerted at last`() throws {
        let world = try World()
        world.clouds.put(inbox, sale)
        world.clouds.with { $0.copyAnswer = FakeClouds.result(["status"], [["Copy executed with 0 files processed."]]) }
        #expect(try world.arrive(inbox) == ["m1"])
        #expect(world.alerts.isEmpty && world.keys == [inbox])
        #expect(try world.arrive(inbox, receiveCount: 3) == ["m1"])
        #expect(world.alerts.map { $0.attributes["reason"] } == ["not_found_in_stage"])
    }

    @Test func `a load of other content under the same name is no confirmation`() throws {
        let world = try World()
        world.clouds.put(inbox, sale)
        world.clouds.with {
            $0.copyAnswer = FakeClouds.result(["status"], [["Copy executed with 0 files processed."]])
            $0.loads = [.init(file: "sales_20250111.csv", table: "SALES", eTag: "e", rows: 1, size: 99)]
        }
        #expect(try world.arrive(inbox) == ["m1"])
        #expect(world.keys == [inbox])
    }

    @Test func `a load that another attempt is still running is waited for`() throws {
        let world = try World()
        world.clouds.put(inbox, sale)
        world.clouds.with {
            $0.copyAnswer = FakeClouds.result(["status"], [["Copy executed with 0 files processed."]])
            $0.historyAnswer = FakeClouds.result(["STATUS", "ROW_COUNT"], [["Load in progress", nil]])
        }
        #expect(try world.arrive(inbox) == ["m1"])
        #expect(world.lines.all.contains { $0.contains("still running") })
    }

    @Test func `the same key with other content is loaded again and keeps both files`() throws {
        let world = try World()
        world.clouds.put(inbox, sale)
        try world.arrive(inbox)
        world.clouds.put(inbox, sale + sale)
        let tag = try #require(world.clouds.with { $0.objects[inbox]?.eTag.dropFirst().prefix(8) })
        try world.arrive(inbox)
        #expect(world.loads.map(\.rows) == [1, 2])
        #expect(world.keys == [history, "history/sales/year=2025/month=01/day=11/sales_20250111__\(tag).csv"].sorted())
    }

    @Test func `the same key with the same content is not loaded again and leaves one file`() throws {
        let world = try World()
        world.clouds.put(inbox, sale)
        try world.arrive(inbox)
        world.clouds.put(inbox, sale)
        #expect(try world.arrive(inbox).isEmpty)
        #expect(world.loads.count == 1 && world.keys == [history])
    }

    @Test func `an object that is replaced while it is read is left to its own event`() throws {
        let world = try World()
        world.clouds.put(inbox, sale)
        world.clouds.fail("GET inbox", .first { $0.put(inbox, Array((sale + sale).utf8)) })
        #expect(try world.arrive(inbox).isEmpty)
        #expect(world.loads.isEmpty && world.keys == [inbox] && world.alerts.isEmpty)
        #expect(try world.arrive(inbox).isEmpty)
        #expect(world.loads.map(\.rows) == [2] && world.keys == [history])
    }

    @Test func `an object that is replaced before the load is neither moved nor alerted about`() throws {
        let world = try World()
        world.clouds.put(inbox, sale)
        world.clouds.fail("SQL COPY", .first { $0.put(inbox, Array((sale + sale).utf8)) })
        #expect(try world.arrive(inbox).isEmpty)
        #expect(world.alerts.isEmpty && world.keys == [inbox])
        // The newer content is what COPY took; its own event confirms and moves it.
        #expect(try world.arrive(inbox).isEmpty)
        #expect(world.loads.map(\.rows) == [2] && world.keys == [history])
    }

    @Test func `an object that is replaced after the load is left to its own event`() throws {
        let world = try World()
        world.clouds.put(inbox, sale)
        world.clouds.fail("COPY history", .first { $0.put(inbox, Array((sale + sale).utf8)) })
        #expect(try world.arrive(inbox).isEmpty)
        #expect(world.keys == [inbox] && world.loads.map(\.rows) == [1])
        #expect(try world.arrive(inbox).isEmpty)
        #expect(world.keys == [history] && world.loads.map(\.rows) == [1, 2])
    }

    @Test func `an object that vanishes before the load is gone, not an error`() throws {
        let world = try World()
        world.clouds.put(inbox, sale)
        world.clouds.fail("SQL COPY", .first { $0.objects[inbox] = nil })
        #expect(try world.arrive(inbox).isEmpty)
        #expect(world.alerts.isEmpty)
    }

    @Test(arguments: [
        "inbox/a b/sales_20250111.csv", "inbox/sales+20250111.csv", "inbox/sales%25_20250111.csv",
        "inbox/sales%41_20250111.csv", "inbox/sales_20250111 'x'.csv", "inbox/sales_20250111;drop table x;--.csv",
        "inbox/sales_20250111\\'.csv", "inbox/sales_20250111\".csv", "inbox/sales_👩‍🌾é_20250111.csv",
        "inbox/sales_e\u{301}_20250111.csv", "inbox/a/../b//sales_20250111.csv", "inbox/inbox/sales_20250111.csv",
    ])
    func `a key with strange characters is loaded under exactly its name`(key: String) throws {
        let world = try World()
        world.clouds.put(key, sale)
        #expect(try world.arrive(key).isEmpty)
        let base = key.split(separator: "/").last.map(String.init) ?? ""
        #expect(world.loads.map { Array($0.file.utf8) } == [Array(key.utf8.dropFirst(6))])
        #expect(world.keys == ["history/sales/year=2025/month=01/day=11/\(base)"])
    }

    @Test func `a gzip file is unpacked by its first bytes, whatever its name says`() throws {
        let world = try World()
        let gzip = try gzipped(Array((header + sale).utf8))
        world.clouds.put(inbox, gzip)
        world.clouds.with { $0.rowsLoaded = 2 }
        #expect(try world.arrive(inbox).isEmpty)
        #expect(world.keys == [history])
        let several = try World()
        several.clouds.put(inbox + ".gz", gzip + (try gzipped(Array(sale.utf8))))
        several.clouds.with { $0.rowsLoaded = 3 }
        #expect(try several.arrive(inbox + ".gz").isEmpty)
        #expect(several.keys == [history + ".gz"])
    }

    @Test func `two files that share a date and a base name are both kept`() throws {
        let world = try World()
        world.clouds.put("inbox/a/sales_20250111.csv", sale)
        world.clouds.put("inbox/b/sales_20250111.csv", sale + sale)
        #expect(try world.arrive("inbox/a/sales_20250111.csv", "inbox/b/sales_20250111.csv").isEmpty)
        #expect(world.keys.count == 2 && world.keys.allSatisfy { $0.hasPrefix("history/sales/") })
        #expect(world.loads.map(\.file) == ["a/sales_20250111.csv", "b/sales_20250111.csv"])
    }

    @Test func `value breaches below the limit are loaded and counted`() throws {
        let world = try World()
        let bad = "S1,T1,R1,never,12.50,POS,clerk\n"
        world.clouds.put(inbox, String(repeating: sale, count: 19) + bad)
        #expect(try world.arrive(inbox).isEmpty)
        #expect(world.loads.map(\.rows) == [20] && world.alerts.isEmpty)
        #expect(world.lines.all.contains { $0.contains("\"breaches\":1") })
    }

    @Test func `events that come in the wrong order work on the object as it is now`() throws {
        let world = try World()
        // The first upload's event comes last, when the second upload is in the history already.
        world.clouds.put(inbox, sale)
        world.clouds.put(inbox, sale + sale)
        #expect(try world.arrive(inbox).isEmpty)
        #expect(try world.arrive(inbox).isEmpty)
        #expect(world.loads.map(\.rows) == [2] && world.keys == [history] && world.alerts.isEmpty)
    }

    @Test func `every request about the object names its version or its eTag`() throws {
        let world = try World()
        world.clouds.put(inbox, sale)
        let version = world.clouds.with { $0.objects[inbox]?.versionID } ?? ""
        #expect(try world.arrive(inbox).isEmpty)
        let sent = world.clouds.with { $0.sent }
        let get = try #require(sent.first { $0.method == "GET" })
        #expect(get.url.hasSuffix("?versionId=\(version)") && get.header("If-Match") != nil)
        let copy = try #require(sent.first { $0.header("x-amz-copy-source") != nil })
        #expect(copy.header("x-amz-copy-source")?.hasSuffix("?versionId=\(version)") == true)
        #expect(copy.header("x-amz-copy-source-if-match") != nil && copy.header("If-None-Match") == "*")
        // Without a version, so that a bucket that keeps versions keeps this one below a delete marker.
        let delete = try #require(sent.first { $0.method == "DELETE" })
        #expect(!delete.url.contains("versionId") && delete.header("If-Match") == get.header("If-Match"))
    }
}
