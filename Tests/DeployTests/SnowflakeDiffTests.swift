import InfraDSL
import Stacks
import Testing

@testable import Deploy

@Suite struct SnowflakeDiffTests {
    private func diff(_ world: World, _ live: LiveSnowflake, adopting: Bool = false) -> SnowflakeDiff {
        var known = KnownValues(.dev)
        for keyPair in world.assembly.keyPairs { known.learn(keyPair.publicKeyReference, "AAAA") }
        return SnowflakeDiff(
            world.assembly.before + world.assembly.after, live: live, known: known, marker: world.assembly.marker,
            adopting: adopting)
    }

    @Test func `what stands as declared needs nothing`() throws {
        let world = try World()
        let diff = diff(world, world.deployedSnowflake())
        #expect(diff.changes.isEmpty && diff.conflicts.isEmpty)
    }

    @Test func `an empty account gets every object and every grant`() throws {
        let world = try World()
        let diff = diff(world, LiveSnowflake())
        #expect(diff.changes.count == world.assembly.before.count + world.assembly.after.count)
        #expect(diff.changes.allSatisfy { $0.action == .create && !$0.losesData })
    }

    @Test func `an option that was changed by hand is set back`() throws {
        let world = try World()
        var live = world.deployedSnowflake()
        live.objects["WAREHOUSE RETAIL_DEV_WH"]?.properties["AUTO_SUSPEND"] = "600"
        let change = try #require(diff(world, live).changes.first)
        #expect(change.action == .update)
        #expect(change.properties == [PropertyChange(path: ["AUTO_SUSPEND"], before: "600", after: "60")])
        #expect(change.statement.rendered { _ in nil } == "ALTER WAREHOUSE \"RETAIL_DEV_WH\" SET AUTO_SUSPEND = 60")
    }

    @Test func `managed access that was taken off has a statement of its own`() throws {
        let world = try World()
        var live = world.deployedSnowflake()
        live.objects["SCHEMA RETAIL_DEV.RAW"]?.properties["WITH MANAGED ACCESS"] = "false"
        let statements = diff(world, live).changes.map { $0.statement.rendered { _ in nil } }
        #expect(statements == ["ALTER SCHEMA \"RETAIL_DEV\".\"RAW\" ENABLE MANAGED ACCESS"])
    }

    @Test func `a column that is missing is added and a column of another type is a conflict`() throws {
        let world = try World()
        var live = world.deployedSnowflake()
        let table = "TABLE RETAIL_DEV.RAW.SALES"
        live.objects[table]?.columns.removeLast()
        let first = try #require(live.objects[table]?.columns.first)
        live.objects[table]?.columns[0] = LiveColumn(name: first.name, type: "NUMBER(38,0)")
        let diff = diff(world, live)
        #expect(diff.changes.map(\.id) == [table])
        #expect(diff.changes.first?.statement.rendered { _ in nil }?.contains("ADD COLUMN") == true)
        #expect(diff.conflicts.count == 1)
        #expect(diff.conflicts.first?.contains("no row is cast") == true)
    }

    @Test func `an object of somebody else is a conflict until it is adopted`() throws {
        let world = try World()
        var live = world.deployedSnowflake()
        live.objects["ROLE RETAIL_DEV_READER"]?.comment = "made by hand"
        #expect(diff(world, live).changes.isEmpty)
        #expect(diff(world, live).conflicts.count == 1)
        let adopted = diff(world, live, adopting: true)
        #expect(adopted.conflicts.isEmpty)
        #expect(adopted.changes.map(\.properties.first?.path) == [["COMMENT"]])
    }

    @Test func `a grant that somebody revoked is given again`() throws {
        let world = try World()
        var live = world.deployedSnowflake()
        let id = "GRANT USAGE ON SCHEMA RETAIL_DEV.RAW TO ROLE RETAIL_DEV_INGEST"
        #expect(live.grants.removeValue(forKey: id) != nil)
        #expect(diff(world, live).changes.map(\.id) == [id])
    }

    @Test func `what is ours and not declared is dropped, what others granted is told`() throws {
        let world = try World()
        var live = world.deployedSnowflake()
        for name in [
            ObjectName("RETAIL_DEV_OLD", kind: .role),
            ObjectName("RETAIL_DEV", kind: .database).child("RAW", kind: .schema).child("OLD", kind: .table),
        ] { live.objects[name.id] = LiveObject(name: name, comment: "gone \(world.assembly.marker)") }
        let reader = ObjectName("RETAIL_DEV_READER", kind: .role)
        var ours = LiveGrant("SELECT", on: "TABLE", ["RETAIL_DEV", "RAW", "SALES"], to: reader)
        ours.grantor = live.reader
        var theirs = LiveGrant("APPLYBUDGET", on: "DATABASE", ["RETAIL_DEV"], to: reader)
        theirs.grantor = "SECURITYADMIN"
        for grant in [
            LiveGrant("SELECT", on: "VIEW", ["RETAIL_DEV", "ANALYTICS", "V"], to: reader),
            LiveGrant("SELECT", on: "TABLE", ["RETAIL_DEV", "ANALYTICS", "T"], to: reader), ours, theirs,
        ] { live.grants[grant.id] = grant }
        let undeclared = UndeclaredObjects(
            in: live, declared: world.assembly.before + world.assembly.after, marker: world.assembly.marker)
        #expect(
            undeclared.changes.map { $0.statement.rendered { _ in nil } } == [
                #"DROP TABLE IF EXISTS "RETAIL_DEV"."RAW"."OLD""#, #"DROP ROLE IF EXISTS "RETAIL_DEV_OLD""#,
                #"REVOKE SELECT ON TABLE "RETAIL_DEV"."RAW"."SALES" FROM ROLE "RETAIL_DEV_READER""#,
            ])
        #expect(undeclared.changes.map(\.losesData) == [true, false, false])
        #expect(undeclared.told == ["GRANT APPLYBUDGET ON DATABASE RETAIL_DEV TO ROLE RETAIL_DEV_READER"])
    }
}
