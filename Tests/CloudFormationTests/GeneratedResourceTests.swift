import CloudFormation
import Testing

/// The committed structs, used as a stack uses them.
@Suite struct GeneratedResourceTests {
    @Test func `a bucket renders exactly the properties given`() {
        let bucket = S3.Bucket(
            "Lake",
            bucketEncryption: .init(serverSideEncryptionConfiguration: [
                .init(bucketKeyEnabled: true, serverSideEncryptionByDefault: .init(sseAlgorithm: .awsKms))
            ]),
            bucketName: "lake-\(.accountID)",
            tags: [Tag(key: "env", value: "dev")],
            versioningConfiguration: .init(status: .enabled)
        )
        let name: Text = "lake-\(.accountID)"
        #expect(
            bucket.properties == [
                "BucketEncryption": [
                    "ServerSideEncryptionConfiguration": [
                        [
                            "BucketKeyEnabled": true,
                            "ServerSideEncryptionByDefault": ["SSEAlgorithm": "aws:kms"],
                        ]
                    ]
                ],
                "BucketName": .text(name),
                "Tags": [["Key": "env", "Value": "dev"]],
                "VersioningConfiguration": ["Status": "Enabled"],
            ]
        )
    }

    @Test func `a queue without properties renders an empty map`() {
        #expect(SQS.Queue("Arrivals").properties == .map([]))
    }

    @Test func `a property takes another resource's attribute, which is then seen as a reference`() {
        let dead = SQS.Queue("Dead")
        let queue = SQS.Queue("Arrivals", redrivePolicy: .init(deadLetterTargetArn: dead.arn, maxReceiveCount: 5))
        #expect(queue.texts.flatMap(\.references) == [.attribute(of: "Dead", "Arn")])
    }

    @Test func `a resource knows its options and the line that declared it`() {
        let line = #line + 1
        let key = KMS.Key("Key", enableKeyRotation: true, options: .onRemoval(.retain))
        #expect(key.entry.options.deletionPolicy == .retain)
        #expect(key.declared.line == line)
        #expect(key.declared.file.hasSuffix("GeneratedResourceTests.swift"))
        #expect(key.ref.text == Text(.attribute(of: "Key", "Ref")))
    }

    @Test func `a function takes literals where CloudFormation takes numbers and words`() {
        let role = IAM.Role("Role", assumeRolePolicyDocument: ["Version": "2012-10-17"])
        let function = Lambda.Function(
            "Ingest", code: .init(s3Bucket: .existing("code"), s3Key: "key"), role: role.arn, architectures: [.x86_64],
            environment: .init(variables: ["B": "2", "A": "1"]), memorySize: 256, runtime: .providedAl2023, timeout: 30
        )
        #expect(function.properties["MemorySize"] == 256)
        #expect(function.properties["Runtime"] == "provided.al2023")
        #expect(function.properties["Architectures"] == ["x86_64"])
        #expect(function.properties["Environment"] == ["Variables": ["A": "1", "B": "2"]])
        #expect(function.properties["Role"] == .text(Text(.attribute(of: "Role", "Arn"))))
    }

    @Test func `nested structures compare by what they render`() {
        #expect(S3.Bucket.VersioningConfiguration(status: .enabled) == .init(status: .other("Enabled")))
        #expect(S3.Bucket.VersioningConfiguration(status: .enabled) != .init(status: .suspended))
    }
}
