public import CloudFormation
public import InfraDSL

/// What a stack becomes, for tests to ask: resources by type, properties by key path, references, rights.
///
///     let template = try SynthesizedTemplate(retailPipeline(.prod))
///     #expect(template.resources(of: SQS.Queue.self).count == 2)
///     let arrivals = try template.resource("Arrivals", of: SQS.Queue.self)
///     #expect(arrivals[\.visibilityTimeout] == 720)
///     #expect(try arrivals.target(\.redrivePolicy?.deadLetterTargetArn).logicalID == "ArrivalsDeadLetters")
public struct SynthesizedTemplate: Sendable {
    /// The template as text: what is deployed.
    public let yaml: String
    public let document: TemplateDocument
    let subject: PolicySubject
    let template: Template

    /// Throws every problem of the stack at once; its rules are checked as at each synth.
    public init(_ stack: Stack, policy: PolicyPack = .all) throws {
        let template = try Assembly(stack, policy: policy).template
        try self.init(yaml: template.yaml, template)
    }

    /// Any template, YAML or JSON.
    public init(yaml: String) throws { try self.init(yaml: yaml, .empty) }

    private init(yaml: String, _ template: Template) throws {
        self.yaml = yaml
        self.template = template
        document = try TemplateDocument(yaml)
        subject = PolicySubject(document)
    }

    /// Nothing, or more than was asked for, stands where a test expects one thing.
    public struct Missing: Error, CustomStringConvertible {
        public let description: String
    }

    /// The resources of one type, in the template's order.
    public func resources<Resource: GeneratedResource>(of type: Resource.Type) -> [SynthesizedResource<Resource>] {
        subject.resources(of: Resource.type).map { SynthesizedResource(in: self, $0) }
    }

    /// One resource by its logical id; throws when there is none, or one of another type.
    public func resource<Resource: GeneratedResource>(
        _ logicalID: String, of type: Resource.Type
    ) throws -> SynthesizedResource<Resource> {
        guard let found = subject[logicalID] else {
            let others = resources(of: type).map(\.logicalID).joined(separator: ", ")
            throw Missing(
                description:
                    "there is no \(logicalID); of \(Resource.type) there are: \(others.isEmpty ? "none" : others)")
        }
        guard found.type == Resource.type else {
            throw Missing(description: "\(logicalID) is \(found.type), and not \(Resource.type)")
        }
        return SynthesizedResource(in: self, found)
    }

    /// The only resource of a type; throws when there is none, or more than one.
    public func resource<Resource: GeneratedResource>(of type: Resource.Type) throws -> SynthesizedResource<Resource> {
        let all = resources(of: type)
        guard let only = all.first, all.count == 1 else {
            throw Missing(description: "\(all.count) resources are \(Resource.type)")
        }
        return only
    }

    /// How often each type stands in the template.
    public var counts: [String: Int] { subject.resources.reduce(into: [:]) { $0[$1.type, default: 0] += 1 } }

    /// What an output gives; nil when there is no such output.
    public func output(_ name: String) -> Value? {
        document.section("Outputs").first { $0.key == name }?.value["Value"]
    }
}
