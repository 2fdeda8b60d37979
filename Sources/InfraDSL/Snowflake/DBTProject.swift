public import CloudFormation

/// A dbt project that lives in Snowflake and is run there (dbt Projects on Snowflake).
public struct DBTProject: NamedObject {
    public let name: ObjectName
    public let declared: SourceLocation
    private let source: Source
    private let revision: String?
    private let target: String?
    private let version: String?
    private let purpose: String

    /// Where its files are; a folder with one `dbt_project.yml` at its root.
    public enum Source: Hashable, Sendable {
        /// A branch of a Git repository object of the account.
        case gitBranch(String, of: GitRepository, folder: String = "")
        /// An internal stage, such as `@"DB"."SCHEMA"."FILES"/dbt`.
        case stage(ObjectName, folder: String = "")
        /// The live version of a workspace, such as `snow://workspace/user$.public."mine"/versions/live`.
        case workspace(String)
    }

    /// A Git repository object, which somebody else declares.
    public struct GitRepository: Hashable, Sendable {
        let parts: [String]

        public init(database: String, schema: String, name: String) { parts = [database, schema, name] }
    }

    /// - Parameters:
    ///   - revision: what the files are a version of; when it changes they are deployed again. The account does not say
    ///     what it holds, so without a revision they are deployed once.
    ///   - target: the profile's target, such as `prod`.
    ///   - version: of dbt Core, such as `1.11.11`; the account's default when not given.
    public init(
        _ name: String,
        in schema: Schema,
        from source: Source,
        revision: String? = nil,
        target: String? = nil,
        version: String? = nil,
        purpose: String,
        file: String = #fileID,
        line: Int = #line
    ) {
        self.name = schema.name.child(name, kind: .dbtProject)
        self.source = source
        self.revision = revision
        self.target = target
        self.version = version
        self.purpose = purpose
        declared = SourceLocation(file: file, line: line)
    }

    public var contradictions: [String] {
        guard let revision, revision.isEmpty || revision.contains(where: { $0.isWhitespace || $0 == ")" }) else {
            return []
        }
        return ["\"\(revision)\" is no revision: characters without blanks and brackets"]
    }

    /// What the comment says of the revision, and where the deployer reads it back.
    public static let revisionWords = (before: "(revision ", after: ")")

    public var declaration: SnowflakeDeclaration {
        var options: [SnowflakeObject.Property] = [
            .init("FROM", .clauseTexts([location]), isCreateOnly: true, place: .head)
        ]
        if let version { options.append(.init("DBT_VERSION", .text(Text(version)))) }
        if let target { options.append(.init("DEFAULT_TARGET", .text(Text(target)))) }
        let words = Self.revisionWords
        return .object(
            SnowflakeObject(
                name,
                options,
                completion: revision.map {
                    [
                        .init(
                            key: "REVISION", value: $0,
                            statement: "ALTER DBT PROJECT \(name) DEPLOY FROM \(location)", followsCreation: false)
                    ]
                } ?? [],
                purpose: revision.map { "\(purpose) \(words.before)\($0)\(words.after)" } ?? purpose
            )
        )
    }

    private var location: Text {
        switch source {
        case .gitBranch(let branch, let repository, let folder):
            Text("@\(Self.quoted(repository.parts))/branches/\(branch)\(Self.below(folder))")
        case .stage(let stage, let folder):
            Text(Text("@\(Self.quoted(stage.parts))\(Self.below(folder))"), naming: stage.id)
        case .workspace(let location): Text(location)
        }
    }

    private static func below(_ folder: String) -> String { folder.isEmpty ? "" : "/\(folder)" }

    private static func quoted(_ parts: [String]) -> String {
        parts.map { "\"\($0.replacing("\"", with: "\"\""))\"" }.joined(separator: ".")
    }
}
