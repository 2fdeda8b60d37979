import CloudFormation
import InfraDSL
import Testing

@Suite struct TypedReferenceTests {
    private let topic = SNS.Topic("Alerts")
    private let queue = SQS.Queue("Arrivals")
    private let env = Environment(
        "test", account: "123456789012", region: "eu-west-1", snowflake: SnowflakeAccount("ORG-ACCOUNT"))

    @Test func `a reference renders as the attribute it stands for`() {
        #expect(topic.ref.text == Text(.attribute(of: "Alerts", Reference.refAttribute)))
        #expect(queue.arn.text == Text(.attribute(of: "Arrivals", "Arn")))
        #expect(queue.arn.value == .text(queue.arn.text))
    }

    @Test func `references join into a text with holes`() {
        let text: Text = "arn:\(Pseudo.partition):s3:::\(queue.arn)/*"
        #expect(text.references == [.account(.partition), .attribute(of: "Arrivals", "Arn")])
        #expect(text.known == nil)
    }

    @Test func `a property that takes any name of a key takes its ARN as well as its id`() {
        let key = KMS.Key("Key")
        #expect(SQS.Queue("A", kmsMasterKeyId: key.arn).properties["KmsMasterKeyId"] == key.arn.value)
        #expect(SQS.Queue("B", kmsMasterKeyId: key.ref).properties["KmsMasterKeyId"] == key.ref.value)
        let shared = Name<KMS.Key>.existing("alias/aws/sqs")
        #expect(SQS.Queue("C", kmsMasterKeyId: shared).properties["KmsMasterKeyId"] == "alias/aws/sqs")
    }

    @Test func `actions of an alarm are ARNs of anything`() {
        let function = Lambda.Function(
            "F", code: .init(zipFile: "x"), role: .existing("arn:aws:iam::123456789012:role/r"))
        let alarm = CloudWatch.Alarm(
            "Alarm", alarmActions: [topic.ref, function.arn, AnyARN.existing("arn:aws:automate:eu-west-1:ec2:stop")],
            comparisonOperator: .greaterThanThreshold, evaluationPeriods: 1)
        let actions: [Value] = [
            topic.ref.value, function.arn.value, "arn:aws:automate:eu-west-1:ec2:stop",
        ]
        #expect(alarm.properties["AlarmActions"] == .list(actions))
    }

    @Test func `a name known when declaring orders nothing and must be declared`() throws {
        let bucket = Bucket("Lake", name: "lake", in: env)
        #expect(bucket.name.text.known == "lake")
        #expect(bucket.name.text.mentions == ["Lake"])
        let parameter = SSM.Parameter("P", type: .string, value: bucket.name.text)
        let problems = #expect(throws: Problems.self) { try Assembly(Stack("s", in: env) { [parameter] }) }
        #expect(problems?.description.contains("Lake is mentioned by P but not part of the stack") == true)
    }
}
