/// A resource that holds data and that the plan deletes or replaces.
struct DataLoss: Sendable, Hashable {
    let id: String
    let type: String
    let action: Action
    /// The physical resource stays behind, outside of the stack, with what it holds.
    let isLeftBehind: Bool

    /// Types whose physical resource is more than its settings.
    static let statefulTypes: Set<String> = [
        "AWS::S3::Bucket", "AWS::SQS::Queue", "AWS::SecretsManager::Secret", "AWS::Logs::LogGroup", "AWS::KMS::Key",
        "AWS::DynamoDB::Table", "AWS::SNS::Topic", "AWS::ECR::Repository", "AWS::SSM::Parameter",
    ]

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
        let fate = isLeftBehind ? "is left behind outside of the stack" : "goes with all it holds"
        return "\(id) (\(type)) is \(action == .delete ? "deleted" : "replaced") and \(fate)"
    }
}

extension Plan {
    /// What holds data and does not live on as it is.
    var dataLoss: [DataLoss] {
        guard case .update(let diff, _) = stack else { return [] }
        return diff.changes.compactMap(DataLoss.init)
    }
}
