extension CloudFormationClient {
    /// One thing that happened to a stack or to a resource of it.
    package struct StackEvent: Sendable, Hashable {
        package let id: String
        package let stackID: String
        /// ISO 8601.
        package let timestamp: String
        package let logicalResourceID: String
        package let physicalResourceID: String
        package let resourceType: String
        package let status: String
        package let reason: String?
        /// The token of the call that caused it.
        package let token: String?

        init(_ element: XMLElement) {
            id = element.text("EventId") ?? ""
            stackID = element.text("StackId") ?? ""
            timestamp = element.text("Timestamp") ?? ""
            logicalResourceID = element.text("LogicalResourceId") ?? ""
            physicalResourceID = element.text("PhysicalResourceId") ?? ""
            resourceType = element.text("ResourceType") ?? ""
            status = element.text("ResourceStatus") ?? ""
            reason = element.text("ResourceStatusReason")
            token = element.text("ClientRequestToken")
        }

        /// About the stack, not about one of its resources.
        package var isAboutStack: Bool {
            resourceType == "AWS::CloudFormation::Stack" && physicalResourceID == stackID
        }
    }

    /// Events newest first, as many pages as it takes to meet `last`; all of them when it is nil or never met; none of a
    /// stack that does not exist.
    ///
    /// - Parameter limit: of a long history, only so many of the newest.
    package func events(of stack: String, since last: String?, limit: Int = .max) throws -> [StackEvent] {
        do {
            var count = 0
            return try pages("DescribeStackEvents", of: stack, list: "StackEvents") { element in
                count += 1
                return count > limit || (last != nil && element.text("EventId") == last)
            }
            .map(StackEvent.init)
        } catch let error as CloudError where Self.saysAbsent(error) {
            return []
        }
    }
}
