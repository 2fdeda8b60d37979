import CloudFormation
import InfraDSL
import Testing

/// The findings of the schema rules alone.
@Suite struct SchemaCheckTests {
    private func found(_ type: String, _ properties: String, transform: String = "") throws -> [String] {
        let text = """
            \(transform)
            Parameters: {Name: {Type: String}}
            Conditions: {C: !Equals [!Ref Name, x]}
            Resources:
              R:
                Type: \(type)
                Properties: \(properties)
            """
        let findings = PolicyPack.all.findings(in: try TemplateDocument(text), file: "t.yaml")
        return findings.filter { $0.rule.hasPrefix("SL-SCHEMA-") }.map {
            "\($0.rule.suffix(1)) \($0.message.prefix { $0 != "." })"
        }
    }

    private let queue = "AWS::SQS::Queue"
    private let bucket = "AWS::S3::Bucket"

    @Test(arguments: [
        ("VisibiltyTimeout", "VisibilityTimeout"), ("visibilityTimeout", "VisibilityTimeout"),
        ("FifoQeue", "FifoQueue"), ("Tag", "Tags"),
    ])
    func `a misspelt property is refused with the one that was meant`(wrong: String, right: String) throws {
        #expect(
            try found(queue, "{\(wrong): 1}") == ["1 the type has no property \(wrong) (did you mean \(right)?)"])
    }

    @Test func `a property like no other gets no advice`() throws {
        #expect(try found(queue, "{Colour: red}") == ["1 the type has no property Colour"])
    }

    @Test func `nested properties and items are checked at their own place`() throws {
        let text = """
            Resources:
              R:
                Type: AWS::S3::Bucket
                Properties:
                  LifecycleConfiguration:
                    Rules:
                      - Status: Enabled
                      - Status: enabled
                        Prefx: a
            """
        let findings = PolicyPack.all.findings(in: try TemplateDocument(text), file: "t.yaml")
            .filter { $0.rule.hasPrefix("SL-SCHEMA-") }
        #expect(
            findings.map { "\($0.place) \($0.rule) \($0.logicalID)" } == [
                "t.yaml:8 SL-SCHEMA-004 R", "t.yaml:9 SL-SCHEMA-001 R",
            ])
        #expect(findings[0].message.contains("did you mean Enabled?"))
        #expect(findings[1].message.contains("Rules/1 has no property") == false)
    }

    @Test(arguments: [
        "{QueueName: !Ref Name, DelaySeconds: !Ref Name, FifoQueue: !If [C, true, !Ref 'AWS::NoValue']}",
        "{DelaySeconds: !Select [0, !Split [',', !Ref Name]], Tags: !If [C, [], !Ref 'AWS::NoValue']}",
        "{RedrivePolicy: !Sub '${Name}', Tags: [!If [C, {Key: a, Value: b}, !Ref 'AWS::NoValue']]}",
        "{QueueName: '{{resolve:ssm:/a}}', DelaySeconds: '{{resolve:ssm:/b}}'}",
        "{'Fn::Transform': {Name: 'AWS::Include', Parameters: {Location: s3}}}",
        "{DelaySeconds: '5', FifoQueue: 'true', QueueName: 12}",
        "{RedrivePolicy: '{\"maxReceiveCount\": 3}'}",
    ])
    func `a function stands for anything and scalars turn into one another`(properties: String) throws {
        #expect(try found(queue, properties) == [])
    }

    @Test func `both sides of a choice are looked at`() throws {
        let found = try found(queue, "{DelaySeconds: !If [C, 901, many]}")
        #expect(
            Set(found) == [
                "6 DelaySeconds 901 is more than 900", "3 DelaySeconds is a text, and an integer is wanted",
            ])
    }

    @Test func `what is not given where it must be is named`() throws {
        #expect(try found("AWS::Lambda::Function", "{Code: {ZipFile: x}}") == ["2 Role is missing"])
        #expect(
            try found("AWS::Lambda::Function", "{Role: !If [C, !Ref 'AWS::NoValue', !Ref 'AWS::NoValue'], Code: {}}")
                == ["2 Role is missing"])
        #expect(try found("AWS::EC2::VPC", "{}") == ["2 one of CidrBlock, Ipv4IpamPoolId is missing"])
        #expect(
            try found("AWS::IAM::Policy", "{PolicyName: p, PolicyDocument: {}}") == [
                "2 Users or Groups or Roles is missing"
            ])
    }

    @Test func `a program that is still a local path waits for the command that uploads it`() throws {
        #expect(try found("AWS::Lambda::Function", "{Role: !Ref Name, Code: ./src}") == [])
        #expect(try found("AWS::Lambda::Function", "{Role: !Ref Name, Code: {ZipFile: {a: b}}}").count == 1)
    }

    @Test func `a resource without properties lacks what its type requires`() throws {
        let document = try TemplateDocument("{Resources: {R: {Type: 'AWS::SQS::QueuePolicy'}}}")
        let rules = PolicyPack.all.findings(in: document, file: "t").map(\.rule)
        #expect(rules.filter { $0 == "SL-SCHEMA-002" }.count == 2)
    }

    @Test func `read-only properties are refused at any depth`() throws {
        #expect(try found(bucket, "{Arn: a}") == ["5 Arn can not be set"])
    }

    @Test func `lengths patterns ranges and counts are kept`() throws {
        #expect(
            try found("AWS::Lambda::Function", "{Role: r, Code: {ZipFile: x}}").contains {
                $0.hasPrefix("6 Role r does not match")
            })
        #expect(
            try found("AWS::Logs::LogGroup", "{LogGroupClass: standard}") == [
                "4 LogGroupClass standard is none of what it may be: STANDARD, INFREQUENT_ACCESS, DELIVERY"
                    + " (did you mean STANDARD?)"
            ])
        #expect(
            try found("AWS::Logs::LogGroup", "{RetentionInDays: 360}").first?.contains("4 RetentionInDays 360 is none")
                ?? false)
        #expect(try found(queue, "{Tags: [{Key: '', Value: v}]}") == ["6 Key has 0 characters, and 1 are the least"])
    }

    @Test func `a secret that breaks a rule is not shown`() throws {
        let findings = try found(
            "AWS::SecretsManager::Secret", "{SecretString: [hunter2], GenerateSecretString: hunter2}")
        #expect(!findings.isEmpty && !findings.joined().contains("hunter2"))
    }

    @Test func `a macro may turn the resources into others so nothing is said of them`() throws {
        #expect(try found(queue, "{Colour: red}", transform: "Transform: [Mine]") == [])
        #expect(try found(queue, "{Colour: red}", transform: "Transform: AWS::Serverless-2016-10-31").count == 1)
    }

    @Test func `types without a schema are named and what can have none is not`() throws {
        let document = try TemplateDocument(
            """
            Resources:
              A: {Type: AWS::RDS::DBInstance}
              B: {Type: AWS::RDS::DBInstance}
              C: {Type: Custom::Thing}
              D: {Type: AWS::Serverless::Function}
              E: {Type: AWS::SQS::Queue}
              F: {Type: My::Own::Thing::MODULE}
            """)
        #expect(
            ResourceSchemas.vendored.unchecked(in: document).map { "\($0.type) \($0.count)" } == [
                "AWS::RDS::DBInstance 2"
            ])
    }

    @Test func `schemas from elsewhere are used where they are given`() throws {
        let schemas = ResourceSchemas { type in
            type == "My::Own::Thing"
                ? #"{"properties": {"Size": {"type": "integer", "maximum": 3}}, "additionalProperties": false}"# : nil
        }
        let document = try TemplateDocument("{Resources: {R: {Type: 'My::Own::Thing', Properties: {Size: 4}}}}")
        let findings = PolicyPack.all.findings(in: document, file: "t", schemas: schemas)
        #expect(findings.map(\.rule) == ["SL-SCHEMA-006"])
    }

    @Test func `every vendored schema can be read`() {
        for type in ResourceFacts.knownTypes {
            let document = "{Resources: {R: {Type: '\(type)', Properties: {No-such-property: 1}}}}"
            let findings = (try? TemplateDocument(document)).map { PolicyPack.all.findings(in: $0, file: "t") } ?? []
            #expect(findings.contains { $0.rule == "SL-SCHEMA-001" }, "\(type)")
        }
    }
}
