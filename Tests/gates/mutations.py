"""Single faults for the good template: its text, what stands there instead, and the rule that must notice."""

from __future__ import annotations

from typing import NamedTuple


class Mutation(NamedTuple):
    rule: str
    old: str
    new: str


OUTPUTS = "\nOutputs:\n"


def added(rule: str, resource: str) -> Mutation:
    """A fault that comes with a resource of its own."""
    return Mutation(rule, OUTPUTS, f"\n{resource}{OUTPUTS}")


OWN = "Principal: {AWS: !Sub 'arn:${AWS::Partition}:iam::${AWS::AccountId}:root'}"
QUEUE_READ = "['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes', 'sqs:ChangeMessageVisibility']"
LAMBDA_KEY = "Action: ['kms:Decrypt', 'kms:GenerateDataKey']\n                Resource: !GetAtt DataKey.Arn"

MUTATIONS = [
    # Open access
    Mutation("SL-ACC-001", "Principal: {Service: s3.amazonaws.com}\n            Action: 'sqs:SendMessage'\n            Resource: !GetAtt InboxQueue.Arn\n            Condition:\n              StringEquals: {'aws:SourceAccount': !Ref AWS::AccountId}\n              ArnLike: {'aws:SourceArn': !Sub 'arn:${AWS::Partition}:s3:::${AWS::StackName}-inbox-*'}", "Principal: '*'\n            Action: 'sqs:SendMessage'\n            Resource: !GetAtt InboxQueue.Arn"),
    Mutation("SL-ACC-001", "Principal: {Service: cloudwatch.amazonaws.com}\n            Action: 'sns:Publish'\n            Resource: !Ref AlertTopic\n            Condition: {StringEquals: {'aws:SourceAccount': !Ref AWS::AccountId}}", "Principal: {AWS: '*'}\n            Action: 'sns:Publish'\n            Resource: !Ref AlertTopic"),
    Mutation("SL-TRU-001", "              StringEquals: {'aws:SourceAccount': !Ref AWS::AccountId}\n              ArnLike: {'aws:SourceArn': !Sub 'arn:${AWS::Partition}:s3:::${AWS::StackName}-inbox-*'}", "              Bool: {'aws:SecureTransport': 'true'}"),
    Mutation("SL-TRU-001", "            Resource: !Ref AlertTopic\n            Condition: {StringEquals: {'aws:SourceAccount': !Ref AWS::AccountId}}", "            Resource: !Ref AlertTopic"),
    Mutation("SL-TRU-001", "Principal: {Service: scheduler.amazonaws.com}\n            Action: 'sts:AssumeRole'\n            Condition: {StringEquals: {'aws:SourceAccount': !Ref AWS::AccountId}}", "Principal: {Service: scheduler.amazonaws.com}\n            Action: 'sts:AssumeRole'"),
    Mutation("SL-TRU-001", "            Condition:\n              StringEquals: {'aws:SourceAccount': !Ref AWS::AccountId}\n          - Sid: LogsByArn", "          - Sid: LogsByArn"),
    Mutation("SL-TRU-002", "Action: 'sts:AssumeRole'\n              Condition: {StringEquals: {'sts:ExternalId': !Ref SnowflakeExternalId}}", "Action: 'sts:AssumeRole'"),
    Mutation("SL-TRU-002", "{'sts:ExternalId': !Ref SnowflakeExternalId}", "{'sts:ExternalId': '*'}"),
    Mutation("SL-TRU-003", "Principal: {AWS: !Ref SnowflakeIamUserArn}\n              Action: 'sts:AssumeRole'\n              Condition: {StringEquals: {'sts:ExternalId': !Ref SnowflakeExternalId}}", OWN + "\n              Action: 'sts:AssumeRole'"),
    Mutation("SL-ACC-003", "Action: ['s3:GetObject', 's3:GetObjectVersion']\n                Resource: !Sub '${InboxBucket.Arn}/inbox/*'", "Action: 's3:*'\n                Resource: !Sub '${InboxBucket.Arn}/inbox/*'"),
    Mutation("SL-ACC-003", "Action: 'kms:Decrypt'\n                Resource: !GetAtt DataKey.Arn", "Action: '*'\n                Resource: !GetAtt DataKey.Arn"),
    Mutation("SL-ACC-004", "Action: 'sns:Publish'\n                Resource: !Ref AlertTopic", "Action: 'sns:Publish'\n                Resource: '*'"),
    Mutation("SL-ACC-005", "      RoleName: !Sub '${AWS::StackName}-snowflake'\n", "      RoleName: !Sub '${AWS::StackName}-snowflake'\n      ManagedPolicyArns: ['arn:aws:iam::aws:policy/AdministratorAccess']\n"),
    Mutation("SL-ACC-006", "                Condition: {StringEquals: {'iam:PassedToService': ecs-tasks.amazonaws.com}}\n", ""),
    Mutation("SL-ACC-006", "Resource: [!GetAtt DbtTaskRole.Arn, !GetAtt DbtExecutionRole.Arn]", "Resource: '*'"),
    Mutation("SL-S3-001", "        BlockPublicPolicy: true\n", "        BlockPublicPolicy: false\n"),
    Mutation("SL-S3-002", "      BucketName: !Sub '${AWS::StackName}-inbox", "      AccessControl: PublicRead\n      BucketName: !Sub '${AWS::StackName}-inbox"),
    Mutation("SL-NET-001", "SourceSecurityGroupId: !Ref IngestorSecurityGroup,", "CidrIp: 0.0.0.0/0,"),
    Mutation("SL-NET-002", "{IpProtocol: tcp, FromPort: 443, ToPort: 443, CidrIp: 0.0.0.0/0,", "{IpProtocol: '-1', CidrIp: 0.0.0.0/0,"),
    Mutation("SL-NET-003", "      PolicyDocument:\n        Version: '2012-10-17'\n        Statement:\n          - Effect: Allow\n            Principal: '*'\n            Action: 'sns:Publish'\n            Resource: '*'\n            Condition: {StringEquals: {'aws:PrincipalAccount': !Ref AWS::AccountId}}\n", ""),
    Mutation("SL-NET-003", "      RouteTableIds: [!Ref RouteTable]\n      PolicyDocument:", "      RouteTableIds: [!Ref RouteTable]\n      Policy:"),
    Mutation("SL-ACC-002", "Action: 's3:GetBucketLocation'", "NotAction: 's3:GetBucketLocation'"),
    Mutation("SL-ACC-007", "Action: 's3:ListBucket'", "Action: ['s3:ListBucket', 's3:GetBucketLocation']"),
    added("SL-LAM-001", "  Url: {Type: AWS::Lambda::Url, Properties: {AuthType: NONE, TargetFunctionArn: !Ref Ingestor}}"),
    added("SL-LAM-002", "  May: {Type: AWS::Lambda::Permission, Properties: {Action: 'lambda:InvokeFunction', FunctionName: !Ref Ingestor, Principal: events.amazonaws.com}}"),
    # Transport
    Mutation("SL-TLS-001", "Resource: [!GetAtt InboxBucket.Arn, !Sub '${InboxBucket.Arn}/*']\n            Condition: {Bool: {'aws:SecureTransport': 'false'}}", "Resource: [!GetAtt InboxBucket.Arn, !Sub '${InboxBucket.Arn}/*']\n            Condition: {Bool: {'aws:SecureTransport': 'true'}}"),
    Mutation("SL-TLS-001", "Resource: [!GetAtt LogBucket.Arn, !Sub '${LogBucket.Arn}/*']\n            Condition: {Bool:", "Resource: [!GetAtt LogBucket.Arn]\n            Condition: {Bool:"),
    Mutation("SL-TLS-002", "Action: 'sqs:*'", "Action: 'sqs:ReceiveMessage'"),
    Mutation("SL-TLS-002", "            Effect: Deny\n            Principal: '*'\n            Action: 'sns:Publish'", "            Effect: Deny\n            Principal: {AWS: 'arn:aws:iam::123456789012:root'}\n            Action: 'sns:Publish'"),
    # Keys
    Mutation("SL-KEY-001", "    Properties:\n      KmsMasterKeyId: !Ref DataKey\n      Subscription", "    Properties:\n      Subscription"),
    Mutation("SL-KEY-002", "      VisibilityTimeout: 1800\n      KmsMasterKeyId: !Ref DataKey", "      VisibilityTimeout: 1800\n      KmsMasterKeyId: alias/aws/sqs"),
    Mutation("SL-KEY-002", "      KmsMasterKeyId: !Ref DataKey\n      Subscription", "      KmsMasterKeyId: alias/aws/sns\n      Subscription"),
    Mutation("SL-KEY-003", "                - s3.amazonaws.com\n", ""),
    Mutation("SL-KEY-003", "                - cloudwatch.amazonaws.com\n", ""),
    Mutation("SL-KEY-004", "EnableKeyRotation: true", "EnableKeyRotation: false"),
    Mutation("SL-KEY-005", "              - Sid: Decrypt\n                Effect: Allow\n                Action: 'kms:Decrypt'\n                Resource: !GetAtt DataKey.Arn\n", ""),
    Mutation("SL-KEY-005", "              - Sid: Key\n                Effect: Allow\n                " + LAMBDA_KEY + "\n", ""),
    Mutation("SL-KEY-005", LAMBDA_KEY, "Action: 'kms:GenerateDataKey'\n                Resource: !GetAtt DataKey.Arn"),
    # Secrets
    Mutation("SL-SEC-001", "          SNOWFLAKE_SECRET_ARN: !Ref SnowflakeKeyPair", "          SNOWFLAKE_PASSWORD: hunter2"),
    Mutation("SL-SEC-001", "          SNOWFLAKE_SECRET_ARN: !Ref SnowflakeKeyPair", "          KEY: '{{resolve:secretsmanager:x:SecretString:privateKey}}'"),
    Mutation("SL-SEC-001", "          SNOWFLAKE_SECRET_ARN: !Ref SnowflakeKeyPair", "          ID: !Ref SnowflakeExternalId"),
    Mutation("SL-SEC-001", "          Essential: true\n", "          Essential: true\n          Environment: [{Name: DB_PASSWORD, Value: abc}]\n"),
    Mutation("SL-SEC-002", "      KmsKeyId: !Ref DataKey\n\n", "      KmsKeyId: !Ref DataKey\n      SecretString: abc\n\n"),
    Mutation("SL-SEC-003", "  IngestorArn: {Value: !GetAtt Ingestor.Arn}", "  Key: {Value: !Sub '{{resolve:secretsmanager:${SnowflakeKeyPair}}}'}"),
    Mutation("SL-SEC-003", "  IngestorArn: {Value: !GetAtt Ingestor.Arn}", "  Id: {Value: !Ref SnowflakeExternalId}"),
    Mutation("SL-SEC-004", "\nParameters:\n", "\nParameters:\n  DatabasePassword: {Type: String}\n"),
    Mutation("SL-SEC-004", "\nParameters:\n", "\nParameters:\n  DatabasePassword: {Type: String, NoEcho: true, Default: hunter2}\n"),
    added("SL-SEC-005", "  Machine: {Type: AWS::EC2::Instance, Properties: {UserData: !Base64 \"export DB_PASSWORD='hunter2'\"}}"),
    added("SL-SEC-005", "  Machine: {Type: AWS::EC2::Instance, Properties: {UserData: {'Fn::Base64': !Sub 'psql postgres://u:hunter2@db'}}}"),
    added("SL-SEC-005", "  Machine: {Type: AWS::EC2::Instance, Properties: {UserData: {'Fn::Base64': !Sub 'id=${SnowflakeExternalId}'}}}"),
    Mutation("SL-SEC-006", "Command: [dbt, build,", "Command: [dbt, build, --password, hunter2,"),
    Mutation("SL-SEC-006", "Command: [dbt, build,", "Command: [sh, -c, 'PGPASSWORD=hunter2 dbt build',"),
    Mutation("SL-SEC-006", "Command: [dbt, build,", "Command: [dbt, build, --vars, !Ref SnowflakeExternalId,"),
    Mutation("SL-SEC-006", "Command: [dbt, build,", "EntryPoint: [run, '--api-key=abcdef']\n          Command: [dbt, build,"),
    Mutation("SL-SEC-001", "          Essential: true\n", "          Essential: true\n          Environment: [{Name: DB, Value: 'postgres://u:hunter2@db/x'}]\n"),
    Mutation("SL-SEC-007", "Description: Daily dbt build", "Description: with AKIAIOSFODNN7EXAMPLE"),
    # Containers
    Mutation("SL-ECS-001", "          User: '10001:10001'\n", ""),
    Mutation("SL-ECS-001", "          User: '10001:10001'\n", "          User: '10001'\n          Privileged: true\n"),
    Mutation("SL-ECS-001", "ReadonlyRootFilesystem: true", "ReadonlyRootFilesystem: false"),
    Mutation("SL-ECS-001", "AssignPublicIp: DISABLED", "AssignPublicIp: ENABLED"),
    Mutation("SL-ECS-002", "{Effect: Allow, Action: 'secretsmanager:GetSecretValue', Resource: !Ref SnowflakeKeyPair}", "{Effect: Allow, Action: 'secretsmanager:DescribeSecret', Resource: !Ref SnowflakeKeyPair}"),
    Mutation("SL-ECS-002", "      ExecutionRoleArn: !GetAtt DbtExecutionRole.Arn\n", ""),
    # Silently broken
    Mutation("SL-LOG-002", "Action: ['logs:CreateLogStream', 'logs:PutLogEvents']\n                Resource: !GetAtt IngestorLogs.Arn", "Action: 'logs:CreateLogStream'\n                Resource: !GetAtt IngestorLogs.Arn"),
    Mutation("SL-NET-005", "Action: ['ec2:CreateNetworkInterface', 'ec2:DeleteNetworkInterface']", "Action: 'ec2:DeleteNetworkInterface'"),
    Mutation("SL-NET-006", "com.amazonaws.${AWS::Region}.logs", "com.amazonaws.${AWS::Region}.monitoring"),
    Mutation("SL-NET-006", "com.amazonaws.${AWS::Region}.ecr.dkr", "com.amazonaws.${AWS::Region}.kms"),
    Mutation("SL-NET-007", "ToPort: 443, CidrIp: 0.0.0.0/0,", "ToPort: 443, CidrIp: 10.20.0.0/16,"),
    Mutation("SL-EVT-001", "Principal: {Service: cloudwatch.amazonaws.com}\n            Action: 'sns:Publish'", "Principal: {Service: budgets.amazonaws.com}\n            Action: 'sns:Publish'"),
    added("SL-EVT-001", "  Tick: {Type: AWS::Events::Rule, Properties: {ScheduleExpression: rate(1 day), Targets: [{Id: q, Arn: !GetAtt InboxQueue.Arn}]}}"),
    added("SL-EVT-003", "  Tick: {Type: AWS::Events::Rule, Properties: {ScheduleExpression: rate(1 day), Targets: [{Id: f, Arn: !GetAtt Ingestor.Arn}]}}"),
    Mutation("SL-EVT-005", "Action: 'sqs:SendMessage'\n                Resource: !GetAtt InboxDlq.Arn", "Action: 'sqs:SendMessage'\n                Resource: !GetAtt InboxQueue.Arn"),
    Mutation("SL-EVT-007", "Action: 'ecs:RunTask'", "Action: 'ecs:StopTask'"),
    Mutation("SL-EVT-007", "Action: 'iam:PassRole'", "Action: 'iam:GetRole'"),
    added("SL-NAM-001", "  Second: {Type: AWS::SQS::Queue, Properties: {QueueName: !Sub '${AWS::StackName}-inbox'}}"),
    Mutation("SL-NAM-002", "QueueName: !Sub '${AWS::StackName}-inbox'\n", "QueueName: !Sub '${AWS::StackName} inbox'\n"),
    Mutation("SL-NAM-002", "FunctionName: !Sub '${AWS::StackName}-ingestor'", "FunctionName: !Sub '${AWS::StackName}-" + "x" * 64 + "'"),
    # What CloudFormation refuses
    Mutation("SL-TPL-001", "\nOutputs:\n", "\nOutput:\n"),
    Mutation("SL-TPL-003", "  DbtTaskRole:\n    Type: AWS::IAM::Role\n", "  DbtTaskRole:\n    Type: AWS::IAM::Role\n    DependsOn: DbtTask\n"),
    Mutation("SL-TPL-004", "CidrBlock: !Select [0, !Cidr [10.20.0.0/16, 2, 8]]", "CidrBlock: !Select [!Cidr [10.20.0.0/16, 2, 8]]"),
    Mutation("SL-TPL-005", "  ScheduleDlq:\n", "  Schedule-Dlq:\n"),
    Mutation("SL-TPL-006", "AlertTopicArn: {Value: !Ref AlertTopic}", "AlertTopicArn: {Value: !GetAtt AlertTopic.Name}"),
    Mutation("SL-TPL-007", "    DependsOn: [LogBucketPolicy, InboxQueuePolicy]", "    DependOn: [LogBucketPolicy, InboxQueuePolicy]"),
    Mutation("SL-TPL-008", "\nParameters:\n", "\nParameters:\n  Size: {Type: Number, Default: large}\n"),
    Mutation("SL-TPL-009", "AlertTopicArn: {Value: !Ref AlertTopic}", "AlertTopicArn: {Vale: !Ref AlertTopic}"),
    Mutation("SL-TPL-010", "\nConditions:\n", "\nConditions:\n  Odd: [true]\n"),
    Mutation("SL-SCHEMA-001", "      MemorySize: 256\n", "      MemorySizes: 256\n"),
    Mutation("SL-SCHEMA-002", "      Role: !GetAtt IngestorRole.Arn\n", ""),
    Mutation("SL-SCHEMA-003", "      MemorySize: 256\n", "      MemorySize: plenty\n"),
    Mutation("SL-SCHEMA-004", "Architectures: [arm64]", "Architectures: [arm46]"),
    Mutation("SL-SCHEMA-006", "      MemorySize: 256\n", "      MemorySize: 64\n"),
    Mutation("SL-SCHEMA-007", "Properties: {CidrBlock: 10.20.0.0/16,", "Properties: {CidrBlock: 10.20.0.0/16, Ipv4IpamPoolId: p, Ipv4NetmaskLength: 16,"),
    Mutation("SL-SQS-001", "      RedrivePolicy: {deadLetterTargetArn: !GetAtt InboxDlq.Arn, maxReceiveCount: 5}\n", ""),
    Mutation("SL-SQS-002", "      VisibilityTimeout: 1800\n", "      VisibilityTimeout: 300\n"),
    Mutation("SL-SQS-002", "      VisibilityTimeout: 1800\n", ""),
    Mutation("SL-SQS-003", "      FunctionResponseTypes: [ReportBatchItemFailures]\n", ""),
    Mutation("SL-LAM-003", "MaximumConcurrency: 10", "MaximumConcurrency: 50"),
    Mutation("SL-LAM-003", "ReservedConcurrentExecutions: 10", "ReservedConcurrentExecutions: 0"),
    Mutation("SL-ALM-001", "Value: !GetAtt InboxDlq.QueueName", "Value: !GetAtt InboxQueue.QueueName"),
    Mutation("SL-ALM-002", "      AlarmActions: [!Ref AlertTopic]\n\n  DlqAlarm", "\n  DlqAlarm"),
    Mutation("SL-ALM-003", "MetricName: Errors", "MetricName: Failures"),
    Mutation("SL-ALM-003", "MetricName: ApproximateNumberOfMessagesVisible", "MetricName: NumberOfVisibleMessages"),
    Mutation("SL-EVT-001", "            Action: 'sqs:SendMessage'\n            Resource: !GetAtt InboxQueue.Arn", "            Action: 'sqs:ReceiveMessage'\n            Resource: !GetAtt InboxQueue.Arn"),
    Mutation("SL-EVT-002", "DependsOn: [LogBucketPolicy, InboxQueuePolicy]", "DependsOn: [LogBucketPolicy]"),
    Mutation("SL-EVT-004", QUEUE_READ, "['sqs:ReceiveMessage', 'sqs:GetQueueAttributes']"),
    Mutation("SL-EVT-005", "- {Name: prefix, Value: inbox/}", "- {Name: prefix, Value: history/}"),
    Mutation("SL-EVT-006", "cron(0 5 * * ? *)", "cron(0 5 * * *)"),
    Mutation("SL-EVT-006", "cron(0 5 * * ? *)", "0 5 * * *"),
    Mutation("SL-NET-004", "com.amazonaws.${AWS::Region}.secretsmanager", "com.amazonaws.${AWS::Region}.kms"),
    Mutation("SL-NET-004", "com.amazonaws.${AWS::Region}.sns", "com.amazonaws.${AWS::Region}.sqs"),
    Mutation("SL-NAM-001", "      FunctionName: !Sub '${AWS::StackName}-ingestor'\n      Runtime", "      FunctionName: !Sub '${AWS::StackName}-ingestor'\n      Runtime"),
    Mutation("SL-TPL-002", "Role: !GetAtt IngestorRole.Arn", "Role: !GetAtt IngestRole.Arn"),
    Mutation("SL-TPL-002", "FunctionName: !Ref Ingestor\n      BatchSize", "FunctionName: !Ref Ingest\n      BatchSize"),
    Mutation("SL-SCHEMA-005", "      QueueName: !Sub '${AWS::StackName}-inbox'\n", "      QueueName: !Sub '${AWS::StackName}-inbox'\n      Arn: x\n"),
    # Data that stays, logs that go
    Mutation("SL-DAT-001", "  InboxBucket:\n    Type: AWS::S3::Bucket\n    DependsOn: [LogBucketPolicy, InboxQueuePolicy]\n    DeletionPolicy: Retain", "  InboxBucket:\n    Type: AWS::S3::Bucket\n    DependsOn: [LogBucketPolicy, InboxQueuePolicy]\n    DeletionPolicy: Delete"),
    Mutation("SL-DAT-002", "    DeletionPolicy: Delete\n    UpdateReplacePolicy: Delete\n    Properties:\n      MessageRetentionPeriod", "    Properties:\n      MessageRetentionPeriod"),
    Mutation("SL-LOG-001", "Properties: {RetentionInDays: 365, KmsKeyId: !GetAtt DataKey.Arn}", "Properties: {KmsKeyId: !GetAtt DataKey.Arn}"),
    Mutation("SL-LOG-001", "      RetentionInDays: 365\n", ""),
]
MUTATIONS = [mutation for mutation in MUTATIONS if mutation.old != mutation.new]
