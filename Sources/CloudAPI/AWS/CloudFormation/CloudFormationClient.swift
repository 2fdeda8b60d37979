/// AWS CloudFormation over its Query protocol (API version 2010-05-15). Change sets and events in the extensions.
///
/// A stack may be named by its name or, better after the first look, by its id (the ARN), which still answers when the
/// stack is gone.
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

    /// Nil for a stack that does not exist. `stack` is a name, or an id to see a deleted stack as well.
    package func describeStack(_ stack: String) throws -> StackDescription? {
        var parameters = QueryParameters()
        parameters.add("StackName", stack)
        do {
            return try call("DescribeStacks", parameters).members("Stacks").first.map(StackDescription.init)
        } catch let error as CloudError where Self.saysAbsent(error) {
            return nil
        }
    }

    /// Every stack of the region that is not deleted.
    package func stacks() throws -> [StackDescription] {
        var stacks: [StackDescription] = []
        var token: String?
        repeat {
            var parameters = QueryParameters()
            parameters.add("NextToken", token)
            let page = try call("DescribeStacks", parameters)
            stacks += page.members("Stacks").map(StackDescription.init)
            token = page.text("NextToken").flatMap { $0.isEmpty ? nil : $0 }
        } while token != nil
        return stacks
    }

    /// The template as it was given, before any transform (characters beyond ASCII may have been lost in AWS).
    package func template(of stack: String) throws -> String {
        var parameters = QueryParameters()
        parameters.add("StackName", stack)
        parameters.add("TemplateStage", "Original")
        guard let body = try call("GetTemplate", parameters).text("TemplateBody") else {
            throw client.unreadable("GetTemplate", "no template in the answer")
        }
        return body
    }

    /// All resources of a stack, those that are gone included.
    package func resources(of stack: String) throws -> [StackResource] {
        try pages("ListStackResources", of: stack, list: "StackResourceSummaries").map(StackResource.init)
    }

    /// Begins to delete a stack.
    ///
    /// - Parameters:
    ///   - retaining: logical ids of resources to leave behind; only for a stack in DELETE_FAILED.
    ///   - token: makes a repeated call the same one.
    package func deleteStack(_ stack: String, retaining: [String] = [], token: String? = nil) throws {
        var parameters = QueryParameters()
        parameters.add("StackName", stack)
        parameters.add(list: "RetainResources", retaining.isEmpty ? nil : retaining)
        try begin("DeleteStack", parameters, token)
    }

    package func updateTerminationProtection(of stack: String, enabled: Bool) throws {
        var parameters = QueryParameters()
        parameters.add("StackName", stack)
        parameters.add("EnableTerminationProtection", enabled)
        _ = try call("UpdateTerminationProtection", parameters)
    }

    /// Stops an update and begins to roll it back.
    package func cancelUpdate(of stack: String, token: String? = nil) throws {
        var parameters = QueryParameters()
        parameters.add("StackName", stack)
        try begin("CancelUpdateStack", parameters, token)
    }

    /// Brings a stack that stopped half way (`CREATE_FAILED`, `UPDATE_FAILED`) back to its last stable state; one that never
    /// had any is deleted by it.
    package func rollback(_ stack: String, token: String? = nil) throws {
        var parameters = QueryParameters()
        parameters.add("StackName", stack)
        parameters.add("RetainExceptOnCreate", true)
        try begin("RollbackStack", parameters, token)
    }

    /// Takes up a rollback that failed.
    ///
    /// - Parameter skipping: logical ids of resources that are to be taken as rolled back.
    package func continueUpdateRollback(of stack: String, skipping: [String] = [], token: String? = nil) throws {
        var parameters = QueryParameters()
        parameters.add("StackName", stack)
        parameters.add(list: "ResourcesToSkip", skipping.isEmpty ? nil : skipping)
        try begin("ContinueUpdateRollback", parameters, token)
    }

    /// Begins an operation once for each token: CloudFormation's word that it has the token already means accepted.
    func begin(_ operation: String, _ parameters: QueryParameters, _ token: String?) throws {
        var parameters = parameters
        parameters.add("ClientRequestToken", token ?? "snowline-\(RequestID.random())")
        do {
            _ = try call(operation, parameters)
        } catch let error as CloudError where error.code == "TokenAlreadyExistsException" {
            return
        }
    }

    /// The members of a list over all pages, up to the first that `isLast` holds for.
    func pages(_ operation: String, of stack: String, list: String, until isLast: (XMLElement) -> Bool = { _ in false })
        throws -> [XMLElement]
    {
        var elements: [XMLElement] = []
        var token: String?
        repeat {
            var parameters = QueryParameters()
            parameters.add("StackName", stack)
            parameters.add("NextToken", token)
            let page = try call(operation, parameters)
            for element in page.members(list) {
                if isLast(element) { return elements }
                elements.append(element)
            }
            token = page.text("NextToken").flatMap { $0.isEmpty ? nil : $0 }
        } while token != nil
        return elements
    }

    /// Absence is told in words: `ValidationError` and "does not exist".
    static func saysAbsent(_ error: CloudError) -> Bool {
        error.code == "ValidationError" && error.message.utf8.holds("does not exist")
    }
}

extension String.UTF8View {
    /// The text stands somewhere in here.
    func holds(_ text: StaticString) -> Bool {
        Array(self).index(of: text) != nil
    }
}
