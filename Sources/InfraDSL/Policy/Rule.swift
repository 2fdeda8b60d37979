public import CloudFormation

/// Something every template must keep to: how it is called, why, what to do about a breach, and how one is found.
public struct Rule: Sendable {
    /// Such as `SL-S3-001`; never used again for another rule.
    public let id: String
    /// Why, in one line.
    public let reason: String
    /// What to do, in one line.
    public let fix: String
    let check: @Sendable (PolicySubject) -> [Breach]

    init(_ id: String, _ reason: String, fix: String, check: @escaping @Sendable (PolicySubject) -> [Breach]) {
        self.id = id
        self.reason = reason
        self.fix = fix
        self.check = check
    }

    /// A rule that looks at one resource after the other.
    init(
        _ id: String,
        _ reason: String,
        fix: String,
        of types: [String],
        check: @escaping @Sendable (SubjectResource, PolicySubject) -> String?
    ) {
        self.init(id, reason, fix: fix) { subject in
            subject.resources(of: types).compactMap { resource in
                check(resource, subject).map { Breach(resource, $0) }
            }
        }
    }
}

/// One place where a rule is broken.
struct Breach {
    /// A logical id, or the name of an output, a parameter or a section.
    let id: String
    /// Where, from the root of the template down.
    let path: [String]
    let detail: String

    init(id: String, path: [String], _ detail: String) {
        self.id = id
        self.path = path
        self.detail = detail
    }

    init(_ resource: SubjectResource, at path: [String] = [], _ detail: String) {
        self.init(id: resource.id, path: ["Resources", resource.id] + path, detail)
    }
}

/// A breach as people read it.
public struct Finding: Hashable, Sendable {
    public let rule: String
    public let logicalID: String
    /// What is wrong, then what to do.
    public let message: String
    /// The Swift line of a stack's resource, or the line of the template.
    public let place: SourceLocation

    public init(rule: String, logicalID: String, message: String, place: SourceLocation) {
        self.rule = rule
        self.logicalID = logicalID
        self.message = message
        self.place = place
    }
}

extension Problem {
    /// A stack's problem in the form of a template's; those that are no rule's have the rule of the reader.
    public func finding(in stack: Stack) -> Finding {
        let place = declared ?? stack.declared
        if case .broken(let rule, let id, let message) = kind {
            return Finding(rule: rule, logicalID: id, message: message, place: place)
        }
        return Finding(
            rule: "SL-TPL-000", logicalID: "-", message: Problem(kind, declared: nil).description, place: place)
    }
}

extension Budget.Use {
    /// A limit exceeded, as a finding.
    public func finding(in document: TemplateDocument, file: String) -> Finding {
        let line = document.line(of: subject.isEmpty ? [] : ["Resources", subject])
        return Finding(
            rule: "SL-LIM-001", logicalID: subject.isEmpty ? "-" : subject, message: refusal,
            place: SourceLocation(file: file, line: line))
    }
}
