import InfraDSL
import Testing

@Suite struct TemplateTests {
    private let env = Environment(
        "test", account: "123456789012", region: "eu-west-1", snowflake: SnowflakeAccount("ORG-TEST"))

    private func yaml(_ resources: [any Resource], outputs: [Output] = []) throws -> String {
        try Assembly(Stack("s", in: env, outputs: outputs) { resources }, policy: .none).template.yaml
    }

    @Test func `a lone hole is Ref or GetAtt and a mixture is Sub`() throws {
        let topic = SNS.Topic("T", displayName: "x-\(Pseudo.region)")
        let role = SSM.Parameter(
            "P", type: .string, value: topic.ref.text,
            allowedPattern: "${literal}\(Text(.attribute(of: "T", "TopicName")))")
        let text = try yaml([topic, role])
        #expect(text.contains("DisplayName: !Sub x-${AWS::Region}"))
        #expect(text.contains("Value: !Ref T"))
        #expect(text.contains("AllowedPattern: !Sub ${!literal}${T.TopicName}"))
    }

    @Test(arguments: ["on", "012", "1e3", "2010-09-09", "0x1F", "null", "~", "1:30", ".5", "+1", "yes", "No", "1_000"])
    func `a string that YAML 1.1 would read as something else is quoted`(word: String) throws {
        let text = try yaml([SNS.Topic("T", displayName: Text(word))])
        #expect(text.contains("DisplayName: '\(word)'"))
    }

    @Test(arguments: ["only", "10.0.0.0/8", "v1", "arn:aws:iam::1:role/x", "12 o'clock", "2010-09"])
    func `a string that can not be mistaken stays plain`(word: String) throws {
        let text = try yaml([SNS.Topic("T", displayName: Text(word))])
        #expect(text.contains("DisplayName: \(word)\n"))
    }

    @Test func `what is written is read back with every intrinsic in long form`() throws {
        let topic = SNS.Topic("T", displayName: "a-\(Pseudo.accountID)")
        let queue = SQS.Queue("Q", queueName: Text(.attribute(of: "T", "TopicName")))
        let document = try TemplateDocument(try yaml([topic, queue]))
        let properties = document.resources.map { $0.value["Properties"] }
        #expect(
            properties == [
                ["DisplayName": ["Fn::Sub": "a-${AWS::AccountId}"]],
                ["QueueName": ["Fn::GetAtt": ["T", "TopicName"]]],
            ])
    }

    @Test func `an attribute of Snowflake's becomes a parameter`() throws {
        let lake = Bucket("Lake", name: "lake", in: env)
        let bridge = StorageIntegration(
            "MY_LAKE", assuming: "reader", in: env, locations: [lake.path("in/")], purpose: "")
        let role = Role("Reader", trustedBy: bridge, allow: [.read(lake.path("in/"))])
        let template = try Assembly(Stack("s", in: env) { [lake, bridge, role] as [any Resource] }).template
        #expect(template.parameters.map(\.name) == ["MyLakeExternalId", "MyLakeIamUserArn"])
        #expect(template.yaml.contains("AWS: !Ref MyLakeIamUserArn"))
        #expect(template.yaml.contains("sts:ExternalId: !Ref MyLakeExternalId"))
    }

    @Test(arguments: [
        ("a: [1", "line"), ("a: 1\na: 2", "stands twice"), ("- x", "a template is a map"), ("", "empty"),
        ("a: &x 1\nb: *x", "aliases"), ("? [a]\n: b", "key must be a string"),
    ])
    func `a text that is no template is refused with place and cause`(text: String, cause: String) {
        let problem = #expect(throws: TemplateDocument.Malformed.self) { try TemplateDocument(text) }
        #expect(problem?.description.contains(cause) ?? false)
    }
}
