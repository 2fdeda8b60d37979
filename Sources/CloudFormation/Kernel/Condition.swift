/// A test of parameters and pseudo parameters that CloudFormation makes at deploy. What is known when declaring is Swift's
/// own `if`.
public struct Condition: AWSResource {
    public let logicalID: LogicalID
    public let declared: SourceLocation
    private let test: Test

    /// What is tested.
    public indirect enum Test: Hashable, Sendable {
        case equals(Text, Text)
        case not(Test)
        /// 2 to 10 tests.
        case all([Test])
        /// 2 to 10 tests.
        case any([Test])
        case holds(LogicalID)
    }

    public init(_ id: LogicalID, _ test: Test, file: String = #fileID, line: Int = #line) {
        logicalID = id
        self.test = test
        declared = SourceLocation(file: file, line: line)
    }

    public var id: String { logicalID.name }

    public var entries: [TemplateEntry] { [] }

    public var conditions: [TemplateCondition] { [TemplateCondition(id, test: test.value)] }

    public var texts: [Text] { test.value.texts }

    /// The name, for a call that takes one.
    var mention: Text { Text(Text(id), naming: id) }
}

extension Condition.Test {
    var value: Value {
        switch self {
        case .equals(let left, let right): .map([.init("Fn::Equals", [.text(left), .text(right)])])
        case .not(let test): .map([.init("Fn::Not", [test.value])])
        case .all(let tests): .map([.init("Fn::And", .list(tests.map(\.value)))])
        case .any(let tests): .map([.init("Fn::Or", .list(tests.map(\.value)))])
        case .holds(let id): .map([.init("Condition", .text(Text(Text(id.name), naming: id.name)))])
        }
    }
}

/// A table of two levels, looked up at deploy: what differs by region, say.
public struct Mapping: AWSResource {
    public let logicalID: LogicalID
    public let declared: SourceLocation
    private let table: KeyValuePairs<String, KeyValuePairs<String, String>>

    public init(
        _ id: LogicalID,
        _ table: KeyValuePairs<String, KeyValuePairs<String, String>>,
        file: String = #fileID,
        line: Int = #line
    ) {
        logicalID = id
        self.table = table
        declared = SourceLocation(file: file, line: line)
    }

    public var id: String { logicalID.name }

    public var entries: [TemplateEntry] { [] }

    public var mappings: [TemplateMapping] {
        let rows = table.map { row in
            Value.Entry(row.key, .map(row.value.map { Value.Entry($0.key, .text(Text($0.value))) }))
        }
        return [TemplateMapping(id, table: .map(rows))]
    }

    /// The text at two keys.
    public func find(_ row: Text, _ column: Text) -> Text {
        .call("Fn::FindInMap", [.text(Text(Text(id), naming: id)), .text(row), .text(column)])
    }
}

/// A value the template takes at deploy. What an environment decides is a Swift value; a parameter is for what must not
/// stand in the template or is looked up in the Systems Manager.
public struct Parameter: AWSResource {
    public let logicalID: LogicalID
    public let declared: SourceLocation
    private let parameter: TemplateParameter

    /// A text with a default.
    public init(
        _ id: LogicalID,
        default value: String,
        allowed values: [String] = [],
        pattern: String? = nil,
        description: String,
        file: String = #fileID,
        line: Int = #line
    ) {
        logicalID = id
        parameter = TemplateParameter(
            id.name, description: description, defaultValue: value, allowedValues: values, allowedPattern: pattern)
        declared = SourceLocation(file: file, line: line)
    }

    /// The value that a parameter of the Systems Manager has at deploy.
    public init(
        _ id: LogicalID,
        readingParameter name: String,
        description: String,
        file: String = #fileID,
        line: Int = #line
    ) {
        logicalID = id
        parameter = TemplateParameter(
            id.name, type: "AWS::SSM::Parameter::Value<String>", description: description, defaultValue: name)
        declared = SourceLocation(file: file, line: line)
    }

    public var id: String { logicalID.name }

    public var entries: [TemplateEntry] { [] }

    public var parameters: [TemplateParameter] { [parameter] }

    /// What the parameter is at deploy.
    public var ref: Text { Text(.parameter(id)) }
}
