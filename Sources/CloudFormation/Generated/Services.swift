// Made by `swift run deploy schema regenerate` from Sources/CloudFormation/Schemas. Do not edit.
// swift-format-ignore-file
/// The resources of Budgets.
public enum Budgets {}
/// The resources of CloudWatch.
public enum CloudWatch {}
/// The resources of DynamoDB.
public enum DynamoDB {}
/// The resources of EC2.
public enum EC2 {}
/// The resources of ECR.
public enum ECR {}
/// The resources of ECS.
public enum ECS {}
/// The resources of Events.
public enum Events {}
/// The resources of IAM.
public enum IAM {}
/// The resources of KMS.
public enum KMS {}
/// The resources of Lambda.
public enum Lambda {}
/// The resources of Logs.
public enum Logs {}
/// The resources of S3.
public enum S3 {}
/// The resources of SNS.
public enum SNS {}
/// The resources of SQS.
public enum SQS {}
/// The resources of SSM.
public enum SSM {}
/// The resources of Scheduler.
public enum Scheduler {}
/// The resources of SecretsManager.
public enum SecretsManager {}
/// The resources of StepFunctions.
public enum StepFunctions {}
