extension PolicyCase {
    static let access = [
        PolicyCase(
            "SL-ACC-001",
            bucketPolicy("{Effect: Allow, Principal: '*', Action: 's3:GetObject', Resource: 'arn:aws:s3:::lake/*'}"),
            replacing: "'s3:GetObject',",
            with: "'s3:GetObject', Condition: {StringEquals: {'aws:PrincipalOrgID': o-1}},"),
        PolicyCase(
            "SL-ACC-001",
            bucketPolicy(
                "{Effect: Allow, Principal: {AWS: ['*']}, Action: 's3:GetObject', Resource: 'arn:aws:s3:::lake/*', Condition: {StringLike: {'aws:SourceArn': '*'}}}"
            ),
            replacing: "'*'}}", with: "'arn:aws:sns:*:1:t'}}"),
        PolicyCase(
            "SL-ACC-002", role("{Effect: Allow, NotAction: 'iam:*', Resource: 'arn:aws:s3:::a'}"),
            replacing: "NotAction: 'iam:*'", with: "Action: 's3:GetObject'"),
        PolicyCase(
            "SL-ACC-003", role("{Effect: Allow, Action: ['s3:GetObject', 's3:*'], Resource: 'arn:aws:s3:::a'}"),
            replacing: ", 's3:*'", with: ""),
        PolicyCase(
            "SL-ACC-004", role("{Effect: Allow, Action: 's3:GetObject', Resource: '*'}"),
            replacing: "'s3:GetObject'", with: "'xray:PutTraceSegments'"),
        PolicyCase(
            "SL-ACC-005",
            resource("AWS::IAM::Role", "{ManagedPolicyArns: ['arn:aws:iam::aws:policy/AdministratorAccess']}"),
            replacing: "AdministratorAccess", with: "ReadOnlyAccess"),
        PolicyCase(
            "SL-ACC-006", role("{Effect: Allow, Action: 'iam:PassRole', Resource: 'arn:aws:iam::1:role/task'}"),
            replacing: "'iam:PassRole',",
            with: "'iam:PassRole', Condition: {StringEquals: {'iam:PassedToService': ecs-tasks.amazonaws.com}},"),
        PolicyCase(
            "SL-S3-001",
            resource(
                "AWS::S3::Bucket",
                "{PublicAccessBlockConfiguration: {BlockPublicAcls: true, BlockPublicPolicy: false, IgnorePublicAcls: true, RestrictPublicBuckets: true}}"
            ),
            replacing: "false", with: "true"),
        PolicyCase(
            "SL-S3-002", resource("AWS::S3::Bucket", "{AccessControl: PublicRead}"), replacing: "PublicRead",
            with: "Private"),
        PolicyCase("SL-LAM-001", resource("AWS::Lambda::Url", "{AuthType: NONE}"), replacing: "NONE", with: "AWS_IAM"),
    ]

    static let trust = [
        PolicyCase(
            "SL-TRU-001",
            bucketPolicy(
                "{Effect: Allow, Principal: {Service: s3.amazonaws.com}, Action: 's3:PutObject', Resource: 'arn:aws:s3:::lake/*'}"
            ),
            replacing: "'s3:PutObject',",
            with: "'s3:PutObject', Condition: {StringEquals: {'aws:SourceAccount': !Ref 'AWS::AccountId'}},"),
        PolicyCase(
            "SL-TRU-001",
            trust("{Effect: Allow, Principal: {Service: scheduler.amazonaws.com}, Action: 'sts:AssumeRole'}"),
            replacing: "scheduler.", with: "lambda."),
        PolicyCase(
            "SL-TRU-002",
            trust("{Effect: Allow, Principal: {AWS: 'arn:aws:iam::123456789012:root'}, Action: 'sts:AssumeRole'}"),
            replacing: "'sts:AssumeRole'", with: "'sts:AssumeRole', Condition: {StringEquals: {'sts:ExternalId': abc}}"),
        PolicyCase(
            "SL-TRU-003",
            trust(
                "{Effect: Allow, Principal: {AWS: !Sub 'arn:aws:iam::${AWS::AccountId}:root'}, Action: 'sts:AssumeRole'}"
            ),
            replacing: ":root", with: ":role/deployer"),
        PolicyCase(
            "SL-LAM-002",
            resource(
                "AWS::Lambda::Permission",
                "{FunctionName: f, Action: 'lambda:InvokeFunction', Principal: s3.amazonaws.com}"),
            replacing: "FunctionName: f", with: "FunctionName: f, SourceAccount: !Ref 'AWS::AccountId'"),
    ]

    static let transport = [
        PolicyCase(
            "SL-TLS-001",
            resource(
                "AWS::S3::Bucket", "{BucketName: lake}",
                more: """
                    , P: {Type: 'AWS::S3::BucketPolicy', Properties: {Bucket: !Ref R, PolicyDocument: {Statement: [{Effect: Deny, \
                    Principal: '*', Action: 's3:*', Resource: [!GetAtt R.Arn, !Sub '${R.Arn}/*'], \
                    Condition: {Bool: {'aws:SecureTransport': 'true'}}}]}}}
                    """), replacing: "'true'", with: "'false'"),
        PolicyCase(
            "SL-TLS-002",
            resource(
                "AWS::SQS::QueuePolicy",
                "{Queues: [q], PolicyDocument: {Statement: [{Effect: Deny, Principal: '*', Action: 'sqs:ReceiveMessage', Resource: '*', Condition: {Bool: {'aws:SecureTransport': false}}}]}}"
            ),
            replacing: "sqs:ReceiveMessage", with: "sqs:*"),
    ]

    static let secrets = [
        PolicyCase(
            "SL-SEC-001",
            resource("AWS::Lambda::Function", "{Environment: {Variables: {A: '{{resolve:secretsmanager:s}}'}}}"),
            replacing: "{{resolve:secretsmanager:s}}", with: "s"),
        PolicyCase(
            "SL-SEC-001",
            resource(
                "AWS::ECS::TaskDefinition",
                "{ContainerDefinitions: [{Name: c, Environment: [{Name: API_KEY, Value: x}]}]}"),
            replacing: "API_KEY", with: "STAGE"),
        PolicyCase(
            "SL-SEC-002", resource("AWS::SecretsManager::Secret", "{SecretString: abc}"),
            replacing: "SecretString: abc", with: "Description: abc"),
        PolicyCase(
            "SL-SEC-003",
            "{Resources: {}, Outputs: {O: {Value: '{{resolve:ssm-secure:/a}}'}}}",
            replacing: "{{resolve:ssm-secure:/a}}", with: "a"),
        PolicyCase(
            "SL-SEC-004", "{Parameters: {DbPassword: {Type: String, NoEcho: false}}, Resources: {}}",
            replacing: "false",
            with: "true"),
        PolicyCase(
            "SL-SEC-005", resource("AWS::EC2::Instance", "{UserData: !Base64 'export PASSWORD=hunter2'}"),
            replacing: "PASSWORD=hunter2", with: "STAGE=dev"),
    ]
}
