import CloudAPI
import Compression
import DataContract

/// Validates an object while it is read: nothing is stored, and memory does not grow with its size.
struct ObjectValidation {
    let s3: S3Client

    /// - Throws: `IngestFailure` for a gzip file that cannot be unpacked; `CloudError`, of status 412 or 404 when the object is
    ///   no longer the same.
    func run(_ object: StoredObject, as dataset: Dataset) throws -> ValidationReport {
        var content = Content(Validator(dataset), limit: Self.unpackedLimit(object.size))
        try s3.get(
            bucket: object.bucket, key: object.key, versionID: object.versionID, ifMatch: object.eTag,
            timeout: .seconds(900)
        ) { try content.consume($0) }
        return try content.finish()
    }

    /// What unpacked bytes a gzip file may hold: a hundred times its size, and a gigabyte in any case.
    private static func unpackedLimit(_ size: Int) -> Int {
        max(1 << 30, size > Int.max / 100 ? Int.max : size * 100)
    }
}

/// The bytes of a file, unpacked if they are gzip by their first bytes, whatever the name says.
private struct Content: ~Copyable {
    private var validator: Validator
    private let limit: Int
    /// The first bytes, until they tell the form; nil afterwards.
    private var start: [UInt8]? = []
    private var inflater: Inflater?

    init(_ validator: Validator, limit: Int) {
        self.validator = validator
        self.limit = limit
    }

    mutating func consume(_ chunk: UnsafeRawBufferPointer) throws {
        guard let start else { return try pass(chunk) }
        let bytes = start + chunk
        self.start = bytes.count < 2 ? bytes : nil
        guard bytes.count >= 2 else { return }
        if Gzip.isGzip(bytes) { inflater = Inflater(limit: limit) }
        try bytes.withUnsafeBytes { try pass($0) }
    }

    mutating func finish() throws -> ValidationReport {
        if let start { start.withUnsafeBytes { validator.consume($0) } }
        try Self.unpacking { try inflater?.finish() }
        return validator.finish()
    }

    private mutating func pass(_ chunk: UnsafeRawBufferPointer) throws {
        guard inflater != nil else { return validator.consume(chunk) }
        try Self.unpacking { try inflater?.inflate(chunk) { validator.consume($0) } }
    }

    private static func unpacking(_ body: () throws -> Void?) throws {
        do {
            _ = try body()
        } catch GzipProblem.tooLarge(let limit) {
            throw IngestFailure(
                .tooLarge, "the gzip file unpacks to more than \(limit) bytes, a hundred times its size")
        } catch {
            throw IngestFailure(.corruptGzip, "the gzip file cannot be unpacked: \(error)")
        }
    }
}
