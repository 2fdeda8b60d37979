import CloudFormation
import InfraDSL

/// Where policies stand in a resource of a template, by the resource's type.
enum PolicyPlaces {
    /// One policy, or what is added up to one: the inline policies of a role.
    struct Place: Sendable {
        /// Such as `permissions`, `trust`, `policy`.
        let name: String
        let statements: [AccessStatement]
    }

    /// The places of a resource; none for nil and for types without policies.
    static func all(in resource: Value?) -> [Place] {
        guard let resource, let type = resource["Type"]?.string else { return [] }
        let properties = resource["Properties"]
        switch type {
        case "AWS::IAM::Role", "AWS::IAM::User", "AWS::IAM::Group":
            return [
                Place(name: "trust", statements: AccessStatement.all(of: properties?["AssumeRolePolicyDocument"])),
                Place(name: "permissions", statements: inline(properties) + managed(properties)),
                Place(name: "boundary", statements: boundary(properties)),
            ]
        case "AWS::Lambda::Permission":
            return [Place(name: "permission", statements: [AccessStatement(lambda: properties)])]
        default:
            guard let key = documents[type] else { return [] }
            return [Place(name: "policy", statements: AccessStatement.all(of: properties?[key]))]
        }
    }

    private static let documents = [
        "AWS::IAM::Policy": "PolicyDocument", "AWS::IAM::ManagedPolicy": "PolicyDocument",
        "AWS::IAM::RolePolicy": "PolicyDocument", "AWS::IAM::UserPolicy": "PolicyDocument",
        "AWS::IAM::GroupPolicy": "PolicyDocument", "AWS::S3::BucketPolicy": "PolicyDocument",
        "AWS::SQS::QueuePolicy": "PolicyDocument", "AWS::SNS::TopicPolicy": "PolicyDocument",
        "AWS::KMS::Key": "KeyPolicy", "AWS::SecretsManager::ResourcePolicy": "ResourcePolicy",
        "AWS::ECR::Repository": "RepositoryPolicyText", "AWS::EC2::VPCEndpoint": "PolicyDocument",
        "AWS::Logs::ResourcePolicy": "PolicyDocument",
    ]

    /// The names of inline policies mean nothing: their statements add up.
    private static func inline(_ properties: Value?) -> [AccessStatement] {
        guard let policies = properties?["Policies"] else { return [] }
        guard case .list(let items) = policies else { return [.opaque] }
        return items.flatMap { AccessStatement.all(of: $0["PolicyDocument"] ?? $0) }
    }

    /// A managed policy by its ARN: what it allows is not in the template.
    private static func managed(_ properties: Value?) -> [AccessStatement] {
        (properties?["ManagedPolicyArns"]?.policyItems ?? []).map { arn in
            AccessStatement(granting: "whatever \(arn.policyText ?? "a managed policy") allows", isAllow: true)
        }
    }

    /// Who has a boundary may do nothing outside of it: read as a refusal of the rest.
    private static func boundary(_ properties: Value?) -> [AccessStatement] {
        (properties?["PermissionsBoundary"]?.policyItems ?? []).map { arn in
            AccessStatement(granting: "whatever is outside of \(arn.policyText ?? "a boundary")", isAllow: false)
        }
    }
}

extension AccessStatement {
    /// An action that stands for a policy which is not in the template.
    fileprivate init(granting action: String, isAllow: Bool) {
        self.init(
            .map([
                .init("Effect", .text(Text(isAllow ? "Allow" : "Deny"))), .init("Action", .text(Text(action))),
                .init("Resource", "*"),
            ]))
    }

    /// `AWS::Lambda::Permission` as the statement it becomes in the function's policy.
    fileprivate init(lambda properties: Value?) {
        var tests: [Value.Entry] = []
        func test(_ operation: String, _ key: String, _ property: String) {
            guard let value = properties?[property] else { return }
            tests.append(.init(operation, .map([.init(key, value)])))
        }
        test("ArnLike", "aws:SourceArn", "SourceArn")
        test("StringEquals", "aws:SourceAccount", "SourceAccount")
        test("StringEqualsOrg", "aws:PrincipalOrgID", "PrincipalOrgID")
        var entries: [Value.Entry] = [.init("Effect", "Allow")]
        for (key, property) in [("Action", "Action"), ("Resource", "FunctionName"), ("Principal", "Principal")] {
            if let value = properties?[property] { entries.append(.init(key, value)) }
        }
        if !tests.isEmpty { entries.append(.init("Condition", .map(tests))) }
        self.init(.map(entries))
    }
}

extension AccessDiff {
    /// Every policy of two templates.
    static func changes(from old: TemplateDocument?, to new: TemplateDocument?) -> [AccessChange] {
        let before = Dictionary((old?.resources ?? []).map { ($0.key, $0.value) }) { first, _ in first }
        let after = Set((new?.resources ?? []).map(\.key))
        let changed = (new?.resources ?? []).filter { before[$0.key] != $0.value }
            .map { (id: $0.key, old: before[$0.key], new: Optional($0.value)) }
        let gone = (old?.resources ?? []).filter { !after.contains($0.key) }
            .map { (id: $0.key, old: Optional($0.value), new: Value?.none) }
        return (changed + gone).flatMap { resource in
            let old = PolicyPlaces.all(in: resource.old)
            let new = PolicyPlaces.all(in: resource.new)
            let names = (new + old).map(\.name).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
            return names.flatMap { name in
                AccessDiff(
                    "\(resource.id) \(name)", from: old.first { $0.name == name }?.statements ?? [],
                    to: new.first { $0.name == name }?.statements ?? []
                ).changes
            }
        }
    }
}
