public import CloudFormation

/// A name and the resources that live and die together.
public struct Stack: Sendable {
    /// The CloudFormation stack is called `<name>-<environment>`.
    public let name: String
    public let environment: Environment
    public let resources: [any Resource]
    /// What people and other tools ask for after a deploy.
    public let outputs: [Output]
    /// What models the rows that the stack loads; nil where nothing does.
    public let models: DBTModels?
    /// Put on every resource that takes tags, beside those of the environment.
    public let tags: [String: String]
    public let declared: SourceLocation

    public init(
        _ name: String,
        in environment: Environment,
        outputs: [Output] = [],
        models: DBTModels? = nil,
        tags: [String: String] = [:],
        file: String = #fileID,
        line: Int = #line,
        @ResourceBuilder _ resources: () -> [any Resource]
    ) {
        self.name = name
        self.environment = environment
        self.resources = resources()
        self.outputs = outputs
        self.models = models
        self.tags = environment.tags.merging(tags) { $1 }
        declared = SourceLocation(file: file, line: line)
    }

    /// The physical name of the CloudFormation stack.
    public var stackName: String { "\(name)-\(environment.name)" }
}

/// A value a stack gives back, by the name scripts know it under.
public struct Output: Hashable, Sendable {
    /// Letters and digits, as CloudFormation wants them.
    public let name: String
    public let value: Text
    public let description: String
    /// The name other stacks import it by; unique in an account and region.
    public let exportName: String?

    public init(_ name: String, _ value: some TextConvertible, _ description: String) {
        self.init(name, value, description, exportedAs: nil)
    }

    init(_ name: String, _ value: some TextConvertible, _ description: String, exportedAs exportName: String?) {
        self.name = name
        self.value = value.text
        self.description = description
        self.exportName = exportName
    }
}

/// Joins the rows of a stack's list; resources are declared before it, so that it stays cheap to type-check.
@resultBuilder
public enum ResourceBuilder {
    public static func buildExpression(_ one: any Resource) -> [any Resource] { [one] }
    public static func buildExpression(_ many: [any Resource]) -> [any Resource] { many }
    public static func buildBlock(_ rows: [any Resource]...) -> [any Resource] { rows.flatMap { $0 } }
    public static func buildOptional(_ rows: [any Resource]?) -> [any Resource] { rows ?? [] }
    public static func buildEither(first rows: [any Resource]) -> [any Resource] { rows }
    public static func buildEither(second rows: [any Resource]) -> [any Resource] { rows }
    public static func buildArray(_ rows: [[any Resource]]) -> [any Resource] { rows.flatMap { $0 } }
}
