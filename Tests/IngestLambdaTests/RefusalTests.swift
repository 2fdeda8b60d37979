import CloudAPI
import Testing

@testable import IngestLambda

/// Final errors: the file stays, one alert tells, the message is done with.
@Suite struct RefusalTests {
    private static let badNames: [(key: String, rule: String)] = [
        ("inbox/returns_20250111.csv", "unknown_type"),
        ("inbox/sales.csv", "no_batch_date"),
        ("inbox/sales_20250230.csv", "invalid_batch_date"),
        ("inbox/sales_20250111_20250112.csv", "several_batch_dates"),
        ("inbox/sales_20250111.txt", "wrong_extension"),
        ("inbox/sales_20250111\n.csv", "control_character"),
        ("inbox/sales_20250111\u{0}.csv", "control_character"),
    ]

    @Test(arguments: badNames, World.Envelope.allCases)
    func `a bad name is refused with one alert and never reaches SQL`(
        name: (key: String, rule: String), envelope: World.Envelope
    ) throws {
        let world = try World()
        world.clouds.put(name.key, sale)
        #expect(try world.arrive(name.key, in: envelope).isEmpty)
        #expect(world.keys == [name.key])
        #expect(world.alerts.count == 1)
        #expect(world.alerts.first?.attributes["reason"] == "bad_name")
        #expect(world.alerts.first?.json["rule"]?.string == name.rule)
        #expect(world.requests("SQL") == 0)
    }

    @Test func `a bad name is told as such even when the object may not be looked at`() throws {
        let world = try World()
        world.clouds.put("inbox/sales_20250111\n.csv", sale)
        world.clouds.fail("HEAD", times: 9, .answer(403, ""))
        #expect(try world.arrive("inbox/sales_20250111\n.csv").isEmpty)
        #expect(world.alerts.first?.attributes["reason"] == "bad_name")
    }

    private static let breaches: [(text: String, rule: String)] = [
        ("", "empty_file"),
        (header, "no_rows"),
        ("S1,T1\n", "column_count"),
        (sale + "S1,\"T1\n", "unterminated_quote"),
        ("S1,T1,R1,never,12.50,POS,clerk\n", "timestamp"),
        (",T1,R1,20211001T174600.000,12.50,POS,clerk\n", "required"),
    ]

    @Test(arguments: breaches, World.Envelope.allCases)
    func `a breach of the contract is refused before anything is loaded`(
        file: (text: String, rule: String), envelope: World.Envelope
    ) throws {
        let world = try World()
        world.clouds.put(inbox, file.text)
        #expect(try world.arrive(inbox, in: envelope).isEmpty)
        #expect(world.keys == [inbox] && world.loads.isEmpty)
        let alert = try #require(world.alerts.first)
        #expect(world.alerts.count == 1 && alert.attributes["reason"] == "contract_breach")
        #expect(alert.attributes["dataset"] == "sales" && alert.json["batchDate"]?.string == "2025-01-11")
        #expect(alert.json["validation"]?["byRule"]?[file.rule]?.int == 1)
    }

    @Test func `a gzip file that is cut short is refused`() throws {
        let world = try World()
        world.clouds.put(inbox + ".gz", try gzipped(Array(sale.utf8)).dropLast(3))
        #expect(try world.arrive(inbox + ".gz").isEmpty)
        #expect(world.alerts.map { $0.attributes["reason"] } == ["corrupt_gzip"])
    }

    @Test(arguments: ["HEAD inbox", "GET inbox", "COPY history", "DELETE inbox"])
    func `a permission that is missing is named`(step: String) throws {
        let world = try World()
        world.clouds.put(inbox, sale)
        let body = "<Error><Code>AccessDenied</Code><Message>Access Denied</Message></Error>"
        world.clouds.fail(step, times: 99, .answer(403, body))
        #expect(try world.arrive(inbox).isEmpty)
        let alert = try #require(world.alerts.first)
        #expect(alert.attributes["reason"] == "access_denied")
        #expect(alert.json["message"]?.string?.contains("is not allowed s3:") == true)
        #expect(world.keys.contains(inbox))
    }

    @Test func `a key of KMS that is denied is named as such`() throws {
        let world = try World()
        world.clouds.put(inbox, sale)
        let body =
            "<Error><Code>AccessDenied</Code><Message>not authorized to perform: kms:Decrypt on resource</Message></Error>"
        world.clouds.fail("GET inbox", .answer(403, body))
        try world.arrive(inbox)
        #expect(world.alerts.map { $0.attributes["reason"] } == ["kms_denied"])
    }

    @Test func `a statement that Snowflake refuses is final and tells code and state`() throws {
        let world = try World()
        world.clouds.put(inbox, sale)
        world.clouds.fail(
            "SQL COPY", .answer(422, #"{"code":"002003","message":"Table does not exist","sqlState":"42S02"}"#))
        #expect(try world.arrive(inbox).isEmpty)
        let alert = try #require(world.alerts.first)
        #expect(alert.attributes["reason"] == "snowflake_refused")
        #expect(alert.json["code"]?.string == "002003" && alert.json["sqlState"]?.string == "42S02")
        #expect(world.keys == [inbox])
    }

    @Test(arguments: ["LOAD_FAILED", "PARTIALLY_LOADED"])
    func `a load that is not whole is no success`(status: String) throws {
        let world = try World()
        world.clouds.put(inbox, sale)
        world.clouds.with {
            $0.copyAnswer = FakeClouds.result(
                ["file", "status", "rows_loaded", "first_error", "first_error_line"],
                [["x", status, "0", "Bad field", "7"]])
        }
        #expect(try world.arrive(inbox).isEmpty)
        #expect(world.alerts.map { $0.attributes["reason"] } == ["load_failed"])
        #expect(world.alerts.first?.json["message"]?.string?.contains("line 7: Bad field") == true)
        #expect(world.keys == [inbox])
    }

    @Test func `rows loaded that are not the rows counted are reported with what is in RAW`() throws {
        let world = try World()
        world.clouds.put(inbox, sale + sale)
        world.clouds.with { $0.rowsLoaded = 1 }
        #expect(try world.arrive(inbox).isEmpty)
        let alert = try #require(world.alerts.first)
        #expect(alert.attributes["reason"] == "row_count_mismatch")
        #expect(alert.json["rowsCounted"]?.int == 2 && alert.json["rowsLoaded"]?.int == 1)
        #expect(alert.body.contains("RETAIL_LOCAL.RAW.SALES took 1 rows of the file, but 2 were counted"))
        #expect(world.keys == [inbox])
    }

    @Test func `the event of another bucket is refused without touching the object`() throws {
        let world = try World()
        let event = World.notification([inbox], bucket: "other")
        #expect(try world.handle(World.queued([event])).isEmpty)
        #expect(world.alerts.map { $0.attributes["reason"] } == ["wrong_bucket"])
        #expect(world.requests.allSatisfy { $0 == "SNS" || $0.hasPrefix("PUT history/_alerts/") })
    }

    @Test func `a refused sign-in reads the secret once more and gives up`() throws {
        let world = try World()
        world.clouds.put(inbox, sale)
        world.clouds.fail("SQL COPY", times: 99, .answer(401, #"{"code":"390144","message":"JWT token is invalid."}"#))
        #expect(try world.arrive(inbox).isEmpty)
        #expect(world.alerts.map { $0.attributes["reason"] } == ["snowflake_sign_in"])
        #expect(world.requests("SECRET") == 2)
    }

    @Test func `a rotated key is picked up`() throws {
        let world = try World()
        world.clouds.put(inbox, sale)
        try world.arrive(inbox)
        world.clouds.put(inbox, sale + sale)
        let rotated = World.secret(try World.otherKey.get())
        world.clouds.with { $0.secret = rotated }
        world.clouds.fail("SQL COPY", times: 2, .answer(401, #"{"code":"390144","message":"JWT token is invalid."}"#))
        #expect(try world.arrive(inbox).isEmpty)
        #expect(world.loads.count == 2 && world.alerts.isEmpty && world.requests("SECRET") == 2)
    }
}
