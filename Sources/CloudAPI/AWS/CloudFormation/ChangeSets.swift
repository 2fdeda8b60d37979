extension CloudFormationClient {
    /// What a change set does to its stack.
    package enum ChangeSetType: Sendable, Hashable {
        case create
        case update
        /// Takes existing resources into the stack.
        case `import`([ImportedResource])
    }

    /// A resource that exists, and the entry of the template that takes it over.
    package struct ImportedResource: Sendable, Hashable {
        package let resourceType: String
        package let logicalResourceID: String
        /// The properties that name it, such as `BucketName`.
        package let identifier: [String: String]

        package init(resourceType: String, logicalResourceID: String, identifier: [String: String]) {
            self.resourceType = resourceType
            self.logicalResourceID = logicalResourceID
            self.identifier = identifier
        }
    }

    /// A template in the request, or one in S3.
    package enum TemplateLocation: Sendable, Hashable {
        case body(String)
        case url(String)
    }

    package struct ChangeSetDescription: Sendable, Hashable {
        package let stackID: String
        package let status: String
        package let statusReason: String?
        package let changes: [Change]

        /// An empty change set is a failed one, told apart by its words.
        package var hasNoChanges: Bool {
            status == "FAILED"
                && ((statusReason ?? "").contains("didn't contain changes")
                    || (statusReason ?? "").contains("No updates are to be performed"))
        }
    }

    /// What CloudFormation says it would do to one resource.
    package struct Change: Sendable, Hashable {
        package let action: String
        package let logicalResourceID: String
        package let resourceType: String
        /// `True`, `False` or `Conditional`; nil where nothing is modified.
        package let replacement: String?
    }

    /// Makes a change set and returns its id.
    package func createChangeSet(
        stack: String,
        name: String,
        type: ChangeSetType,
        template: TemplateLocation,
        parameters values: [NamedValue],
        capabilities: [String],
        tags: [NamedValue]
    ) throws -> String {
        var parameters = QueryParameters()
        parameters.add("StackName", stack)
        parameters.add("ChangeSetName", name)
        switch template {
        case .body(let body): parameters.add("TemplateBody", body)
        case .url(let url): parameters.add("TemplateURL", url)
        }
        switch type {
        case .create: parameters.add("ChangeSetType", "CREATE")
        case .update: parameters.add("ChangeSetType", "UPDATE")
        case .import(let resources):
            parameters.add("ChangeSetType", "IMPORT")
            parameters.add(list: "ResourcesToImport", structures: resources.map(\.fields))
        }
        parameters.add(
            list: "Parameters",
            structures: values.map { [("ParameterKey", $0.key), ("ParameterValue", $0.value)] })
        parameters.add(list: "Tags", structures: tags.map { [("Key", $0.key), ("Value", $0.value)] })
        parameters.add(list: "Capabilities", capabilities)
        parameters.add("ClientToken", name)
        guard let id = try call("CreateChangeSet", parameters).text("Id") else {
            throw client.unreadable("CreateChangeSet", "no id in the answer")
        }
        return id
    }

    /// The change set with the changes of every page.
    package func describeChangeSet(_ id: String) throws -> ChangeSetDescription {
        var changes: [Change] = []
        var token: String?
        repeat {
            var parameters = QueryParameters()
            parameters.add("ChangeSetName", id)
            parameters.add("NextToken", token)
            let page = try call("DescribeChangeSet", parameters)
            changes += page.members("Changes").compactMap { $0["ResourceChange"].map(Self.change) }
            token = page.text("NextToken").flatMap { $0.isEmpty ? nil : $0 }
            if token == nil {
                return ChangeSetDescription(
                    stackID: page.text("StackId") ?? "", status: page.text("Status") ?? "",
                    statusReason: page.text("StatusReason"), changes: changes)
            }
        } while true
    }

    /// Starts the change; the stack's events tell how it goes. `newResources` kept by policy are removed on a rollback,
    /// so that another try does not find them in its way.
    package func executeChangeSet(_ id: String) throws {
        var parameters = QueryParameters()
        parameters.add("ChangeSetName", id)
        parameters.add("ClientRequestToken", "snowline-\(RequestID.random())")
        _ = try call("ExecuteChangeSet", parameters)
    }

    package func deleteChangeSet(_ id: String) throws {
        var parameters = QueryParameters()
        parameters.add("ChangeSetName", id)
        _ = try call("DeleteChangeSet", parameters)
    }

    private static func change(_ element: XMLElement) -> Change {
        Change(
            action: element.text("Action") ?? "",
            logicalResourceID: element.text("LogicalResourceId") ?? "",
            resourceType: element.text("ResourceType") ?? "",
            replacement: element.text("Replacement").flatMap { $0.isEmpty ? nil : $0 })
    }
}

extension CloudFormationClient.ImportedResource {
    fileprivate var fields: [(name: String, value: String)] {
        let entries = identifier.sorted { $0.key < $1.key }.enumerated().flatMap { index, pair in
            [
                (name: "ResourceIdentifier.entry.\(index + 1).key", value: pair.key),
                (name: "ResourceIdentifier.entry.\(index + 1).value", value: pair.value),
            ]
        }
        return [("ResourceType", resourceType), ("LogicalResourceId", logicalResourceID)] + entries
    }
}
