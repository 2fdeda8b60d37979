// Every line with a comment `// error:` must be refused by the compiler, in words that hold what follows; no other line may be.
import DataContract
import InfraDSL

func right(_ env: Environment) -> Stack {
    let key = Key("Key", purpose: "p")
    let alerts = Topic("Alerts", in: env, encryptedBy: key)
    let arrivals = Queue("Arrivals", in: env, encryptedBy: key, forWorkOf: 60, alarming: alerts)
    var lake = Bucket("Lake", name: "lake-\(env.accountID)", in: env, encryptedBy: key)
    lake.notify(arrivals, onNewIn: lake.path("inbox/"))
    return Stack("right", in: env) { [key, alerts, arrivals, lake] }
}

func ids(_ env: Environment, name: String) {
    _ = Topic(name, in: env)  // error: cannot convert value of type 'String' to expected argument type 'LogicalID'
    _ = Topic("T\(name)", in: env)  // error: 'LogicalID'
    _ = LogicalID(name)  // error: a logical id is a literal, so that no change of code can rename what is deployed
    _ = LogicalID("A").child(name)  // error: 'StaticString'
}

func relationships(_ env: Environment, _ topic: Topic, _ queue: Queue, _ bucket: Bucket, _ key: Key, _ pair: KeyPair) {
    var lake = bucket
    lake.notify(topic, onNewIn: bucket.path("inbox/"))  // error: expected argument type 'Queue'
    lake.notify(queue, onNewIn: "inbox/")  // error: expected argument type 'BucketPath'
    lake.notify(queue, onNewIn: bucket)  // error: expected argument type 'BucketPath'
    _ = Permission.publish(to: queue)  // error: expected argument type 'Topic'
    _ = Permission.read(bucket)  // error: expected argument type 'BucketPath'
    _ = Permission.sign(with: key)  // error: expected argument type 'KeyPair'
    _ = Topic("T", in: env, encryptedBy: pair)  // error: expected argument type 'Key'
    _ = Topic("T", in: env, encryptedBy: "alias/aws/sns")  // error: expected argument type 'Key'
    _ = Queue("Q", in: env, forWorkOf: 60, alarming: queue)  // error: expected argument type 'Topic'
    _ = Queue("Q", in: env, forWorkOf: 60)  // error: missing argument for parameter 'alarming'
    _ = Queue("Q", in: env, alarming: topic)  // error: missing argument for parameter 'forWorkOf'
    _ = Role("R", trustedBy: bucket, allow: [])  // error: 'RoleAssumingIntegration'
    _ = Role("R", trustedBy: topic, allow: [])  // error: 'RoleAssumingIntegration'
    _ = topic.suppressing(.checkov("CKV_AWS_26"))  // error: missing argument for parameter 'because'
    _ = topic.suppressing("CKV_AWS_26", because: "b")  // error: 'CheckedRule'
}

func references(_ topic: Topic, _ bucket: Bucket, _ queue: Queue, _ role: Role, _ key: Key, _ name: String) {
    let _: String = topic.arn  // error: cannot convert value of type 'ARN<SNS.Topic>' to specified type 'String'
    let _: Text = topic.arn  // error: cannot convert value of type 'ARN<SNS.Topic>' to specified type 'Text'
    let _: Text = "x-\(bucket)"  // error: say which attribute of the resource is meant
    let _: String = "x-\(bucket.arn)"  // error: ambiguous use of 'appendInterpolation'
    print("x-\(queue.url)")  // error: ambiguous use of 'appendInterpolation'
    let _: Text = name  // error: cannot convert value of type 'String' to specified type 'Text'
    print(topic.arn + "x")  // error: join references with interpolation into a Text
    print("x" + topic.arn)  // error: join references with interpolation into a Text
    _ = SQS.Queue.RedrivePolicy(deadLetterTargetArn: topic.arn)  // error: to expected argument type 'ARN<SQS.Queue>'
    _ = SQS.Queue.RedrivePolicy(deadLetterTargetArn: queue.url)  // error: value of type 'ID<SQS.Queue>'
    _ = S3.BucketPolicy("P", bucket: bucket.arn, policyDocument: [:])  // error: argument type 'Name<S3.Bucket>'
    _ = SQS.Queue("Q", kmsMasterKeyId: topic.arn)  // error: 'any Designator<KMS.Key>'
    _ = SQS.Queue("Q", kmsMasterKeyId: "alias/aws/sqs")  // error: does not conform to expected type 'Designator'
    let _: [any ARNReference] = [bucket.name]  // error: to expected element type 'any ARNReference'
    _ = CloudWatch.CompositeAlarm("A", alarmRule: "r", alarmActions: [bucket.name])  // error: 'any ARNReference'
    let _: [ARNPattern] = [.init(bucket.name)]  // error: 'Name<S3.Bucket>'
    _ = Lambda.Function("F", code: .init(s3Key: "k"), role: key.arn)  // error: argument type 'ARN<IAM.Role>'
    _ = Lambda.Function("F", code: .init(s3Key: "k"), role: "arn:aws:iam::1:role/r")  // error: 'ARN<IAM.Role>'
}

func properties(_ role: ARN<IAM.Role>, _ number: Int) {
    _ = Lambda.Function("F", code: .init(s3Key: "k"))  // error: missing argument for parameter 'role'
    _ = Lambda.Function("F", code: .init(s3Key: "k"), role: role, memorySize: "256")  // error: 'Scalar<Int>'
    _ = Lambda.Function("F", code: .init(s3Key: "k"), role: role, timeout: number)  // error: type 'Scalar<Int>'
    _ = Lambda.Function("F", code: .init(s3Key: "k"), role: role, runtime: .swift)  // error: has no member 'swift'
    _ = S3.Bucket("B", arn: "arn:aws:s3:::b")  // error: extra argument 'arn'
    _ = SQS.Queue("Q", visibilityTimeoutSeconds: 3)  // error: have '_:visibilityTimeoutSeconds:'
    _ = Logs.LogGroup("L", retentionInDays: .thirty)  // error: has no member 'thirty'
    _ = SNS.Topic("T").with(.onRemoval(.keep))  // error: has no member 'keep'
}

func snowflake(_ schema: Schema, _ database: Database, _ warehouse: Warehouse, _ role: AccountRole, _ pair: KeyPair) {
    _ = Schema("S", in: warehouse, purpose: "p")  // error: expected argument type 'Database'
    _ = Table(of: Dataset.all[0], in: database)  // error: expected argument type 'Schema'
    _ = ServiceUser("U", as: warehouse, on: warehouse, signingWith: pair, purpose: "p")  // error: 'AccountRole'
    _ = ServiceUser("U", as: role, on: warehouse, purpose: "p")  // error: missing argument for parameter 'signingWith'
    _ = ServiceUser("U", as: role, on: warehouse, signingWith: "key", purpose: "p")  // error: 'KeyPair'
}

func watching(_ topic: Topic, _ queue: Queue, _ function: Function, _ env: Environment) {
    _ = Alarm("A", .errors(of: function))  // error: missing argument for parameter 'alarming'
    _ = Alarm("A", .errors(of: queue), alarming: topic)  // error: expected argument type 'Function'
    _ = Alarm("A", .age(of: queue), alarming: topic)  // error: missing argument for parameter 'exceeds'
    _ = CompositeAlarm("C", .any(of: topic), meaning: "m", alarming: topic)  // error: 'Alarming'
    _ = Dashboard("D", in: env, [[.graph("g", [.errors(of: queue)])]])  // error: expected argument type 'Function'
    _ = CostBudget("B", monthly: 10, of: .account)  // error: missing argument
}

func running(_ task: FargateTask, _ function: Function, _ image: ContainerImage, _ net: Network, _ topic: Topic) {
    _ = FargateTask("T", running: "python:3.11", in: net, allow: [])  // error: 'ContainerImage'
    _ = FargateTask("T", running: image, in: "subnet-1", allow: [])  // error: expected argument type 'Network'
    _ = FargateTask("T", running: image, in: net)  // error: missing argument for parameter 'allow'
    _ = Schedule("S", .daily(at: "05:00"), .run(task), alarming: topic)  // error: missing argument for parameter 'in'
    _ = Schedule("S", .daily(at: "05:00"), in: .utc, .run(function), alarming: topic)  // error: type 'FargateTask'
    _ = Schedule("S", "rate(1 day)", in: .utc, .run(task), alarming: topic)  // error: type 'ScheduleTime'
    _ = Transform("T", running: image, in: net, alarming: topic, allow: [])  // error: missing argument for parameter #2
    _ = Secret("S", named: "s", "hunter2", purpose: "p")  // error: expected argument type 'Secret.Source'
    _ = Permission.custom(.allow("A", ["s3:GetObject"], on: ["*"]))  // error: missing argument for parameter 'because'
}

func adjustments(_ topic: Topic, _ queue: Queue, _ condition: CloudFormation.Condition, _ name: String) {
    _ = topic.formerly(name)  // error: cannot convert value of type 'String' to expected argument type 'LogicalID'
    _ = topic.when("IsProd")  // error: expected argument type 'Condition'
    _ = queue.depending(on: "Alerts")  // error: 'String' does not conform to expected type 'Adjustable'
    _ = topic.suppressing(.snowline("SL-KEY-001"), because: 3)  // error: expected argument type 'String'
    _ = SNS.Topic("T", topicName: 3)  // error: expected argument type 'Text'
    _ = SNS.Topic("T", fifoTopic: "yes")  // error: expected argument type 'Scalar<Bool>'
    _ = LogicalID(stringLiteral: name)  // error: to expected argument type 'StaticString'
    _ = SNS.Topic(name)  // error: cannot convert value of type 'String' to expected argument type 'LogicalID'
}

func crossing(_ env: Environment, _ topic: Topic, _ queue: Queue, _ bucket: Bucket) {
    let shared = Export("Alerts", topic.arn, from: "s", in: env, "d")
    let _: ARN<SQS.Queue> = shared.imported  // error: value of type 'ARN<SNS.Topic>' to type 'ARN<SQS.Queue>'
    _ = Export<ARN<SQS.Queue>>("A", topic.arn, from: "s", in: env, "d")  // error: 'ARN<SQS.Queue>'
    _ = Queue("Q", in: env, forWorkOf: 60, alarming: shared.imported)  // error: expected argument type 'Topic'
    ARN<S3.Bucket>.existing("arn:aws:s3:::b").notify(queue)  // error: has no member 'notify'
    _ = Permission.publish(to: ARN<SNS.Topic>.existing("a"))  // error: expected argument type 'Topic'
    _ = Export("Name", "text", from: "s", in: env, "d")  // error: conform to 'TypedReference'
}

func nested(_ topic: ARN<SNS.Topic>, _ key: ID<KMS.Key>, _ group: ARN<Logs.LogGroup>) {
    _ = S3.Bucket.ReplicationConfiguration(role: topic, rules: [])  // error: to expected argument type 'ARN<IAM.Role>'
    _ = S3.Bucket.VersioningConfiguration(status: "Enabled")  // error: expected argument type
    _ = S3.Bucket.VersioningConfiguration()  // error: missing argument for parameter 'status'
    _ = S3.Bucket.Rule(status: .enable)  // error: has no member 'enable'
    _ = Lambda.Function.Environment(variables: ["A": topic])  // error: to expected dictionary value type
    _ = Lambda.EventSourceMapping("M", functionName: topic)  // error: argument type 'Lambda.Function'
    _ = Lambda.EventSourceMapping("M", functionName: group)  // error: argument type 'Lambda.Function'
    _ = SNS.Topic("T", kmsMasterKeyId: group)  // error: Designator<KMS.Key>
}
