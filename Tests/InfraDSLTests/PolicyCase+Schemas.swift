extension PolicyCase {
    static let schemas = [
        PolicyCase(
            "SL-SCHEMA-001", resource("AWS::SQS::Queue", "{VisibilityTimeOut: 30}"), replacing: "TimeOut",
            with: "Timeout"),
        PolicyCase(
            "SL-SCHEMA-002", resource("AWS::SQS::QueuePolicy", "{PolicyDocument: {}}"), replacing: "{}}",
            with: "{}, Queues: [q]}"),
        PolicyCase(
            "SL-SCHEMA-003", resource("AWS::SQS::Queue", "{DelaySeconds: [1]}"), replacing: "[1]", with: "'1'"),
        PolicyCase(
            "SL-SCHEMA-004", resource("AWS::S3::Bucket", "{VersioningConfiguration: {Status: On}}"),
            replacing: "Status: On", with: "Status: Enabled"),
        PolicyCase(
            "SL-SCHEMA-005", resource("AWS::S3::Bucket", "{Arn: a}"), replacing: "Arn: a", with: "BucketName: abc"),
        PolicyCase(
            "SL-SCHEMA-006", resource("AWS::SQS::Queue", "{DelaySeconds: 901}"), replacing: "901", with: "900"),
        PolicyCase(
            "SL-SCHEMA-007",
            resource("AWS::EC2::VPC", "{CidrBlock: 10.0.0.0/16, Ipv4IpamPoolId: i, Ipv4NetmaskLength: 8}"),
            replacing: "CidrBlock: 10.0.0.0/16, ", with: ""),
    ]
}
