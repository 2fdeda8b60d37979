import CloudAPI
import DataContract
import Testing

@testable import IngestLambda

/// A further dataset is one declaration: everything that follows from it is here, without a line of the function.
@Suite struct ThirdDatasetTests {
    private static let returns = Dataset(
        "returns", table: "RETURNS", files: .startsWith("return"), breachLimit: .rows(0), key: ["return_id"],
        description: "Goods that came back.",
        columns: [
            Column("return_id", required: true, description: "Identifies the return"),
            Column("returned_at", .timestamp, required: true, description: "When it came back"),
            Column("refund", .decimal(precision: 9, scale: 2), mayBeAbsent: true, description: "What was paid back"),
        ])
    private static let key = "inbox/returns_20250111.csv"

    private func world() throws -> World { try World { $0.datasets.append(Self.returns) } }

    @Test func `its files are validated, loaded into its table and kept in its history`() throws {
        let world = try world()
        world.clouds.put(Self.key, "return_id,returned_at,refund\nR1,2025-01-10T08:00:00Z,9.90\n")
        #expect(try world.arrive(Self.key).isEmpty)
        #expect(world.loads.map(\.table) == ["RETURNS"] && world.loads.map(\.rows) == [2])
        #expect(world.keys == ["history/returns/year=2025/month=01/day=11/returns_20250111.csv"])
        let copy = try #require(world.clouds.with { $0.statements.first { $0.hasPrefix("COPY") } })
        #expect(copy.contains(#"("RETURN_ID", "RETURNED_AT", "REFUND", "SOURCE_FILENAME""#))
        #expect(copy.contains("SELECT t.$1, t.$2, t.$3, METADATA$FILENAME"))
    }

    @Test func `a column that is left out is loaded as null`() throws {
        let world = try world()
        world.clouds.put(Self.key, "R1,2025-01-10T08:00:00Z\n")
        #expect(try world.arrive(Self.key).isEmpty)
        let copy = try #require(world.clouds.with { $0.statements.first { $0.hasPrefix("COPY") } })
        #expect(copy.contains("SELECT t.$1, t.$2, NULL, METADATA$FILENAME"))
    }

    @Test func `its limit counts`() throws {
        let world = try world()
        world.clouds.put(Self.key, String(repeating: "R1,2025-01-10T08:00:00Z,1\n", count: 99) + "R1,never,1\n")
        #expect(try world.arrive(Self.key).isEmpty)
        #expect(world.alerts.map { $0.attributes["dataset"] } == ["returns"] && world.loads.isEmpty)
    }

    @Test func `a deployment that does not serve it refuses its files`() throws {
        let world = try World()
        world.clouds.put(Self.key, "R1,2025-01-10T08:00:00Z,1\n")
        #expect(try world.arrive(Self.key).isEmpty)
        #expect(world.alerts.map { $0.attributes["reason"] } == ["bad_name"] && world.keys == [Self.key])
    }
}
