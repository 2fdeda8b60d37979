import CloudAPI
import Contracts
import DataContract
import SnowflakeSQL

#if canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// What the function learns from its environment. Names of infrastructure are written once, in the stack; the contract of the
/// data is compiled in.
struct Configuration: Sendable {
    var bucket: String
    /// The datasets this deployment serves.
    var datasets: [Dataset]
    /// Where partners drop files; ends with a slash.
    var inboxPrefix: String
    /// Where loaded files are kept; ends with a slash and lies outside the inbox.
    var historyPrefix: String
    var alertTopicARN: String
    /// The secret that holds the private key.
    var secret: String
    var account: String
    var user: String
    var role: String
    var warehouse: String
    var database: String
    var schema: String
    var stage: String
    var fileFormat: String
    /// In place of the account's own address.
    var snowflakeEndpoint: String?
    /// Above how many bytes an object is copied in parts, and how large these are.
    var copyLimit = S3Client.copyLimit
    var copyPart = 512 << 20
    /// How often the queue delivers a message before it becomes a dead letter; nil when unknown.
    var maximumReceives: Int?
    /// The queue that events come from, for bringing a redelivery forward; nil when unknown.
    var queueURL: String?
    /// `host:port` of the Runtime API.
    var runtimeAPI: String
    var functionName: String
    /// PEM file of the roots that are trusted; nil for the system's own.
    var caFile: String?

    /// Everything that is missing or wrong, so that it can be mended at once.
    struct Problem: Error, CustomStringConvertible {
        let problems: [String]
        var description: String { "the configuration is not usable: " + problems.joined(separator: "; ") }
    }

    init(_ variables: ProcessVariables) throws(Problem) {
        var reader = Reader(variables: variables)
        bucket = reader.required("BUCKET")
        datasets = reader.datasets("DATASETS")
        inboxPrefix = reader.prefix("INBOX_PREFIX")
        historyPrefix = reader.prefix("HISTORY_PREFIX")
        alertTopicARN = reader.arn("ALERT_TOPIC_ARN")
        secret = reader.required("SNOWFLAKE_SECRET")
        account = reader.required("SNOWFLAKE_ACCOUNT")
        user = reader.name("SNOWFLAKE_USER")
        role = reader.name("SNOWFLAKE_ROLE")
        warehouse = reader.name("SNOWFLAKE_WAREHOUSE")
        database = reader.name("SNOWFLAKE_DATABASE")
        schema = reader.name("SNOWFLAKE_SCHEMA")
        stage = reader.name("SNOWFLAKE_STAGE")
        fileFormat = reader.name("SNOWFLAKE_FILE_FORMAT")
        snowflakeEndpoint = variables["SNOWFLAKE_ENDPOINT_URL"]
        maximumReceives = reader.count("MAX_RECEIVES")
        queueURL = variables["QUEUE_URL"]
        runtimeAPI = reader.required("AWS_LAMBDA_RUNTIME_API")
        // Read by the clients themselves; looked for here, so that all that is missing is told at once.
        for name in ["AWS_REGION", "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"] { _ = reader.required(name) }
        functionName = variables["AWS_LAMBDA_FUNCTION_NAME"] ?? "ingest"
        caFile = variables["CA_FILE"] ?? Self.packagedRoots(variables)
        if !inboxPrefix.isEmpty, historyPrefix.utf8.starts(with: inboxPrefix.utf8) {
            reader.problems.append("HISTORY_PREFIX lies inside INBOX_PREFIX, so every move would be a new arrival")
        }
        guard reader.problems.isEmpty else { throw Problem(problems: reader.problems) }
    }

    /// The roots that came with the function's package, if there are any.
    private static func packagedRoots(_ variables: ProcessVariables) -> String? {
        guard let root = variables["LAMBDA_TASK_ROOT"] else { return nil }
        let path = root + "/ca.pem"
        return access(path, R_OK) == 0 ? path : nil
    }
}

/// Reads variables and collects what is wrong with them.
private struct Reader {
    let variables: ProcessVariables
    var problems: [String] = []

    mutating func required(_ name: String) -> String {
        if let value = variables[name] { return value }
        problems.append("\(name) is missing")
        return ""
    }

    mutating func prefix(_ name: String) -> String {
        let value = required(name)
        if !value.isEmpty, value.utf8.last != UInt8(ascii: "/") { problems.append("\(name) does not end with a slash") }
        return value
    }

    mutating func datasets(_ name: String) -> [Dataset] {
        required(name).utf8.split(separator: UInt8(ascii: ",")).compactMap { word in
            let dataset = Dataset.all.first { $0.name.utf8.elementsEqual(word) }
            if dataset == nil {
                let known = Dataset.all.map(\.name).joined(separator: ", ")
                problems.append(
                    "\(name) names \(String(word) ?? "bytes"), of which there is no contract; known are: \(known)")
            }
            return dataset
        }
    }

    mutating func arn(_ name: String) -> String {
        let value = required(name)
        if !value.isEmpty, !value.utf8.starts(with: "arn:".utf8) { problems.append("\(name) is not an ARN") }
        return value
    }

    mutating func name(_ name: String) -> String {
        let value = required(name)
        if !value.isEmpty, (try? SnowflakeIdentifier(value)) == nil {
            problems.append("\(name) cannot be the name of a Snowflake object")
        }
        return value
    }

    mutating func count(_ name: String) -> Int? {
        guard let text = variables[name] else { return nil }
        if let number = Int(text), number > 0 { return number }
        problems.append("\(name) is not a positive number")
        return nil
    }
}
