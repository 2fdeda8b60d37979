/// A value the template takes from outside (Parameters section).
public struct TemplateParameter: Hashable, Sendable {
    public let name: String
    /// Such as `String`, or `AWS::SSM::Parameter::Value<String>`.
    public let type: String
    public let description: String
    /// What it is where nobody says; without one the deployer must know it.
    public let defaultValue: String?
    /// The only values it takes; empty for any.
    public let allowedValues: [String]
    /// A regular expression the whole value must match.
    public let allowedPattern: String?
    /// True keeps the value out of every description of the stack.
    public let noEcho: Bool

    public init(
        _ name: String,
        type: String = "String",
        description: String,
        defaultValue: String? = nil,
        allowedValues: [String] = [],
        allowedPattern: String? = nil,
        noEcho: Bool = false
    ) {
        self.name = name
        self.type = type
        self.description = description
        self.defaultValue = defaultValue
        self.allowedValues = allowedValues
        self.allowedPattern = allowedPattern
        self.noEcho = noEcho
    }
}

/// A test that decides at deploy whether something is made (Conditions section).
public struct TemplateCondition: Hashable, Sendable {
    public let name: String
    /// A call of `Fn::Equals`, `Fn::And`, `Fn::Or`, `Fn::Not`, or another condition.
    public let test: Value

    public init(_ name: String, test: Value) {
        self.name = name
        self.test = test
    }
}

/// A table of two levels that is looked up at deploy (Mappings section).
public struct TemplateMapping: Hashable, Sendable {
    public let name: String
    /// Maps of maps of texts.
    public let table: Value

    public init(_ name: String, table: Value) {
        self.name = name
        self.table = table
    }
}
