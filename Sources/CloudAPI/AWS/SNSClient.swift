/// Amazon SNS, as far as an alert needs it.
package struct SNSClient: Sendable {
    private let client: AWSClient

    package init(_ configuration: AWSConfiguration) {
        client = AWSClient(configuration, .sns)
    }

    /// Publishes to a topic and returns the message's id.
    ///
    /// - Parameter subject: made fit for an e-mail: ASCII without control characters, at most 100 characters.
    @discardableResult
    package func publish(topicARN: String, subject: String? = nil, message: String, attributes: [String: String] = [:])
        throws -> String
    {
        var parameters = QueryParameters()
        parameters.add("TopicArn", topicARN)
        parameters.add("Subject", subject.map(Self.subjectLine))
        parameters.add("Message", message)
        for (index, attribute) in attributes.sorted(by: { $0.key < $1.key }).enumerated() {
            let entry = "MessageAttributes.entry.\(index + 1)"
            parameters.add("\(entry).Name", attribute.key)
            parameters.add("\(entry).Value.DataType", "String")
            parameters.add("\(entry).Value.StringValue", attribute.value)
        }
        let result = try client.query("Publish", version: "2010-03-31", parameters.pairs)
        return result.text("MessageId") ?? ""
    }

    /// What SNS takes as a subject: printable ASCII, not beginning with a blank, at most 100 characters.
    static func subjectLine(_ text: String) -> String {
        let printable = text.unicodeScalars.map {
            (0x20..<0x7F).contains($0.value) ? UInt8($0.value) : UInt8(ascii: "?")
        }
        let line = printable.drop { $0 == 0x20 }
        let fitting = line.count > 100 ? Array(line.prefix(97)) + Array("...".utf8) : Array(line)
        return fitting.isEmpty ? "?" : String(decoding: fitting, as: UTF8.self)
    }
}
