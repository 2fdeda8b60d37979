import CloudAPI
import DataContract

/// Why a file was not loaded, or not moved: what an alert tells and what decides whether the message comes again.
struct IngestFailure: Error, Sendable, CustomStringConvertible {
    enum Reason: String, Sendable {
        case badName = "bad_name"
        case wrongBucket = "wrong_bucket"
        case contractBreach = "contract_breach"
        case corruptGzip = "corrupt_gzip"
        case tooLarge = "too_large"
        case accessDenied = "access_denied"
        case keyDenied = "kms_denied"
        case storageRefused = "storage_refused"
        case signInRefused = "snowflake_sign_in"
        case keyUnusable = "snowflake_key"
        case keyMissing = "snowflake_key_missing"
        case statementRefused = "snowflake_refused"
        case loadFailed = "load_failed"
        case rowCountMismatch = "row_count_mismatch"
        case notFoundInStage = "not_found_in_stage"
        case unavailable = "unavailable"
        case outOfTime = "out_of_time"
    }

    let reason: Reason
    /// Whether the same may succeed later, so that the message goes back to the queue.
    let isTransient: Bool
    /// What happened, in words.
    let message: String
    /// More for machines: codes, counts.
    var details: [(String, JSON?)] = []
    /// What validation found, if it is about that.
    var report: ValidationReport?

    init(_ reason: Reason, isTransient: Bool = false, _ message: String, _ details: [(String, JSON?)] = []) {
        self.reason = reason
        self.isTransient = isTransient
        self.message = message
        self.details = details
    }

    var description: String { message }
}

extension IngestFailure {
    /// Sorts an error of a client by what helps against it. What is not known to be final counts as transient: it is tried again,
    /// and in the end the dead letter tells.
    init(_ error: any Error) {
        switch error {
        case let failure as IngestFailure: self = failure
        case let error as CloudError: self.init(aws: error)
        case let error as SnowflakeError: self.init(snowflake: error)
        default: self.init(.unavailable, isTransient: true, "\(error)")
        }
    }

    private init(aws error: CloudError) {
        let details: [(String, JSON?)] = [
            ("service", .string(error.service)), ("operation", .string(error.operation)), ("code", .string(error.code)),
            ("status", error.status.map { .integer($0) }), ("awsRequestId", error.requestID.map { .string($0) }),
        ]
        if error.code == "DeadlineExceeded" {
            self.init(.outOfTime, isTransient: true, "the time ran out at \(error.operation)", details)
        } else if error.isTransient || error.status == nil {
            self.init(.unavailable, isTransient: true, error.description, details)
        } else if error.code.utf8.starts(with: "KMS".utf8) || error.message.mentions("kms:") {
            self.init(
                .keyDenied,
                "\(error); the function's role needs kms:Decrypt and kms:GenerateDataKey on the key of the object",
                details)
        } else if error.status == 403 {
            self.init(
                .accessDenied, "\(error); the function's role is not allowed \(Self.action(error.operation))", details)
        } else if let status = error.status, (400..<500).contains(status), ![408, 409, 412].contains(status) {
            self.init(.storageRefused, error.description, details)
        } else {
            self.init(.unavailable, isTransient: true, error.description, details)
        }
    }

    private init(snowflake error: SnowflakeError) {
        let details: [(String, JSON?)] = [
            ("service", "Snowflake"), ("code", .string(error.code)), ("sqlState", error.sqlState.map { .string($0) }),
            ("status", error.status.map { .integer($0) }), ("queryId", error.queryID.map { .string($0) }),
        ]
        if error.code == "DeadlineExceeded" {
            self.init(.outOfTime, isTransient: true, error.description, details)
        } else if error.isTransient || error.isAboutAssumingRole {
            self.init(.unavailable, isTransient: true, error.description, details)
        } else if error.isAuthentication {
            self.init(.signInRefused, error.description, details)
        } else if error.code == "InvalidToken" {
            self.init(.keyUnusable, error.description, details)
        } else if let status = error.status, (400..<500).contains(status) {
            self.init(.statementRefused, error.description, details)
        } else {
            self.init(.unavailable, isTransient: true, error.description, details)
        }
    }

    /// What the role of the function must be allowed for an operation.
    private static func action(_ operation: String) -> String {
        switch operation {
        case "HeadObject", "GetObject":
            "s3:GetObject (and s3:ListBucket, to tell a missing object from a forbidden one)"
        case "CopyObject", "CreateMultipartUpload", "UploadPartCopy", "CompleteMultipartUpload":
            "s3:GetObject on the inbox and s3:PutObject on the history"
        case "GetObjectTagging": "s3:GetObjectTagging and s3:GetObjectVersionTagging on the inbox"
        case "DeleteObject": "s3:DeleteObject on the inbox"
        case "Publish": "sns:Publish on the topic"
        case "GetSecretValue": "secretsmanager:GetSecretValue on the secret"
        default: operation
        }
    }
}

extension SnowflakeError {
    /// Snowflake could not assume the role that reads the bucket. After a change of the trust this passes; and if it does not,
    /// the dead letter tells.
    var isAboutAssumingRole: Bool {
        code == "003167" || message.mentions("003167") || message.mentions("assuming AWS_ROLE")
    }
}

extension String {
    /// Whether the text occurs, ignoring the case of ASCII letters.
    func mentions(_ text: String) -> Bool {
        func folded(_ text: String) -> [UInt8] { text.utf8.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 } }
        let bytes = folded(self)
        let wanted = folded(text)
        guard !wanted.isEmpty, bytes.count >= wanted.count else { return wanted.isEmpty }
        return (0...(bytes.count - wanted.count)).contains { bytes[$0...].starts(with: wanted) }
    }
}
