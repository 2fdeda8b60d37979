/// AWS CloudFormation over its Query protocol (API version 2010-05-15).
package struct CloudFormationClient: Sendable {
    let client: AWSClient

    static let version = "2010-05-15"

    package init(_ configuration: AWSConfiguration) {
        client = AWSClient(configuration, .cloudFormation)
    }

    func call(_ operation: String, _ parameters: QueryParameters) throws -> XMLElement {
        try client.query(operation, version: Self.version, parameters.pairs)
    }

    /// A named value: a parameter, an output, a tag.
    package struct NamedValue: Sendable, Hashable {
        package let key: String
        package let value: String

        package init(_ key: String, _ value: String) {
            self.key = key
            self.value = value
        }
    }

    package struct StackDescription: Sendable, Hashable {
        /// The ARN, which also names a deleted stack.
        package let id: String
        package let status: String
        package let statusReason: String?
        package let parameters: [NamedValue]
        package let outputs: [NamedValue]
    }

    /// Nil for a stack that does not exist. `stack` is a name, or an id to see a deleted stack as well.
    package func describeStack(_ stack: String) throws -> StackDescription? {
        var parameters = QueryParameters()
        parameters.add("StackName", stack)
        do {
            let result = try call("DescribeStacks", parameters)
            return result.members("Stacks").first.map { element in
                StackDescription(
                    id: element.text("StackId") ?? stack,
                    status: element.text("StackStatus") ?? "",
                    statusReason: element.text("StackStatusReason"),
                    parameters: element.members("Parameters").map {
                        NamedValue($0.text("ParameterKey") ?? "", $0.text("ParameterValue") ?? "")
                    },
                    outputs: element.members("Outputs").map {
                        NamedValue($0.text("OutputKey") ?? "", $0.text("OutputValue") ?? "")
                    })
            }
        } catch let error as CloudError where Self.saysAbsent(error) {
            return nil
        }
    }

    /// The template as it was given, before any transform.
    package func template(of stack: String) throws -> String {
        var parameters = QueryParameters()
        parameters.add("StackName", stack)
        parameters.add("TemplateStage", "Original")
        guard let body = try call("GetTemplate", parameters).text("TemplateBody") else {
            throw client.unreadable("GetTemplate", "no template in the answer")
        }
        return body
    }

    package func deleteStack(_ stack: String) throws {
        var parameters = QueryParameters()
        parameters.add("StackName", stack)
        parameters.add("ClientRequestToken", "snowline-\(RequestID.random())")
        _ = try call("DeleteStack", parameters)
    }

    /// Absence is told in words: `ValidationError` and "does not exist".
    static func saysAbsent(_ error: CloudError) -> Bool {
        error.code == "ValidationError" && error.message.contains("does not exist")
    }
}
