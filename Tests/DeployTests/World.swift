import CloudAPI
import CloudFormation
import Foundation
import InfraDSL
import Stacks
import TestSupport

@testable import Deploy

/// Both clouds of the environment `dev` as scripts, and a session on them.
struct World {
    let aws: ScriptedTransport
    let snowflake: ScriptedTransport
    let clock = ManualClock()
    let session: Session
    let assembly: Assembly

    private static let key = Result { try PrivateKey.generateRSA() }

    /// - Parameter requests: somebody interrupts after so many requests to AWS.
    init(
        aws: [ScriptedTransport.Exchange] = [],
        snowflake: [ScriptedTransport.Exchange] = [],
        interruptedAfter requests: Int = .max
    ) throws {
        let transport = ScriptedTransport(aws)
        self.aws = transport
        self.snowflake = ScriptedTransport(snowflake)
        let retry = RetryPolicy(attempts: 2, random: { 0.5 })
        let configuration = try AWSConfiguration(
            region: "eu-west-1", credentials: { AWSCredentials(accessKeyID: "AKIDEXAMPLE", secretAccessKey: "secret") },
            transport: self.aws, clock: clock.clock, retry: retry)
        let client = SQLAPIClient(
            session: try SnowflakeSession(account: "MYORG-DEV", user: "DEPLOYER", key: try Self.key.get()),
            transport: self.snowflake, clock: clock.clock, retry: retry)
        session = Session(
            environment: .dev, checkout: Checkout(root: URL(fileURLWithPath: "/nowhere")), aws: configuration,
            snowflake: client, local: nil, snowflakeUser: "DEPLOYER",
            snowflakeEndpoint: "https://myorg-dev.snowflakecomputing.com",
            interruption: { transport.requests.count >= requests ? .interrupted : nil })
        assembly = try Assembly(retailPipeline(.dev))
    }

    /// The operations asked of AWS so far.
    var actions: [String] {
        aws.requests.map { request in
            if let target = request.header("X-Amz-Target") { return String(target.split(separator: ".").last ?? "") }
            let form = String(decoding: request.body, as: UTF8.self)
            let action = form.split(separator: "&").first { $0.hasPrefix("Action=") }
            return action.map { String($0.dropFirst(7)) } ?? request.method
        }
    }

    /// The statements sent to Snowflake so far.
    var statements: [String] {
        snowflake.requests.compactMap { (try? JSON.parse($0.body))?["statement"]?.string }
    }

    func planner(adopting: Bool = false) -> Planner {
        Planner(
            environment: .dev, assembly: assembly, declared: assembly.before + assembly.after, adopting: adopting,
            assetBucket: "assets",
            snowflakeEndpoint: session.snowflakeEndpoint)
    }

    /// AWS as a deploy of the assembly leaves it.
    func deployedAWS(_ status: String = "UPDATE_COMPLETE", template: String? = nil, trust: String? = "{}") throws
        -> AWSReading
    {
        AWSReading(
            stack: .init(
                id: Self.stackID, status: status, template: try TemplateDocument(template ?? assembly.template.yaml),
                parameters: ["AssetBucket": "assets"]),
            publicKeys: ["IngestKey": "AAAA", "TransformKey": "AAAA"],
            leftBuckets: [],
            trustPolicies: trust.map { ["retail-dev-snowflake-access": $0] } ?? [:])
    }

    /// Snowflake as a deploy of the assembly leaves it.
    func deployedSnowflake() -> LiveSnowflake {
        var known = KnownValues(.dev)
        for keyPair in assembly.keyPairs { known.learn(keyPair.publicKeyReference, "AAAA") }
        return .deployed(assembly.before + assembly.after, marker: assembly.marker, known)
    }

    static let stackID = "arn:aws:cloudformation:eu-west-1:111111111111:stack/retail-pipeline-dev/1"
}

extension LiveSnowflake {
    /// An account that holds what is declared, and nothing else.
    static func deployed(
        _ resources: [any SnowflakeResource],
        marker: String,
        _ known: KnownValues = KnownValues(.dev)
    ) -> LiveSnowflake {
        var live = LiveSnowflake(reader: "SNOWLINE_DEPLOY")
        for resource in resources {
            switch resource.declaration {
            case .object(let object):
                var found = LiveObject(name: object.name, comment: object.comment(marker).known ?? "")
                for property in object.properties where !property.isCreateOnly {
                    found.properties[property.key] = Canonical.form(property, known)
                }
                for completion in object.completion { found.properties[completion.key] = completion.value }
                found.columns = object.columns.map {
                    LiveColumn(name: $0.name, type: $0.type, isRequired: $0.isRequired)
                }
                found.body = object.body?.rendered(known.value)
                live.objects[object.name.id] = found
            case .grant(let grant): live.grants[grant.id] = LiveGrant(shownFor: grant)
            }
        }
        return live
    }
}

extension LiveGrant {
    /// The grant as the account would show it.
    init(shownFor grant: SnowflakeGrant) {
        switch grant {
        case .privilege(let privilege, let object, let role):
            self.init(privilege.rawValue, on: object.kind.generalWords, object.parts, to: role)
        case .future(let privilege, let kind, let schema, let role):
            self.init(privilege.rawValue, onFuture: kind.rawValue, in: schema, to: role)
        case .inherited(let privilege, let kind, let schema, let role):
            self.init(privilege.rawValue, onEvery: kind.rawValue, in: schema, to: role)
        case .role(let role, let grantee): self.init(role, to: grantee)
        }
    }
}

extension ScriptedTransport.Exchange {
    /// An answer of CloudFormation's.
    static func cloudFormation(_ operation: String, _ result: String = "") -> Self {
        .init(
            "POST", "cloudformation.eu-west-1.amazonaws.com/",
            .status(
                200, [:],
                "<\(operation)Response><\(operation)Result>\(result)</\(operation)Result></\(operation)Response>"))
    }

    static func cloudFormationError(_ status: Int, _ code: String, _ message: String) -> Self {
        .init(
            "POST", "cloudformation.eu-west-1.amazonaws.com/",
            .status(
                status, [:],
                "<ErrorResponse><Error><Code>\(code)</Code><Message>\(message)</Message></Error></ErrorResponse>"))
    }

    static let noStack = cloudFormationError(400, "ValidationError", "Stack with id retail-pipeline-dev does not exist")

    static func stack(_ status: String) -> Self {
        cloudFormation(
            "DescribeStacks",
            "<Stacks><member><StackId>\(World.stackID)</StackId><StackName>retail-pipeline-dev</StackName>"
                + "<StackStatus>\(status)</StackStatus></member></Stacks>")
    }

    static let changeSetMade = cloudFormation("CreateChangeSet", "<Id>cs-1</Id><StackId>\(World.stackID)</StackId>")

    static func changeSet(_ status: String, reason: String = "", changes: String = "") -> Self {
        cloudFormation(
            "DescribeChangeSet",
            "<ChangeSetId>cs-1</ChangeSetId><StackId>\(World.stackID)</StackId><Status>\(status)</Status>"
                + "<StatusReason>\(reason)</StatusReason><Changes>\(changes)</Changes>")
    }

    static func changeSets(_ ids: String...) -> Self {
        let members = ids.map {
            "<member><ChangeSetName>name-of-\($0)</ChangeSetName><ChangeSetId>\($0)</ChangeSetId></member>"
        }
        return cloudFormation("ListChangeSets", "<Summaries>\(members.joined())</Summaries>")
    }

    /// Events newest first: an id, a resource, a status, a reason.
    static func events(_ events: (id: String, resource: String, status: String, reason: String)...) -> Self {
        let members = events.map {
            "<member><EventId>\($0.id)</EventId><StackId>\(World.stackID)</StackId><LogicalResourceId>\($0.resource)"
                + "</LogicalResourceId><ResourceType>AWS::S3::Bucket</ResourceType><ResourceStatus>\($0.status)"
                + "</ResourceStatus><ResourceStatusReason>\($0.reason)</ResourceStatusReason></member>"
        }
        return cloudFormation("DescribeStackEvents", "<StackEvents>\(members.joined())</StackEvents>")
    }

    /// An answer of Snowflake's SQL API.
    static func rows(_ columns: [String], _ rows: [[String]]) -> Self {
        let types = columns.map { "{\"name\":\"\($0)\",\"type\":\"text\"}" }.joined(separator: ",")
        let data = JSON.array(rows.map { .array($0.map { .string($0) }) })
        return .init(
            "POST", "*/api/v2/statements",
            .status(
                200, [:],
                "{\"code\":\"090001\",\"statementHandle\":\"h\",\"resultSetMetaData\":{\"rowType\":[\(types)]},\"data\":"
                    + String(decoding: data.bytes, as: UTF8.self) + "}"))
    }

    static func refusal(_ code: String, _ message: String) -> Self {
        .init(
            "POST", "*/api/v2/statements",
            .status(422, [:], "{\"code\":\"\(code)\",\"message\":\"\(message)\",\"sqlState\":\"42501\"}"))
    }
}
