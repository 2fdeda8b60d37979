import CloudFormation

/// TLS and nothing else.
enum TransportRules {
    static let all = [bucketTLS, policyTLS]

    static let bucketTLS = Rule(
        "SL-TLS-001", "S3 answers plain HTTP as well unless a policy refuses it.",
        fix: "Deny s3:* to everybody on the bucket and its objects where aws:SecureTransport is false.",
        of: ["AWS::S3::Bucket"]
    ) { bucket, subject in
        let statements = subject.resourceStatements(on: bucket).filter { refusesPlainText($0, service: "s3") }
        let resources = statements.flatMap(\.resources).compactMap(\.flat)
        if statements.isEmpty { return "no policy refuses plain HTTP" }
        let objects = resources.contains { $0 == "*" || $0.hasSuffix("/*") }
        let itself = resources.contains { $0 == "*" || !$0.hasSuffix("/*") }
        return objects && itself ? nil : "plain HTTP is refused for a part only"
    }

    static let policyTLS = Rule(
        "SL-TLS-002", "Queues and topics answer plain HTTP as well unless their policy refuses it.",
        fix: "Deny to everybody where aws:SecureTransport is false.",
        of: ["AWS::SQS::QueuePolicy", "AWS::SNS::TopicPolicy"]
    ) { policy, subject in
        let service = policy.type == "AWS::SQS::QueuePolicy" ? "sqs" : "sns"
        let refuses = subject.statements.contains { $0.owner.id == policy.id && refusesPlainText($0, service: service) }
        return refuses ? nil : "it does not refuse plain HTTP"
    }

    /// Whether a statement denies everybody, for real, whatever does not come by TLS.
    static func refusesPlainText(_ statement: SubjectStatement, service: String) -> Bool {
        guard !statement.isAllow else { return false }
        let everybody = statement.principals.contains { $0.value.flat == "*" }
        let wide = ["*", "\(service):*", "sns:publish"].contains { wanted in
            statement.actions.contains { $0.lowercased() == wanted }
        }
        let plain = statement.conditions.contains {
            $0.key == "aws:securetransport" && $0.test.hasPrefix("Bool") && $0.values.allSatisfy { $0.flag == false }
        }
        return everybody && wide && plain && statement.conditions.count == 1
    }
}
