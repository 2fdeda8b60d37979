import CloudFormation
import Testing

@Suite struct ResourceFactsTests {
    @Test func `names given at creation are create-only`() throws {
        #expect(S3.Bucket.facts.createOnly.contains("BucketName"))
        #expect(Lambda.Function.facts.createOnly.contains("FunctionName"))
        #expect(try #require(ResourceFacts.of("AWS::SQS::Queue")).createOnly.contains("QueueName"))
    }

    @Test func `every committed type is found by its name, others are not`() {
        #expect(ResourceFacts.knownTypes.count >= 48)
        for type in ResourceFacts.knownTypes { #expect(ResourceFacts.of(type) != nil, "\(type)") }
        #expect(ResourceFacts.of("AWS::S3::Bucketeer") == nil)
    }

    @Test func `what only the provider knows is conditional, what it never gives back is write-only`() throws {
        #expect(Lambda.Function.facts.conditionalCreateOnly.contains("DurableConfig"))
        #expect(SecretsManager.Secret.facts.writeOnly.contains("SecretString"))
        #expect(S3.Bucket.facts.readOnly.contains("Arn"))
        #expect(S3.Bucket.facts.primaryIdentifier.paths == ["BucketName"])
    }

    @Test func `permissions are kept for each operation`() {
        let permissions = SQS.Queue.facts.permissions
        #expect(permissions[.create]?.contains("sqs:CreateQueue") == true)
        #expect(permissions[.delete]?.contains("sqs:DeleteQueue") == true)
        #expect(Lambda.Function.facts.permissions[.create]?.contains("iam:PassRole") == true)
    }

    @Test func `tags go where the schema puts them`() {
        #expect(S3.Bucket.facts.tagProperty == "Tags")
        #expect(Budgets.Budget.facts.tagProperty == "ResourceTags")
        #expect(!IAM.Policy.facts.taggable)
    }

    @Test func `a metric filter leaves a gap when it is replaced`() {
        #expect(Logs.MetricFilter.facts.replacesByDeletingFirst)
        #expect(!S3.Bucket.facts.replacesByDeletingFirst)
    }

    @Test func `the verdict on a change follows the paths of the schema`() {
        let facts = ResourceFacts(
            createOnly: "Name Rules/*/Priority Network/Zone", conditionalCreateOnly: "Mode")
        #expect(facts.replacement(changing: "Name") == .yes)
        #expect(facts.replacement(changing: "Rules/3/Priority") == .yes)
        #expect(facts.replacement(changing: "Rules/3/Priority/Deep") == .yes)
        #expect(facts.replacement(changing: "Rules/3/Action") == .no)
        #expect(facts.replacement(changing: "Rules") == .possible)
        #expect(facts.replacement(changing: "Network") == .possible)
        #expect(facts.replacement(changing: "Network/Other") == .no)
        #expect(facts.replacement(changing: "Mode/Sub") == .possible)
        #expect(facts.replacement(changing: "NameSuffix") == .no)
    }
}
