import CloudFormation

/// What a template uses of what CloudFormation and the services take at most (CloudFormation, IAM, Lambda, SQS, SNS and KMS
/// quotas); sizes are those of the template's text, which overstates a little, since references are shorter than what they
/// become only for some.
public struct Budget: Hashable, Sendable {
    public let uses: [Use]

    /// One limit and how much of it is used.
    public struct Use: Hashable, Sendable {
        /// Such as `resources`, or `characters of inline policies`.
        public let what: String
        /// The logical id the limit is of; the template itself where it is "".
        public let subject: String
        public let used: Int
        public let limit: Int

        var isExceeded: Bool { used > limit }

        var refusal: String {
            let whose = subject.isEmpty ? "the template" : subject
            return
                "\(whose) has \(used) \(what), and \(limit) are taken; split the \(subject.isEmpty ? "stack" : "resource")"
        }
    }

    public init(of document: TemplateDocument, bytes: Int) {
        let subject = PolicySubject(document)
        var uses = [
            Use(what: "resources", subject: "", used: document.resources.count, limit: 500),
            Use(what: "parameters", subject: "", used: document.section("Parameters").count, limit: 200),
            Use(what: "outputs", subject: "", used: document.section("Outputs").count, limit: 200),
            Use(what: "mappings", subject: "", used: document.section("Mappings").count, limit: 200),
            Use(
                what: "bytes of description", subject: "", used: document.root["Description"]?.literal?.utf8.count ?? 0,
                limit: 1024),
            Use(what: "bytes of template", subject: "", used: bytes, limit: 1_000_000),
        ]
        for resource in subject.resources { uses += Self.uses(of: resource) }
        self.uses = uses
    }

    public var exceeded: [Use] { uses.filter(\.isExceeded) }

    /// A template up to this many bytes goes in the request itself; a larger one by way of S3.
    public static let inlineBytes = 51_200

    /// One line for people.
    public var summary: String {
        func use(_ what: String) -> Use? { uses.first { $0.what == what && $0.subject.isEmpty } }
        let counts = ["resources", "parameters", "outputs"].compactMap(use).map {
            "\($0.used) of \($0.limit) \($0.what)"
        }
        let bytes = use("bytes of template")?.used ?? 0
        let way = bytes > Self.inlineBytes ? "1,000,000 by way of S3" : "51,200"
        return (counts + ["\(bytes) of \(way) bytes"]).joined(separator: ", ")
    }

    private static func uses(of resource: SubjectResource) -> [Use] {
        func use(_ what: String, _ used: Int, _ limit: Int) -> Use {
            Use(what: what, subject: resource.id, used: used, limit: limit)
        }
        func size(_ key: String) -> Int { resource[key].map(\.compactSize) ?? 0 }
        switch resource.type {
        case "AWS::IAM::Role":
            let inline = resource["Policies"]?.items.compactMap { $0["PolicyDocument"]?.compactSize } ?? []
            return [
                use("characters of inline policies", inline.reduce(0, +), 10_240),
                use("characters of trust policy", size("AssumeRolePolicyDocument"), 2_048),
                use("managed policies", resource["ManagedPolicyArns"]?.items.count ?? 0, 10),
            ]
        case "AWS::IAM::ManagedPolicy": return [use("characters of policy", size("PolicyDocument"), 6_144)]
        case "AWS::S3::BucketPolicy": return [use("bytes of policy", size("PolicyDocument"), 20_480)]
        case "AWS::KMS::Key": return [use("bytes of policy", size("KeyPolicy"), 32_768)]
        case "AWS::SQS::QueuePolicy": return [use("bytes of policy", size("PolicyDocument"), 8_192)]
        case "AWS::SNS::TopicPolicy": return [use("bytes of policy", size("PolicyDocument"), 30_720)]
        case "AWS::Lambda::Function":
            return [use("bytes of environment", resource.at("Environment", "Variables")?.compactSize ?? 0, 4_096)]
        default: return []
        }
    }
}

extension Value {
    /// Bytes as JSON without blanks.
    var compactSize: Int {
        switch self {
        case .text, .int, .double, .bool: (literal?.utf8.count ?? 0) + 2
        case .list(let items): items.reduce(2) { $0 + $1.compactSize + 1 }
        case .map(let entries):
            if intrinsic != nil, let flat {
                flat.utf8.count + 2
            } else {
                entries.reduce(2) { $0 + $1.key.utf8.count + 4 + $1.value.compactSize }
            }
        }
    }
}
