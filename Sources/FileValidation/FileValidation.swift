import Compression
public import DataContract

/// Validates a file as it comes in pieces, unpacked if it is gzip by its first bytes, whatever its name says. The function runs it
/// over an object of S3, `deploy contract check` over a file on disk: the same code gives the same verdict.
public struct FileValidation: ~Copyable {
    private var validator: Validator
    private let limit: Int
    /// The first bytes, until they tell the form; nil afterwards.
    private var start: [UInt8]? = []
    private var inflater: Inflater?

    /// - Parameter size: bytes of the file as it is stored, which bounds what gzip may unpack to.
    public init(_ dataset: Dataset, size: Int) {
        validator = Validator(dataset)
        limit = Self.unpackedLimit(size)
    }

    /// What unpacked bytes a gzip file may hold: a hundred times its size, and a gigabyte in any case.
    static func unpackedLimit(_ size: Int) -> Int {
        max(1 << 30, size > Int.max / 100 ? Int.max : size * 100)
    }

    public mutating func consume(_ chunk: UnsafeRawBufferPointer) throws(PackedFileProblem) {
        guard let start else { return try pass(chunk) }
        let bytes = start + chunk
        self.start = bytes.count < 2 ? bytes : nil
        guard bytes.count >= 2 else { return }
        if Gzip.isGzip(bytes) { inflater = Inflater(limit: limit) }
        do {
            try bytes.withUnsafeBytes { try pass($0) }
        } catch let problem as PackedFileProblem {
            throw problem
        } catch {
            throw .corrupt("\(error)")
        }
    }

    public mutating func finish() throws(PackedFileProblem) -> ValidationReport {
        if let start { start.withUnsafeBytes { validator.consume($0) } }
        do {
            try inflater?.finish()
        } catch {
            throw PackedFileProblem(error)
        }
        return validator.finish()
    }

    private mutating func pass(_ chunk: UnsafeRawBufferPointer) throws(PackedFileProblem) {
        guard inflater != nil else { return validator.consume(chunk) }
        do {
            try inflater?.inflate(chunk) { validator.consume($0) }
        } catch {
            throw PackedFileProblem(error)
        }
    }
}

/// Why a gzip file can not be unpacked, so that there is nothing to hold against the contract.
public enum PackedFileProblem: Error, Sendable, Hashable, CustomStringConvertible {
    case corrupt(String)
    /// A bomb, or a file too large for its purpose.
    case tooLarge(limit: Int)

    init(_ error: any Error) {
        if case GzipProblem.tooLarge(let limit) = error {
            self = .tooLarge(limit: limit)
        } else {
            self = .corrupt("\(error)")
        }
    }

    public var description: String {
        switch self {
        case .corrupt(let reason): "the gzip file cannot be unpacked: \(reason)"
        case .tooLarge(let limit): "the gzip file unpacks to more than \(limit) bytes, a hundred times its size"
        }
    }
}
