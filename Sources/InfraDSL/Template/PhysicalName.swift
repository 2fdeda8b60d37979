/// The property that gives a resource its name in the account, of the types that take one.
public enum PhysicalName {
    /// Nil for a type whose names the provider chooses, or that is not known here.
    public static func property(of type: String) -> String? { properties[type] }

    private static let properties = [
        "AWS::S3::Bucket": "BucketName", "AWS::SQS::Queue": "QueueName", "AWS::SNS::Topic": "TopicName",
        "AWS::Lambda::Function": "FunctionName", "AWS::IAM::Role": "RoleName", "AWS::Logs::LogGroup": "LogGroupName",
        "AWS::SecretsManager::Secret": "Name", "AWS::DynamoDB::Table": "TableName",
        "AWS::ECR::Repository": "RepositoryName", "AWS::Events::Rule": "Name", "AWS::Scheduler::Schedule": "Name",
        "AWS::CloudWatch::Alarm": "AlarmName", "AWS::StepFunctions::StateMachine": "StateMachineName",
        "AWS::ECS::Cluster": "ClusterName",
    ]
}
