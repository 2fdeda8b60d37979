public import CloudFormation

/// A value that statements of Snowflake's use and nobody reads back. It comes from Secrets Manager while a deploy runs: no
/// file, no plan and no template holds it.
public struct SnowflakeSecret: NamedObject {
    public let name: ObjectName
    public let declared: SourceLocation
    private let content: Content
    private let purpose: String

    /// What it is.
    public enum Content: Hashable, Sendable {
        /// The whole value of a secret of Secrets Manager.
        case text(from: String)
        /// The member `password` of a secret of Secrets Manager, which is a JSON object.
        case password(user: String, from: String)
        /// A key of 256 bits that Snowflake makes.
        case symmetricKey
    }

    public init(
        _ name: String,
        in schema: Schema,
        _ content: Content,
        purpose: String,
        file: String = #fileID,
        line: Int = #line
    ) {
        self.name = schema.name.child(name, kind: .secret)
        self.content = content
        self.purpose = purpose
        declared = SourceLocation(file: file, line: line)
    }

    /// The attribute that stands for a value in Secrets Manager, followed by the secret's name.
    public static let valueAttribute = "Value in Secrets Manager: "

    private func value(_ secretName: String) -> Text { Text(.attribute(of: id, Self.valueAttribute + secretName)) }

    public var contradictions: [String] {
        switch content {
        case .text(let secret) where secret.isEmpty, .password(_, let secret) where secret.isEmpty:
            ["the name of the secret of Secrets Manager is missing"]
        default: []
        }
    }

    public var declaration: SnowflakeDeclaration {
        let options: [SnowflakeObject.Property] =
            switch content {
            case .text(let secret):
                [
                    .init("TYPE", .word("GENERIC_STRING"), change: .replace),
                    .init("SECRET_STRING", .text(value(secret)), isCreateOnly: true),
                ]
            case .password(let user, let secret):
                [
                    .init("TYPE", .word("PASSWORD"), change: .replace),
                    .init("USERNAME", .text(Text(user)), isCreateOnly: true),
                    .init("PASSWORD", .text(value(secret)), isCreateOnly: true),
                ]
            case .symmetricKey:
                [
                    .init("TYPE", .word("SYMMETRIC_KEY"), change: .replace),
                    .init("ALGORITHM", .word("GENERIC"), isCreateOnly: true),
                ]
            }
        return .object(SnowflakeObject(name, options, purpose: purpose))
    }
}

/// A tag that objects of the account can carry. (A tag of AWS's is `Tag`.)
public struct ObjectTag: NamedObject {
    public let name: ObjectName
    public let declared: SourceLocation
    private let values: [String]
    private let purpose: String

    /// - Parameter values: the only ones it may have; any when there are none.
    public init(
        _ name: String,
        in schema: Schema,
        values: [String] = [],
        purpose: String,
        file: String = #fileID,
        line: Int = #line
    ) {
        self.name = schema.name.child(name, kind: .tag)
        self.values = values
        self.purpose = purpose
        declared = SourceLocation(file: file, line: line)
    }

    public var contradictions: [String] {
        (values.count > 300 ? ["a tag has at most 300 values, not \(values.count)"] : [])
            + values.filter { $0.isEmpty || $0.count > 256 }.map {
                "a value has 1 to 256 characters: \"\($0.prefix(40))\""
            }
    }

    public var declaration: SnowflakeDeclaration {
        .object(
            SnowflakeObject(
                name,
                values.isEmpty
                    ? [] : [.init("ALLOWED_VALUES", .clauseTexts(values.map { Text($0) }), place: .head)],
                purpose: purpose
            )
        )
    }
}
