import Testing

@testable import CloudFormationGenerator

@Suite struct SwiftNameTests {
    @Test(arguments: [
        ("BucketName", "bucketName"), ("KMSMasterKeyID", "kmsMasterKeyID"), ("SSEAlgorithm", "sseAlgorithm"),
        ("ARN", "arn"), ("VPCId", "vpcId"), ("IPv6Native", "ipv6Native"), ("S3Key", "s3Key"),
        ("EC2Config", "ec2Config"),
        ("isSandbox", "isSandbox"), ("A", "a"), ("x-y", "x_y"), ("2fa", "_2fa"),
    ])
    func `a property becomes a member`(name: String, member: String) {
        #expect(SwiftName.member(name) == member)
    }

    @Test(arguments: [
        ("Enabled", "enabled"), ("aws:kms", "awsKms"), ("GREATER_THAN", "greaterThan"), ("GreaterThan", "greaterThan"),
        ("s3:ObjectCreated:*", "s3ObjectCreatedAll"), ("x86_64", "x86_64"), ("AES256", "aes256"), ("", "empty"),
        ("512", "_512"), ("-1", "_1"), ("provided.al2023", "providedAl2023"), ("nodejs18.x", "nodejs18X"),
        ("é", "empty"),
    ])
    func `a word becomes a choice`(word: String, choice: String) {
        #expect(SwiftName.choice(word) == choice)
    }

    @Test(arguments: [
        ("Architectures", "Architecture"), ("Policies", "Policy"), ("Access", "Access"), ("Status", "Status"),
        ("RuleList", "Rule"), ("List", "List"),
    ])
    func `the item of a list is named by its singular`(list: String, item: String) {
        #expect(SwiftName.item(list) == item)
    }

    @Test func `a keyword is escaped, another name is not`() {
        #expect(SwiftName.escaped("default") == "`default`")
        #expect(SwiftName.escaped("name") == "name")
    }
}
