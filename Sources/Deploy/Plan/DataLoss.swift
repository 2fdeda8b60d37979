import CloudAPI

/// A resource that holds data and that the plan deletes or replaces.
struct DataLoss: Sendable, Hashable {
    let id: String
    let type: String
    let action: Action
    /// The physical resource stays behind, outside of the stack, with what it holds.
    let isLeftBehind: Bool
    /// What is lost, as a sentence; nil where the action says it.
    var words: String?

    /// Types whose physical resource is more than its settings.
    static let statefulTypes: Set<String> = [
        "AWS::S3::Bucket", "AWS::SQS::Queue", "AWS::SecretsManager::Secret", "AWS::Logs::LogGroup", "AWS::KMS::Key",
        "AWS::DynamoDB::Table", "AWS::SNS::Topic", "AWS::ECR::Repository", "AWS::SSM::Parameter",
    ]

    init(id: String, type: String, action: Action, isLeftBehind: Bool, words: String? = nil) {
        self.words = words
        self.id = id
        self.type = type
        self.action = action
        self.isLeftBehind = isLeftBehind
    }

    /// Nil when the change takes no data along.
    init?(_ change: ResourceChange) {
        guard change.action == .delete || change.action == .replace,
            Self.statefulTypes.contains(change.oldType ?? change.type)
        else { return nil }
        id = change.id
        type = change.oldType ?? change.type
        action = change.action
        isLeftBehind = change.keepsPhysical
    }

    var description: String {
        if let words { return "\(id): \(words)" }
        let fate = isLeftBehind ? "is left behind outside of the stack" : "goes with all it holds"
        return "\(id) (\(type)) is \(action == .delete ? "deleted" : "replaced") and \(fate)"
    }
}

extension Plan {
    /// What holds data and does not live on as it is.
    var dataLoss: [DataLoss] {
        guard case .update(let diff, _) = stack else { return snowflakeLoss }
        let bySchema = diff.changes.compactMap(DataLoss.init)
        // CloudFormation knows of replacements that no schema tells; neither word hides the other.
        let told = (review?.changes.values.sorted { $0.logicalResourceID < $1.logicalResourceID } ?? [])
            .filter { change in
                DataLoss.statefulTypes.contains(change.resourceType)
                    && (change.action == "Remove" || change.replacement == "True")
                    && !bySchema.contains { $0.id == change.logicalResourceID }
            }
            .map { change in
                DataLoss(
                    id: change.logicalResourceID, type: change.resourceType,
                    action: change.action == "Remove" ? .delete : .replace,
                    isLeftBehind: change.policyAction.map { $0.contains("Retain") || $0.contains("Snapshot") } ?? false)
            }
        return bySchema + told + snowflakeLoss
    }

    /// Tables with rows, stages with files, integrations that stages are bound to.
    private var snowflakeLoss: [DataLoss] {
        (before + after).compactMap { change in
            if let loss = change.loss {
                return DataLoss(
                    id: change.id, type: "Snowflake", action: change.action, isLeftBehind: false, words: loss)
            }
            guard change.action == .delete || change.action == .replace,
                let kind = Self.statefulKinds.first(where: { change.id.hasPrefix($0 + " ") })
            else { return nil }
            let name = String(change.id.dropFirst(kind.count + 1))
            return DataLoss(id: name, type: "Snowflake \(kind)", action: change.action, isLeftBehind: false)
        }
    }

    private static let statefulKinds = [
        "TABLE", "STAGE", "STORAGE INTEGRATION", "NOTIFICATION INTEGRATION", "DATABASE", "SCHEMA", "STREAM", "PIPE",
    ]
}
