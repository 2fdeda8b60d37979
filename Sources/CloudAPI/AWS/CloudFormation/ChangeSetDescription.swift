extension CloudFormationClient {
    /// A change set as CloudFormation tells it.
    package struct ChangeSetDescription: Sendable, Hashable {
        package let id: String
        package let stackID: String
        /// `CREATE_PENDING`, `CREATE_IN_PROGRESS`, `CREATE_COMPLETE`, `FAILED`, `DELETE_…`.
        package let status: String
        package let statusReason: String?
        /// `AVAILABLE`, `UNAVAILABLE`, `OBSOLETE`, `EXECUTE_…`.
        package let executionStatus: String
        package let description: String?
        package let parameters: [NamedValue]
        package let changes: [Change]

        init(_ element: XMLElement, changes: [Change]) {
            id = element.text("ChangeSetId") ?? ""
            stackID = element.text("StackId") ?? ""
            status = element.text("Status") ?? ""
            statusReason = element.text("StatusReason")
            executionStatus = element.text("ExecutionStatus") ?? ""
            description = element.text("Description")
            parameters = NamedValue.list(element.members("Parameters"), "ParameterKey", "ParameterValue")
            self.changes = changes
        }

        /// An empty change set is a failed one, told apart by its words.
        package var hasNoChanges: Bool {
            status == "FAILED"
                && (says("didn't contain changes") || says("No updates are to be performed"))
        }

        /// With property values CloudFormation may leave whole resources out; only this warning tells.
        var isIncomplete: Bool { says("--include-property-values") }

        private func says(_ words: StaticString) -> Bool {
            (statusReason ?? "").utf8.holds(words)
        }
    }

    /// What CloudFormation says it would do to one resource.
    package struct Change: Sendable, Hashable {
        /// `Add`, `Modify`, `Remove`, `Import`, `Dynamic`, `SyncWithActual`.
        package let action: String
        package let logicalResourceID: String
        package let physicalResourceID: String?
        package let resourceType: String
        /// `True`, `False` or `Conditional`; nil where nothing is modified.
        package let replacement: String?
        /// `Delete`, `Retain`, `Snapshot`, `ReplaceAndDelete` …
        package let policyAction: String?
        /// `Properties`, `Metadata`, `Tags`, `DeletionPolicy` …
        package let scope: [String]
        package let details: [Detail]

        init(_ element: XMLElement) {
            action = element.text("Action") ?? ""
            logicalResourceID = element.text("LogicalResourceId") ?? ""
            physicalResourceID = element.text("PhysicalResourceId")
            resourceType = element.text("ResourceType") ?? ""
            replacement = element.text("Replacement").flatMap { $0.isEmpty ? nil : $0 }
            policyAction = element.text("PolicyAction").flatMap { $0.isEmpty ? nil : $0 }
            scope = element.members("Scope").map(\.text)
            details = element.members("Details").map(Detail.init)
        }

        /// What of a resource changes, and why.
        package struct Detail: Sendable, Hashable {
            /// `Properties`, `Tags` …
            package let attribute: String
            /// The property.
            package let name: String?
            /// `Never`, `Conditionally`, `Always`.
            package let requiresRecreation: String?
            /// The place inside the resource, `/Properties/VersioningConfiguration/Status`.
            package let path: String?
            package let beforeValue: String?
            package let afterValue: String?
            /// `Static` or `Dynamic`.
            package let evaluation: String?
            /// `DirectModification`, `ParameterReference`, `ResourceReference` …
            package let source: String?
            /// The parameter or resource that causes it.
            package let cause: String?

            init(_ element: XMLElement) {
                attribute = element.text("Target", "Attribute") ?? ""
                name = element.text("Target", "Name")
                requiresRecreation = element.text("Target", "RequiresRecreation")
                path = element.text("Target", "Path")
                beforeValue = element.text("Target", "BeforeValue")
                afterValue = element.text("Target", "AfterValue")
                evaluation = element.text("Evaluation")
                source = element.text("ChangeSource")
                cause = element.text("CausingEntity")
            }
        }
    }
}
