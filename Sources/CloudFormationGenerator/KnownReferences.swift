/// What properties and attributes refer to where the schema does not say it (Template reference of each type, "Return values"
/// and the properties' descriptions).
enum KnownReferences {
    /// The targets of a property by its place: `AWS::S3::Bucket/QueueConfiguration/Queue`, without the resource's own `properties`.
    static func targets(of type: ResourceTypeName, at path: String) -> [ReferenceTarget]? {
        let parts = path.split(separator: "/").filter { !["definitions", "properties", "items"].contains($0) }
        guard let names = properties["\(type)/\(parts.joined(separator: "/"))"] else { return nil }
        return names.split(separator: " ").compactMap { ReferenceTarget(format: "AWS::\($0)") }
    }

    /// What `Ref` gives where that is not the type's primary identifier.
    static func ref(of type: ResourceTypeName) -> ReferenceTarget.Kind? { refs[type.description] }

    private static let refs: [String: ReferenceTarget.Kind] = [
        "AWS::Budgets::Budget": .name,
        "AWS::ECS::Service": .arn,
        "AWS::Events::Rule": .name,
        "AWS::SecretsManager::Secret": .arn,
    ]

    private static let key = "KMS::Key.Arn KMS::Key.Id KMS::Key.Name"
    private static let function = "Lambda::Function.Arn Lambda::Function.Name"
    private static let secret = "SecretsManager::Secret.Arn SecretsManager::Secret.Name"
    private static let cluster = "ECS::Cluster.Arn ECS::Cluster.Name"

    private static let properties: [String: String] = [
        "AWS::EC2::FlowLog/DeliverLogsPermissionArn": "IAM::Role.Arn",
        "AWS::EC2::Route/NatGatewayId": "EC2::NatGateway.Id",
        "AWS::EC2::Route/RouteTableId": "EC2::RouteTable.Id",
        "AWS::EC2::SubnetRouteTableAssociation/RouteTableId": "EC2::RouteTable.Id",
        "AWS::EC2::VPCGatewayAttachment/InternetGatewayId": "EC2::InternetGateway.Id",
        "AWS::EC2::VPCEndpoint/SecurityGroupIds": "EC2::SecurityGroup.Id",
        "AWS::ECS::Cluster/ManagedStorageConfiguration/FargateEphemeralStorageKmsKeyId": key,
        "AWS::ECS::Cluster/ExecuteCommandLogConfiguration/CloudWatchLogGroupName": "Logs::LogGroup.Name",
        "AWS::ECS::Service/AwsVpcConfiguration/SecurityGroups": "EC2::SecurityGroup.Id",
        "AWS::ECS::Service/AwsVpcConfiguration/Subnets": "EC2::Subnet.Id",
        "AWS::ECS::Service/Cluster": cluster,
        "AWS::ECS::Service/DeploymentAlarms/AlarmNames": "CloudWatch::Alarm.Name",
        "AWS::ECS::Service/TaskDefinition": "ECS::TaskDefinition.Arn",
        "AWS::Events::Rule/AwsVpcConfiguration/SecurityGroups": "EC2::SecurityGroup.Id",
        "AWS::Events::Rule/AwsVpcConfiguration/Subnets": "EC2::Subnet.Id",
        "AWS::Events::Rule/DeadLetterConfig/Arn": "SQS::Queue.Arn",
        "AWS::Events::Rule/EcsParameters/TaskDefinitionArn": "ECS::TaskDefinition.Arn",
        "AWS::Events::Rule/EventBusName": "Events::EventBus.Arn Events::EventBus.Name",
        "AWS::IAM::ManagedPolicy/Roles": "IAM::Role.Name",
        "AWS::IAM::Policy/Roles": "IAM::Role.Name",
        "AWS::IAM::Role/ManagedPolicyArns": "IAM::ManagedPolicy.Arn",
        "AWS::IAM::Role/PermissionsBoundary": "IAM::ManagedPolicy.Arn",
        "AWS::KMS::Alias/TargetKeyId": key,
        "AWS::Lambda::Alias/FunctionName": function,
        "AWS::Lambda::EventInvokeConfig/FunctionName": function,
        "AWS::Lambda::EventSourceMapping/FunctionName": function,
        "AWS::Lambda::Function/Code/SourceKMSKeyArn": "KMS::Key.Arn",
        "AWS::Lambda::Function/LoggingConfig/LogGroup": "Logs::LogGroup.Name",
        "AWS::Lambda::Function/Role": "IAM::Role.Arn",
        "AWS::Lambda::Function/VpcConfig/SecurityGroupIds": "EC2::SecurityGroup.Id",
        "AWS::Lambda::Function/VpcConfig/SubnetIds": "EC2::Subnet.Id",
        "AWS::Lambda::Permission/FunctionName": function,
        "AWS::Lambda::Version/FunctionName": function,
        "AWS::S3::Bucket/Destination/BucketArn": "S3::Bucket.Arn",
        "AWS::S3::Bucket/EncryptionConfiguration/ReplicaKmsKeyID": key,
        "AWS::S3::Bucket/LambdaConfiguration/Function": "Lambda::Function.Arn",
        "AWS::S3::Bucket/LoggingConfiguration/DestinationBucketName": "S3::Bucket.Name",
        "AWS::S3::Bucket/QueueConfiguration/Queue": "SQS::Queue.Arn",
        "AWS::S3::Bucket/ReplicationConfiguration/Role": "IAM::Role.Arn",
        "AWS::S3::Bucket/ReplicationDestination/Bucket": "S3::Bucket.Arn",
        "AWS::S3::Bucket/TopicConfiguration/Topic": "SNS::Topic.Arn",
        "AWS::S3::BucketPolicy/Bucket": "S3::Bucket.Name",
        "AWS::SNS::TopicPolicy/Topics": "SNS::Topic.Arn",
        "AWS::SQS::Queue/RedrivePolicy/deadLetterTargetArn": "SQS::Queue.Arn",
        "AWS::SQS::QueuePolicy/Queues": "SQS::Queue.Url",
        "AWS::Scheduler::Schedule/AwsVpcConfiguration/SecurityGroups": "EC2::SecurityGroup.Id",
        "AWS::Scheduler::Schedule/AwsVpcConfiguration/Subnets": "EC2::Subnet.Id",
        "AWS::Scheduler::Schedule/DeadLetterConfig/Arn": "SQS::Queue.Arn",
        "AWS::Scheduler::Schedule/EcsParameters/TaskDefinitionArn": "ECS::TaskDefinition.Arn",
        "AWS::Scheduler::Schedule/GroupName": "Scheduler::ScheduleGroup.Name",
        "AWS::SecretsManager::ResourcePolicy/SecretId": secret,
        "AWS::SecretsManager::RotationSchedule/RotationLambdaARN": "Lambda::Function.Arn",
        "AWS::SecretsManager::RotationSchedule/SecretId": secret,
        "AWS::StepFunctions::StateMachine/CloudWatchLogsLogGroup/LogGroupArn": "Logs::LogGroup.Arn",
    ]

    /// Properties that take ARNs of anything and do not say so by their name.
    static func takesAnyARN(_ type: ResourceTypeName, at path: String) -> Bool {
        let name = path.split(separator: "/").last { $0 != "items" } ?? ""
        return ["AWS::CloudWatch::Alarm", "AWS::CloudWatch::CompositeAlarm"].contains(type.description)
            && ["AlarmActions", "OKActions", "InsufficientDataActions"].contains(name)
    }
}
