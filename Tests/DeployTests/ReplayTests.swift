import CloudAPI
import TestSupport
import Testing

@testable import Deploy

@Suite struct ReplayTests {
    private static let queue = "https://sqs.eu-west-1.amazonaws.com/111111111111/arrivals"

    private func replay(_ world: World) -> Replay {
        Replay(
            s3: S3Client(world.session.aws), sqs: SQSClient(world.session.aws), bucket: "lake", queueURL: Self.queue,
            region: "eu-west-1", event: ReplayEvent(id: "r1"))
    }

    private func listing(_ keys: String...) -> ScriptedTransport.Answer {
        let contents = keys.map {
            "<Contents><Key>\($0)</Key><Size>5</Size><ETag>&quot;e&quot;</ETag></Contents>"
        }
        return .status(200, [:], "<ListBucketResult>\(contents.joined())</ListBucketResult>")
    }

    private func messages(_ messages: (id: String, body: String, sent: Int)...) -> ScriptedTransport.Answer {
        let list = messages.map { message -> JSON in
            [
                "MessageId": .string(message.id), "Body": .string(message.body),
                "ReceiptHandle": .string("receipt-\(message.id)"),
                "Attributes": ["SentTimestamp": .string(String(message.sent))],
            ]
        }
        let answer: JSON = ["Messages": .array(list)]
        return .status(200, [:], answer.text)
    }

    /// The bodies of the messages that were sent.
    private func sent(_ world: World) throws -> [JSON] {
        try world.aws.requests.filter { $0.header("X-Amz-Target") == "AmazonSQS.SendMessage" }.map {
            try JSON.parse(try #require(try JSON.parse($0.body)["MessageBody"]?.string))
        }
    }

    @Test func `what lies in the inbox is sent as S3 would tell of it`() throws {
        let world = try World(aws: [
            .init("GET", "*list-type=2", listing("inbox/", "inbox/a b+c_20250111.csv")),
            .init("POST", "/", .status(200, [:], #"{"MessageId":"m"}"#)),
        ])
        let replay = replay(world)
        let items = try replay.send(try replay.files(), dryRun: false)
        #expect(items == [Replay.Item(key: "inbox/a b+c_20250111.csv", size: 5, isSent: true)])
        let body = try #require(try sent(world).first)
        #expect(body["replay"]?.string == "r1")
        let object = body["Records"]?[0]?["s3"]?["object"]
        #expect(object?["key"]?.string == "inbox/a%20b%2Bc_20250111.csv" && object?["eTag"]?.string == "e")
        #expect(ReplayEvent.keys(in: body.text) == ["inbox/a b+c_20250111.csv"])
        #expect(world.aws.remaining.isEmpty)
    }

    @Test func `a dry run sends nothing`() throws {
        let world = try World(aws: [.init("GET", "*list-type=2", listing("inbox/a.csv", "inbox/b.csv"))])
        let replay = replay(world)
        #expect(try replay.send(try replay.files(), dryRun: true).map(\.isSent) == [false, false])
        #expect(world.aws.remaining.isEmpty)
    }

    @Test func `a key is found with and without the prefix of the inbox, and no other that begins like it`() throws {
        let world = try World(aws: [
            .init("GET", "*prefix=inbox%2Fa.csv", listing("inbox/a.csv")),
            .init("GET", "*prefix=inbox%2Fa.csv", listing("inbox/a.csv")),
            .init("GET", "*prefix=inbox%2Fa", listing("inbox/a.csv")), .init("GET", "*prefix=a", listing("a.csv")),
        ])
        let replay = replay(world)
        #expect(try replay.file("inbox/a.csv").key == "inbox/a.csv")
        #expect(try replay.file("a.csv").key == "inbox/a.csv")
        let failure = #expect(throws: Failure.self) { try replay.file("a") }
        #expect(failure?.message.contains("no object a in") == true)
    }

    @Test func `a dead letter is deleted only after it was sent, and those that come back are left`() throws {
        let dead = #"{"Records":[{"s3":{"object":{"key":"inbox/a+b.csv"}}}],"replay":"old"}"#
        let done = ScriptedTransport.Answer.status(200, [:], "{}")
        let world = try World(aws: [
            .init("POST", "/", messages(("m1", dead, 5), ("m2", "no json", 6), ("m3", dead, 100))),
            .init("POST", "/", done), .init("POST", "/", done), .init("POST", "/", done), .init("POST", "/", done),
            .init("POST", "/", messages()), .init("POST", "/", done),
        ])
        let items = try replay(world).redrive("dead", started: 100, dryRun: false)
        #expect(items.map(\.key) == ["inbox/a b.csv", "(message m2)"])
        #expect(
            world.actions == [
                "ReceiveMessage", "SendMessage", "DeleteMessage", "SendMessage", "DeleteMessage", "ReceiveMessage",
                "ChangeMessageVisibility",
            ])
        let first = try #require(world.aws.requests.first { $0.header("X-Amz-Target") == "AmazonSQS.SendMessage" })
        let body = try #require(try JSON.parse(first.body)["MessageBody"]?.string)
        #expect(try JSON.parse(body)["replay"]?.string == "r1")
    }

    @Test func `a dead letter that can not be sent stays where it is`() throws {
        let world = try World(aws: [
            .init("POST", "/", messages(("m1", "{}", 5))),
            .init("POST", "/", .status(403, [:], #"{"__type":"AccessDenied"}"#)),
        ])
        #expect(throws: CloudError.self) { try replay(world).redrive("dead", started: 100, dryRun: false) }
        #expect(!world.actions.contains("DeleteMessage"))
    }

    @Test func `dead letters that are only looked at are handed back`() throws {
        let done = ScriptedTransport.Answer.status(200, [:], "{}")
        let world = try World(aws: [
            .init("POST", "/", messages(("m1", "{}", 5), ("m2", "{}", 6))), .init("POST", "/", messages()),
            .init("POST", "/", done), .init("POST", "/", done),
        ])
        #expect(try replay(world).redrive("dead", started: 100, dryRun: true).count == 2)
        #expect(world.actions.suffix(2) == ["ChangeMessageVisibility", "ChangeMessageVisibility"])
    }
}
