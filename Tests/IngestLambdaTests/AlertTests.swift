import CloudAPI
import Testing

@testable import IngestLambda

@Suite struct AlertTests {
    @Test func `a person reads what, where, why and what to do, and a program reads JSON`() throws {
        let world = try World()
        world.clouds.put(inbox, header + "S1,T1,R1,never,1,2,3\n" + "S1,T2\n")
        try world.arrive(inbox)
        let alert = try #require(world.alerts.first)
        for part in [
            "What:       inbox/sales_20250111.csv", "Where:      bucket lake", "batch date 2025-01-11", "Why:",
            "What to do: Have the partner correct the file", "line 3: the row has 2 fields, the contract wants 6 or 7",
            "line 2, column 4 (transaction_time): not a timestamp",
        ] { #expect(alert.body.contains(part), "\(part)") }
        let breach = alert.json["validation"]?["breaches"]?[1]
        #expect(breach?["line"]?.int == 2 && breach?["columnName"]?.string == "transaction_time")
        #expect(breach?["value"]?.string == "never")
        #expect(alert.attributes["key"] == inbox && alert.attributes["bucket"] == "lake")
        #expect(alert.json["eTag"]?.string?.count == 32 && alert.json["version"]?.int == 1)
    }

    @Test func `ten breaches are told of a thousand, and all are counted`() throws {
        let world = try World()
        world.clouds.put(inbox, String(repeating: "S1\n", count: 1_000))
        try world.arrive(inbox)
        let alert = try #require(world.alerts.first)
        #expect(alert.json["validation"]?["breaches"]?.elements?.count == 10)
        #expect(alert.json["validation"]?["totalBreaches"]?.int == 1_000)
        #expect(alert.body.contains("the first 10 of 1000"))
    }

    @Test func `the subject fits e-mail whatever the key is`() throws {
        let world = try World()
        let key = "inbox/" + String(repeating: "ü\n💶", count: 200)
        world.clouds.put(key, sale)
        try world.arrive(key)
        let alert = try #require(world.alerts.first)
        #expect(alert.subject.utf8.count <= 100 && alert.subject.utf8.allSatisfy { (0x20..<0x7F).contains($0) })
        #expect(alert.json["key"]?.string == key)
        #expect(!alert.body.split(separator: "--- for machines")[0].contains("ü\n💶"))
    }

    @Test func `logs hold neither values of rows nor secrets`() throws {
        let world = try World()
        world.clouds.put(inbox, "S1,PRIVATE-VALUE,R1,never,1,2,3\n")
        world.clouds.fail("SNS", times: 3, .answer(500, ""))
        try world.arrive(inbox)
        let log = world.lines.all.joined()
        #expect(log.contains("alert not published") && log.contains("\"timestamp\":1"))
        #expect(!log.contains("PRIVATE-VALUE") && !log.contains("never"))
        #expect(!log.contains("PRIVATE KEY") && !log.contains("not-a-secret") && !log.contains("Bearer"))
        for line in world.lines.all { #expect(throws: Never.self) { try JSON.parse(line) } }
    }

    @Test func `metrics are in the embedded metric format, one line a file`() throws {
        let world = try World()
        world.clouds.put(inbox, header + sale)
        try world.arrive(inbox)
        let lines = try world.lines.all.filter { $0.contains("\"_aws\"") }.map { try JSON.parse($0) }
        let line = try #require(lines.first)
        #expect(lines.count == 1)
        let directive = line["_aws"]?["CloudWatchMetrics"]?[0]
        #expect(directive?["Namespace"]?.string == "Snowline/Ingest")
        for definition in try #require(directive?["Metrics"]?.elements) {
            let name = try #require(definition["Name"]?.string)
            #expect(line[name]?.double != nil, "\(name)")
        }
        #expect(line["FilesLoaded"]?.int == 1 && line["RowsLoaded"]?.int == 1 && line["dataset"]?.string == "sales")
        #expect(line["_aws"]?["Timestamp"]?.int == 1_736_582_400_000)
    }

    @Test func `what a replay helps against names the command, and what it does not does not`() throws {
        let world = try World()
        let key = "inbox/it'\u{301}s/sales_20250111.csv"
        world.clouds.put(key, sale)
        world.clouds.fail("GET inbox", .answer(403, ""))
        try world.arrive(key)
        #expect(
            world.alerts[0].body.contains(#"deploy replay --env … --key 'inbox/it'\''\#u{301}s/sales_20250111.csv'"#))
        world.clouds.put(inbox, "S1\n")
        try world.arrive(inbox)
        #expect(!world.alerts[1].body.contains("deploy replay"))
    }
}
