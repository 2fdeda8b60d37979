public import CloudFormation

/// A virtual warehouse that sleeps when nobody needs it.
public struct Warehouse: NamedObject {
    public let name: ObjectName
    public let declared: SourceLocation
    private let purpose: String
    private let size: Size
    private let suspendAfter: Int
    private let monitor: ResourceMonitor?

    /// Sizes, each twice the credits of the one before (Warehouse overview).
    public enum Size: String, Hashable, Sendable {
        case xsmall = "XSMALL"
        case small = "SMALL"
        case medium = "MEDIUM"
        case large = "LARGE"
        case xlarge = "XLARGE"
    }

    /// - Parameters:
    ///   - suspendAfter: idle seconds.
    ///   - monitor: limits its credits.
    public init(
        _ name: String,
        size: Size = .xsmall,
        suspendAfter: Int = 60,
        limitedBy monitor: ResourceMonitor? = nil,
        purpose: String,
        file: String = #fileID,
        line: Int = #line
    ) {
        self.name = ObjectName(name, kind: .warehouse)
        self.size = size
        self.suspendAfter = suspendAfter
        self.monitor = monitor
        self.purpose = purpose
        declared = SourceLocation(file: file, line: line)
    }

    public var contradictions: [String] {
        suspendAfter < 0 ? ["a warehouse is suspended after 0 or more idle seconds, not \(suspendAfter)"] : []
    }

    public var declaration: SnowflakeDeclaration {
        let limit: [SnowflakeObject.Property] = monitor.map { [.init("RESOURCE_MONITOR", .name($0.name))] } ?? []
        return .object(
            SnowflakeObject(
                name,
                [
                    .init("WAREHOUSE_SIZE", .word(size.rawValue)),
                    .init("AUTO_SUSPEND", .number(suspendAfter)),
                    .init("AUTO_RESUME", .bool(true)),
                    .init("INITIALLY_SUSPENDED", .bool(true), isCreateOnly: true),
                ] + limit,
                purpose: purpose
            )
        )
    }
}
