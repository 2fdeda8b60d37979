import CloudFormation
import Foundation
import InfraDSL
import Testing

/// Conditions, mappings, parameters, functions, tags: what stands around the resources of a template.
@Suite struct SectionsTests {
    private let env = Environment(
        "test", account: "123456789012", region: "eu-west-1", snowflake: SnowflakeAccount("ORG-ACCOUNT"))

    private func yaml(_ resources: [any Resource], tags: [String: String] = [:], outputs: [Output] = []) throws
        -> String
    {
        try Assembly(Stack("s", in: env, outputs: outputs, tags: tags) { resources }, policy: .none).template.yaml
    }

    private func problems(_ resources: [any Resource]) -> String {
        do throws(Problems) {
            _ = try Assembly(Stack("s", in: env) { resources }, policy: .none)
            return ""
        } catch {
            return error.description
        }
    }

    @Test func `a condition stands in its section and on what it decides`() throws {
        let size = Parameter("Size", default: "small", allowed: ["small", "large"], description: "How much.")
        let isLarge = Condition(
            "IsLarge", .all([.equals(size.ref, "large"), .not(.equals("\(Pseudo.region)", "eu-west-2"))]))
        let queue = SQS.Queue("Q", queueName: .when(isLarge, "big", otherwise: "small")).when(isLarge)
        let text = try yaml([size, isLarge, queue])
        #expect(
            text.contains(
                "  Size:\n    Type: String\n    Description: How much.\n    Default: small\n    AllowedValues:\n    - small\n    - large\n"
            ))
        #expect(
            text.contains(
                "Conditions:\n  IsLarge: !And\n  - !Equals\n    - !Ref Size\n    - large\n  - !Not\n    - !Equals\n      - !Ref AWS::Region\n      - eu-west-2\n"
            ))
        #expect(text.contains("    Condition: IsLarge\n"))
        #expect(text.contains("QueueName: !If\n      - IsLarge\n      - big\n      - small\n"))
        #expect(try TemplateDocument(text).resources.count == 1)
    }

    @Test func `a condition that is not listed is a problem of its user's line`() {
        let isLarge = Condition("IsLarge", .equals("a", "b"))
        let line = #line + 1
        let queue = SQS.Queue("Q").when(isLarge)
        #expect(
            problems([queue]).contains(
                "SectionsTests.swift:\(line): IsLarge is mentioned by Q but not part of the stack"))
    }

    @Test func `a parameter that is not listed is a problem`() {
        let size = Parameter("Size", default: "small", description: "How much.")
        let queue = SQS.Queue("Q", queueName: size.ref)
        #expect(problems([queue]).contains("the parameter Size is used and not declared"))
    }

    @Test func `a mapping is looked up by region`() throws {
        let zones = Mapping("Zones", ["eu-west-1": ["Cidr": "10.0.0.0/16"], "eu-west-2": ["Cidr": "10.1.0.0/16"]])
        let network = EC2.VPC("Net", cidrBlock: zones.find("\(Pseudo.region)", "Cidr"))
        let text = try yaml([zones, network])
        #expect(text.contains("Mappings:\n  Zones:\n    eu-west-1:\n      Cidr: 10.0.0.0/16\n"))
        #expect(text.contains("CidrBlock: !FindInMap\n      - Zones\n      - !Ref AWS::Region\n      - Cidr\n"))
    }

    @Test func `functions render in short form, and in long form where two tags would meet`() throws {
        let network = EC2.VPC("Net", cidrBlock: "10.0.0.0/16")
        let subnet = EC2.Subnet(
            "Sub", vpcId: network.ref, availabilityZone: .availabilityZone(1),
            cidrBlock: .block(2, of: 4, in: "10.0.0.0/16", hostBits: 8))
        let parameter = SSM.Parameter("P", type: .string, value: .base64("x-\(network.ref)"))
        let joined = SSM.Parameter("J", type: .string, value: .join(["a", .text(network.ref.text)], by: "-"))
        let part = SSM.Parameter("S", type: .string, value: .part(1, of: network.ref, splitBy: "-"))
        let text = try yaml([network, subnet, parameter, joined, part])
        #expect(text.contains("AvailabilityZone: !Select\n      - 1\n      - !GetAZs ''\n"))
        #expect(
            text.contains(
                "CidrBlock: !Select\n      - 2\n      - !Cidr\n        - 10.0.0.0/16\n        - 4\n        - 8\n"
            ))
        #expect(text.contains("Value:\n        Fn::Base64: !Sub x-${Net}\n"))
        #expect(text.contains("Value: !Join\n      - '-'\n      - - a\n        - !Ref Net\n"))
        #expect(text.contains("Value: !Select\n      - 1\n      - !Split\n        - '-'\n        - !Ref Net\n"))
        #expect(try TemplateDocument(TemplateDocument(text).yaml) == TemplateDocument(text))
    }

    @Test func `a function inside a mixture becomes a variable of Sub`() throws {
        let network = EC2.VPC("Net", cidrBlock: "10.0.0.0/16")
        let value: Text = "in ${x} \(Text.availabilityZone(0)) of \(network.ref)"
        let text = try yaml([network, SSM.Parameter("P", type: .string, value: value)])
        #expect(text.contains("Value: !Sub\n      - in ${!x} ${Part1} of ${Net}\n      - Part1: !Select\n"))
    }

    @Test func `what a function is called with orders like any other reference`() throws {
        let other = SNS.Topic("Other")
        let text = try yaml([SSM.Parameter("P", type: .string, value: .base64("\(other.ref)")), other])
        #expect(text.range(of: "  Other:")!.lowerBound < text.range(of: "  P:")!.lowerBound)
    }

    @Test func `a dynamic reference stays a reference`() throws {
        let secret = SecretsManager.Secret("Token")
        let value = DynamicReference.secret(secret.ref, key: "password")
        let text = try yaml([secret, SSM.Parameter("P", type: .string, value: value)])
        #expect(text.contains("Value: !Sub '{{resolve:secretsmanager:${Token}:SecretString:password}}'"))
    }

    @Test func `tags go on everything that takes some, and a resource's own win`() throws {
        let topic = SNS.Topic("T", tags: [Tag(key: "team", value: "mine")])
        let parameter = SSM.Parameter("P", type: .string, value: "v")
        let policy = SNS.TopicPolicy("Policy", policyDocument: [:], topics: [topic.ref])
        let text = try yaml([topic, parameter, policy], tags: ["team": "data", "cost": "7"])
        #expect(
            text.contains(
                "      Tags:\n      - Key: team\n        Value: mine\n      - Key: cost\n        Value: '7'\n"))
        #expect(text.contains("      Tags:\n        cost: '7'\n        team: data\n"))
        #expect(text.components(separatedBy: "Tags:").count == 3)
    }
}
