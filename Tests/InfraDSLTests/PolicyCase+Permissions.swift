extension PolicyCase {
    /// A function `F` with a role `R` that may do what a statement says.
    private static func function(_ actions: String, _ properties: String = "", more: String = "") -> String {
        role(
            "{Effect: Allow, Action: [\(actions)], Resource: '*'}",
            more:
                ", F: {Type: 'AWS::Lambda::Function', Properties: {Role: !GetAtt R.Arn, Code: {ZipFile: x}\(properties)}}\(more)"
        )
    }

    private static let network = ", VpcConfig: {SubnetIds: [s], SecurityGroupIds: [!Ref G]}"

    static let permissions = [
        PolicyCase(
            "SL-LOG-002", function("'logs:CreateLogStream'"), replacing: "'logs:CreateLogStream'", with: "'logs:*'"),
        PolicyCase(
            "SL-LOG-002", function("'s3:GetObject'"), replacing: "Policies: [",
            with: "ManagedPolicyArns: [a], Policies: ["),
        PolicyCase(
            "SL-NET-005", function("'logs:*'", network), replacing: "'logs:*'", with: "'ec2:*NetworkInterface*'"),
        PolicyCase(
            "SL-NET-006",
            resource(
                "AWS::ECS::TaskDefinition",
                "{ContainerDefinitions: [{Image: docker.io/x, LogConfiguration: {LogDriver: awslogs}}]}",
                more: ", V: {Type: 'AWS::EC2::VPC'}"),
            replacing: ", V:", with: ", N: {Type: 'AWS::EC2::NatGateway'}, V:"),
        PolicyCase(
            "SL-NET-007",
            function(
                "'s3:GetObject'", network,
                more:
                    ", G: {Type: 'AWS::EC2::SecurityGroup', Properties: {SecurityGroupEgress: [{CidrIp: 10.0.0.0/8}]}}, E: {Type: 'AWS::EC2::VPCEndpoint', Properties: {ServiceName: com.amazonaws.eu-west-1.s3}}"
            ), replacing: "CidrIp: 10.0.0.0/8", with: "DestinationPrefixListId: pl-1"),
        PolicyCase(
            "SL-NET-003",
            resource(
                "AWS::EC2::VPCEndpoint",
                "{VpcEndpointType: Interface, ServiceName: !Sub 'com.amazonaws.${AWS::Region}.sns'}"),
            replacing: "com.amazonaws.${AWS::Region}.sns", with: "com.amazonaws.vpce.eu-west-1.vpce-svc-1"),
        PolicyCase(
            "SL-ACC-007",
            role(
                "{Effect: Allow, Action: ['s3:ListBucket', 's3:GetObject'], Resource: 'arn:aws:s3:::a', Condition: {StringLike: {'s3:prefix': a/}}}"
            ), replacing: ", 's3:GetObject'", with: ", 's3:ListBucketVersions'"),
        PolicyCase(
            "SL-EVT-007",
            role(
                "{Effect: Allow, Action: 'sqs:ReceiveMessage', Resource: '*'}",
                more:
                    ", Q: {Type: 'AWS::SQS::Queue'}, S: {Type: 'AWS::Scheduler::Schedule', Properties: {Target: {Arn: !GetAtt Q.Arn, RoleArn: !GetAtt R.Arn}}}"
            ), replacing: "sqs:ReceiveMessage", with: "sqs:Send*"),
        PolicyCase(
            "SL-ECS-002",
            role(
                "{Effect: Allow, Action: 'ssm:GetParameter', Resource: '*'}",
                more:
                    ", P: {Type: 'AWS::SSM::Parameter'}, T: {Type: 'AWS::ECS::TaskDefinition', Properties: {ExecutionRoleArn: !GetAtt R.Arn, ContainerDefinitions: [{Secrets: [{Name: a, ValueFrom: !Ref P}]}]}}"
            ), replacing: "ssm:GetParameter'", with: "ssm:GetParameters'"),
        PolicyCase(
            "SL-NAM-002", resource("AWS::S3::Bucket", "{BucketName: !Sub 'Lake-${AWS::AccountId}'}"), replacing: "Lake",
            with: "lake"),
        PolicyCase(
            "SL-NAM-002", resource("AWS::SQS::Queue", "{QueueName: \(String(repeating: "q", count: 81))}"),
            replacing: "qq", with: "q"),
        PolicyCase(
            "SL-SEC-001",
            resource(
                "AWS::CodeBuild::Project",
                "{Environment: {EnvironmentVariables: [{Name: NPM_TOKEN, Value: ghp_\(String(repeating: "a", count: 36))}]}}"
            ), replacing: "ghp_", with: "x_"),
        PolicyCase(
            "SL-SEC-006",
            resource(
                "AWS::ECS::TaskDefinition",
                "{ContainerDefinitions: [{Command: [sh, -c, 'TOKEN=$T API_KEY=hunter2 run']}]}"),
            replacing: "=hunter2", with: "=$KEY"),
        PolicyCase(
            "SL-SEC-006",
            resource("AWS::Batch::JobDefinition", "{ContainerProperties: {Command: [run, --db-password, hunter2]}}"),
            replacing: "hunter2", with: "$DB_PASSWORD"),
        PolicyCase(
            "SL-SEC-007", resource("AWS::SSM::Parameter", "{Type: String, Value: 'https://u:hunter2@host/'}"),
            replacing: "u:hunter2@", with: ""),
        PolicyCase(
            "SL-EVT-005",
            function(
                "'sns:Publish'",
                more:
                    ", T: {Type: 'AWS::SNS::Topic'}, S: {Type: 'AWS::SNS::Subscription', Properties: {Protocol: lambda, TopicArn: !Ref T, Endpoint: !GetAtt F.Arn}}"
            ).replacing("Resource: '*'", with: "Resource: !Ref T"), replacing: "'sns:Publish'", with: "'sns:Subscribe'"),
    ]
}
