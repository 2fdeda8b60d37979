public import CloudFormation

/// A policy of IAM or of a resource: what CloudFormation takes as a free-form document (IAM JSON policy grammar).
public struct PolicyDocument: Hashable, Sendable, ValueConvertible {
    public let statements: [PolicyStatement]

    public init(_ statements: [PolicyStatement]) { self.statements = statements }

    /// The policy of a resource: what it allows, and nobody without TLS. The embedded clouds speak plain HTTP on loopback,
    /// so there the refusal would shut everyone out.
    init(
        _ statements: [PolicyStatement], tlsOnly actions: String, on resources: [ARNPattern],
        in environment: Environment
    ) {
        let isRefused = environment.hosting == .clouds
        self.statements = statements + (isRefused ? [.tlsOnly(actions, on: resources)] : [])
    }

    public var value: Value {
        ["Version": "2012-10-17", "Statement": .list(statements.map(\.value))]
    }
}

/// One statement of a policy.
public struct PolicyStatement: Hashable, Sendable {
    /// Letters and digits; says what the statement is for.
    public let sid: String
    public let effect: Effect
    public let principal: Principal?
    public let actions: [String]
    public let resources: [ARNPattern]
    public let conditions: [Condition]

    /// - Parameters:
    ///   - principal: whom a resource's policy speaks of; nil in a policy of a role.
    ///   - actions: such as `s3:GetObject`.
    public init(
        sid: String,
        effect: Effect = .allow,
        principal: Principal? = nil,
        actions: [String],
        resources: [ARNPattern] = [],
        conditions: [Condition] = []
    ) {
        self.sid = sid
        self.effect = effect
        self.principal = principal
        self.actions = actions
        self.resources = resources
        self.conditions = conditions
    }

    /// Whether the statement gives or takes away.
    public enum Effect: String, Hashable, Sendable {
        case allow = "Allow"
        case deny = "Deny"
    }

    /// Who a resource's policy speaks of.
    public enum Principal: Hashable, Sendable {
        case anyone
        case service(Text)
        case aws(AnyARN)

        /// A role or user of AWS.
        public static func aws(_ arn: some ARNReference) -> Principal { .aws(AnyARN(arn)) }
    }

    /// One test, such as `StringEquals` of `aws:SourceAccount`.
    public struct Condition: Hashable, Sendable {
        public let test: String
        public let key: String
        public let values: [Text]

        public init(_ test: String, _ key: String, _ values: Text...) {
            self.test = test
            self.key = key
            self.values = values
        }

        /// The caller acts for this account: no other customer of the service may borrow its rights.
        public static let ownAccount = Condition("StringEquals", "aws:SourceAccount", "\(Pseudo.accountID)")

        public static func source(_ arn: some ARNReference) -> Condition {
            Condition("ArnLike", "aws:SourceArn", arn.text)
        }
    }

    /// Refuses whoever does not speak TLS.
    static func tlsOnly(_ actions: String, on resources: [ARNPattern]) -> PolicyStatement {
        PolicyStatement(
            sid: "DenyInsecureTransport",
            effect: .deny,
            principal: .anyone,
            actions: [actions],
            resources: resources,
            conditions: [Condition("Bool", "aws:SecureTransport", "false")]
        )
    }

    var value: Value {
        var map = PropertyMap()
        map.put("Sid", Text(sid))
        map.put("Effect", Text(effect.rawValue))
        map.put("Principal", principal?.value)
        map.put("Action", Self.oneOrMany(actions.map { Text($0) }))
        map.put("Resource", resources.isEmpty ? nil : Self.oneOrMany(resources.map(\.text)))
        map.put("Condition", conditions.isEmpty ? nil : conditionBlock)
        return map.value
    }

    /// Tests of one name share a block.
    private var conditionBlock: Value {
        var blocks: [Value.Entry] = []
        for condition in conditions where !blocks.contains(where: { $0.key == condition.test }) {
            let tests = conditions.filter { $0.test == condition.test }
            blocks.append(
                Value.Entry(condition.test, .map(tests.map { Value.Entry($0.key, Self.oneOrMany($0.values)) })))
        }
        return .map(blocks)
    }

    private static func oneOrMany(_ texts: [Text]) -> Value {
        texts.count == 1 ? .text(texts[0]) : .list(texts.map { .text($0) })
    }
}

extension PolicyStatement.Principal: ValueConvertible {
    public var value: Value {
        switch self {
        case .anyone: "*"
        case .service(let name): ["Service": .text(name)]
        case .aws(let arn): ["AWS": .text(arn.text)]
        }
    }
}
