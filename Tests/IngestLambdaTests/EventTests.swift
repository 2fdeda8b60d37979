import CloudAPI
import TestSupport
import Testing

@testable import IngestLambda

@Suite struct EventTests {
    @Test(arguments: World.Envelope.allCases)
    func `S3's test event and bodies without records are done with`(envelope: World.Envelope) throws {
        for body in [["Service": "Amazon S3", "Event": "s3:TestEvent"], [:], ["Records": []]] as [JSON] {
            let world = try World()
            #expect(try world.handle(envelope == .queue ? World.queued([body]) : body).isEmpty)
            #expect(world.requests.isEmpty)
        }
    }

    @Test(arguments: ["ObjectRemoved:Delete", "ObjectRestore:Completed", "s3:ReducedRedundancyLostObject"])
    func `events that create no object are ignored`(name: String) throws {
        let world = try World()
        #expect(try world.handle(World.queued([World.notification([inbox], name: name)])).isEmpty)
        #expect(world.requests.isEmpty)
    }

    @Test(arguments: [
        "history/sales_20250111.csv", "sales_20250111.csv", "inbox/folder/", "inbox/", "INBOX/sales_20250111.csv",
    ])
    func `keys outside the inbox and folders are ignored`(key: String) throws {
        let world = try World()
        #expect(try world.arrive(key).isEmpty)
        #expect(world.requests.isEmpty && world.alerts.isEmpty)
    }

    @Test(arguments: [
        "not json", "[]", "null", #"{"Records":[{"eventVersion":"3.0","eventName":"ObjectCreated:Put"}]}"#,
        #"{"Records":[{"eventVersion":"2.1","eventName":"ObjectCreated:Put"}]}"#,
        #"{"Records":[{"eventVersion":"2.1","eventName":"ObjectCreated:Put","s3":{"bucket":{"name":"lake"},"object":{"key":"inbox/%zz"}}}]}"#,
        #"{"Records":[{"eventVersion":"2.1","eventName":"ObjectCreated:Put","s3":{"bucket":{"name":"lake"},"object":{"key":"inbox/%FF"}}}]}"#,
        #"{"detail-type":"Object Created"}"#,
    ])
    func `a malformed body fails its message only, and a malformed direct event the invocation`(body: String) throws {
        let world = try World()
        world.clouds.put(inbox, sale)
        let good = World.notification([inbox]).text
        let event: JSON = [
            "Records": [
                ["messageId": "bad", "eventSource": "aws:sqs", "body": .string(body)],
                ["messageId": "good", "eventSource": "aws:sqs", "body": .string(good)],
            ]
        ]
        #expect(try world.handle(event) == ["bad"])
        #expect(world.keys == [history])
        let deadline = Deadline(milliseconds: nil, clock: world.time.clock)
        let failure = #expect(throws: InvocationFailure.self) {
            try world.handler.handle(Array(body.utf8), requestID: "r", traceID: nil, deadline: deadline)
        }
        #expect(failure?.type == "Ingest.MalformedEvent")
    }

    @Test func `a message without identifier fails the whole event, for it could not be named`() throws {
        let world = try World()
        #expect(throws: InvocationFailure.self) {
            try world.handle(["Records": [["eventSource": "aws:sqs", "body": "{}"]]])
        }
    }

    @Test func `an event that came through a topic is unwrapped`() throws {
        let world = try World()
        world.clouds.put(inbox, sale)
        let wrapped: JSON = ["Type": "Notification", "Message": .string(World.notification([inbox]).text)]
        #expect(try world.handle(World.queued([wrapped])).isEmpty)
        #expect(world.keys == [history])
    }

    @Test func `the answer always lists the failures`() throws {
        let world = try World()
        let deadline = Deadline(milliseconds: nil, clock: world.time.clock)
        let answer = try world.handler.handle(
            World.queued([[:]]).bytes, requestID: "r", traceID: nil, deadline: deadline)
        #expect(String(decoding: answer, as: UTF8.self) == #"{"batchItemFailures":[]}"#)
    }

    @Test func `a key is decoded once`() throws {
        let body = World.notification(["inbox/a+b %2B%25 ü.csv"])
        guard case .arrivals(let arrivals) = Arrival.body(body) else { return #expect(Bool(false)) }
        #expect(arrivals.map(\.key) == ["inbox/a+b %2B%25 ü.csv"])
    }
}
