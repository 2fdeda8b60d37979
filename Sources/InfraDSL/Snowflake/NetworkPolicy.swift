public import CloudFormation

/// Where requests may come from, as one kind of place.
public struct NetworkRule: NamedObject {
    public let name: ObjectName
    public let declared: SourceLocation
    let source: Source
    private let purpose: String

    /// The places, by kind; each kind has its own form.
    public enum Source: Hashable, Sendable {
        /// IPv4 addresses and ranges, such as `203.0.113.0/24`.
        case addresses([String])
        /// VPC endpoints of AWS, such as `vpce-0fa383eb170331202`: PrivateLink.
        case endpoints([String])
    }

    public init(
        _ name: String,
        in schema: Schema,
        from source: Source,
        purpose: String,
        file: String = #fileID,
        line: Int = #line
    ) {
        self.name = schema.name.child(name, kind: .networkRule)
        self.source = source
        self.purpose = purpose
        declared = SourceLocation(file: file, line: line)
    }

    public var contradictions: [String] {
        switch source {
        case .addresses(let list):
            (list.isEmpty ? ["a network rule names a place"] : [])
                + list.filter { !IPv4Range.isWellFormed($0) }.map { "\"\($0)\" is no IPv4 address or range" }
        case .endpoints(let list):
            (list.isEmpty ? ["a network rule names a place"] : [])
                + list.filter { !$0.hasPrefix("vpce-") }.map { "\"\($0)\" is no id of a VPC endpoint, such as vpce-…" }
        }
    }

    public var declaration: SnowflakeDeclaration {
        let (type, values): (String, [String]) =
            switch source {
            case .addresses(let list): ("IPV4", list)
            case .endpoints(let list): ("AWSVPCEID", list)
            }
        return .object(
            SnowflakeObject(
                name,
                [
                    .init("TYPE", .word(type), change: .replace),
                    .init("MODE", .word("INGRESS"), change: .replace),
                    .init("VALUE_LIST", .texts(values.map { Text($0) })),
                ],
                purpose: purpose
            )
        )
    }
}

/// Which network rules let requests in; put on a service user, never on the account.
public struct NetworkPolicy: NamedObject {
    public let name: ObjectName
    public let declared: SourceLocation
    private let allowed: [NetworkRule]
    private let blocked: [NetworkRule]
    private let purpose: String

    public init(
        _ name: String,
        allowing allowed: [NetworkRule],
        blocking blocked: [NetworkRule] = [],
        purpose: String,
        file: String = #fileID,
        line: Int = #line
    ) {
        self.name = ObjectName(name, kind: .networkPolicy)
        self.allowed = allowed
        self.blocked = blocked
        self.purpose = purpose
        declared = SourceLocation(file: file, line: line)
    }

    public var contradictions: [String] {
        allowed.isEmpty ? ["a network policy that allows nothing locks all out"] : []
    }

    public var declaration: SnowflakeDeclaration {
        let blocking: [SnowflakeObject.Property] =
            blocked.isEmpty ? [] : [.init("BLOCKED_NETWORK_RULE_LIST", .nameTexts(blocked.map(\.name)))]
        return .object(
            SnowflakeObject(
                name,
                [.init("ALLOWED_NETWORK_RULE_LIST", .nameTexts(allowed.map(\.name)))] + blocking,
                purpose: purpose
            )
        )
    }
}

/// IPv4 addresses in dotted form, perhaps with the length of a prefix.
enum IPv4Range {
    static func isWellFormed(_ text: String) -> Bool {
        let halves = text.split(separator: "/", omittingEmptySubsequences: false)
        let numbers = halves[0].split(separator: ".", omittingEmptySubsequences: false)
        guard halves.count <= 2, numbers.count == 4, numbers.allSatisfy({ isNumber($0, upTo: 255) }) else {
            return false
        }
        return halves.count == 1 || isNumber(halves[1], upTo: 32)
    }

    private static func isNumber(_ text: Substring, upTo most: Int) -> Bool {
        guard let number = Int(text), text.allSatisfy(\.isNumber) else { return false }
        return number <= most
    }
}
