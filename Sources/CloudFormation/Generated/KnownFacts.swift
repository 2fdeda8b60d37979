// Made by `swift run deploy schema regenerate` from Sources/CloudFormation/Schemas. Do not edit.
// swift-format-ignore-file
extension ResourceFacts {
    /// The facts of a type such as `AWS::S3::Bucket`; nil when its schema is not vendored.
    public static func of(_ type: String) -> ResourceFacts? {
        switch type {
        case "AWS::Budgets::Budget": Budgets.Budget.facts
        case "AWS::CloudWatch::Alarm": CloudWatch.Alarm.facts
        case "AWS::CloudWatch::CompositeAlarm": CloudWatch.CompositeAlarm.facts
        case "AWS::CloudWatch::Dashboard": CloudWatch.Dashboard.facts
        case "AWS::DynamoDB::Table": DynamoDB.Table.facts
        case "AWS::EC2::EIP": EC2.EIP.facts
        case "AWS::EC2::FlowLog": EC2.FlowLog.facts
        case "AWS::EC2::InternetGateway": EC2.InternetGateway.facts
        case "AWS::EC2::NatGateway": EC2.NatGateway.facts
        case "AWS::EC2::Route": EC2.Route.facts
        case "AWS::EC2::RouteTable": EC2.RouteTable.facts
        case "AWS::EC2::SecurityGroup": EC2.SecurityGroup.facts
        case "AWS::EC2::Subnet": EC2.Subnet.facts
        case "AWS::EC2::SubnetRouteTableAssociation": EC2.SubnetRouteTableAssociation.facts
        case "AWS::EC2::VPC": EC2.VPC.facts
        case "AWS::EC2::VPCEndpoint": EC2.VPCEndpoint.facts
        case "AWS::EC2::VPCGatewayAttachment": EC2.VPCGatewayAttachment.facts
        case "AWS::ECR::Repository": ECR.Repository.facts
        case "AWS::ECS::Cluster": ECS.Cluster.facts
        case "AWS::ECS::Service": ECS.Service.facts
        case "AWS::ECS::TaskDefinition": ECS.TaskDefinition.facts
        case "AWS::Events::EventBus": Events.EventBus.facts
        case "AWS::Events::Rule": Events.Rule.facts
        case "AWS::IAM::ManagedPolicy": IAM.ManagedPolicy.facts
        case "AWS::IAM::Policy": IAM.Policy.facts
        case "AWS::IAM::Role": IAM.Role.facts
        case "AWS::KMS::Alias": KMS.Alias.facts
        case "AWS::KMS::Key": KMS.Key.facts
        case "AWS::Lambda::Alias": Lambda.Alias.facts
        case "AWS::Lambda::EventInvokeConfig": Lambda.EventInvokeConfig.facts
        case "AWS::Lambda::EventSourceMapping": Lambda.EventSourceMapping.facts
        case "AWS::Lambda::Function": Lambda.Function.facts
        case "AWS::Lambda::LayerVersion": Lambda.LayerVersion.facts
        case "AWS::Lambda::Permission": Lambda.Permission.facts
        case "AWS::Lambda::Version": Lambda.Version.facts
        case "AWS::Logs::LogGroup": Logs.LogGroup.facts
        case "AWS::Logs::MetricFilter": Logs.MetricFilter.facts
        case "AWS::Logs::SubscriptionFilter": Logs.SubscriptionFilter.facts
        case "AWS::S3::Bucket": S3.Bucket.facts
        case "AWS::S3::BucketPolicy": S3.BucketPolicy.facts
        case "AWS::SNS::Subscription": SNS.Subscription.facts
        case "AWS::SNS::Topic": SNS.Topic.facts
        case "AWS::SNS::TopicPolicy": SNS.TopicPolicy.facts
        case "AWS::SQS::Queue": SQS.Queue.facts
        case "AWS::SQS::QueuePolicy": SQS.QueuePolicy.facts
        case "AWS::SSM::Parameter": SSM.Parameter.facts
        case "AWS::Scheduler::Schedule": Scheduler.Schedule.facts
        case "AWS::Scheduler::ScheduleGroup": Scheduler.ScheduleGroup.facts
        case "AWS::SecretsManager::ResourcePolicy": SecretsManager.ResourcePolicy.facts
        case "AWS::SecretsManager::RotationSchedule": SecretsManager.RotationSchedule.facts
        case "AWS::SecretsManager::Secret": SecretsManager.Secret.facts
        case "AWS::StepFunctions::StateMachine": StepFunctions.StateMachine.facts
        default: nil
        }
    }

    /// Every vendored type, in order.
    public static let knownTypes: [String] = [
        "AWS::Budgets::Budget",
        "AWS::CloudWatch::Alarm",
        "AWS::CloudWatch::CompositeAlarm",
        "AWS::CloudWatch::Dashboard",
        "AWS::DynamoDB::Table",
        "AWS::EC2::EIP",
        "AWS::EC2::FlowLog",
        "AWS::EC2::InternetGateway",
        "AWS::EC2::NatGateway",
        "AWS::EC2::Route",
        "AWS::EC2::RouteTable",
        "AWS::EC2::SecurityGroup",
        "AWS::EC2::Subnet",
        "AWS::EC2::SubnetRouteTableAssociation",
        "AWS::EC2::VPC",
        "AWS::EC2::VPCEndpoint",
        "AWS::EC2::VPCGatewayAttachment",
        "AWS::ECR::Repository",
        "AWS::ECS::Cluster",
        "AWS::ECS::Service",
        "AWS::ECS::TaskDefinition",
        "AWS::Events::EventBus",
        "AWS::Events::Rule",
        "AWS::IAM::ManagedPolicy",
        "AWS::IAM::Policy",
        "AWS::IAM::Role",
        "AWS::KMS::Alias",
        "AWS::KMS::Key",
        "AWS::Lambda::Alias",
        "AWS::Lambda::EventInvokeConfig",
        "AWS::Lambda::EventSourceMapping",
        "AWS::Lambda::Function",
        "AWS::Lambda::LayerVersion",
        "AWS::Lambda::Permission",
        "AWS::Lambda::Version",
        "AWS::Logs::LogGroup",
        "AWS::Logs::MetricFilter",
        "AWS::Logs::SubscriptionFilter",
        "AWS::S3::Bucket",
        "AWS::S3::BucketPolicy",
        "AWS::SNS::Subscription",
        "AWS::SNS::Topic",
        "AWS::SNS::TopicPolicy",
        "AWS::SQS::Queue",
        "AWS::SQS::QueuePolicy",
        "AWS::SSM::Parameter",
        "AWS::Scheduler::Schedule",
        "AWS::Scheduler::ScheduleGroup",
        "AWS::SecretsManager::ResourcePolicy",
        "AWS::SecretsManager::RotationSchedule",
        "AWS::SecretsManager::Secret",
        "AWS::StepFunctions::StateMachine"
    ]
}
