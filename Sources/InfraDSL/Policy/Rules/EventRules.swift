import CloudFormation

/// Services that call one another: allowed to, in order, and not in a circle.
enum EventRules {
    static let all = [
        queueRefuses, notificationOrder, functionRefuses, consumerRights, recursion, ScheduleRules.schedule,
    ]

    private static func notices(_ bucket: SubjectResource, _ key: String, _ item: String) -> [(
        target: Value, prefix: String
    )] {
        (bucket.at("NotificationConfiguration", key)?.items ?? []).compactMap { notice in
            guard let target = notice[item] else { return nil }
            let rules = notice["Filter"]?["S3Key"]?["Rules"]?.items ?? []
            let prefix = rules.first { $0["Name"]?.literal?.lowercased() == "prefix" }?["Value"]?.flat
            return (target, prefix ?? "")
        }
    }

    /// The policies that let a service send to a queue or topic.
    private static func policies(_ target: SubjectResource, letting service: String, _ subject: PolicySubject)
        -> [String]
    {
        let action = target.type == "AWS::SQS::Queue" ? "sqs:SendMessage" : "sns:Publish"
        return subject.resourceStatements(on: target)
            .filter { $0.isAllow && $0.covers(action) && $0.services.contains(service) }.map(\.owner.id)
    }

    /// Whom a budget tells.
    static func addresses(of budget: SubjectResource) -> [Value] {
        (budget["NotificationsWithSubscribers"]?.items ?? []).flatMap { $0["Subscribers"]?.items ?? [] }
            .compactMap { $0["Address"] }
    }

    private static let ways = [("QueueConfigurations", "Queue"), ("TopicConfigurations", "Topic")]

    static let queueRefuses = Rule(
        "SL-EVT-001", "Who may not send is refused, and the event is lost.",
        fix: "Allow the service in the policy of the queue or topic."
    ) { subject in
        let buckets = subject.resources(of: "AWS::S3::Bucket").flatMap { bucket in
            ways.flatMap { way in notices(bucket, way.0, way.1) }.compactMap { notice -> Breach? in
                guard let target = subject.target(of: notice.target),
                    policies(target, letting: "s3.amazonaws.com", subject).isEmpty
                else { return nil }
                return Breach(bucket, "it may not send to \(target.id)")
            }
        }
        let subscriptions = subject.resources(of: "AWS::SNS::Subscription").compactMap { subscription -> Breach? in
            guard subscription["Protocol"]?.literal == "sqs",
                let queue = subject.target(of: subscription["Endpoint"]), queue.type == "AWS::SQS::Queue",
                policies(queue, letting: "sns.amazonaws.com", subject).isEmpty
            else { return nil }
            return Breach(subscription, "SNS may not send to \(queue.id)")
        }
        let rules = subject.resources(of: "AWS::Events::Rule").flatMap { rule in
            (rule["Targets"]?.items ?? []).compactMap { target -> Breach? in
                guard target["RoleArn"] == nil, let into = subject.target(of: target["Arn"]),
                    ["AWS::SQS::Queue", "AWS::SNS::Topic"].contains(into.type),
                    policies(into, letting: "events.amazonaws.com", subject).isEmpty
                else { return nil }
                return Breach(rule, "EventBridge may not send to \(into.id)")
            }
        }
        let budgets = subject.resources(of: "AWS::Budgets::Budget").flatMap { budget in
            addresses(of: budget).compactMap { subject.target(of: $0) }
                .filter { policies($0, letting: "budgets.amazonaws.com", subject).isEmpty }
                .map { Breach(budget, "it may not send to \($0.id)") }
        }
        return buckets + subscriptions + rules + budgets + refusedAlarms(subject)
    }

    /// A topic without policy takes alarms of its account; one with a policy takes whom it names.
    private static func refusedAlarms(_ subject: PolicySubject) -> [Breach] {
        subject.resources(of: "AWS::CloudWatch::Alarm").flatMap { alarm in
            (alarm["AlarmActions"]?.items ?? []).compactMap { action -> Breach? in
                guard let topic = subject.target(of: action), topic.type == "AWS::SNS::Topic" else { return nil }
                let statements = subject.resourceStatements(on: topic).filter { $0.isAllow && $0.covers("sns:Publish") }
                let isKnown = statements.isEmpty && subject.resourceStatements(on: topic).allSatisfy { !$0.isAllow }
                let letsIn = statements.contains { statement in
                    statement.services.contains("cloudwatch.amazonaws.com")
                        || statement.principals.contains { $0.value.flat == "*" }
                }
                return isKnown || letsIn ? nil : Breach(alarm, "CloudWatch may not publish to \(topic.id)")
            }
        }
    }

    static let notificationOrder = Rule(
        "SL-EVT-002", "S3 tries the target while the bucket is made; its permission must stand by then.",
        fix: "Add the policy or permission to the bucket's DependsOn.", of: ["AWS::S3::Bucket"]
    ) { bucket, subject in
        for notice in ways.flatMap({ notices(bucket, $0.0, $0.1) }) {
            guard let target = subject.target(of: notice.target) else { continue }
            let policies = policies(target, letting: "s3.amazonaws.com", subject)
            if !policies.isEmpty, Set(policies).isDisjoint(with: bucket.dependsOn) {
                return "it does not wait for \(policies[0])"
            }
        }
        for notice in notices(bucket, "LambdaConfigurations", "Function") {
            guard let function = subject.target(of: notice.target) else { continue }
            let permissions = permissions(of: function, for: "s3.amazonaws.com", subject)
            if !permissions.isEmpty, Set(permissions).isDisjoint(with: bucket.dependsOn) {
                return "it does not wait for \(permissions[0])"
            }
        }
        return nil
    }

    private static func permissions(of function: SubjectResource, for service: String, _ subject: PolicySubject)
        -> [String]
    {
        subject.resources(of: "AWS::Lambda::Permission").filter {
            subject.target(of: $0["FunctionName"])?.id == function.id && $0["Principal"]?.flat == service
        }.map(\.id)
    }

    static let functionRefuses = Rule(
        "SL-EVT-003", "A function refuses whoever has no permission on it, and the event is lost.",
        fix: "Add an AWS::Lambda::Permission for the service."
    ) { subject in
        var calls: [(from: SubjectResource, service: String, to: Value)] = []
        for bucket in subject.resources(of: "AWS::S3::Bucket") {
            calls += notices(bucket, "LambdaConfigurations", "Function").map { (bucket, "s3.amazonaws.com", $0.target) }
        }
        for rule in subject.resources(of: "AWS::Events::Rule") {
            calls += (rule["Targets"]?.items ?? []).compactMap { $0["Arn"] }.map { (rule, "events.amazonaws.com", $0) }
        }
        for subscription in subject.resources(of: "AWS::SNS::Subscription")
        where subscription["Protocol"]?.literal == "lambda" {
            if let endpoint = subscription["Endpoint"] { calls.append((subscription, "sns.amazonaws.com", endpoint)) }
        }
        return calls.compactMap { call in
            guard let function = subject.target(of: call.to), function.type == "AWS::Lambda::Function",
                permissions(of: function, for: call.service, subject).isEmpty
            else { return nil }
            return Breach(call.from, "\(call.service) may not call \(function.id)")
        }
    }

    static let consumerRights = Rule(
        "SL-EVT-004", "A mapping polls with the function's role; what the role may not do never happens.",
        fix: "Allow the role sqs:ReceiveMessage, sqs:DeleteMessage and sqs:GetQueueAttributes on the queue."
    ) { subject in
        subject.resources(of: "AWS::Lambda::EventSourceMapping").compactMap { mapping in
            guard let queue = subject.target(of: mapping["EventSourceArn"]), queue.type == "AWS::SQS::Queue",
                let function = subject.target(of: mapping["FunctionName"]), let role = subject.role(of: function)
            else { return nil }
            let managed = role["ManagedPolicyArns"]?.items.compactMap(\.flat) ?? []
            guard !managed.contains(where: { $0.hasSuffix("AWSLambdaSQSQueueExecutionRole") }) else { return nil }
            let statements = subject.identityStatements(of: role).filter { statement in
                statement.isAllow
                    && statement.resources.contains { $0.flat == "*" || subject.target(of: $0)?.id == queue.id }
            }
            let lacking = ["sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes"].filter { action in
                !statements.contains { $0.covers(action) }
            }
            return lacking.isEmpty
                ? nil : Breach(role, "\(lacking.joined(separator: ", ")) on \(queue.id) lacks for \(function.id)")
        }
    }

    static let recursion = Rule(
        "SL-EVT-005", "A function that writes where its own events come from calls itself without end.",
        fix: "Write below another prefix or into another bucket."
    ) { subject in
        recursionByMessage(subject)
            + subject.resources(of: "AWS::S3::Bucket").flatMap { bucket -> [Breach] in
                var called: [(function: SubjectResource, prefix: String)] = []
                for notice in notices(bucket, "LambdaConfigurations", "Function") {
                    subject.target(of: notice.target).map { called.append(($0, notice.prefix)) }
                }
                for notice in notices(bucket, "QueueConfigurations", "Queue") {
                    let queue = subject.target(of: notice.target)?.id
                    for mapping in subject.resources(of: "AWS::Lambda::EventSourceMapping")
                    where subject.target(of: mapping["EventSourceArn"])?.id == queue {
                        subject.target(of: mapping["FunctionName"]).map { called.append(($0, notice.prefix)) }
                    }
                }
                return called.compactMap { function, prefix in
                    guard let role = subject.role(of: function) else { return nil }
                    let writes = subject.identityStatements(of: role).filter { $0.isAllow && $0.covers("s3:PutObject") }
                    let circle = writes.flatMap(\.resources).contains { resource in
                        guard let text = resource.flat else { return false }
                        guard text != "*" else { return true }
                        guard subject.target(of: resource)?.id == bucket.id else { return false }
                        let place = text.drop { $0 != "/" }.dropFirst().prefix { $0 != "*" }
                        return place.hasPrefix(prefix) || prefix.hasPrefix(place)
                    }
                    return circle
                        ? Breach(function, "it may write to \(bucket.id) where its own events come from") : nil
                }
            }
    }

    /// A function that sends into the queue it consumes, or publishes to the topic that calls it.
    private static func recursionByMessage(_ subject: PolicySubject) -> [Breach] {
        var sources: [(function: SubjectResource, source: SubjectResource, action: String)] = []
        for mapping in subject.resources(of: "AWS::Lambda::EventSourceMapping") {
            guard let queue = subject.target(of: mapping["EventSourceArn"]), queue.type == "AWS::SQS::Queue",
                let function = subject.target(of: mapping["FunctionName"])
            else { continue }
            sources.append((function, queue, "sqs:SendMessage"))
        }
        for subscription in subject.resources(of: "AWS::SNS::Subscription")
        where subscription["Protocol"]?.literal == "lambda" {
            guard let topic = subject.target(of: subscription["TopicArn"]), topic.type == "AWS::SNS::Topic",
                let function = subject.target(of: subscription["Endpoint"])
            else { continue }
            sources.append((function, topic, "sns:Publish"))
        }
        return sources.compactMap { function, source, action in
            guard let role = subject.role(of: function) else { return nil }
            let circle = subject.identityStatements(of: role).contains { statement in
                statement.isAllow && statement.covers(action)
                    && statement.resources.contains { subject.target(of: $0)?.id == source.id }
            }
            return circle ? Breach(function, "it may send to \(source.id), which calls it") : nil
        }
    }
}
