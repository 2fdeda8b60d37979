extension PolicyCase {
    /// A queue, a function that consumes it and the function's role.
    private static func consumer(
        queue: String = "VisibilityTimeout: 360, RedrivePolicy: {deadLetterTargetArn: x, maxReceiveCount: 3}",
        function: String = "Timeout: 60",
        mapping: String = "FunctionResponseTypes: [ReportBatchItemFailures]",
        actions: String = "'sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'",
        more: String = ""
    ) -> String {
        """
        Resources:
          Q: {Type: 'AWS::SQS::Queue', Properties: {\(queue)}}
          F: {Type: 'AWS::Lambda::Function', Properties: {Role: !GetAtt R.Arn, \(function)}}
          M: {Type: 'AWS::Lambda::EventSourceMapping', Properties: {EventSourceArn: !GetAtt Q.Arn, FunctionName: !Ref F, \(mapping)}}
          R:
            Type: AWS::IAM::Role
            Properties:
              Policies:
              - PolicyName: p
                PolicyDocument:
                  Statement:
                  - {Effect: Allow, Action: [\(actions)], Resource: !GetAtt Q.Arn}
                  - {Effect: Allow, Action: 's3:PutObject', Resource: !Sub '${B.Arn}/out/*'}
          B: {Type: 'AWS::S3::Bucket', Properties: {}}
        \(more)
        """
    }

    static let queues = [
        PolicyCase("SL-SQS-001", bad: consumer(queue: "VisibilityTimeout: 360"), good: consumer()),
        PolicyCase("SL-SQS-002", bad: consumer(function: "Timeout: 61"), good: consumer()),
        PolicyCase("SL-SQS-003", bad: consumer(mapping: "BatchSize: 10"), good: consumer()),
        PolicyCase(
            "SL-LAM-003",
            bad: consumer(
                function: "ReservedConcurrentExecutions: 4", mapping: "ScalingConfig: {MaximumConcurrency: 5}"),
            good: consumer(
                function: "ReservedConcurrentExecutions: 5", mapping: "ScalingConfig: {MaximumConcurrency: 5}")),
        PolicyCase(
            "SL-ALM-001",
            """
            Resources:
              D: {Type: 'AWS::SQS::Queue'}
              Q: {Type: 'AWS::SQS::Queue', Properties: {RedrivePolicy: {deadLetterTargetArn: !GetAtt D.Arn}}}
              A: {Type: 'AWS::CloudWatch::Alarm', Properties: {Dimensions: [{Name: QueueName, Value: !GetAtt Q.QueueName}]}}
            """, replacing: "!GetAtt Q.QueueName", with: "!GetAtt D.QueueName"),
    ]

    private static let notified = """
        Resources:
          Q: {Type: 'AWS::SQS::Queue', Properties: {KmsMasterKeyId: !Ref K}}
          B:
            Type: AWS::S3::Bucket
            DependsOn: P
            Properties:
              BucketName: lake
              NotificationConfiguration: {QueueConfigurations: [{Event: 's3:ObjectCreated:*', Queue: !GetAtt Q.Arn}]}
          P:
            Type: AWS::SQS::QueuePolicy
            Properties:
              Queues: [!Ref Q]
              PolicyDocument:
                Statement: {Effect: Allow, Principal: {Service: s3.amazonaws.com}, Action: 'sqs:SendMessage', Resource: '*'}
          K:
            Type: AWS::KMS::Key
            Properties:
              EnableKeyRotation: true
              KeyPolicy:
                Statement:
                - {Effect: Allow, Principal: {Service: s3.amazonaws.com}, Action: ['kms:Decrypt', 'kms:GenerateDataKey*'], Resource: '*'}
        """

    static let keys = [
        PolicyCase(
            "SL-KEY-001", resource("AWS::SNS::Topic", "{TopicName: t}"), replacing: "TopicName: t",
            with: "KmsMasterKeyId: k"),
        PolicyCase("SL-KEY-002", bad: notified.replacing("!Ref K", with: "alias/aws/sqs"), good: notified),
        PolicyCase(
            "SL-KEY-003", bad: notified.replacing("'kms:Decrypt', ", with: ""), good: notified),
        PolicyCase("SL-KEY-004", bad: notified.replacing("Rotation: true", with: "Rotation: false"), good: notified),
        PolicyCase(
            "SL-KEY-005",
            """
            Resources:
              K: {Type: 'AWS::KMS::Key', Properties: {EnableKeyRotation: true}}
              S: {Type: 'AWS::SecretsManager::Secret', Properties: {KmsKeyId: !Ref K}}
              R:
                Type: AWS::IAM::Role
                Properties:
                  Policies:
                  - PolicyDocument:
                      Statement:
                      - {Effect: Allow, Action: 'secretsmanager:GetSecretValue', Resource: !Ref S}
                      - {Effect: Allow, Action: 'kms:Encrypt', Resource: !GetAtt K.Arn}
            """, replacing: "kms:Encrypt", with: "kms:Decrypt"),
    ]

    private static func circle(_ prefix: String) -> String {
        consumer(
            more: """
                  C:
                    Type: AWS::S3::Bucket
                    Properties: {}
                """
        ).replacing(
            "B: {Type: 'AWS::S3::Bucket', Properties: {}}",
            with: """
                B: {Type: 'AWS::S3::Bucket', Properties: {NotificationConfiguration: {QueueConfigurations: [{Queue: !GetAtt Q.Arn, \
                Filter: {S3Key: {Rules: [{Name: prefix, Value: \(prefix)}]}}}]}}}
                """)
    }

    private static func called(_ function: String) -> String {
        """
        Resources:
          F: {Type: 'AWS::Lambda::Function', Properties: {}}
          E: {Type: 'AWS::Events::Rule', Properties: {ScheduleExpression: rate(1 day), Targets: [{Id: a, Arn: !GetAtt F.Arn}]}}
          P: {Type: 'AWS::Lambda::Permission', Properties: {FunctionName: \(function), Principal: events.amazonaws.com, SourceArn: !GetAtt E.Arn}}
        """
    }

    static let events = [
        PolicyCase(
            "SL-EVT-001",
            bad: notified.replacing(
                "Service: s3.amazonaws.com}, Action: 'sqs", with: "Service: sns.amazonaws.com}, Action: 'sqs"),
            good: notified),
        PolicyCase("SL-EVT-002", bad: notified.replacing("DependsOn: P", with: "DependsOn: K"), good: notified),
        PolicyCase("SL-EVT-003", bad: called("other"), good: called("!Ref F")),
        PolicyCase("SL-EVT-004", bad: consumer(actions: "'sqs:ReceiveMessage', 'sqs:Delete*'"), good: consumer()),
        PolicyCase("SL-EVT-005", bad: circle("out/done/"), good: circle("in/")),
        PolicyCase(
            "SL-EVT-006", resource("AWS::Scheduler::Schedule", "{ScheduleExpression: cron(0 5 * * *)}"),
            replacing: "* * *)", with: "* * ? *)"),
        PolicyCase(
            "SL-EVT-006", resource("AWS::Events::Rule", "{ScheduleExpression: rate(1 days)}"), replacing: "1 days",
            with: "2 days"),
        PolicyCase(
            "SL-EVT-006", resource("AWS::Events::Rule", "{ScheduleExpression: at(2030-01-01T00:00:00)}"),
            replacing: "Events::Rule", with: "Scheduler::Schedule"),
    ]

    static let operations = [
        PolicyCase(
            "SL-LOG-001", resource("AWS::Logs::LogGroup", "{LogGroupName: a}"), replacing: "LogGroupName: a",
            with: "RetentionInDays: 30"),
        PolicyCase(
            "SL-DAT-001", resource("AWS::S3::Bucket", "{}, DeletionPolicy: Retain, UpdateReplacePolicy: Delete"),
            replacing: "Policy: Delete", with: "Policy: Retain"),
        PolicyCase(
            "SL-DAT-002", resource("AWS::SQS::Queue", "{}, DeletionPolicy: Delete"),
            replacing: "DeletionPolicy: Delete",
            with: "DeletionPolicy: Delete, UpdateReplacePolicy: Delete"),
        PolicyCase(
            "SL-ALM-002", resource("AWS::CloudWatch::Alarm", "{AlarmActions: []}"), replacing: "[]",
            with: "['arn:aws:sns:a:1:t']"),
        PolicyCase(
            "SL-ALM-003", resource("AWS::CloudWatch::Alarm", "{Namespace: AWS/SQS, MetricName: MessagesVisible}"),
            replacing: "MessagesVisible", with: "ApproximateNumberOfMessagesVisible"),
        PolicyCase(
            "SL-NAM-001",
            "{Resources: {A: {Type: 'AWS::SQS::Queue', Properties: {QueueName: a}}, B: {Type: 'AWS::SQS::Queue', Properties: {QueueName: a}}}}",
            replacing: "B: {Type: 'AWS::SQS::Queue'", with: "B: {Type: 'AWS::SNS::Topic'"),
    ]

    private static func privateFunction(_ service: String) -> String {
        """
        Resources:
          V: {Type: 'AWS::EC2::VPC', Properties: {}}
          E: {Type: 'AWS::EC2::VPCEndpoint', Properties: {VpcEndpointType: Interface, ServiceName: !Sub 'com.amazonaws.${AWS::Region}.\(service)'}}
          F: {Type: 'AWS::Lambda::Function', Properties: {Role: !GetAtt R.Arn, VpcConfig: {SubnetIds: []}}}
          R: {Type: 'AWS::IAM::Role', Properties: {Policies: [{PolicyDocument: {Statement: [{Effect: Allow, Action: 'sns:Publish', Resource: a}]}}]}}
        """
    }

    static let networks = [
        PolicyCase(
            "SL-NET-001",
            resource("AWS::EC2::SecurityGroup", "{SecurityGroupIngress: [{IpProtocol: tcp, CidrIp: 0.0.0.0/0}]}"),
            replacing: "0.0.0.0/0", with: "10.0.0.0/8"),
        PolicyCase(
            "SL-NET-002", resource("AWS::EC2::SecurityGroup", "{GroupDescription: a}"),
            replacing: "GroupDescription: a", with: "SecurityGroupEgress: []"),
        PolicyCase(
            "SL-NET-003", resource("AWS::EC2::VPCEndpoint", "{VpcEndpointType: Gateway}"), replacing: "Gateway}",
            with: "Gateway, PolicyDocument: {Statement: []}}"),
        PolicyCase("SL-NET-004", bad: privateFunction("sqs"), good: privateFunction("sns")),
        PolicyCase(
            "SL-ECS-001",
            resource(
                "AWS::ECS::TaskDefinition",
                "{ContainerDefinitions: [{Name: c, User: '0', ReadonlyRootFilesystem: true, LogConfiguration: {}}]}"),
            replacing: "'0'", with: "'1000'"),
        PolicyCase(
            "SL-ECS-001",
            resource("AWS::ECS::Service", "{NetworkConfiguration: {AwsvpcConfiguration: {AssignPublicIp: ENABLED}}}"),
            replacing: "ENABLED", with: "DISABLED"),
    ]
}
