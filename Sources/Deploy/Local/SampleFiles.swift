import CloudAPI
import Foundation
import InfraDSL

/// The files in `samples/`, in the order that partners would send them.
struct SampleFiles {
    let waves: [[Sample]]

    struct Sample {
        let key: String
        let bytes: [UInt8]
        /// A broken file stays in the inbox and raises an alert.
        let isBroken: Bool
    }

    init(_ checkout: Checkout) throws {
        guard let text = checkout.text("samples/manifest.json"), let entries = try JSON.parse(text).elements else {
            throw Failure("samples/manifest.json can not be read.", advice: "Check the checkout out again.")
        }
        var waves: [Int: [Sample]] = [:]
        for entry in entries {
            guard let file = entry["file"]?.string, let key = entry["key"]?.string,
                let data = FileManager.default.contents(atPath: checkout.path("samples/\(file)"))
            else { throw Failure("samples/manifest.json names a file that is not there.") }
            let sample = Sample(key: key, bytes: Array(data), isBroken: entry["outcome"]?.string == "alert")
            waves[entry["wave"]?.int ?? 1, default: []].append(sample)
        }
        self.waves = waves.sorted { $0.key < $1.key }.map(\.value)
    }
}

/// Sends files and waits for each to be dealt with.
struct SampleArrival {
    let session: Session
    let outputs: StackOutputs

    /// Longest wait for a wave; the embedded clouds need a few seconds.
    private static let patience = Duration.seconds(180)

    /// Uploads a wave and returns when every file has reached history or an alert.
    func send(_ wave: [SampleFiles.Sample]) throws {
        guard let bucket = outputs["InboxBucket"] else { throw Failure("The stack has no output InboxBucket.") }
        let s3 = S3Client(session.aws)
        var waiting: [(sample: SampleFiles.Sample, version: String?)] = []
        for sample in wave {
            let version = try s3.put(bucket: bucket, key: sample.key, body: sample.bytes, contentType: "text/csv")
            Console.step("put      \(sample.key)  \(sample.bytes.count) bytes")
            waiting.append((sample, version.versionID))
        }
        let clock = session.aws.clock
        let deadline = clock.monotonic() + Self.patience
        while !waiting.isEmpty {
            let alerts = try alertMessages()
            waiting = try waiting.filter { sample, version in
                try !isDealtWith(sample, version, in: bucket, s3, alerts)
            }
            guard waiting.isEmpty || clock.monotonic() < deadline else {
                throw Failure(
                    "Not dealt with after \(Self.patience.components.seconds) seconds: "
                        + waiting.map(\.sample.key).joined(separator: ", "),
                    advice: "Look at .snowline/local/aws.log and .snowline/local/snowflake.log.")
            }
            if !waiting.isEmpty { clock.sleep(.milliseconds(300)) }
        }
    }

    private func isDealtWith(
        _ sample: SampleFiles.Sample,
        _ version: String?,
        in bucket: String,
        _ s3: S3Client,
        _ alerts: [String]
    ) throws -> Bool {
        if alerts.contains(where: { $0.contains(version ?? sample.key) }) {
            Console.step("\(sample.isBroken ? "alert  " : "REFUSED")  \(sample.key)")
            guard sample.isBroken else {
                throw Failure("\(sample.key) was refused.", advice: "See `swift run deploy alerts --env local`.")
            }
            return true
        }
        guard try s3.head(bucket: bucket, key: sample.key) == nil else { return false }
        Console.step("history  \(sample.key)")
        return true
    }

    private func alertMessages() throws -> [String] {
        guard let queue = outputs["AlertsLogQueueUrl"] else { return [] }
        return try AlertLog(session.checkout, environment: session.environment.name)
            .collect(queue, SQSClient(session.aws)).map(\.message)
    }
}
