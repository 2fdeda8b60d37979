import CloudFormation

/// Encryption that is on, and that those who must can get through.
enum KeyRules {
    static let all = [off, managedKey, closedKey, rotation, roleWithoutKey]

    static let off = Rule(
        "SL-KEY-001", "Data at rest is kept in the clear.",
        fix: "Give it a key: KmsMasterKeyId, or leave the default on.",
        of: ["AWS::SNS::Topic", "AWS::SQS::Queue", "AWS::SQS::QueuePolicy"]
    ) { resource, _ in
        if resource.type == "AWS::SNS::Topic", resource["KmsMasterKeyId"] == nil {
            return "its messages are not encrypted"
        }
        if resource["SqsManagedSseEnabled"]?.flag == false, resource["KmsMasterKeyId"] == nil {
            return "its messages are not encrypted"
        }
        return nil
    }

    /// The key a resource is encrypted with.
    static func key(of resource: SubjectResource) -> Value? {
        switch resource.type {
        case "AWS::S3::Bucket":
            resource.at("BucketEncryption", "ServerSideEncryptionConfiguration")?.items.first?[
                "ServerSideEncryptionByDefault"]?[
                    "KMSMasterKeyID"]
        case "AWS::SQS::Queue", "AWS::SNS::Topic": resource["KmsMasterKeyId"]
        case "AWS::Logs::LogGroup", "AWS::SecretsManager::Secret": resource["KmsKeyId"]
        default: nil
        }
    }

    /// Who puts things where without a role: the service, and what it writes into.
    private static func senders(_ subject: PolicySubject) -> [(
        service: String, from: SubjectResource, into: SubjectResource
    )] {
        var found: [(service: String, from: SubjectResource, into: SubjectResource)] = []
        for bucket in subject.resources(of: "AWS::S3::Bucket") {
            for (key, item) in [("QueueConfigurations", "Queue"), ("TopicConfigurations", "Topic")] {
                for notice in bucket.at("NotificationConfiguration", key)?.items ?? [] {
                    subject.target(of: notice[item]).map { found.append(("s3.amazonaws.com", bucket, $0)) }
                }
            }
        }
        for alarm in subject.resources(of: ["AWS::CloudWatch::Alarm", "AWS::CloudWatch::CompositeAlarm"]) {
            for action in ["AlarmActions", "OKActions", "InsufficientDataActions"].flatMap({ alarm[$0]?.items ?? [] }) {
                subject.target(of: action).map { found.append(("cloudwatch.amazonaws.com", alarm, $0)) }
            }
        }
        for subscription in subject.resources(of: "AWS::SNS::Subscription")
        where subscription["Protocol"]?.literal == "sqs" {
            subject.target(of: subscription["Endpoint"]).map { found.append(("sns.amazonaws.com", subscription, $0)) }
        }
        for rule in subject.resources(of: "AWS::Events::Rule") {
            for target in rule["Targets"]?.items ?? [] {
                guard let into = subject.target(of: target["Arn"]),
                    ["AWS::SQS::Queue", "AWS::SNS::Topic"].contains(into.type)
                else { continue }
                found.append(("events.amazonaws.com", rule, into))
            }
        }
        for budget in subject.resources(of: "AWS::Budgets::Budget") {
            for address in EventRules.addresses(of: budget) {
                subject.target(of: address).map { found.append(("budgets.amazonaws.com", budget, $0)) }
            }
        }
        for group in subject.resources(of: "AWS::Logs::LogGroup") { found.append(("logs.", group, group)) }
        return found
    }

    static let managedKey = Rule(
        "SL-KEY-002", "A key that AWS manages lets no other service in, so what it sends is lost.",
        fix: "Use a key of the account whose policy names the service."
    ) { subject in
        senders(subject).compactMap { sender in
            guard let key = key(of: sender.into)?.flat, key.contains("alias/aws/") else { return nil }
            return Breach(sender.into, "\(sender.service) can not use \(key), and \(sender.from.id) sends through it")
        }
    }

    static let closedKey = Rule(
        "SL-KEY-003", "A service that may not use the key can not deliver, and says so nowhere.",
        fix: "Let the service decrypt and generate data keys in the key's policy, for this account."
    ) { subject in
        senders(subject).compactMap { sender in
            guard let key = subject.target(of: key(of: sender.into)), key.type == "AWS::KMS::Key" else { return nil }
            let letsIn = subject.statements.contains { statement in
                statement.owner.id == key.id && statement.isAllow
                    && statement.services.contains { $0.hasPrefix(sender.service) } && statement.covers("kms:Decrypt")
                    && statement.covers("kms:GenerateDataKey")
            }
            return letsIn
                ? nil : Breach(key, "\(sender.service) of \(sender.from.id) may not use it for \(sender.into.id)")
        }
    }

    static let rotation = Rule(
        "SL-KEY-004", "A key that never turns protects more data each year.", fix: "Set EnableKeyRotation.",
        of: ["AWS::KMS::Key"]
    ) { key, _ in
        let symmetric = key["KeySpec"].map { $0.literal == "SYMMETRIC_DEFAULT" } ?? true
        return symmetric && key["EnableKeyRotation"]?.flag != true ? "it never turns" : nil
    }

    /// Actions on encrypted things, and what each needs of the key.
    private static let needs = [
        ("s3:GetObject", "kms:Decrypt"), ("s3:PutObject", "kms:GenerateDataKey"), ("sqs:ReceiveMessage", "kms:Decrypt"),
        ("sqs:SendMessage", "kms:GenerateDataKey"), ("sns:Publish", "kms:GenerateDataKey"),
        ("secretsmanager:GetSecretValue", "kms:Decrypt"),
    ]

    static let roleWithoutKey = Rule(
        "SL-KEY-005", "Who may reach the data but not its key is refused all the same.",
        fix: "Allow the role the action on the key, too."
    ) { subject in
        subject.resources(of: "AWS::IAM::Role").flatMap { role -> [Breach] in
            let statements = subject.identityStatements(of: role).filter(\.isAllow)
            return needs.compactMap { action, needed in
                for statement in statements where statement.covers(action) {
                    for data in statement.resources.compactMap({ subject.target(of: $0) }) {
                        guard let key = subject.target(of: key(of: data)), key.type == "AWS::KMS::Key" else { continue }
                        let may = statements.contains { other in
                            other.covers(needed)
                                && other.resources.contains { $0.flat == "*" || subject.target(of: $0)?.id == key.id }
                        }
                        if !may { return Breach(role, "\(action) on \(data.id) needs \(needed) on \(key.id)") }
                    }
                }
                return nil
            }
        }
    }
}
