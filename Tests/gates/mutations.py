"""Single faults for the good template: its text, what stands there instead, and the rule that must notice."""

from __future__ import annotations

from typing import NamedTuple


class Mutation(NamedTuple):
    rule: str
    old: str
    new: str


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
    # Containers
    Mutation("SL-ECS-001", "          User: '10001:10001'\n", ""),
    Mutation("SL-ECS-001", "          User: '10001:10001'\n", "          User: '10001'\n          Privileged: true\n"),
    Mutation("SL-ECS-001", "ReadonlyRootFilesystem: true", "ReadonlyRootFilesystem: false"),
    Mutation("SL-ECS-001", "AssignPublicIp: DISABLED", "AssignPublicIp: ENABLED"),
    # Silently broken
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
