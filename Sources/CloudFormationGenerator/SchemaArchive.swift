import Foundation

/// The resource schemas of a region as somebody publishes them: where new types are taken from.
///
/// Two layouts are read. The cfn-lint wheel (1.58 and later): `providers/us-east-1.json` maps a type to the name of a file
/// below `resources/`. AWS's own archive, unpacked: one file a type, `aws-s3-bucket.json`.
public struct SchemaArchive: Sendable {
    /// When the schemas were published, as the archive says it; empty when it does not.
    public let schemaDate: String
    /// What the archive is, for the index of vendored schemas.
    public let source: String
    private let files: [String: String]

    /// Opens a directory: the unpacked wheel, the installed `cfnlint` package, its `data/schemas`, or AWS's archive.
    public init(at path: String) throws(SchemaProblem) {
        guard let directory = Self.directory(path) else {
            let isPacked = path.hasSuffix(".whl") || path.hasSuffix(".zip")
            throw SchemaProblem(
                file: path,
                "is no schema archive: " + (isPacked ? "unpack it and give the directory" : "no such directory"))
        }
        let candidates = ["", "/data/schemas", "/cfnlint/data/schemas"].map { directory + $0 }
        if let schemas = candidates.first(where: { Self.isFile($0 + "/providers/us-east-1.json") }) {
            self = try Self(wheel: schemas)
        } else {
            self = try Self(flat: directory)
        }
    }

    /// Every type the archive knows.
    public var types: [String] { files.keys.sorted(by: precedes) }

    /// The schema of a type, reduced.
    public func schema(of type: String) throws(SchemaProblem) -> ReducedSchema {
        guard let file = files[type] else {
            let resource = "::" + (type.split(separator: ":").last ?? "").lowercased()
            let near = types.filter { $0.lowercased().hasSuffix(resource) }
            let hint = near.isEmpty ? "" : "; did you mean \(near.prefix(3).joined(separator: ", "))?"
            throw SchemaProblem(file: source, "has no schema of '\(type)'\(hint)")
        }
        let schema = try ReducedSchema(Self.read(file), file: file)
        guard schema.type.description == type else {
            throw SchemaProblem(file: file, path: "/typeName", "is '\(schema.type)', expected '\(type)'")
        }
        return schema
    }

    private init(wheel schemas: String) throws(SchemaProblem) {
        let index = schemas + "/providers/us-east-1.json"
        var files: [String: String] = [:]
        for (type, name) in try Self.node(index).members() {
            files[type] = "\(schemas)/resources/\(try name.string()).json"
        }
        self.files = files
        let version = schemas + "/version.json"
        schemaDate = Self.isFile(version) ? try Self.node(version)["schema_date"]?.string() ?? "" : ""
        source = "cfn-lint" + Self.version(ofPackage: schemas + "/../../version.py")
    }

    private init(flat directory: String) throws(SchemaProblem) {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: directory)) ?? []
        var files: [String: String] = [:]
        for name in names.sorted(by: precedes) where name.hasSuffix(".json") {
            let file = directory + "/" + name
            if case .string(let type)? = try Self.node(file)["typeName"]?.json { files[type] = file }
        }
        guard !files.isEmpty else {
            throw SchemaProblem(
                file: directory,
                "is no schema archive: expected cfnlint/data/schemas/providers/us-east-1.json (cfn-lint 1.58 or later)"
                    + " or files like aws-s3-bucket.json")
        }
        self.files = files
        schemaDate = ""
        source = "CloudFormation schema archive"
    }

    /// ` 1.58.0` when the package says so.
    private static func version(ofPackage file: String) -> String {
        let text = FileManager.default.contents(atPath: file).map { String(decoding: $0, as: UTF8.self) } ?? ""
        let line = text.split(separator: "\n").first { $0.hasPrefix("__version__") } ?? ""
        let parts = line.split(separator: "\"")
        return parts.count == 2 ? " " + parts[1] : ""
    }

    private static func node(_ file: String) throws(SchemaProblem) -> SchemaNode {
        SchemaNode(json: try JSON.parse(try read(file), file: file), file: file, path: "")
    }

    static func read(_ file: String) throws(SchemaProblem) -> Data {
        guard let bytes = FileManager.default.contents(atPath: file) else {
            throw SchemaProblem(file: file, "can not be read")
        }
        return bytes
    }

    private static func directory(_ path: String) -> String? {
        var isDirectory: ObjCBool = false
        let exists = FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory)
        return exists && isDirectory.boolValue ? path : nil
    }

    private static func isFile(_ path: String) -> Bool { FileManager.default.isReadableFile(atPath: path) }
}
