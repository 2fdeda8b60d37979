import CloudAPI
import TestSupport
import Testing

@testable import Deploy

@Suite struct StackOperationTests {
    private func failure(_ body: () throws -> Void) -> Failure? {
        do {
            try body()
            return nil
        } catch {
            return error as? Failure
        }
    }

    @Test func `a first create makes, executes and watches one change set`() throws {
        let world = try World(aws: [
            .noStack, .noStack, .changeSetMade, .changeSet("CREATE_COMPLETE"),
            .events(("e0", "retail-pipeline-dev", "REVIEW_IN_PROGRESS", "")), .cloudFormation("ExecuteChangeSet"),
            .events(("e1", "retail-pipeline-dev", "CREATE_IN_PROGRESS", ""), ("e0", "", "", "")),
            .stack("CREATE_IN_PROGRESS"),
            .events(
                ("e3", "retail-pipeline-dev", "CREATE_COMPLETE", ""), ("e2", "Alerts", "CREATE_COMPLETE", ""),
                ("e1", "", "", "")),
            .stack("CREATE_COMPLETE"),
        ])
        try StackOperation(session: world.session, assembly: world.assembly)
            .create([("AssetBucket", "assets")], adopting: [], clearing: nil)
        #expect(world.aws.remaining.isEmpty)
        let made = String(decoding: world.aws.requests[2].body, as: UTF8.self)
        #expect(made.contains("ChangeSetType=CREATE") && made.contains("ParameterKey=AssetBucket"))
    }

    @Test func `a stack that shows its old state for a moment is not taken for done`() throws {
        let world = try World(aws: [
            .stack("UPDATE_COMPLETE"), .stack("UPDATE_COMPLETE"), .changeSetMade, .changeSet("CREATE_COMPLETE"),
            .events(("e0", "retail-pipeline-dev", "UPDATE_COMPLETE", "")), .cloudFormation("ExecuteChangeSet"),
            .events(("e0", "", "", "")), .stack("UPDATE_COMPLETE"),
            .events(("e1", "retail-pipeline-dev", "UPDATE_COMPLETE", ""), ("e0", "", "", "")),
            .stack("UPDATE_COMPLETE"),
        ])
        try StackOperation(session: world.session, assembly: world.assembly).update([], losing: [])
        #expect(world.aws.remaining.isEmpty)
    }

    @Test func `an empty change set is removed and is no failure`() throws {
        let world = try World(aws: [
            .stack("UPDATE_COMPLETE"), .stack("UPDATE_COMPLETE"), .changeSetMade,
            .changeSet("FAILED", reason: "The submitted information didn't contain changes."),
            .changeSets("cs-1"), .cloudFormation("DeleteChangeSet"), .stack("UPDATE_COMPLETE"),
        ])
        try StackOperation(session: world.session, assembly: world.assembly).update([], losing: [])
        #expect(world.aws.remaining.isEmpty)
        #expect(!world.actions.contains("ExecuteChangeSet"))
    }

    @Test func `a refused change set leaves neither itself nor a stack in review`() throws {
        let world = try World(aws: [
            .noStack, .noStack, .changeSetMade, .changeSet("FAILED", reason: "AWS::EarlyValidation: no such property"),
            .changeSets("cs-1"), .cloudFormation("DeleteChangeSet"), .stack("REVIEW_IN_PROGRESS"),
            .cloudFormation("DeleteStack"),
        ])
        let failure = failure {
            try StackOperation(session: world.session, assembly: world.assembly)
                .create([], adopting: [], clearing: nil)
        }
        #expect(failure?.message.contains("no such property") == true)
        #expect(world.aws.remaining.isEmpty)
    }

    @Test func `a stack in review with a change set of somebody else is kept`() throws {
        let world = try World(aws: [
            .noStack, .noStack, .changeSetMade, .changeSet("FAILED", reason: "refused"),
            .changeSets("cs-1", "theirs"), .cloudFormation("DeleteChangeSet"), .stack("REVIEW_IN_PROGRESS"),
        ])
        _ = failure {
            try StackOperation(session: world.session, assembly: world.assembly)
                .create([], adopting: [], clearing: nil)
        }
        #expect(!world.actions.contains("DeleteStack"))
    }

    @Test func `an interruption before the execution takes the change set back`() throws {
        let world = try World(
            aws: [
                .stack("UPDATE_COMPLETE"), .stack("UPDATE_COMPLETE"), .changeSetMade, .changeSet("CREATE_COMPLETE"),
                .changeSets("cs-1"), .cloudFormation("DeleteChangeSet"), .stack("UPDATE_COMPLETE"),
            ], interruptedAfter: 4)
        let failure = failure {
            try StackOperation(session: world.session, assembly: world.assembly).update([], losing: [])
        }
        #expect(failure?.code == .interrupted)
        #expect(world.aws.remaining.isEmpty)
        #expect(!world.actions.contains("ExecuteChangeSet"))
    }

    @Test func `a failed update names the first real cause with its line of Swift`() throws {
        let world = try World(aws: [
            .stack("UPDATE_COMPLETE"), .stack("UPDATE_COMPLETE"), .changeSetMade, .changeSet("CREATE_COMPLETE"),
            .events(("e0", "retail-pipeline-dev", "UPDATE_COMPLETE", "")), .cloudFormation("ExecuteChangeSet"),
            .events(
                ("e5", "retail-pipeline-dev", "UPDATE_ROLLBACK_COMPLETE", ""),
                ("e4", "Ingest", "UPDATE_FAILED", "later"), ("e3", "DataLake", "UPDATE_FAILED", "Access Denied"),
                ("e2", "Alerts", "UPDATE_FAILED", "Resource update cancelled"),
                ("e1", "retail-pipeline-dev", "UPDATE_IN_PROGRESS", ""), ("e0", "", "", "")),
            .stack("UPDATE_ROLLBACK_COMPLETE"),
        ])
        let failure = failure {
            try StackOperation(session: world.session, assembly: world.assembly).update([], losing: [])
        }
        #expect(failure?.message.contains("DataLake (Stacks/RetailPipeline.swift:") == true)
        #expect(failure?.message.contains("Access Denied") == true)
        #expect(failure?.code == .failed)
    }

    @Test func `a rollback that fails needs attention`() throws {
        let world = try World(aws: [
            .stack("UPDATE_COMPLETE"), .stack("UPDATE_COMPLETE"), .changeSetMade, .changeSet("CREATE_COMPLETE"),
            .events(), .cloudFormation("ExecuteChangeSet"),
            .events(("e1", "retail-pipeline-dev", "UPDATE_ROLLBACK_FAILED", "")), .stack("UPDATE_ROLLBACK_FAILED"),
        ])
        let failure = failure {
            try StackOperation(session: world.session, assembly: world.assembly).update([], losing: [])
        }
        #expect(failure?.code == .attention)
    }

    @Test func `polls that are throttled make the watch slower and never fail it`() throws {
        let throttled = ScriptedTransport.Exchange.cloudFormationError(400, "Throttling", "Rate exceeded")
        let world = try World(aws: [
            .stack("UPDATE_COMPLETE"), .stack("UPDATE_COMPLETE"), .changeSetMade, .changeSet("CREATE_COMPLETE"),
            .events(), .cloudFormation("ExecuteChangeSet"), throttled, throttled, throttled, throttled,
            .events(("e1", "retail-pipeline-dev", "UPDATE_COMPLETE", "")), .stack("UPDATE_COMPLETE"),
        ])
        try StackOperation(session: world.session, assembly: world.assembly).update([], losing: [])
        #expect(world.aws.remaining.isEmpty)
    }

    @Test func `an update stops when another operation runs`() throws {
        let world = try World(aws: [.stack("UPDATE_IN_PROGRESS")])
        let failure = failure {
            try StackOperation(session: world.session, assembly: world.assembly).update([], losing: [])
        }
        #expect(failure?.code == .busy)
        #expect(world.actions == ["DescribeStacks"])
    }

    @Test func `a replacement that only CloudFormation knows of is not executed`() throws {
        let change =
            "<member><ResourceChange><Action>Modify</Action><LogicalResourceId>DataLake</LogicalResourceId>"
            + "<ResourceType>AWS::S3::Bucket</ResourceType><Replacement>True</Replacement></ResourceChange></member>"
        let world = try World(aws: [
            .stack("UPDATE_COMPLETE"), .stack("UPDATE_COMPLETE"), .changeSetMade,
            .changeSet("CREATE_COMPLETE", changes: change), .changeSets("cs-1"), .cloudFormation("DeleteChangeSet"),
            .stack("UPDATE_COMPLETE"),
        ])
        let failure = failure {
            try StackOperation(session: world.session, assembly: world.assembly).update([], losing: [])
        }
        #expect(failure?.code == .approval)
        #expect(failure?.message.contains("DataLake (AWS::S3::Bucket)") == true)
    }

    @Test func `a delete is over when the stack is gone`() throws {
        let world = try World(aws: [
            .stack("UPDATE_COMPLETE"), .events(("e0", "retail-pipeline-dev", "UPDATE_COMPLETE", "")),
            .cloudFormation("DeleteStack"), .events(("e1", "Alerts", "DELETE_COMPLETE", ""), ("e0", "", "", "")),
            .noStack,
        ])
        try StackOperation(session: world.session, assembly: world.assembly).delete()
        #expect(world.aws.remaining.isEmpty)
    }

    @Test func `what a first creation left is deleted before the next one`() throws {
        let world = try World(aws: [
            .events(), .cloudFormation("DeleteStack"), .events(), .stack("DELETE_COMPLETE"), .noStack, .noStack,
            .changeSetMade, .changeSet("CREATE_COMPLETE"), .events(), .cloudFormation("ExecuteChangeSet"),
            .events(("e1", "retail-pipeline-dev", "CREATE_COMPLETE", "")), .stack("CREATE_COMPLETE"),
        ])
        try StackOperation(session: world.session, assembly: world.assembly)
            .create([], adopting: [], clearing: World.stackID)
        #expect(world.aws.remaining.isEmpty)
    }

    @Test func `a bucket that was left behind is imported bare and untagged, then the template is applied`() throws {
        let run: [ScriptedTransport.Exchange] = [
            .changeSetMade, .changeSet("CREATE_COMPLETE"), .events(), .cloudFormation("ExecuteChangeSet"),
        ]
        let world = try World(
            aws: [.noStack, .noStack] + run + [
                .events(("e1", "retail-pipeline-dev", "IMPORT_COMPLETE", "")), .stack("IMPORT_COMPLETE"),
                .stack("IMPORT_COMPLETE"),
            ] + run + [
                .events(("e2", "retail-pipeline-dev", "UPDATE_COMPLETE", "")), .stack("UPDATE_COMPLETE"),
            ])
        try StackOperation(session: world.session, assembly: world.assembly).create(
            [], adopting: [.init(logicalID: "DataLake", name: "retail-dev-lake-111111111111")], clearing: nil)
        let made = world.aws.requests.map { String(decoding: $0.body, as: UTF8.self) }
            .filter { $0.contains("Action=CreateChangeSet") }
        #expect(made.map { $0.contains("Tags.member") } == [false, true])
        #expect(made.first?.contains("ChangeSetType=IMPORT") == true)
        #expect(world.aws.remaining.isEmpty)
    }
}
