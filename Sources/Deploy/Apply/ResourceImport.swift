import CloudAPI
import CloudFormation
import InfraDSL

/// An import change set for one declared resource: the deployed template and this one entry more, and nothing else.
struct ResourceImport {
    let id: String
    let type: String
    /// What names the physical resource, by property (the schema's primary identifier).
    let identifier: [String: String]
    private let session: Session
    private let assembly: Assembly
    private let template: TemplateDocument
    private let parameters: [(String, String)]

    /// - Parameter given: what the user says of the identifier; the declaration says the rest.
    init(_ id: String, of assembly: Assembly, named given: [String: String], _ session: Session) throws {
        guard let entry = assembly.template.entries.first(where: { $0.logicalID.name == id }) else {
            throw Failure("\(assembly.stack.name) declares no \(id).", code: .invalid)
        }
        self.id = id
        type = entry.type
        self.session = session
        self.assembly = assembly
        identifier = try Self.identifier(of: entry, given, KnownValues(session.environment))
        let client = CloudFormationClient(session.aws)
        let name = assembly.stack.stackName
        let stack = try client.describeStack(name).flatMap { StackStatus.isDeployed($0.status) ? $0 : nil }
        if let stack,
            let obstacle = StackStatus.obstacle(stack.status, stack: name, environment: session.environment.name)
        {
            throw obstacle
        }
        let deployed = try TemplateDocument(
            reading: try stack.map { try client.template(of: $0.id) } ?? "Resources: {}",
            "the deployed template of \(name)")
        guard deployed.resources.allSatisfy({ $0.key != id }) else {
            throw Failure("\(id) is part of \(name) already.", code: .invalid)
        }
        let declared = try TemplateDocument(reading: assembly.template.yaml, "the template of \(name)")
        template = try deployed.adding(resource: id, Self.importable(declared.root["Resources"]?[id] ?? .map([])))
        parameters = (stack?.parameters ?? []).map { ($0.key, $0.value) }
        let hidden = parameters.filter { $0.1 == "****" }.map(\.0)
        guard hidden.isEmpty else {
            throw Failure(
                "\(name) has parameters whose values CloudFormation does not show: \(hidden.joined(separator: ", ")).",
                advice: "Import the resource in the console, which can keep them.", code: .invalid)
        }
    }

    func run() throws {
        let resource = CloudFormationClient.ImportedResource(
            resourceType: type, logicalResourceID: id, identifier: identifier)
        Console.step("importing \(id)")
        try ChangeSetRun(session: session, assembly: assembly).apply(.import([resource]), template.yaml, parameters)
    }

    private static func identifier(of entry: TemplateEntry, _ given: [String: String], _ known: KnownValues) throws
        -> [String: String]
    {
        guard let facts = ResourceFacts.of(entry.type) else {
            guard !given.isEmpty else {
                throw Failure(
                    "What names a \(entry.type) is not known here.", advice: "Say it with --identifier NAME=VALUE.",
                    code: .invalid)
            }
            return given
        }
        var identifier: [String: String] = [:]
        for name in facts.primaryIdentifier.paths {
            var declared: String?
            if case .text(let text)? = entry.properties[name] { declared = text.resolved(known.value) }
            guard let value = given[name] ?? declared else {
                throw Failure(
                    "\(entry.logicalID.name) does not say its \(name), which names it.",
                    advice: "Add --identifier \(name)=….", code: .invalid)
            }
            identifier[name] = value
        }
        let unknown = Set(given.keys).subtracting(identifier.keys).sorted()
        guard unknown.isEmpty else {
            throw Failure(
                "A \(entry.type) is not named by \(unknown.joined(separator: ", ")).",
                advice: "It is named by \(facts.primaryIdentifier.paths.joined(separator: ", ")).", code: .invalid)
        }
        return identifier
    }

    /// CloudFormation imports only what says what becomes of it when it leaves the stack.
    private static func importable(_ body: Value) -> Value {
        guard case .map(let entries) = body, body["DeletionPolicy"] == nil else { return body }
        return .map(entries + [.init("DeletionPolicy", "Retain")])
    }
}
