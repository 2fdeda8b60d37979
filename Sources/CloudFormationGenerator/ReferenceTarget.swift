/// What a property refers to: the ARN, name or id of resources of one type.
struct ReferenceTarget: Hashable {
    /// Such as `AWS::SQS::Queue`.
    let type: String
    let kind: Kind

    enum Kind: Hashable {
        case arn, name, id
    }

    init(_ type: String, _ kind: Kind) {
        // An alias stands wherever a key does.
        self.type = type == "AWS::KMS::Alias" ? "AWS::KMS::Key" : type
        self.kind = kind
    }

    /// From a format such as `AWS::IAM::Role.Arn`, as the schemas of cfn-lint have it; nil for `date-time` and its like.
    init?(format: String) {
        let parts = format.split(separator: ".")
        guard parts.count == 2, parts[0].hasPrefix("AWS::"), let kind = Kind(attribute: String(parts[1])) else {
            return nil
        }
        self.init(String(parts[0]), kind)
    }
}

extension ReferenceTarget.Kind {
    /// From the name of an attribute: `Arn`, `TopicArn`, `KeyId`, `QueueUrl`, `RoleName`.
    init?(attribute: String) {
        let name = attribute.hasSuffix("s") ? String(attribute.dropLast()) : attribute
        if name.hasSuffix("Arn") || name.hasSuffix("ARN") {
            self = .arn
        } else if name.hasSuffix("Name") {
            self = .name
        } else if ["Id", "ID", "Url", "DefaultSecurityGroup"].contains(where: name.hasSuffix) {
            self = .id
        } else {
            return nil
        }
    }
}

/// How the struct spells what a property takes.
enum ReferenceType: Hashable, CustomStringConvertible {
    /// `ARN<SQS.Queue>`
    case exactly(ReferenceTarget.Kind, swiftName: String)
    /// Any of the ways to name a resource of one type.
    case anyDesignator(swiftName: String)
    /// An ARN of resources of several types, or of one that has no struct.
    case anyARN

    var description: String {
        switch self {
        case .exactly(.arn, let name): "ARN<\(name)>"
        case .exactly(.name, let name): "Name<\(name)>"
        case .exactly(.id, let name): "ID<\(name)>"
        case .anyDesignator(let name): "any Designator<\(name)>"
        case .anyARN: "any ARNReference"
        }
    }

    /// An existential is written in parentheses before a question mark.
    var isExistential: Bool {
        if case .exactly = self { false } else { true }
    }
}
