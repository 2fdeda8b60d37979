import CloudAPI
import CloudFormation
import InfraDSL

@testable import Deploy

/// A small stack whose lines do not move, for screens that are compared character by character; before and after a change.
struct Shop {
    let environment: Environment
    let before: Assembly
    let after: Assembly

    /// - Parameter isProtected: as `prod` is.
    init(isProtected: Bool = false) throws {
        environment = Environment(
            "stage", account: "111111111111", region: "eu-west-1", snowflake: SnowflakeAccount("MYORG-STAGE"),
            isProtected: isProtected)
        before = try Assembly(Self.stack(environment, isChanged: false), policy: PolicyPack([]))
        after = try Assembly(Self.stack(environment, isChanged: true), policy: PolicyPack([]))
    }

    private static func stack(_ environment: Environment, isChanged: Bool) -> Stack {
        let lake = S3.Bucket(
            "Lake", bucketName: isChanged ? "shop-lake" : "shop-old-lake", options: .onRemoval(.retain),
            file: "Stacks/Shop.swift", line: 10)
        let arrivals = SQS.Queue("Arrivals", file: "Stacks/Shop.swift", line: 11)
        let old = SQS.Queue("Old", file: "Stacks/Shop.swift", line: 12)
        let role = IAM.Role(
            "LoaderRole", assumeRolePolicyDocument: document(["Sid": "Lambda"], ["sts:AssumeRole"], nil, "lambda"),
            policies: [
                .init(
                    policyDocument: document(
                        ["Sid": "Read"], isChanged ? ["s3:GetObject", "s3:DeleteObject"] : ["s3:*"],
                        "\(Text(.attribute(of: "Lake", "Arn")))/inbox/*", nil), policyName: "read"),
                .init(
                    policyDocument: document(
                        ["Sid": "Take"],
                        isChanged ? ["sqs:ReceiveMessage", "sqs:DeleteMessage"] : ["sqs:ReceiveMessage"],
                        Text(.attribute(of: "Arrivals", "Arn")), nil), policyName: "take"),
            ], file: "Stacks/Shop.swift", line: 14)
        let loader = Lambda.Function(
            "Loader", code: .init(s3Bucket: Name("code"), s3Key: "loader.zip"),
            role: ARN(Text(.attribute(of: "LoaderRole", "Arn"))),
            memorySize: isChanged ? 256 : 128, file: "Stacks/Shop.swift", line: 20)
        let warehouse = Warehouse("SHOP_WH", purpose: "Loads.", file: "Stacks/Shop.swift", line: 30)
        let database = Database("SHOP", purpose: "Sales.", file: "Stacks/Shop.swift", line: 31)
        let reader = AccountRole("SHOP_READER", purpose: "Reads.", file: "Stacks/Shop.swift", line: 32)
        return Stack(
            "shop", in: environment, outputs: [Output("Queue", arrivals.ref, "Where arrivals wait")],
            file: "Stacks/Shop.swift", line: 40
        ) {
            [lake, arrivals, role, loader] as [any Resource]
            if !isChanged { old }
            [warehouse, database, reader] as [any Resource]
            Grant.allow(reader, .usage, on: database, file: "Stacks/Shop.swift", line: 50)
            if isChanged { Grant.allow(reader, .usage, on: warehouse, file: "Stacks/Shop.swift", line: 51) }
        }
    }

    private static func document(_ head: [String: Text], _ actions: [Text], _ resource: Text?, _ service: String?)
        -> Value
    {
        var entries: [Value.Entry] = head.map { .init($0.key, $0.value.value) }
        entries += [.init("Effect", "Allow"), .init("Action", actions.value)]
        if let resource { entries.append(.init("Resource", resource.value)) }
        if let service { entries.append(.init("Principal", ["Service": .text(Text("\(service).amazonaws.com"))])) }
        return ["Version": "2012-10-17", "Statement": .list([.map(entries)])]
    }

    /// AWS as a deploy of `before` leaves it.
    func aws() throws -> AWSReading {
        AWSReading(
            stack: .init(
                id: World.stackID, status: "UPDATE_COMPLETE", template: try TemplateDocument(before.template.yaml),
                parameters: [:]),
            publicKeys: [:], leftBuckets: [], trustPolicies: [:])
    }

    /// Snowflake as a deploy of an assembly leaves it.
    static func snowflake(_ assembly: Assembly) -> LiveSnowflake {
        .deployed(
            assembly.before + assembly.after, marker: assembly.marker, KnownValues(assembly.stack.environment))
    }

    func plan(_ assembly: Assembly, _ aws: AWSReading, _ snowflake: LiveSnowflake) throws -> Plan {
        try Planner(
            environment: environment, assembly: assembly, declared: assembly.before + assembly.after, adopting: false,
            assetBucket: "assets", snowflakeEndpoint: "https://myorg-stage.snowflakecomputing.com"
        ).plan([], aws, snowflake)
    }
}
