import CloudAPI
import CloudFormation
import InfraDSL
import Testing

@testable import Deploy

@Suite struct PlanTests {
    @Test(arguments: [
        ("REVIEW_IN_PROGRESS", StackStatus.Situation.absent), ("DELETE_COMPLETE", .absent),
        ("CREATE_COMPLETE", .ready), ("UPDATE_COMPLETE", .ready), ("UPDATE_ROLLBACK_COMPLETE", .ready),
        ("IMPORT_COMPLETE", .ready), ("IMPORT_ROLLBACK_COMPLETE", .ready), ("ROLLBACK_COMPLETE", .stillborn),
        ("CREATE_IN_PROGRESS", .busy), ("ROLLBACK_IN_PROGRESS", .busy), ("DELETE_IN_PROGRESS", .busy),
        ("UPDATE_IN_PROGRESS", .busy), ("UPDATE_COMPLETE_CLEANUP_IN_PROGRESS", .busy),
        ("UPDATE_ROLLBACK_IN_PROGRESS", .busy), ("UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS", .busy),
        ("IMPORT_IN_PROGRESS", .busy), ("IMPORT_ROLLBACK_IN_PROGRESS", .busy), ("CREATE_FAILED", .stuck),
        ("ROLLBACK_FAILED", .stuck), ("DELETE_FAILED", .stuck), ("UPDATE_FAILED", .stuck),
        ("UPDATE_ROLLBACK_FAILED", .stuck), ("IMPORT_ROLLBACK_FAILED", .stuck),
    ])
    func `each of the 23 states has one meaning`(status: String, situation: StackStatus.Situation) {
        #expect(StackStatus.situation(status) == situation)
        let obstacle = StackStatus.obstacle(status, stack: "s", environment: "dev")
        let code: Int32? =
            switch situation {
            case .absent, .ready, .stillborn: nil
            case .busy: 6
            case .stuck: 3
            }
        #expect(obstacle?.code.rawValue == code)
    }

    @Test func `a rollback that worked is a deploy that failed`() {
        #expect(!StackStatus.isSuccess("UPDATE_ROLLBACK_COMPLETE"))
        #expect(StackStatus.isStable("UPDATE_ROLLBACK_COMPLETE"))
        #expect(!StackStatus.isStable("UPDATE_ROLLBACK_FAILED"))
    }

    @Test func `a stack whose first creation failed is cleared and made, never taken for unchanged`() throws {
        let world = try World()
        let plan = try world.planner().plan([], try world.deployedAWS("ROLLBACK_COMPLETE"), world.deployedSnowflake())
        guard case .create(_, _, let clearing) = plan.stack else {
            Issue.record("planned \(plan.stack)")
            return
        }
        #expect(clearing == World.stackID)
        #expect(plan.obstacle == nil)
    }

    @Test func `a busy stack is an obstacle, whether anything changes or not`() throws {
        let world = try World()
        let plan = try world.planner().plan([], try world.deployedAWS("UPDATE_IN_PROGRESS"), world.deployedSnowflake())
        #expect(plan.isEmpty)
        let approval = Approval(isGeneral: true, consents: [], isInteractive: false, command: "up --env dev")
        guard case .refuse(let failure) = approval.verdict(on: EnvironmentPlan(plans: [plan]))
        else {
            Issue.record("applied on a busy stack")
            return
        }
        #expect(failure.code == .busy)
    }

    private func lossyPlan() throws -> Plan {
        let world = try World()
        let template = world.assembly.template.yaml
            .replacing("Outputs:\n", with: "  Old:\n    Type: AWS::SQS::Queue\nOutputs:\n")
        return try world.planner().plan([], try world.deployedAWS(template: template), world.deployedSnowflake())
    }

    @Test func `a plan that loses data does not go through with a general yes`() throws {
        let plan = try lossyPlan()
        let approval = Approval(isGeneral: true, consents: [], isInteractive: true, command: "up --env dev")
        guard case .refuse(let failure) = approval.verdict(on: EnvironmentPlan(plans: [plan]))
        else {
            Issue.record("--yes stood for data loss")
            return
        }
        #expect(failure.code == .approval)
        #expect(failure.advice?.contains("--yes --approve data-loss") == true)
    }

    @Test func `data loss is agreed to by name, at the terminal by the environment's`() throws {
        let plan = try lossyPlan()
        let named = Approval(isGeneral: true, consents: [.dataLoss], isInteractive: false, command: "up")
        guard case .apply = named.verdict(on: EnvironmentPlan(plans: [plan])) else {
            Issue.record("the consent was not taken")
            return
        }
        let asked = Approval(isGeneral: false, consents: [], isInteractive: true, command: "up")
        guard case .askForName = asked.verdict(on: EnvironmentPlan(plans: [plan])) else {
            Issue.record("a plain question stood for data loss")
            return
        }
    }

    private func integrated(_ world: World) -> LiveSnowflake {
        var live = world.deployedSnowflake()
        let id = "STORAGE INTEGRATION RETAIL_DEV_S3"
        live.objects[id]?.properties["STORAGE_AWS_IAM_USER_ARN"] = "arn:aws:iam::999:user/snow"
        live.objects[id]?.properties["STORAGE_AWS_EXTERNAL_ID"] = "ext"
        return live
    }

    private func trustPlan(_ world: World, trust: String?) throws -> Plan {
        var aws = try world.deployedAWS(trust: trust)
        if let stack = aws.stack {
            let parameters = stack.parameters.merging([
                "RetailDevS3ExternalId": "ext", "RetailDevS3IamUserArn": "arn:aws:iam::999:user/snow",
            ]) { $1 }
            aws = AWSReading(
                stack: .init(id: stack.id, status: stack.status, template: stack.template, parameters: parameters),
                publicKeys: aws.publicKeys, leftBuckets: [], trustPolicies: aws.trustPolicies)
        }
        return try world.planner().plan([], aws, integrated(world))
    }

    @Test func `a trust as declared, in another order and spelling, is left alone`() throws {
        let trust = """
            {"Statement": [{"Condition": {"StringEquals": {"sts:ExternalId": ["ext"]}}, "Action": ["sts:AssumeRole"],
            "Principal": {"AWS": "arn:aws:iam::999:user/snow"}, "Effect": "Allow", "Sid": "Snowflake"}],
            "Version": "2012-10-17"}
            """
        let world = try World()
        #expect(try trustPlan(world, trust: trust).isEmpty)
    }

    @Test func `a trust that was edited by hand is set back though CloudFormation sees no change`() throws {
        let world = try World()
        let plan = try trustPlan(world, trust: "{\"Version\":\"2012-10-17\",\"Statement\":[]}")
        #expect(plan.stack.isUnchanged)
        #expect(plan.trustRepairs.map(\.role.name) == ["retail-dev-snowflake-access"])
        #expect(plan.trustRepairs.first?.declared.contains("\"sts:ExternalId\":\"ext\"") == true)
        #expect(!plan.isEmpty)
    }

    @Test func `a role that is gone is a conflict for a person`() throws {
        let world = try World()
        #expect(try trustPlan(world, trust: nil).conflicts.count == 1)
    }
}
