import CloudAPI

/// What an invocation brings: messages of the queue, or one event straight from S3.
struct QueueEvent: Sendable {
    /// One message. A direct event is a message without an identifier.
    struct Message: Sendable {
        let id: String?
        /// How often the queue has delivered it, this time included.
        let receiveCount: Int
        /// What the queue wants to be told with any word about this delivery.
        var receiptHandle: String?
        let body: Body
    }

    enum Body: Sendable {
        case arrivals([Arrival])
        /// Nothing to do, and why.
        case nothing(String)
        /// Nothing that can be understood, and why.
        case malformed(String)
    }

    let messages: [Message]
    var isDirect: Bool { messages.allSatisfy { $0.id == nil } && !messages.isEmpty }

    /// An event that is not understood at all, so that no part of it can be reported as done.
    struct Problem: Error, CustomStringConvertible {
        let description: String
    }

    init(_ bytes: [UInt8]) throws(Problem) {
        let root: JSON
        do {
            root = try JSON.parse(bytes)
        } catch {
            throw Problem(description: "the event is \(error)")
        }
        guard let records = root["Records"]?.elements, records.first?["eventSource"]?.string == "aws:sqs" else {
            let body = Arrival.body(root)
            if case .malformed(let reason) = body { throw Problem(description: reason) }
            messages = [Message(id: nil, receiveCount: 1, body: body)]
            return
        }
        var messages: [Message] = []
        for record in records {
            guard let id = record["messageId"]?.string, !id.isEmpty else {
                throw Problem(description: "a message of the queue has no messageId")
            }
            let count = record["attributes"]?["ApproximateReceiveCount"]?.string.flatMap { Int($0) } ?? 1
            messages.append(
                Message(
                    id: id, receiveCount: count, receiptHandle: record["receiptHandle"]?.string,
                    body: Self.body(record["body"]?.string)))
        }
        self.messages = messages
    }

    private static func body(_ text: String?) -> Body {
        guard let text else { return .malformed("the message has no body") }
        do {
            let root = try JSON.parse(text)
            // A notification that went through a topic carries the event as text.
            if root["Type"]?.string == "Notification", let message = root["Message"]?.string {
                return Arrival.body(try JSON.parse(message))
            }
            return Arrival.body(root)
        } catch {
            return .malformed("the body of the message is \(error)")
        }
    }
}

/// An object that has arrived, as S3 tells it.
struct Arrival: Sendable, Hashable {
    let bucket: String
    /// Decoded.
    let key: String
    /// What the event saw, without quotes; the object may be another by now.
    let eTag: String?
    let versionID: String?
    /// Set by `deploy replay`: which replay the event belongs to.
    var replay: String?

    /// Reads an event notification of S3, version 2 (docs.aws.amazon.com/AmazonS3, "Event message structure").
    static func body(_ root: JSON) -> QueueEvent.Body {
        guard let records = root["Records"]?.elements else {
            if root["Event"]?.string == "s3:TestEvent" { return .nothing("S3's test event") }
            if root["detail-type"] != nil || root["Type"] != nil {
                return .malformed("the event is not of S3's own form; EventBridge and others are not supported")
            }
            return root.members == nil ? .malformed("the event is not a JSON object") : .nothing("no records")
        }
        var arrivals: [Arrival] = []
        for record in records {
            let name = record["eventName"]?.string ?? ""
            guard let version = record["eventVersion"]?.string, version.utf8.starts(with: "2.".utf8) else {
                return .malformed("the event has the version \(record["eventVersion"]?.string ?? "none"), not 2")
            }
            guard name.utf8.starts(with: "ObjectCreated:".utf8) || name.utf8.starts(with: "s3:ObjectCreated:".utf8)
            else { continue }
            let object = record["s3"]?["object"]
            guard let bucket = record["s3"]?["bucket"]?["name"]?.string, let encoded = object?["key"]?.string,
                let key = PercentEncoding.decode(encoded, plusIsSpace: true), !key.isEmpty
            else { return .malformed("a record names no object, or one whose key cannot be decoded") }
            arrivals.append(
                Arrival(
                    bucket: bucket, key: key, eTag: object?["eTag"]?.string, versionID: object?["versionId"]?.string,
                    replay: root["replay"]?.string))
        }
        return arrivals.isEmpty ? .nothing("no object was created") : .arrivals(arrivals)
    }
}
