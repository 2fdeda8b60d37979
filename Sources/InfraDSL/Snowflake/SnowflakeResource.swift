public import CloudFormation

/// A resource Snowflake makes, as plain data: what the deployer compares with the account and turns into statements.
public protocol SnowflakeResource: Resource {
    var declaration: SnowflakeDeclaration { get }
    /// Combinations that the types allow and Snowflake does not.
    var contradictions: [String] { get }
}

extension SnowflakeResource {
    public var contradictions: [String] { [] }
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
        case .object(let object): object.creation().names + object.completion.flatMap(\.statement.names)
        case .grant(let grant): grant.statement.names
        }
    }

    /// Names, texts and combinations that Snowflake would not take.
    var statementProblems: [String] {
        switch declaration {
        case .object(let object): object.creation().problems + object.columnProblems + contradictions
        case .grant(let grant): grant.statement.problems + grant.contradictions + contradictions
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
