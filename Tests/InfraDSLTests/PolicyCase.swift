/// A template that breaks a rule, and one like it that does not.
struct PolicyCase: Sendable, CustomStringConvertible {
    let rule: String
    let bad: String
    let good: String

    var description: String { rule }

    static let all: [PolicyCase] =
        templates + shapes + access + trust + transport + keys + secrets + queues + events + operations + networks
        + permissions + schemas

    init(_ rule: String, bad: String, good: String) {
        self.rule = rule
        self.bad = bad
        self.good = good
    }

    /// The same template with one part of it replaced.
    init(_ rule: String, _ bad: String, replacing part: String, with other: String) {
        self.init(rule, bad: bad, good: bad.replacing(part, with: other))
    }

    /// The properties of one resource named `R`.
    static func resource(_ type: String, _ properties: String, more: String = "") -> String {
        "{Resources: {R: {Type: '\(type)', Properties: \(properties)}\(more)}}"
    }

    static func role(_ statement: String, more: String = "") -> String {
        resource(
            "AWS::IAM::Role",
            """
            {AssumeRolePolicyDocument: {Statement: []}, Policies: [{PolicyName: p, PolicyDocument: {Statement: [\(statement)]}}]}
            """, more: more)
    }

    static func trust(_ statement: String) -> String {
        resource("AWS::IAM::Role", "{AssumeRolePolicyDocument: {Statement: [\(statement)]}}")
    }

    static func bucketPolicy(_ statement: String) -> String {
        resource("AWS::S3::BucketPolicy", "{Bucket: lake, PolicyDocument: {Statement: [\(statement)]}}")
    }
}
