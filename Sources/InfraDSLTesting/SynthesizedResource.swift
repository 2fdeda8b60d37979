public import CloudFormation
import InfraDSL

/// One resource of a template, whose properties are asked for by the names its struct gives them.
public struct SynthesizedResource<Resource: GeneratedResource>: Sendable {
    let template: SynthesizedTemplate
    let subject: SubjectResource

    init(in template: SynthesizedTemplate, _ subject: SubjectResource) {
        self.template = template
        self.subject = subject
    }

    public var logicalID: String { subject.id }

    /// What must be made first although no property says so.
    public var dependsOn: [String] { subject.dependsOn }

    /// `Retain`, `Delete`, …; nil when it is not stated.
    public var deletionPolicy: String? { subject.body["DeletionPolicy"]?.literal }

    public var updateReplacePolicy: String? { subject.body["UpdateReplacePolicy"]?.literal }

    /// A property by its key path: `queue[\.visibilityTimeout] == 720`.
    public subscript<Property>(path: KeyPath<Resource, Property?>) -> SynthesizedProperty<Property> {
        property(path)
    }

    /// A property that must be given.
    public subscript<Property>(path: KeyPath<Resource, Property>) -> SynthesizedProperty<Property> {
        property(path)
    }

    /// A property by its name and the names inside it, as CloudFormation spells them; nil when it is not given.
    public subscript(names: String...) -> Value? { names.reduce(subject.body["Properties"]) { $0?.member($1) } }

    /// The resource that a property names.
    public func target(_ path: PartialKeyPath<Resource>) throws -> SynthesizedTarget {
        try target(of: value(at: path), named: PropertyNames.of(path).joined(separator: "."))
    }

    /// Follows a property by name, such as `target("RedrivePolicy", "deadLetterTargetArn")`.
    public func target(_ names: String...) throws -> SynthesizedTarget {
        let value = names.reduce(subject.body["Properties"]) { $0?.member($1) }
        return try target(of: value, named: names.joined(separator: "."))
    }

    private func target(of value: Value?, named name: String) throws -> SynthesizedTarget {
        guard let found = template.subject.target(of: value) else {
            throw SynthesizedTemplate.Missing(description: "\(name) of \(logicalID) names no resource of the template")
        }
        return SynthesizedTarget(logicalID: found.id, type: found.type)
    }

    private func property<Property>(_ path: PartialKeyPath<Resource>) -> SynthesizedProperty<Property> {
        SynthesizedProperty(value: value(at: path), template: template.template)
    }

    private func value(at path: PartialKeyPath<Resource>) -> Value? {
        PropertyNames.of(path).reduce(subject.body["Properties"]) { $0?.member(spelledLike: $1) }
    }
}

/// A resource that another one names.
public struct SynthesizedTarget: Hashable, Sendable {
    public let logicalID: String
    /// Such as `AWS::SQS::Queue`.
    public let type: String

    public init(logicalID: String, type: String) {
        self.logicalID = logicalID
        self.type = type
    }
}

/// The names along a key path, as Swift spells them: `\Queue.redrivePolicy?.maxReceiveCount` is those two.
enum PropertyNames {
    static func of(_ path: AnyKeyPath) -> [String] {
        path.debugDescription.split(separator: ".").dropFirst().map { name in
            String(name.filter { $0.isLetter || $0.isNumber })
        }
    }
}

extension Value {
    /// What stands under a key or an index.
    fileprivate func member(_ name: String) -> Value? {
        if case .list(let items) = self { return Int(name).flatMap { items.indices.contains($0) ? items[$0] : nil } }
        return self[name]
    }

    /// What stands under a key whose Swift name this is: only capitals differ, and a suffix where Swift had the name already.
    fileprivate func member(spelledLike name: String) -> Value? {
        guard case .map(let entries) = self else { return nil }
        let wanted = [name.lowercased(), name.lowercased().removing("property")]
        return entries.first { wanted.contains($0.key.lowercased().filter { $0.isLetter || $0.isNumber }) }?.value
    }
}

extension String {
    fileprivate func removing(_ suffix: String) -> String { hasSuffix(suffix) ? String(dropLast(suffix.count)) : self }
}
