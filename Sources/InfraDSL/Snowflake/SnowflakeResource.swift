public import CloudFormation

/// A resource Snowflake makes, as plain data: what the deployer compares with the account and turns into statements.
public protocol SnowflakeResource: Resource {
    var declaration: SnowflakeDeclaration { get }
}

/// What a resource is on the Snowflake side.
public enum SnowflakeDeclaration: Hashable, Sendable {
    case object(SnowflakeObject)
    case grant(SnowflakeGrant)
}

extension SnowflakeResource {
    /// Every name the resource's statements contain.
    var names: [ObjectName] {
        switch declaration {
        case .object(let object): object.creation().names
        case .grant(let grant): grant.statement.names
        }
    }

    /// Names and texts that Snowflake would not take.
    var statementProblems: [String] {
        switch declaration {
        case .object(let object): object.creation().problems
        case .grant(let grant): grant.statement.problems
        }
    }

    public var texts: [Text] {
        switch declaration {
        case .object(let object): object.creation().texts
        case .grant(let grant): grant.statement.texts
        }
    }

    /// The numbered file the resource's statements stand in.
    var layer: Layer {
        switch declaration {
        case .object(let object): Layer(object.name.kind)
        case .grant: .grants
        }
    }
}

/// The numbered files of a stack's SQL, in the order they are run.
public enum Layer: Int, Hashable, Sendable, Comparable, CaseIterable {
    case roles
    case warehouses
    case databases
    case integrations
    case stages
    case tables
    case users
    case grants

    init(_ kind: ObjectKind) {
        self =
            switch kind {
            case .role: .roles
            case .warehouse: .warehouses
            case .database, .schema: .databases
            case .storageIntegration: .integrations
            case .fileFormat, .stage: .stages
            case .table: .tables
            case .user: .users
            }
    }

    /// The middle of a file's name.
    public var title: String { "\(self)" }

    public static func < (left: Layer, right: Layer) -> Bool { left.rawValue < right.rawValue }
}
