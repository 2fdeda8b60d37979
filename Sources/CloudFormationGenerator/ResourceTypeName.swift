/// The name of a resource type, such as `AWS::S3::Bucket`, and the file names that follow from it.
public struct ResourceTypeName: Hashable, Sendable, Comparable, CustomStringConvertible {
    public let description: String
    /// `S3`; a publisher other than AWS stands before it: `AlexaASK`.
    public let service: String
    /// `Bucket`
    public let resource: String

    /// Three parts of letters and digits; anything else is a ``SchemaProblem``, since the name becomes a path.
    public init(_ name: String, file: String) throws(SchemaProblem) {
        let parts = name.components(separatedBy: "::")
        let wellFormed = parts.allSatisfy { part in
            !part.isEmpty && part.utf8.allSatisfy { $0.isASCIILetter || $0.isASCIIDigit }
        }
        guard parts.count == 3, wellFormed else {
            throw SchemaProblem(
                file: file, path: "/typeName", "'\(name)' is no type name; expected one like AWS::S3::Bucket")
        }
        description = name
        service = parts[0] == "AWS" ? parts[1] : parts[0] + parts[1]
        resource = parts[2]
    }

    /// Where the reduced schema lies below `Schemas/`.
    public var schemaFile: String { "\(service)/\(resource).json" }

    /// The file of the generated struct; its base name is unique in the target.
    public var sourceFile: String { "\(service)+\(resource).swift" }

    public static func < (left: Self, right: Self) -> Bool { precedes(left.description, right.description) }
}

extension String {
    fileprivate func components(separatedBy separator: String) -> [String] {
        split(separator: separator, omittingEmptySubsequences: false).map(String.init)
    }
}

extension UInt8 {
    var isASCIILetter: Bool { (0x41...0x5A).contains(self) || (0x61...0x7A).contains(self) }
    var isASCIIDigit: Bool { (0x30...0x39).contains(self) }
}
