/// Something a provider can create, change and delete.
public protocol Resource: Sendable {
    /// Unique in the stack: a logical id on AWS, a full object name on Snowflake.
    var id: String { get }
    /// Every text the rendered resource contains; whom it needs is read from these and nothing else.
    var texts: [Text] { get }
    /// Where it was declared.
    var declared: SourceLocation { get }
}

/// The line of Swift that asked for something.
public struct SourceLocation: Hashable, Sendable, CustomStringConvertible {
    /// `Module/File.swift`.
    public let file: String
    public let line: Int

    public init(file: String, line: Int) {
        self.file = file
        self.line = line
    }

    public var description: String { "\(file):\(line)" }
}
