import CloudFormation

/// Data that stays, logs that go, alarms that speak.
enum OperationRules {
    static let all = [retention, dataPolicy, explicitPolicy, silentAlarm, metric, duplicateName]

    static let retention = Rule(
        "SL-LOG-001", "Logs without an end cost more each month.", fix: "Set RetentionInDays.",
        of: ["AWS::Logs::LogGroup"]
    ) { group, _ in group["RetentionInDays"] == nil ? "its events never expire" : nil }

    private static let holdsData = [
        "AWS::S3::Bucket", "AWS::DynamoDB::Table", "AWS::DynamoDB::GlobalTable", "AWS::KMS::Key",
        "AWS::RDS::DBInstance",
        "AWS::RDS::DBCluster", "AWS::EFS::FileSystem", "AWS::Redshift::Cluster", "AWS::ElastiCache::ReplicationGroup",
        "AWS::OpenSearchService::Domain", "AWS::DocDB::DBCluster", "AWS::Neptune::DBCluster",
    ]

    static let dataPolicy = Rule(
        "SL-DAT-001", "A renamed or removed entry deletes the data with it.",
        fix: "Set DeletionPolicy and UpdateReplacePolicy to Retain (or Snapshot).", of: holdsData
    ) { resource, _ in
        let lacking = ["DeletionPolicy", "UpdateReplacePolicy"].filter { name in
            !["Retain", "RetainExceptOnCreate", "Snapshot"].contains(resource.body[name]?.literal ?? "")
        }
        return lacking.isEmpty ? nil : "\(lacking.joined(separator: " and ")) would delete it"
    }

    static let explicitPolicy = Rule(
        "SL-DAT-002", "What holds messages, logs or secrets says what becomes of them.",
        fix: "Set DeletionPolicy and UpdateReplacePolicy, be it to Delete.",
        of: ["AWS::SQS::Queue", "AWS::Logs::LogGroup", "AWS::SecretsManager::Secret", "AWS::ECR::Repository"]
    ) { resource, _ in
        let lacking = ["DeletionPolicy", "UpdateReplacePolicy"].filter { resource.body[$0] == nil }
        return lacking.isEmpty ? nil : "\(lacking.joined(separator: " and ")) not stated"
    }

    static let silentAlarm = Rule(
        "SL-ALM-002", "An alarm without action tells nobody.", fix: "Set AlarmActions to a topic.",
        of: ["AWS::CloudWatch::Alarm", "AWS::CloudWatch::CompositeAlarm"]
    ) { alarm, subject in
        if alarm["ActionsEnabled"]?.flag == false { return "its actions are off" }
        // What a rule listens to is a signal: the rule's target is its action.
        let isHeard = subject.resources(of: "AWS::Events::Rule").contains {
            $0["EventPattern"]?["resources"]?.items.contains { subject.target(of: $0)?.id == alarm.id } ?? false
        }
        if isHeard { return nil }
        return alarm["AlarmActions"]?.items.isEmpty ?? true ? "it has no action" : nil
    }

    /// Metrics of the services a pipeline alarms on, and the dimension each comes with (CloudWatch metrics of each service).
    private static let metrics: [String: (names: Set<String>, dimensions: Set<String>)] = [
        "AWS/SQS": (
            [
                "ApproximateAgeOfOldestMessage", "ApproximateNumberOfMessagesDelayed",
                "ApproximateNumberOfMessagesNotVisible", "ApproximateNumberOfMessagesVisible",
                "ApproximateNumberOfGroupsWithInflightMessages", "NumberOfEmptyReceives", "NumberOfMessagesDeleted",
                "NumberOfMessagesReceived", "NumberOfMessagesSent", "SentMessageSize",
                "NumberOfDeduplicatedSentMessages",
            ], ["QueueName"]
        ),
        "AWS/Lambda": (
            [
                "Invocations", "Errors", "DeadLetterErrors", "DestinationDeliveryFailures", "Throttles", "Duration",
                "PostRuntimeExtensionsDuration", "IteratorAge", "ConcurrentExecutions",
                "UnreservedConcurrentExecutions",
                "ProvisionedConcurrencyInvocations", "ProvisionedConcurrencySpilloverInvocations",
                "ProvisionedConcurrentExecutions", "ProvisionedConcurrencyUtilization", "AsyncEventsReceived",
                "AsyncEventAge", "AsyncEventsDropped", "ClaimedAccountConcurrency", "RecursiveInvocationsDropped",
                "OffsetLag", "OversizedRecordCount",
            ], ["FunctionName", "Resource", "ExecutedVersion", "EventSourceMappingUUID"]
        ),
        "AWS/SNS": (
            [
                "NumberOfMessagesPublished", "NumberOfNotificationsDelivered", "NumberOfNotificationsFailed",
                "NumberOfNotificationsFilteredOut", "NumberOfNotificationsRedrivenToDlq", "PublishSize",
                "NumberOfNotificationsFailedToRedriveToDlq",
            ], ["TopicName", "Application", "Platform", "Country", "SMSType"]
        ),
        "AWS/States": (
            [
                "ExecutionTime", "ExecutionThrottled", "ExecutionsAborted", "ExecutionsFailed", "ExecutionsStarted",
                "ExecutionsSucceeded", "ExecutionsTimedOut", "ExecutionsRedriven",
            ], ["StateMachineArn", "Version", "Alias"]
        ),
        "AWS/Events": (
            [
                "DeadLetterInvocations", "FailedInvocations", "IngestionToInvocationCompleteLatency",
                "IngestionToInvocationStartLatency", "InvocationAttempts", "Invocations", "InvocationsCreated",
                "InvocationsFailedToBeSentToDlq", "InvocationsSentToDlq", "MatchedEvents", "RetryInvocationAttempts",
                "SuccessfulInvocationAttempts", "ThrottledRules", "TriggeredRules",
            ], ["RuleName", "EventBusName", "EventSourceName"]
        ),
    ]

    static let metric = Rule(
        "SL-ALM-003", "An alarm on a metric that does not exist never fires.",
        fix: "Use a metric and dimensions that the service publishes.", of: ["AWS::CloudWatch::Alarm"]
    ) { alarm, _ in
        guard let space = alarm["Namespace"]?.literal, let known = metrics[space],
            let name = alarm["MetricName"]?.literal
        else { return nil }
        guard known.names.contains(name) else { return "\(space) has no metric \(name)" }
        let dimensions = (alarm["Dimensions"]?.items ?? []).compactMap { $0["Name"]?.literal }
        if let other = dimensions.first(where: { !known.dimensions.contains($0) }) {
            return "\(name) has no dimension \(other)"
        }
        return nil
    }

    static let duplicateName = Rule(
        "SL-NAM-001", "Two resources of one kind can not have one name.", fix: "Give each its own name."
    ) { subject in
        var owners: [String: String] = [:]
        return subject.resources.compactMap { resource in
            guard let name = resource.physicalName?.flat, !name.isEmpty else { return nil }
            // Two that exclude one another by condition may share a name.
            let condition = resource.body["Condition"]?.literal ?? ""
            guard let other = owners.updateValue(resource.id, forKey: "\(resource.type) \(name) \(condition)") else {
                return nil
            }
            return Breach(resource, "\(other) is called \(name) as well")
        }
    }
}
