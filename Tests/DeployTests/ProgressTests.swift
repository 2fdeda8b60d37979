import Foundation
import Testing

@testable import CloudAPI
@testable import Deploy

@Suite struct ProgressTests {
    private let block = LiveBlock(
        title: "retail-pipeline-prod", elapsed: 102_000,
        rows: [
            .init(
                cloud: "aws", title: "Ingest", detail: "update  AWS::Lambda::Function", elapsed: 31_000, usual: 12_000),
            .init(
                cloud: "aws", title: "ArrivalsDeadLettersAlarm", detail: "create  AWS::CloudWatch::Alarm",
                elapsed: 4000, usual: nil),
            .init(cloud: "snowflake", title: "+ TABLE RAW.SALES", detail: "3 of 40", elapsed: 900, usual: nil),
        ])

    @Test func `a block says what is under way, for how long, and how long it took before`() {
        #expect(
            block.lines(columns: 100) == [
                "1:42  retail-pipeline-prod",
                "  aws        Ingest                    0:31   usually 0:12  update  AWS::Lambda::Function",
                "  aws        ArrivalsDeadLettersAlarm  0:04   create  AWS::CloudWatch::Alarm",
                "  snowflake  + TABLE RAW.SALES         0:00   3 of 40",
            ])
    }

    @Test(arguments: [20, 40, 80, 200])
    func `no line is wider than the terminal, and no block taller than it may be`(columns: Int) {
        let lines = block.lines(columns: columns, limit: 2)
        #expect(lines.allSatisfy { $0.count < columns })
        #expect(lines.count == 4 && lines.last == "  and 1 more")
    }

    @Test func `nothing under way is no block`() {
        #expect(LiveBlock(title: "", elapsed: 1, rows: []).lines(columns: 80).isEmpty)
    }

    @Test func `how long things take is read from the stack's own events`() throws {
        let event = { (id: String, status: String, second: Int) in
            try Self.event(id, status, "2026-11-23T10:00:\(second < 10 ? "0" : "")\(second)Z")
        }
        let newestFirst = try [
            event("Ingest", "UPDATE_COMPLETE", 50), event("Ingest", "UPDATE_IN_PROGRESS", 30),
            event("Ingest", "UPDATE_FAILED", 29), event("Ingest", "UPDATE_IN_PROGRESS", 20),
            event("Ingest", "CREATE_COMPLETE", 9), event("Ingest", "CREATE_IN_PROGRESS", 5),
            event("Ingest", "CREATE_IN_PROGRESS", 2),
        ]
        let usual = UsualTimes(newestFirst)
        #expect(usual.milliseconds("UPDATE_IN_PROGRESS", "Ingest") == 20_000)
        #expect(usual.milliseconds("CREATE_IN_PROGRESS", "Ingest") == 7000)
        #expect(usual.milliseconds("DELETE_IN_PROGRESS", "Ingest") == nil)
        #expect(usual.milliseconds("UPDATE_ROLLBACK_IN_PROGRESS", "Ingest") == nil)
    }

    private static func event(_ id: String, _ status: String, _ time: String) throws
        -> CloudFormationClient.StackEvent
    {
        let text =
            "<member><EventId>\(id)\(time)</EventId><LogicalResourceId>\(id)</LogicalResourceId><ResourceStatus>\(status)"
            + "</ResourceStatus><Timestamp>\(time)</Timestamp></member>"
        return try .init(XMLElement.parse(Array(text.utf8)))
    }

    /// `docs/events.schema.json`, as far as names and kinds of values go.
    @Test func `every event is as the documented schema says`() throws {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let schema = try JSON.parse(Array(Data(contentsOf: root.appending(path: "docs/events.schema.json"))))
        let samples: [DeployEvent] = [
            .start(command: "up", environment: "dev", account: "1", region: "r", snowflake: "A-B"), .step("building"),
            .resource(stack: "s", id: "i", type: "t", status: "x", reason: "r", took: 1, usual: 2),
            .statement(id: "TABLE T", action: "+", index: 1, count: 2, state: "begun"),
            .diagnostic(Failure("no", advice: "yes")), .outputs(["a": ["b": "c"]]), .end(.busy),
        ]
        #expect(Set(samples.map(\.kind)) == Set(DeployEvent.Kind.allCases))
        for sample in samples {
            let event = sample.json(at: Timestamp(seconds: 0), elapsed: 5)
            let kind = sample.kind.rawValue
            let variants = try #require(schema["oneOf"]?.elements)
            let own = try #require(variants.first { $0["properties"]?["type"]?["const"]?.string == kind }, "\(kind)")
            let properties = try #require(own["properties"])
            for member in try #require(event.members) {
                let type = try #require(
                    properties[member.name]?["type"]?.string ?? properties[member.name].map { _ in "const" },
                    "\(kind).\(member.name)")
                #expect(Self.matches(member.value, type), "\(kind).\(member.name)")
            }
            for name in (own["required"]?.elements ?? []).compactMap(\.string) {
                #expect(event[name] != nil, "\(kind) lacks \(name)")
            }
        }
    }

    private static func matches(_ value: JSON, _ type: String) -> Bool {
        switch (value, type) {
        case (.string, "string"), (.object, "object"), (_, "const"): true
        case (.number, "integer"): value.int != nil
        default: false
        }
    }
}
