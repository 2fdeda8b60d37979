package import CloudFormation

/// A template as rules look at it.
package struct PolicySubject: Sendable {
    let document: TemplateDocument
    package let resources: [SubjectResource]
    /// Every statement of every policy in the template.
    let statements: [SubjectStatement]
    private let byID: [String: SubjectResource]
    /// What the schemas say against the properties; nothing where no schemas are given.
    let schemaFaults: [SchemaFault]

    package init(_ document: TemplateDocument, schemas: ResourceSchemas? = nil) {
        self.document = document
        schemaFaults = schemas.map { SchemaCheck.faults(in: document, $0) } ?? []
        // `Fn::ForEach` stands among the resources and is none.
        resources = document.resources.filter { !$0.key.hasPrefix("Fn::") }.map {
            SubjectResource(id: $0.key, body: $0.value)
        }
        byID = Dictionary(resources.map { ($0.id, $0) }) { first, _ in first }
        statements = resources.flatMap(SubjectStatement.all)
    }

    func resources(of types: [String]) -> [SubjectResource] { resources.filter { types.contains($0.type) } }

    package func resources(of type: String) -> [SubjectResource] { resources.filter { $0.type == type } }

    package subscript(id: String) -> SubjectResource? { byID[id] }

    /// The resource a value names, by reference or by a physical name stated in both places.
    package func target(of value: Value?) -> SubjectResource? {
        guard let value else { return nil }
        for id in value.referredIDs { if let resource = byID[id] { return resource } }
        guard let text = value.flat else { return nil }
        return resources.first { resource in
            guard let name = resource.physicalName?.flat, name.count > 3 else { return false }
            return text == name || text.hasSuffix(":\(name)") || text.contains(":::\(name)/")
                || text.contains(":secret:\(name)-")
        }
    }

    /// Identity statements that hold for a role: its own and those of policies attached to it.
    package func identityStatements(of role: SubjectResource) -> [SubjectStatement] {
        statements.filter { statement in
            guard statement.kind == .identity else { return false }
            if statement.owner.id == role.id { return true }
            return statement.owner["Roles"]?.items.contains { $0.referredIDs.contains(role.id) } ?? false
        }
    }

    /// The role a function or task runs as.
    func role(of resource: SubjectResource, _ key: String = "Role") -> SubjectResource? {
        resource[key]?.referredIDs.lazy.compactMap { byID[$0] }.first { $0.type == "AWS::IAM::Role" }
    }

    /// The statements of the policies that lie on a resource (a bucket's, a queue's, a topic's, a key's).
    package func resourceStatements(on resource: SubjectResource) -> [SubjectStatement] {
        statements.filter { statement in
            guard statement.kind == .resource else { return false }
            if statement.owner.id == resource.id { return true }
            let targets = ["Bucket", "Queues", "Topics"].compactMap { statement.owner[$0] }.flatMap(\.items)
            return targets.contains { target(of: $0)?.id == resource.id }
        }
    }
}

/// One resource of a template.
package struct SubjectResource: Sendable {
    package let id: String
    package let body: Value

    package var type: String { body["Type"]?.literal ?? "" }

    /// A property; the first branch where `Fn::If` chooses.
    subscript(key: String) -> Value? { body["Properties"]?[key].flatMap(\.branches.first) }

    /// A property inside others.
    func at(_ path: String...) -> Value? {
        path.reduce(body["Properties"]) { value, key in value?.branches.first?[key] }.flatMap(\.branches.first)
    }

    package var dependsOn: [String] { body["DependsOn"]?.items.compactMap(\.literal) ?? [] }

    /// The property that gives it its name, of the types whose names matter here.
    var physicalName: Value? { PhysicalName.property(of: type).flatMap { self[$0] } }
}
