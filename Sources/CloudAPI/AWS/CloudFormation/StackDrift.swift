extension CloudFormationClient {
    /// How far a drift detection has come.
    package struct DriftDetection: Sendable, Hashable {
        /// `DETECTION_IN_PROGRESS`, `DETECTION_COMPLETE`, `DETECTION_FAILED`.
        package let status: String
        package let reason: String?
        /// `DRIFTED`, `IN_SYNC`, `UNKNOWN`, `NOT_CHECKED`.
        package let stackStatus: String

        init(_ element: XMLElement) {
            status = element.text("DetectionStatus") ?? ""
            reason = element.text("DetectionStatusReason")
            stackStatus = element.text("StackDriftStatus") ?? ""
        }
    }

    /// A resource as CloudFormation found it beside what the template says.
    package struct ResourceDrift: Sendable, Hashable {
        package let logicalResourceID: String
        package let physicalResourceID: String?
        package let resourceType: String
        /// `IN_SYNC`, `MODIFIED`, `DELETED`, `NOT_CHECKED`, `UNKNOWN`.
        package let status: String
        package let differences: [Difference]

        init(_ element: XMLElement) {
            logicalResourceID = element.text("LogicalResourceId") ?? ""
            physicalResourceID = element.text("PhysicalResourceId")
            resourceType = element.text("ResourceType") ?? ""
            status = element.text("StackResourceDriftStatus") ?? ""
            differences = element.members("PropertyDifferences").map(Difference.init)
        }

        package struct Difference: Sendable, Hashable {
            /// Such as `/VersioningConfiguration/Status`.
            package let path: String
            package let expected: String?
            package let actual: String?
            /// `ADD`, `REMOVE`, `NOT_EQUAL`.
            package let kind: String

            init(_ element: XMLElement) {
                path = element.text("PropertyPath") ?? ""
                expected = element.text("ExpectedValue")
                actual = element.text("ActualValue")
                kind = element.text("DifferenceType") ?? ""
            }
        }
    }

    /// Has CloudFormation look at every resource of a stack; the id is for ``driftDetection(_:)``.
    package func detectDrift(of stack: String) throws -> String {
        var parameters = QueryParameters()
        parameters.add("StackName", stack)
        guard let id = try call("DetectStackDrift", parameters).text("StackDriftDetectionId") else {
            throw client.unreadable("DetectStackDrift", "no id in the answer")
        }
        return id
    }

    package func driftDetection(_ id: String) throws -> DriftDetection {
        var parameters = QueryParameters()
        parameters.add("StackDriftDetectionId", id)
        return DriftDetection(try call("DescribeStackDriftDetectionStatus", parameters))
    }

    /// What the last detection found, resource by resource over all pages.
    package func resourceDrifts(of stack: String) throws -> [ResourceDrift] {
        try pages("DescribeStackResourceDrifts", of: stack, list: "StackResourceDrifts").map(ResourceDrift.init)
    }
}
