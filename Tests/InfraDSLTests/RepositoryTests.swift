import InfraDSL
import Testing

@Suite struct RepositoryTests {
    private let fixture = StackFixture()

    @Test func `images are encrypted, scanned, immutable and expire`() throws {
        let repository = Repository("Images", named: "retail-test/dbt", in: .test, encryptedBy: fixture.key)
        let properties = try fixture.properties("Images", [repository])
        #expect(properties["ImageTagMutability"] == "IMMUTABLE")
        #expect(properties.at("ImageScanningConfiguration", "ScanOnPush") == true)
        #expect(properties.at("EncryptionConfiguration", "KmsKey")?.shown == "${DataKey.Arn}")
        let policy = properties.at("LifecyclePolicy", "LifecyclePolicyText")?.shown ?? ""
        #expect(policy.contains(#""countType":"imageCountMoreThan","countNumber":20}"#))
        #expect(policy.contains(#""tagStatus":"untagged""#))
    }

    @Test func `a protected environment keeps its images, others take them along`() throws {
        func options(_ env: Environment) throws -> (ResourceOptions, Value?) {
            let repository = Repository("Images", named: "dbt", in: env)
            let assembly = try StackFixture(env).assembly([repository])
            let entry = try #require(assembly.template.entries.first { $0.logicalID.name == "Images" })
            return (entry.options, entry.properties["EmptyOnDelete"])
        }
        let (kept, _) = try options(.protected)
        #expect(kept == .onRemoval(.retain))
        let (taken, emptied) = try options(.test)
        #expect(taken == .onRemoval(.delete))
        #expect(emptied == true)
    }

    @Test(arguments: ["Retail", "a", "-dbt", "dbt/", "a b", String(repeating: "x", count: 257)])
    func `a name that ECR refuses is refused at synth`(name: String) {
        #expect(fixture.refusal([Repository("Images", named: name, in: .test)]).contains("is no name of a repository"))
    }
}
