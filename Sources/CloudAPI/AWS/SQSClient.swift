/// Amazon SQS over its JSON protocol. Requests go to the region's endpoint and name the queue by its URL, which is
/// itself never called.
package struct SQSClient: Sendable {
    private let client: AWSClient

    package init(_ configuration: AWSConfiguration) {
        client = AWSClient(configuration, .sqs)
    }

    package struct Message: Sendable, Hashable {
        package let id: String
        package let body: String
        /// What `delete` needs; another one each time the message is handed out.
        package let receiptHandle: String
        /// Of the system: `SentTimestamp`, `ApproximateReceiveCount` …
        package let attributes: [String: String]
    }

    /// The URL of a queue of this account; nil if there is none of that name.
    package func queueURL(name: String) throws -> String? {
        do {
            return try call("GetQueueUrl", ["QueueName": .string(name)])["QueueUrl"]?.string
        } catch let error as CloudError
            where ["QueueDoesNotExist", "AWS.SimpleQueueService.NonExistentQueue"].contains(error.code)
        {
            return nil
        }
    }

    /// - Parameters:
    ///   - maximum: 1 to 10.
    ///   - waitSeconds: how long to wait for a first message, at most 20.
    package func receive(queueURL: String, maximum: Int = 10, waitSeconds: Int = 0) throws -> [Message] {
        let answer = try call(
            "ReceiveMessage",
            [
                "QueueUrl": .string(queueURL), "MaxNumberOfMessages": .integer(maximum),
                "WaitTimeSeconds": .integer(waitSeconds), "AttributeNames": ["All"],
            ],
            timeout: .seconds(30 + waitSeconds))
        return (answer["Messages"]?.elements ?? []).compactMap { message in
            guard let handle = message["ReceiptHandle"]?.string else { return nil }
            return Message(
                id: message["MessageId"]?.string ?? "",
                body: message["Body"]?.string ?? "",
                receiptHandle: handle,
                attributes: Self.texts(message["Attributes"])
            )
        }
    }

    package func delete(queueURL: String, receipt: String) throws {
        _ = try call("DeleteMessage", ["QueueUrl": .string(queueURL), "ReceiptHandle": .string(receipt)])
    }

    /// Hides a message that was received for so many seconds from now, 0 to 43,200.
    package func changeVisibility(queueURL: String, receipt: String, seconds: Int) throws {
        _ = try call(
            "ChangeMessageVisibility",
            [
                "QueueUrl": .string(queueURL), "ReceiptHandle": .string(receipt),
                "VisibilityTimeout": .integer(seconds),
            ])
    }

    /// Sends a message and returns its id.
    @discardableResult
    package func send(queueURL: String, body: String) throws -> String {
        let answer = try call("SendMessage", ["QueueUrl": .string(queueURL), "MessageBody": .string(body)])
        return answer["MessageId"]?.string ?? ""
    }

    /// How many messages wait, are being worked on, or are not yet due; approximate.
    package func messageCount(queueURL: String) throws -> Int {
        let counts = try approximateCounts(queueURL: queueURL)
        return counts.visible + counts.inFlight + counts.delayed
    }

    package func approximateCounts(queueURL: String) throws -> (visible: Int, inFlight: Int, delayed: Int) {
        let names = [
            "ApproximateNumberOfMessages", "ApproximateNumberOfMessagesNotVisible",
            "ApproximateNumberOfMessagesDelayed",
        ]
        let attributes = try attributes(queueURL: queueURL, names)
        let counts = names.map { attributes[$0].flatMap { Int($0) } ?? 0 }
        return (counts[0], counts[1], counts[2])
    }

    /// The attributes of the queue by name (`QueueArn`, `RedrivePolicy` …).
    package func attributes(queueURL: String, _ names: [String] = ["All"]) throws -> [String: String] {
        let answer = try call(
            "GetQueueAttributes",
            ["QueueUrl": .string(queueURL), "AttributeNames": .array(names.map { .string($0) })])
        return Self.texts(answer["Attributes"])
    }

    private static func texts(_ object: JSON?) -> [String: String] {
        let pairs = (object?.members ?? []).compactMap { member in member.value.string.map { (member.name, $0) } }
        return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
    }

    private func call(_ operation: String, _ input: JSON, timeout: Duration? = nil) throws -> JSON {
        try client.json(operation, target: "AmazonSQS", version: "1.0", input, timeout: timeout)
    }
}
