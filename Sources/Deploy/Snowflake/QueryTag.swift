import CloudAPI
import InfraDSL

/// The mark by which statements of a run are found in Snowflake's query history: `snowline/<environment>/<run>/<step>`.
enum QueryTag {
    /// One for each process.
    static let run: String = {
        var random = SystemRandomNumberGenerator()
        return Hex.encode((0..<4).map { _ in UInt8.random(in: .min ... .max, using: &random) })
    }()

    static func text(environment: String, step: Int?) -> String {
        "snowline/\(environment)/\(run)" + (step.map { "/\($0)" } ?? "")
    }
}

extension Session {
    /// Runs a statement of a plan, marked as the deployer's in Snowflake's query history.
    func run(_ statement: String, step: Int? = nil) throws -> ResultSet {
        var options = SQLAPIClient.Options()
        options.queryTag = QueryTag.text(environment: environment.name, step: step)
        return try snowflake.execute(statement, options)
    }
}
