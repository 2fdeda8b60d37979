import CloudAPI
import InfraDSL
import Stacks
import Testing

@testable import Deploy

@Suite struct SavedPlanTests {
    private let made = Timestamp(seconds: 1_795_000_000)

    private func plan(
        _ world: World, _ change: (inout LiveSnowflake) -> Void = { _ in }, status: String = "UPDATE_COMPLETE"
    )
        throws -> EnvironmentPlan
    {
        var live = world.deployedSnowflake()
        live.objects["WAREHOUSE RETAIL_DEV_WH"]?.properties["AUTO_SUSPEND"] = "600"
        change(&live)
        return EnvironmentPlan(plans: [try world.planner().plan([], try world.deployedAWS(status), live)])
    }

    private func saved(_ world: World) throws -> SavedPlan {
        SavedPlan(try plan(world), environment: .dev, isAdopting: false, made: made)
    }

    private func failure(_ text: String) -> Failure? {
        do throws(Failure) {
            _ = try SavedPlan(reading: text, "plan.json")
            return nil
        } catch {
            return error
        }
    }

    @Test func `a saved plan is read back and is not stale while nothing changes`() throws {
        let world = try World()
        let read = try SavedPlan(reading: try saved(world).text, "plan.json")
        #expect(read.environment == "dev" && read.stacks.map(\.name) == ["retail-pipeline"])
        #expect(read.staleness(against: try plan(world), environment: .dev) == nil)
    }

    @Test func `a change of Snowflake makes it stale, one of somebody else's objects does not`() throws {
        let world = try World()
        let read = try SavedPlan(reading: try saved(world).text, "plan.json")
        let moved = try plan(world, { $0.objects["WAREHOUSE RETAIL_DEV_WH"]?.properties["AUTO_SUSPEND"] = "300" })
        let failure = try #require(read.staleness(against: moved, environment: .dev))
        #expect(failure.code == .busy)
        #expect(failure.message.contains("Snowflake changed under retail-pipeline"))
        let theirs = try plan(world) { live in
            let name = ObjectName("THEIRS", kind: .role)
            live.objects[name.id] = LiveObject(name: name, comment: "somebody's")
        }
        #expect(read.staleness(against: theirs, environment: .dev) == nil)
    }

    @Test func `a change of the stack or of what is declared makes it stale`() throws {
        let world = try World()
        let read = try SavedPlan(reading: try saved(world).text, "plan.json")
        let rolledBack = try plan(world, status: "UPDATE_ROLLBACK_COMPLETE")
        #expect(read.staleness(against: rolledBack, environment: .dev)?.message.contains("AWS changed") == true)
        let archive = Plan.PlannedArchive(
            archive: .init(product: "IngestLambda", bytes: [], key: "IngestLambda/other.zip"), isNew: true)
        let rebuilt = EnvironmentPlan(plans: [
            try world.planner().plan([archive], try world.deployedAWS(), world.deployedSnowflake())
        ])
        #expect(read.staleness(against: rebuilt, environment: .dev)?.message.contains("its programs, changed") == true)
    }

    @Test(arguments: [
        ("", "not one of this program's"), ("{\"format\":\"other\"}", "not one of this program's"),
        ("{\"format\":\"snowline-plan\",\"version\":99}", "version 99"),
        ("{\"format\":\"snowline-plan\",\"version\":1,\"seal\":\"x\"}", "changed after it was made"),
    ])
    func `what is no plan is refused with the reason`(text: String, reason: String) {
        let failure = failure(text)
        #expect(failure?.code == .invalid)
        #expect(failure?.message.contains(reason) == true)
    }

    @Test func `a plan that was edited is refused`() throws {
        let text = try saved(try World()).text
        let failure = failure(text.replacing("\"adopt\":false", with: "\"adopt\":true"))
        #expect(failure?.message.contains("changed after it was made") == true)
    }

    @Test func `neither keys nor hidden parameters are in the file`() throws {
        let world = try World()
        let text = try saved(world).text
        #expect(!text.contains("PRIVATE KEY") && !text.contains("\"AAAA\""))
    }

    // MARK: Approvals

    private func verdict(
        _ plan: EnvironmentPlan, yes: Bool = true, consents: Set<Consent> = [], terminal: Bool = false,
        isProtected: Bool = false
    ) -> String {
        let approval = Approval(
            isGeneral: yes, consents: consents, isInteractive: terminal, isProtected: isProtected,
            command: "up --env dev --plan plan.json")
        switch approval.verdict(on: plan) {
        case .apply: return "apply"
        case .ask: return "ask"
        case .askForName: return "name"
        case .refuse(let failure): return "\(failure.code.rawValue): \(failure.advice ?? "")"
        }
    }

    /// A new grant on a stack that exists.
    private func broadening() throws -> EnvironmentPlan {
        try plan(try World()) {
            $0.grants["GRANT SELECT ON TABLE RETAIL_DEV.RAW.SALES TO ROLE RETAIL_DEV_TRANSFORM"] = nil
        }
    }

    @Test func `broadening passes with a general yes, but by name only in a protected environment`() throws {
        let plan = try broadening()
        #expect(plan.consents == [.broadening])
        #expect(verdict(plan) == "apply")
        #expect(
            verdict(plan, isProtected: true)
                == "4: If that is what you want: `swift run deploy up --env dev --plan plan.json --yes --approve broadening`. "
                + "Nothing was changed.")
        #expect(verdict(plan, consents: [.broadening], isProtected: true) == "apply")
        #expect(verdict(plan, yes: false, terminal: true, isProtected: true) == "name")
        #expect(verdict(plan, yes: false, terminal: true) == "ask")
        #expect(verdict(plan, yes: false, consents: [.broadening]).hasPrefix("4: "))
    }
}
