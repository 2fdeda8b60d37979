/// Amazon SQS over its JSON protocol.
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
    }

    /// - Parameters:
    ///   - maximum: 1 to 10.
    ///   - waitSeconds: how long to wait for a first message, at most 20.
    package func receive(queueURL: String, maximum: Int = 10, waitSeconds: Int = 0) throws -> [Message] {
        let answer = try call(
            "ReceiveMessage",
            [
                "QueueUrl": .string(queueURL), "MaxNumberOfMessages": .integer(maximum),
                "WaitTimeSeconds": .integer(waitSeconds),
            ],
            timeout: .seconds(30 + waitSeconds))
        return (answer["Messages"]?.elements ?? []).compactMap { message in
            guard let handle = message["ReceiptHandle"]?.string else { return nil }
            return Message(
                id: message["MessageId"]?.string ?? "", body: message["Body"]?.string ?? "", receiptHandle: handle)
        }
    }

    package func delete(queueURL: String, receipt: String) throws {
        _ = try call("DeleteMessage", ["QueueUrl": .string(queueURL), "ReceiptHandle": .string(receipt)])
    }

    /// How many messages wait, are being worked on, or are not yet due; approximate.
    package func messageCount(queueURL: String) throws -> Int {
        let names = [
            "ApproximateNumberOfMessages", "ApproximateNumberOfMessagesNotVisible", "ApproximateNumberOfMessagesDelayed",
        ]
        let answer = try call(
            "GetQueueAttributes",
            ["QueueUrl": .string(queueURL), "AttributeNames": .array(names.map { .string($0) })])
        return names.reduce(0) { $0 + (Int(answer["Attributes"]?[$1]?.string ?? "") ?? 0) }
    }

    private func call(_ operation: String, _ input: JSON, timeout: Duration? = nil) throws -> JSON {
        try client.json(operation, target: "AmazonSQS", version: "1.0", input, timeout: timeout)
    }
}
