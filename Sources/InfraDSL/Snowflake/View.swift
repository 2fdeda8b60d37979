public import CloudFormation

/// Something that can be read from in a query.
public protocol Readable: NamedObject {}

extension Table: Readable {}
extension View: Readable {}
extension DynamicTable: Readable {}

/// A query with a name.
public struct View: NamedObject {
    public let name: ObjectName
    public let declared: SourceLocation
    private let query: SQL
    private let purpose: String

    /// - Parameter query: a `SELECT`; name what it reads by `\(table.name)`, so that it is made first.
    public init(
        _ name: String,
        in schema: Schema,
        as query: SQL,
        purpose: String,
        file: String = #fileID,
        line: Int = #line
    ) {
        self.name = schema.name.child(name, kind: .view)
        self.query = query
        self.purpose = purpose
        declared = SourceLocation(file: file, line: line)
    }

    public var declaration: SnowflakeDeclaration { .object(SnowflakeObject(name, body: query, purpose: purpose)) }
}

/// A table that Snowflake keeps as a query would give it, not older than its lag.
public struct DynamicTable: NamedObject {
    public let name: ObjectName
    public let declared: SourceLocation
    private let query: SQL
    private let lag: Lag
    private let warehouse: Warehouse
    private let purpose: String

    /// How old what it holds may be.
    public enum Lag: Hashable, Sendable {
        case seconds(Int)
        case minutes(Int)
        case hours(Int)
        case days(Int)
        /// As fresh as what reads from it wants.
        case downstream
    }

    public init(
        _ name: String,
        in schema: Schema,
        as query: SQL,
        refreshedOn warehouse: Warehouse,
        lag: Lag,
        purpose: String,
        file: String = #fileID,
        line: Int = #line
    ) {
        self.name = schema.name.child(name, kind: .dynamicTable)
        self.query = query
        self.lag = lag
        self.warehouse = warehouse
        self.purpose = purpose
        declared = SourceLocation(file: file, line: line)
    }

    public var contradictions: [String] {
        switch lag {
        case .seconds(let count) where count < 60: ["the shortest lag is 60 seconds, not \(count)"]
        case .minutes(let count) where count < 1, .hours(let count) where count < 1, .days(let count) where count < 1:
            ["a lag is at least 1, not \(count)"]
        default: []
        }
    }

    private var lagValue: PropertyValue {
        switch lag {
        case .seconds(let count): .text("\(count) seconds")
        case .minutes(let count): .text("\(count) minutes")
        case .hours(let count): .text("\(count) hours")
        case .days(let count): .text("\(count) days")
        case .downstream: .word("DOWNSTREAM")
        }
    }

    public var declaration: SnowflakeDeclaration {
        .object(
            SnowflakeObject(
                name,
                [.init("TARGET_LAG", lagValue), .init("WAREHOUSE", .name(warehouse.name))],
                body: query,
                purpose: purpose
            )
        )
    }
}
