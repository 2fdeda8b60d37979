extension CloudFormationClient {
    /// A stack as CloudFormation tells it.
    package struct StackDescription: Sendable, Hashable {
        /// The ARN, which also names a deleted stack.
        package let id: String
        package let name: String
        /// `CREATE_COMPLETE` and 22 others.
        package let status: String
        package let statusReason: String?
        package let parameters: [NamedValue]
        package let outputs: [NamedValue]
        /// The names its outputs are exported under.
        package let exports: [String]
        package let tags: [NamedValue]
        package let capabilities: [String]
        package let isProtected: Bool
        package let created: Timestamp?
        package let updated: Timestamp?

        init(_ element: XMLElement) {
            id = element.text("StackId") ?? ""
            name = element.text("StackName") ?? ""
            status = element.text("StackStatus") ?? ""
            statusReason = element.text("StackStatusReason")
            parameters = NamedValue.list(element.members("Parameters"), "ParameterKey", "ParameterValue")
            outputs = NamedValue.list(element.members("Outputs"), "OutputKey", "OutputValue")
            exports = element.members("Outputs").compactMap { $0.text("ExportName") }
            tags = NamedValue.list(element.members("Tags"), "Key", "Value")
            capabilities = element.members("Capabilities").map(\.text)
            isProtected = element.text("EnableTerminationProtection") == "true"
            created = element.text("CreationTime").flatMap(Timestamp.init(iso8601:))
            updated = element.text("LastUpdatedTime").flatMap(Timestamp.init(iso8601:))
        }

        /// The value of an output.
        package func output(_ key: String) -> String? {
            outputs.first { $0.key == key }?.value
        }
    }

    /// A resource of a stack.
    package struct StackResource: Sendable, Hashable {
        package let logicalResourceID: String
        package let physicalResourceID: String?
        package let resourceType: String
        package let status: String
        package let reason: String?

        init(_ element: XMLElement) {
            logicalResourceID = element.text("LogicalResourceId") ?? ""
            physicalResourceID = element.text("PhysicalResourceId")
            resourceType = element.text("ResourceType") ?? ""
            status = element.text("ResourceStatus") ?? ""
            reason = element.text("ResourceStatusReason")
        }
    }
}

extension CloudFormationClient.NamedValue {
    static func list(_ members: [XMLElement], _ key: String, _ value: String) -> [Self] {
        members.map { Self($0.text(key) ?? "", $0.text(value) ?? "") }
    }
}
