import CloudAPI

/// What CloudWatch counts of a file, written as a log line in the embedded metric format
/// (docs.aws.amazon.com/AmazonCloudWatch, "Specification: Embedded metric format").
struct Metrics {
    enum Unit: String {
        case count = "Count"
        case bytes = "Bytes"
        case milliseconds = "Milliseconds"
    }

    static let namespace = "Snowline/Ingest"

    private var values: [(name: String, unit: Unit, value: JSON)] = []

    mutating func add(_ name: String, _ value: Int, _ unit: Unit = .count) {
        values.append((name, unit, .integer(value)))
    }

    mutating func add(_ name: String, _ duration: Duration) {
        let (seconds, attoseconds) = duration.components
        let microseconds = seconds * 1_000_000 + attoseconds / 1_000_000_000_000
        let fraction = String(1000 + microseconds % 1000).dropFirst()
        values.append((name, .milliseconds, .number("\(microseconds / 1000).\(fraction)")))
    }

    /// The line: metrics by dataset, with further fields that are no metrics.
    func line(dataset: String, at moment: Timestamp, _ fields: [(String, JSON?)]) -> JSON {
        let definitions = values.map { ["Name": .string($0.name), "Unit": .string($0.unit.rawValue)] as JSON }
        let directive: JSON = [
            "Namespace": .string(Self.namespace), "Dimensions": [["dataset"]], "Metrics": .array(definitions),
        ]
        let head: JSON = [
            "Timestamp": .integer(moment.seconds * 1000 + moment.nanoseconds / 1_000_000),
            "CloudWatchMetrics": [directive],
        ]
        return .object(
            compacting: [("_aws", head), ("dataset", .string(dataset))] + fields + values.map { ($0.name, $0.value) })
    }
}
