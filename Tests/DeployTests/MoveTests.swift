import CloudAPI
import CloudFormation
import InfraDSL
import TestSupport
import Testing

@testable import Deploy

@Suite struct MoveTests {
    private let environment = Environment(
        "stage", account: "111111111111", region: "eu-west-1", snowflake: SnowflakeAccount("MYORG-STAGE"))

    private func assembly(_ id: LogicalID, formerly: LogicalID? = nil, delay: Int = 0) throws -> Assembly {
        let queue = SQS.Queue(
            id, delaySeconds: Scalar(delay), options: ResourceOptions(formerly: formerly), file: "Stacks/Q.swift",
            line: 3)
        let stack = Stack("q", in: environment, outputs: [Output("Url", queue.ref, "Where")]) { queue }
        return try Assembly(stack, policy: PolicyPack([]))
    }

    private func plan(_ assembly: Assembly, deployed: Assembly) throws -> Plan {
        let aws = AWSReading(
            stack: .init(
                id: World.stackID, status: "UPDATE_COMPLETE", template: try TemplateDocument(deployed.template.yaml),
                parameters: [:]),
            publicKeys: [:], leftBuckets: [], trustPolicies: [:])
        return try Planner(
            environment: environment, assembly: assembly, declared: [], adopting: false, assetBucket: "a",
            snowflakeEndpoint: ""
        ).plan([], aws, LiveSnowflake())
    }

    @Test func `a moved resource is moved and nothing else, references along with it`() throws {
        let plan = try plan(try assembly("Arrivals", formerly: "Old"), deployed: try assembly("Old"))
        #expect(plan.moves == [ResourceMove(from: "Old", to: "Arrivals", type: "AWS::SQS::Queue")])
        #expect(plan.resourceChanges.isEmpty && plan.dataLoss.isEmpty && plan.consents.isEmpty)
        #expect(!plan.isEmpty)
        let lines = PlanText(view: PlanView(EnvironmentPlan(plans: [plan]), environment: environment)).lines
        #expect(lines.contains("  ~ Arrivals  AWS::SQS::Queue  moved from Old, as it is  (Stacks/Q.swift:3)"))
    }

    @Test func `what changes beside the name is shown beside the move`() throws {
        let plan = try plan(try assembly("Arrivals", formerly: "Old", delay: 5), deployed: try assembly("Old"))
        #expect(plan.moves.count == 1)
        #expect(plan.resourceChanges.map(\.action) == [.update])
    }

    @Test func `a move that was made is not made again`() throws {
        let moved = try assembly("Arrivals", formerly: "Old")
        #expect(try plan(moved, deployed: moved).isEmpty)
    }

    @Test func `names are changed wherever a template calls them, and text is left alone`() throws {
        let template = try TemplateDocument(
            """
            Resources:
              Old: {Type: 'AWS::SQS::Queue'}
              P:
                Type: 'AWS::SQS::QueuePolicy'
                DependsOn: [Old]
                Properties:
                  Queues: [!Ref Old]
                  PolicyDocument:
                    A: !GetAtt Old.Arn
                    B: !Sub '${Old.Arn}/${!Old}/Old/${Older}'
                    C: !Sub ['${Old}-${Other}', {Old: mine, Other: !Ref Old}]
            Outputs: {O: {Value: !Ref Old}}
            """)
        let text = try template.renaming(["Old": "New"]).yaml
        #expect(text.contains("!GetAtt New.Arn") && text.contains("- !Ref New") && text.contains("- New\n"))
        #expect(text.contains("${New.Arn}/${!Old}/Old/${Older}"))
        #expect(text.contains("${Old}-${Other}") && text.contains("Other: !Ref New"))
        #expect(!text.contains("!Ref Old"))
    }

    private func refactor(_ status: String, _ execution: String, reason: String = "") -> ScriptedTransport.Exchange {
        .cloudFormation(
            "DescribeStackRefactor",
            "<StackRefactorId>r-1</StackRefactorId><Status>\(status)</Status><StatusReason>\(reason)</StatusReason>"
                + "<ExecutionStatus>\(execution)</ExecutionStatus>")
    }

    private static let made = ScriptedTransport.Exchange.cloudFormation(
        "CreateStackRefactor", "<StackRefactorId>r-1</StackRefactorId>")

    private static let move = [ResourceMove(from: "Arrivals", to: "Incoming", type: "AWS::SQS::Queue")]

    private func run(_ world: World) -> Failure? {
        do {
            try StackMove(session: world.session, assembly: world.assembly)
                .run(Self.move, in: try TemplateDocument(world.assembly.template.yaml))
            return nil
        } catch {
            return error as? Failure ?? Failure("\(error)")
        }
    }

    @Test func `a move is prepared, executed and waited for`() throws {
        let world = try World(aws: [
            Self.made, refactor("CREATE_IN_PROGRESS", "UNAVAILABLE"), refactor("CREATE_COMPLETE", "AVAILABLE"),
            .cloudFormation("ExecuteStackRefactor"), refactor("CREATE_COMPLETE", "EXECUTE_IN_PROGRESS"),
            refactor("CREATE_COMPLETE", "EXECUTE_COMPLETE"),
        ])
        #expect(run(world) == nil)
        #expect(world.aws.remaining.isEmpty)
        let form = String(decoding: world.aws.requests[0].body, as: UTF8.self)
        #expect(form.contains("ResourceMappings.member.1.Source.LogicalResourceId=Arrivals"))
        #expect(form.contains("ResourceMappings.member.1.Destination.LogicalResourceId=Incoming"))
        #expect(form.contains("StackDefinitions.member.1.StackName=retail-pipeline-dev"))
        #expect(!form.contains("%20Arrivals%3A%0A"))
    }

    @Test func `a refused move leaves the stack as it is`() throws {
        let world = try World(aws: [Self.made, refactor("CREATE_FAILED", "UNAVAILABLE", reason: "not supported")])
        let failure = run(world)
        #expect(failure?.message.contains("not supported") == true)
        #expect(failure?.code == .failed)
        #expect(!world.actions.contains("ExecuteStackRefactor"))
    }

    @Test func `a move that fails and is not undone needs a person`() throws {
        let world = try World(aws: [
            Self.made, refactor("CREATE_COMPLETE", "AVAILABLE"), .cloudFormation("ExecuteStackRefactor"),
            refactor("CREATE_COMPLETE", "ROLLBACK_FAILED"),
        ])
        #expect(run(world)?.code == .attention)
    }
}
