/// The name of a resource inside its template: letters and digits, given by hand, stable for the life of the resource.
///
/// Only a literal becomes one, so that moving or looping over code can not rename what is deployed.
/// Whether it is well formed is checked at synth, where every problem of a stack is reported at once.
public struct LogicalID: Hashable, Sendable, ExpressibleByStringLiteral, CustomStringConvertible {
    /// The id as it stands in the template.
    public let name: String

    public init(stringLiteral name: StaticString) { self.name = "\(name)" }

    private init(name: String) { self.name = name }

    @available(
        *, unavailable, message: "a logical id is a literal, so that no change of code can rename what is deployed"
    )
    public init(_ name: String) { self.name = name }

    /// The id of an entry that belongs to this resource, as the policy of a bucket does.
    public func child(_ suffix: StaticString) -> LogicalID { LogicalID(name: name + "\(suffix)") }

    /// The id that a part of a resource had when the resource was called this.
    public func sibling(of current: LogicalID, named part: String) -> LogicalID {
        guard part.hasPrefix(current.name) else { return LogicalID(name: part) }
        return LogicalID(name: name + part.dropFirst(current.name.count))
    }

    public var description: String { name }

    /// CloudFormation takes 1 to 255 letters and digits (Template anatomy, Resources).
    public var isWellFormed: Bool {
        (1...255).contains(name.utf8.count) && name.utf8.allSatisfy(Self.isAlphanumeric)
    }

    private static func isAlphanumeric(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
    }
}
