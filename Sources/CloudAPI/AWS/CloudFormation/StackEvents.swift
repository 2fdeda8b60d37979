extension CloudFormationClient {
    /// One thing that happened to a stack or to a resource of it.
    package struct StackEvent: Sendable, Hashable {
        package let id: String
        package let timestamp: String
        package let logicalResourceID: String
        package let physicalResourceID: String
        package let resourceType: String
        package let status: String
        package let reason: String?
    }

    /// Events newest first, as many pages as it takes to meet `last`; all of them when it is nil or never met.
    package func events(of stack: String, since last: String?) throws -> [StackEvent] {
        var events: [StackEvent] = []
        var token: String?
        repeat {
            var parameters = QueryParameters()
            parameters.add("StackName", stack)
            parameters.add("NextToken", token)
            let page: XMLElement
            do {
                page = try call("DescribeStackEvents", parameters)
            } catch let error as CloudError where Self.saysAbsent(error) {
                return events
            }
            for element in page.members("StackEvents") {
                let event = Self.event(element)
                if event.id == last { return events }
                events.append(event)
            }
            token = page.text("NextToken").flatMap { $0.isEmpty ? nil : $0 }
        } while token != nil
        return events
    }

    private static func event(_ element: XMLElement) -> StackEvent {
        StackEvent(
            id: element.text("EventId") ?? "",
            timestamp: element.text("Timestamp") ?? "",
            logicalResourceID: element.text("LogicalResourceId") ?? "",
            physicalResourceID: element.text("PhysicalResourceId") ?? "",
            resourceType: element.text("ResourceType") ?? "",
            status: element.text("ResourceStatus") ?? "",
            reason: element.text("ResourceStatusReason"))
    }
}
