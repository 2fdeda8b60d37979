import CloudAPI
import DataContract
import FileValidation

/// Validates an object while it is read: nothing is stored, and memory does not grow with its size.
struct ObjectValidation {
    let s3: S3Client

    /// - Throws: `IngestFailure` for a gzip file that cannot be unpacked; `CloudError`, of status 412 or 404 when the object is
    ///   no longer the same.
    func run(_ object: StoredObject, as dataset: Dataset) throws -> ValidationReport {
        var content = FileValidation(dataset, size: object.size)
        do {
            try s3.get(
                bucket: object.bucket, key: object.key, versionID: object.versionID, ifMatch: object.eTag,
                timeout: .seconds(900)
            ) { try content.consume($0) }
            return try content.finish()
        } catch let problem as PackedFileProblem {
            switch problem {
            case .corrupt: throw IngestFailure(.corruptGzip, problem.description)
            case .tooLarge: throw IngestFailure(.tooLarge, problem.description)
            }
        }
    }
}
