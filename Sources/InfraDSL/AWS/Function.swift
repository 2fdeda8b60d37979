public import CloudFormation

/// A function that works a queue off: a program of this package, its role, its log, and the mapping between queue and function.
public struct Function: AWSResource, Adjustable, Alarming, SelfChecking {
    public let logicalID: LogicalID
    public let declared: SourceLocation
    /// The program to build and the parameter that takes its archive's key.
    public let asset: Asset
    public var adjustments = Adjustments()
    private let queue: Queue
    private let key: Key?
    private let memory: Int
    /// Seconds one batch may take.
    let timeout: Int
    private let concurrency: Int
    private let logRetentionDays: Int
    private let environment: [Variable]
    private let allow: [Permission]
    private let alarming: Topic?
    private let network: Network?

    private struct Variable: Sendable {
        let name: String
        let value: any TextConvertible
    }

    /// - Parameters:
    ///   - product: the executable product of this package that handles the messages.
    ///   - memory: megabytes; processor time grows with it.
    ///   - timeout: seconds for one batch; the queue was declared for the same number.
    ///   - concurrency: how many batches at once, at least 2; bounds the load on the warehouse as well. As many executions
    ///     are reserved, so the account must keep 10 more besides (Lambda quotas).
    ///   - alarming: who is told when it fails, is turned away, or comes near its timeout; without one the queue's dead letters
    ///     are what tells.
    ///   - network: it runs in and reaches what the network reaches; without one, all that is on the Internet.
    public init(
        _ id: LogicalID,
        running product: String,
        consuming queue: Queue,
        encryptedBy key: Key? = nil,
        memory: Int = 256,
        timeout: Int,
        concurrency: Int = 5,
        logRetentionDays: Int = 365,
        environment: KeyValuePairs<String, any TextConvertible>,
        allow: [Permission],
        alarming: Topic? = nil,
        in network: Network? = nil,
        file: String = #fileID,
        line: Int = #line
    ) {
        logicalID = id
        self.queue = queue
        self.key = key
        self.memory = memory
        self.timeout = timeout
        self.concurrency = concurrency
        self.logRetentionDays = logRetentionDays
        self.environment = environment.map { Variable(name: $0.key, value: $0.value) }
        self.allow = allow
        self.alarming = alarming
        self.network = network
        asset = Asset(product: product, keyParameter: "\(id.name)CodeKey")
        declared = SourceLocation(file: file, line: line)
    }

    public var id: String { logicalID.name }

    public var arn: ARN<Lambda.Function> { ARN(Text(.attribute(of: id, "Arn"))) }

    /// The physical name, given by CloudFormation.
    public var functionName: Name<Lambda.Function> { Name(Text(.attribute(of: id, Reference.refAttribute))) }

    public var parameters: [TemplateParameter] {
        [
            TemplateParameter(Asset.bucketParameter, description: "Bucket of the built archives"),
            TemplateParameter(
                asset.keyParameter,
                description: "Key of the archive of \(asset.product), named by its content"
            ),
        ]
    }

    /// Where it writes what it does.
    public var log: Log { Log(logGroup) }

    private var logGroup: Logs.LogGroup {
        Logs.LogGroup(
            logicalID.child("Log"),
            kmsKeyId: key?.arn,
            retentionInDays: Scalar(logRetentionDays),
            file: declared.file,
            line: declared.line
        )
    }

    /// One each for what goes wrong in its own way.
    private var alarms: [Alarm] {
        guard let alarming else { return [] }
        let conditions: [(StaticString, Alarm.Condition)] = [
            ("ErrorsAlarm", .errors(of: self)), ("ThrottlesAlarm", .throttles(of: self)),
            ("DurationAlarm", .duration(of: self)),
        ]
        return conditions.map { Alarm(logicalID.child($0), $1, alarming: alarming, declared: declared) }
    }

    public var faults: [String] { allow.flatMap(\.faults) }

    public var alarmARNs: [AnyARN] { alarms.flatMap(\.alarmARNs) }

    public var entries: [TemplateEntry] {
        let log = logGroup
        let role = Role(
            logicalID.child("Role"),
            trustedBy: "lambda.amazonaws.com",
            allow: [.consume(queue), .log(to: self.log.arn), .readSettings(key)]
                + [network.map { .attach(to: $0) }].compactMap { $0 } + allow,
            declared: declared
        )
        return adjusted(
            [log.with(.onRemoval(.delete)).entry] + role.entries + [function(role, log).entry, mapping.entry]
                + alarms.flatMap(\.entries))
    }

    private func function(_ role: Role, _ log: Logs.LogGroup) -> Lambda.Function {
        Lambda.Function(
            logicalID,
            code: .init(
                s3Bucket: Name(Text(.parameter(Asset.bucketParameter))),
                s3Key: Text(.parameter(asset.keyParameter))
            ),
            role: role.arn,
            architectures: [.x86_64],
            environment: .init(
                variables: Dictionary(uniqueKeysWithValues: environment.map { ($0.name, $0.value.value) })),
            handler: "bootstrap",
            kmsKeyArn: key?.arn,
            loggingConfig: .init(logFormat: .json, logGroup: log.ref),
            memorySize: Scalar(memory),
            reservedConcurrentExecutions: Scalar(concurrency),
            runtime: .providedAl2023,
            timeout: Scalar(timeout),
            tracingConfig: .init(mode: .passThrough),
            vpcConfig: network.map { .init(securityGroupIds: [$0.groupID], subnetIds: $0.subnetIDs) },
            file: declared.file,
            line: declared.line
        )
    }

    private var mapping: Lambda.EventSourceMapping {
        Lambda.EventSourceMapping(
            logicalID.child("Source"),
            functionName: functionName,
            batchSize: 10,
            eventSourceArn: queue.arn,
            functionResponseTypes: [.reportBatchItemFailures],
            scalingConfig: .init(maximumConcurrency: Scalar(concurrency)),
            file: declared.file,
            line: declared.line
        )
    }
}
