import CloudFormation
import InfraDSL
import Stacks
import Testing

@testable import Deploy

@Suite struct SeveralStacksTests {
    /// A second, small stack beside the retail pipeline.
    private func small() -> Stack {
        let role = AccountRole("AUDIT_DEV", purpose: "Looks and touches nothing.")
        return Stack("audit", in: .dev, outputs: [Output("AuditRole", role.nameText, "Role that looks")]) {
            role
            Grant.toSysadmin(role)
            S3.Bucket("AuditLake", bucketName: "audit-dev-lake")
        }
    }

    private func assemblies() throws -> Assemblies {
        try Assemblies([retailPipeline(.dev), small()], in: .dev, policy: PolicyPack([]))
    }

    private func plan(_ world: World) throws -> EnvironmentPlan {
        let second = try #require(try assemblies().all.last)
        let planner = Planner(
            environment: .dev, assembly: second, declared: second.before + second.after, adopting: false,
            assetBucket: "assets", snowflakeEndpoint: world.session.snowflakeEndpoint)
        let none = AWSReading(stack: nil, publicKeys: [:], leftBuckets: [], trustPolicies: [:])
        return EnvironmentPlan(plans: [
            try world.planner().plan([], try world.deployedAWS(), world.deployedSnowflake()),
            try planner.plan([], none, LiveSnowflake()),
        ])
    }

    @Test func `a plan of two stacks has changes when one of them has, and shows both under their names`() throws {
        let plan = try plan(try World())
        #expect(!plan.isEmpty)
        #expect(plan.count(of: .create) == 3)
        let lines = PlanText(view: PlanView(plan, environment: .dev)).lines
        #expect(lines.filter { $0.hasPrefix("Stack ") } == ["Stack retail-pipeline-dev", "Stack audit-dev"])
        #expect(
            lines.contains { $0.hasPrefix("  + ROLE AUDIT_DEV  (DeployTests/") }
                && lines.contains("No changes: both clouds are as declared."))
    }

    @Test func `one stack is chosen by either of its names`() throws {
        let all = try assemblies()
        for name in ["audit", "audit-dev"] {
            #expect(try EnvironmentOption.chosen(name, of: all).map(\.stack.name) == ["audit"])
        }
        #expect(try EnvironmentOption.chosen(nil, of: all).count == 2)
        #expect(throws: (any Error).self) { try EnvironmentOption.chosen("none", of: all) }
    }

    @Test func `what another stack declares is not called undeclared`() throws {
        let world = try World()
        var live = world.deployedSnowflake()
        let grant = SnowflakeGrant.privilege(
            .monitor, on: ObjectName("RETAIL_DEV_WH", kind: .warehouse),
            to: ObjectName("RETAIL_DEV_READER", kind: .role))
        live.grants[grant.id] = LiveGrant(shownFor: grant)
        #expect(try world.planner().plan([], try world.deployedAWS(), live).undeclared == [grant.id])
        let neighbour = Grant.allow(
            AccountRole("RETAIL_DEV_READER", purpose: "p"), .monitor,
            on: Warehouse("RETAIL_DEV_WH", purpose: "p"))
        let planner = Planner(
            environment: .dev, assembly: world.assembly,
            declared: world.assembly.before + world.assembly.after + neighbour, adopting: false, assetBucket: "assets",
            snowflakeEndpoint: world.session.snowflakeEndpoint)
        #expect(try planner.plan([], try world.deployedAWS(), live).undeclared.isEmpty)
    }

    @Test func `an output name that two stacks give is told apart in a shell`() {
        let variables = EnvironmentOutputs.variables([
            (name: "retail-pipeline", values: [(name: "Bucket", value: "a"), (name: "Topic", value: "t")]),
            (name: "audit", values: [(name: "Bucket", value: "b")]),
        ])
        #expect(variables.map(\.0) == ["RETAIL_PIPELINE_BUCKET", "TOPIC", "AUDIT_BUCKET"])
        #expect(variables.map(\.1) == ["a", "t", "b"])
    }
}
