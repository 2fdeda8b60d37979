extension CloudFormationClient {
    /// One resource under another name (CreateStackRefactor, `ResourceMapping`).
    package struct Move: Sendable, Hashable {
        package let stack: String
        package let from: String
        package let to: String

        package init(stack: String, from: String, to: String) {
            self.stack = stack
            self.from = from
            self.to = to
        }
    }

    /// How far a refactoring has come.
    package struct Refactoring: Sendable, Hashable {
        /// `CREATE_IN_PROGRESS`, `CREATE_COMPLETE`, `CREATE_FAILED`, `DELETE_…`.
        package let status: String
        package let reason: String?
        /// `UNAVAILABLE`, `AVAILABLE`, `OBSOLETE`, `EXECUTE_…`, `ROLLBACK_…`.
        package let executionStatus: String
        package let executionReason: String?

        init(_ element: XMLElement) {
            status = element.text("Status") ?? ""
            reason = element.text("StatusReason")
            executionStatus = element.text("ExecutionStatus") ?? ""
            executionReason = element.text("ExecutionStatusReason")
        }
    }

    /// Prepares to give resources of one stack other logical ids; the physical resources are not touched. Changes nothing
    /// until it is executed.
    ///
    /// - Parameter template: the deployed template, other ids in place; a refactoring can change nothing else.
    package func createRefactoring(of stack: String, template: TemplateLocation, moves: [Move], description: String)
        throws
        -> String
    {
        var parameters = QueryParameters()
        parameters.add("Description", description)
        parameters.add("EnableStackCreation", false)
        var definition: [(name: String, value: String)] = [("StackName", stack)]
        switch template {
        case .body(let body): definition.append(("TemplateBody", body))
        case .url(let url): definition.append(("TemplateURL", url))
        }
        parameters.add(list: "StackDefinitions", structures: [definition])
        parameters.add(
            list: "ResourceMappings",
            structures: moves.map { move in
                [
                    ("Source.StackName", move.stack), ("Source.LogicalResourceId", move.from),
                    ("Destination.StackName", move.stack), ("Destination.LogicalResourceId", move.to),
                ]
            })
        guard let id = try call("CreateStackRefactor", parameters).text("StackRefactorId") else {
            throw client.unreadable("CreateStackRefactor", "no id in the answer")
        }
        return id
    }

    package func refactoring(_ id: String) throws -> Refactoring {
        var parameters = QueryParameters()
        parameters.add("StackRefactorId", id)
        return Refactoring(try call("DescribeStackRefactor", parameters))
    }

    /// Begins the moves; ``refactoring(_:)`` tells how they go.
    package func executeRefactoring(_ id: String) throws {
        var parameters = QueryParameters()
        parameters.add("StackRefactorId", id)
        _ = try call("ExecuteStackRefactor", parameters)
    }
}
