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

    /// Makes a change set and returns its id; it is ready when its status says so. The name makes a repeated call the
    /// same one.
    ///
    /// - Parameters:
    ///   - onStackFailure: what becomes of a stack whose creation fails: `ROLLBACK`, `DELETE`, `DO_NOTHING`.
    ///   - roleARN: the role that CloudFormation takes on.
    package func createChangeSet(
        stack: String,
        name: String,
        type: ChangeSetType,
        template: TemplateLocation,
        parameters values: [NamedValue],
        capabilities: [String],
        tags: [NamedValue],
        description: String? = nil,
        onStackFailure: String? = nil,
        roleARN: String? = nil
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
        parameters.add(list: "Capabilities", capabilities.isEmpty ? nil : capabilities)
        parameters.add("Description", description)
        parameters.add("OnStackFailure", onStackFailure)
        parameters.add("RoleARN", roleARN)
        parameters.add("ClientToken", name)
        guard let id = try call("CreateChangeSet", parameters).text("Id") else {
            throw client.unreadable("CreateChangeSet", "no id in the answer")
        }
        return id
    }

    /// The change set with the changes of every page and the values of properties. What CloudFormation leaves out for
    /// the values' sake is filled in from a second look without them.
    package func describeChangeSet(_ id: String) throws -> ChangeSetDescription {
        let (page, changes) = try changeSet(id, withValues: true)
        let description = ChangeSetDescription(page, changes: changes)
        guard description.isIncomplete else { return description }
        let known = Set(changes.map(\.logicalResourceID))
        let others = try changeSet(id, withValues: false).changes.filter { !known.contains($0.logicalResourceID) }
        return ChangeSetDescription(page, changes: changes + others)
    }

    /// The last page, and the changes of all.
    private func changeSet(_ id: String, withValues: Bool) throws -> (page: XMLElement, changes: [Change]) {
        var changes: [Change] = []
        var token: String?
        while true {
            var parameters = QueryParameters()
            parameters.add("ChangeSetName", id)
            parameters.add("NextToken", token)
            if withValues { parameters.add("IncludePropertyValues", true) }
            let page = try call("DescribeChangeSet", parameters)
            changes += page.members("Changes").compactMap { $0["ResourceChange"].map(Change.init) }
            token = page.text("NextToken").flatMap { $0.isEmpty ? nil : $0 }
            if token == nil { return (page, changes) }
        }
    }

    /// Starts the change; the stack's events tell how it goes and carry the token.
    ///
    /// - Parameters:
    ///   - disableRollback: always said, since AWS documents different defaults; nil only for a change set that was made
    ///     with `onStackFailure`, which excludes it.
    ///   - retainExceptOnCreate: new resources are removed on a rollback even if their policy keeps them, so that another
    ///     try does not find them in its way.
    package func executeChangeSet(
        _ id: String,
        token: String? = nil,
        disableRollback: Bool? = false,
        retainExceptOnCreate: Bool = true
    ) throws {
        var parameters = QueryParameters()
        parameters.add("ChangeSetName", id)
        parameters.add("DisableRollback", disableRollback)
        parameters.add("RetainExceptOnCreate", retainExceptOnCreate)
        try begin("ExecuteChangeSet", parameters, token)
    }

    /// Deletes a change set; one that is gone counts as deleted.
    package func deleteChangeSet(_ id: String) throws {
        var parameters = QueryParameters()
        parameters.add("ChangeSetName", id)
        do {
            _ = try call("DeleteChangeSet", parameters)
        } catch let error as CloudError where error.code == "ChangeSetNotFound" || Self.saysAbsent(error) {
            return
        }
    }

    /// The names and ids of a stack's change sets.
    package func changeSets(of stack: String) throws -> [(name: String, id: String)] {
        try pages("ListChangeSets", of: stack, list: "Summaries").map {
            ($0.text("ChangeSetName") ?? "", $0.text("ChangeSetId") ?? "")
        }
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
