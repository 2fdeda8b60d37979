import CloudAPI
import Synchronization
import TestSupport
import Testing

@testable import IngestLambda

/// The function and its surroundings, ready to be given an event.
final class World {
    /// Which envelope an event comes in.
    enum Envelope: String, CaseIterable, Sendable {
        case queue
        case direct
    }

    let clouds = FakeClouds()
    let faults: FaultLine
    let time = ManualClock()
    let lines = Lines()
    var configuration: Configuration
    private(set) var handler: EventHandler
    private var invocations = 0

    /// One line of the log each.
    final class Lines: Sendable {
        private let lines = Mutex<[String]>([])
        func add(_ line: [UInt8]) { lines.withLock { $0.append(String(decoding: line, as: UTF8.self)) } }
        var all: [String] { lines.withLock { $0 } }
    }

    /// Made once: a key takes a while.
    static let key = Result { try PrivateKey.generateRSA() }
    static let otherKey = Result { try PrivateKey.generateRSA() }

    static let variables = [
        "BUCKET": "lake", "DATASETS": "sales,stores", "INBOX_PREFIX": "inbox/", "HISTORY_PREFIX": "history/",
        "ALERT_TOPIC_ARN": "arn:aws:sns:eu-west-1:000000000000:alerts",
        "SNOWFLAKE_SECRET": "arn:aws:secretsmanager:eu-west-1:000000000000:secret:key",
        "SNOWFLAKE_ACCOUNT": "SNOWLINE-LOCAL", "SNOWFLAKE_USER": "RETAIL_LOCAL_INGEST_SVC",
        "SNOWFLAKE_ROLE": "RETAIL_LOCAL_INGEST", "SNOWFLAKE_WAREHOUSE": "RETAIL_LOCAL_WH",
        "SNOWFLAKE_DATABASE": "RETAIL_LOCAL", "SNOWFLAKE_SCHEMA": "RAW", "SNOWFLAKE_STAGE": "INBOX",
        "SNOWFLAKE_FILE_FORMAT": "PARTNER_CSV", "SNOWFLAKE_ENDPOINT_URL": "http://127.0.0.1:4580",
        "AWS_LAMBDA_RUNTIME_API": "127.0.0.1:9001", "AWS_REGION": "eu-west-1", "AWS_ACCESS_KEY_ID": "AKIA",
        "AWS_SECRET_ACCESS_KEY": "not-a-secret", "AWS_ENDPOINT_URL": "http://127.0.0.1:4566", "MAX_RECEIVES": "3",
        "QUEUE_URL": "http://127.0.0.1:4566/000000000000/arrivals",
    ]

    /// - Parameter adjust: changes what the environment says.
    init(adjust: (inout Configuration) -> Void = { _ in }) throws {
        configuration = try Configuration(ProcessVariables(Self.variables))
        adjust(&configuration)
        clouds.with { [secret = Self.secret(try Self.key.get())] in $0.secret = secret }
        faults = FaultLine(to: clouds)
        handler = try Self.process(configuration, faults, time, lines)
    }

    /// A process has nothing from the one before it.
    private static func process(
        _ configuration: Configuration, _ transport: FaultLine, _ time: ManualClock, _ lines: Lines
    ) throws -> EventHandler {
        let policy = RetryPolicy(attempts: 3, random: { 0.5 })
        let aws = try AWSConfiguration(
            variables: ProcessVariables(variables), transport: transport, clock: time.clock, retry: policy)
        return EventHandler(
            configuration: configuration, aws: aws,
            snowflake: SnowflakeAccess(configuration, aws: aws, retry: policy), clock: time.clock,
            log: Log(clock: time.clock, write: { lines.add($0) }))
    }

    /// The process has ended; another one takes its place.
    func restart() throws {
        faults.clear()
        handler = try Self.process(configuration, faults, time, lines)
    }

    static func secret(_ key: PrivateKey) -> String {
        let json: JSON = ["privateKey": .string(key.pkcs8PEM())]
        return json.text
    }

    /// The event that S3 sends for a key, encoded as S3 encodes it.
    static func notification(_ keys: [String], name: String = "ObjectCreated:Put", bucket: String = "lake") -> JSON {
        let records = keys.map { key -> JSON in
            let encoded = PercentEncoding.encode(key, keepingSlashes: true).replacing("%20", with: "+")
            return [
                "eventVersion": "2.1", "eventSource": "aws:s3", "eventName": .string(name),
                "s3": [
                    "bucket": ["name": .string(bucket)],
                    "object": ["key": .string(encoded), "eTag": "e", "size": 1, "versionId": "v"],
                ],
            ]
        }
        return ["Records": .array(records)]
    }

    static func queued(_ bodies: [JSON], receiveCount: Int = 1) -> JSON {
        let records = bodies.enumerated().map { index, body -> JSON in
            [
                "messageId": .string("m\(index + 1)"), "receiptHandle": .string("receipt-m\(index + 1)"),
                "eventSource": "aws:sqs", "body": .string(body.text),
                "attributes": ["ApproximateReceiveCount": .string(String(receiveCount))],
            ]
        }
        return ["Records": .array(records)]
    }

    /// What the function answers: the identifiers of the messages that come again. A direct event that fails counts as `direct`.
    @discardableResult
    func handle(_ event: JSON, seconds: Int = 60) throws -> [String] {
        let now = time.clock.now()
        let deadline = Deadline(milliseconds: (now.seconds + seconds) * 1000, clock: time.clock)
        do {
            invocations += 1
            let answer = try handler.handle(
                event.bytes, requestID: "r\(invocations)", traceID: "t1", deadline: deadline)
            let failures = try #require(JSON.parse(answer)["batchItemFailures"]?.elements)
            return failures.compactMap { $0["itemIdentifier"]?.string }
        } catch let failure as InvocationFailure where failure.type == "Ingest.Retry" {
            return ["direct"]
        }
    }

    /// One arrival of each key, in the envelope.
    @discardableResult
    func arrive(_ keys: String..., in envelope: Envelope = .queue, receiveCount: Int = 1, seconds: Int = 60) throws
        -> [String]
    {
        let event = Self.notification(keys)
        return try handle(
            envelope == .queue ? Self.queued([event], receiveCount: receiveCount) : event, seconds: seconds)
    }

    /// Of files; the records of alerts are no files.
    var keys: [String] { clouds.with { $0.objects.keys.filter { !$0.hasPrefix("history/_alerts/") }.sorted() } }
    var records: [String] { clouds.with { $0.objects.keys.filter { $0.hasPrefix("history/_alerts/") }.sorted() } }
    var alerts: [FakeClouds.Alert] { clouds.with { $0.alerts } }
    var loads: [FakeClouds.Load] { clouds.with { $0.loads } }
    var hidden: [String: Int] { clouds.with { $0.hidden } }
    var requests: [String] { clouds.with { $0.requests } }
    func requests(_ prefix: String) -> Int { requests.count { $0.hasPrefix(prefix) } }
}

let sale = "S1,T1,R1,20211001T174600.000,12.50,POS,clerk\n"
let header = "store_token,transaction_id,receipt_token,transaction_time,amount,source_id,user_role\n"
let inbox = "inbox/sales_20250111.csv"
let history = "history/sales/year=2025/month=01/day=11/sales_20250111.csv"

extension FakeClouds {
    func put(_ key: String, _ text: String) { put(key, Array(text.utf8)) }
}
