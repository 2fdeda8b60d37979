import Foundation

/// Makes the generated files of the target CloudFormation out of the vendored schemas.
public struct Regenerate: Sendable {
    /// The directory `Sources/CloudFormation`.
    public let target: String

    public init(target: String) { self.target = target }

    /// One generated file that is not as it should be.
    public struct Difference: Hashable, Sendable, CustomStringConvertible {
        public enum Kind: String, Hashable, Sendable {
            case missing = "is missing"
            case changed = "differs from what the schemas give"
            case unexpected = "comes from no vendored schema"
        }

        /// Relative to the target's directory.
        public let file: String
        public let kind: Kind
        /// The first line that differs, counted from one; nil for a whole file.
        public let line: Int?

        public var description: String { "\(file)\(line.map { ":\($0)" } ?? "") \(kind.rawValue)" }
    }

    /// The vendored schemas of the target.
    public var schemas: VendoredSchemas { VendoredSchemas(directory: target + "/Schemas") }

    /// The text of every generated file by its name below `Generated/`.
    public func files() throws(SchemaProblem) -> [String: String] {
        let all = try schemas.all()
        var files = [
            "Services.swift": ServicesSource.namespaces(of: all),
            "KnownFacts.swift": ServicesSource.lookup(of: all),
            "KnownSchemas.swift": SchemaTextSource.lookup(of: all),
        ]
        let generator = StructGenerator(among: all.map(\.type))
        for schema in all { files[schema.type.sourceFile] = try generator.source(for: schema) }
        return files
    }

    /// What is on disk and should not be so, by file name; empty when all is up to date.
    public func check() throws(SchemaProblem) -> [Difference] {
        let wanted = try files()
        var differences: [Difference] = []
        for (name, text) in wanted {
            guard let bytes = FileManager.default.contents(atPath: path(of: name)) else {
                differences.append(Difference(file: "Generated/" + name, kind: .missing, line: nil))
                continue
            }
            guard bytes != Data(text.utf8) else { continue }
            let line = Self.firstDifference(text, String(decoding: bytes, as: UTF8.self))
            differences.append(Difference(file: "Generated/" + name, kind: .changed, line: line))
        }
        for name in present() where wanted[name] == nil {
            differences.append(Difference(file: "Generated/" + name, kind: .unexpected, line: nil))
        }
        return differences.sorted { precedes($0.file, $1.file) }
    }

    /// Brings the files up to date and says which were not; files that were right are not touched.
    @discardableResult
    public func write() throws(SchemaProblem) -> [Difference] {
        let wanted = try files()
        let differences = try check()
        for difference in differences {
            let name = String(difference.file.dropFirst("Generated/".count))
            if let text = wanted[name] {
                try VendoredSchemas.write(text, to: path(of: name))
            } else {
                do {
                    try FileManager.default.removeItem(atPath: path(of: name))
                } catch {
                    throw SchemaProblem(file: path(of: name), "can not be removed: \(error.localizedDescription)")
                }
            }
        }
        return differences
    }

    private func path(of name: String) -> String { "\(target)/Generated/\(name)" }

    private func present() -> [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: target + "/Generated")) ?? []
        return names.filter { $0.hasSuffix(".swift") }
    }

    private static func firstDifference(_ left: String, _ right: String) -> Int {
        let lines = zip(
            left.split(separator: "\n", omittingEmptySubsequences: false),
            right.split(separator: "\n", omittingEmptySubsequences: false))
        return lines.prefix { $0 == $1 }.count + 1
    }
}
