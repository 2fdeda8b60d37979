import CloudAPI
import CloudFormation
import Foundation
import InfraDSL
import Testing

@testable import Deploy

/// Measurements for Benchmarks/snowflake_side_by_side.py, which runs them alone and prints what they print; nothing is asserted of time.
@Suite(.enabled(if: ProcessInfo.processInfo.environment["SNOWLINE_BENCHMARK"] != nil), .serialized)
struct SnowflakeSpeed {
    private let variables = ProcessInfo.processInfo.environment

    private func milliseconds(_ body: () throws -> Void) rethrows -> Double {
        let clock = ContinuousClock()
        let duration = try clock.measure(body)
        return Double(duration.components.seconds) * 1000 + Double(duration.components.attoseconds) / 1e15
    }

    private func tables(_ count: Int, in schema: Schema) -> [Table] {
        (0..<count).map { number in
            Table(
                "T\(number)", in: schema,
                columns: (0..<10).map { .init("C\($0)", .text(), comment: "Column \($0)") }, purpose: "Table \(number)."
            )
        }
    }

    @Test func `a plan of two thousand objects`() {
        let schema = Schema("S", in: Database("DB", purpose: "p"), purpose: "p")
        let resources = tables(2000, in: schema)
        let live = LiveSnowflake.deployed(resources, marker: "[m]")
        let times = (0..<5).map { _ in
            milliseconds {
                let diff = SnowflakeDiff(
                    resources, live: live,
                    known: KnownValues(
                        .init("dev", account: "1", region: "eu-west-1", snowflake: SnowflakeAccount("O-A"))),
                    marker: "[m]")
                #expect(diff.changes.isEmpty)
            }
        }
        print("RESULT plan_2000_ms \(times.min() ?? 0)")
    }

    private var resources: [any SnowflakeResource] {
        let database = Database("BENCH", purpose: "Side by side.")
        let schema = Schema("S", in: database, purpose: "Side by side.")
        let warehouse = Warehouse("BENCH_WH", purpose: "Side by side.")
        let roles = (0..<5).map { AccountRole("BENCH_R\($0)", purpose: "Role \($0).") }
        let tables = tables(40, in: schema)
        let views = tables.prefix(10).enumerated().map { number, table in
            View("V\(number)", in: schema, as: "SELECT \(column) FROM \(table.name)", purpose: "View \(number).")
        }
        let grants = roles.flatMap { role in
            Grant.allow(role, .usage, on: database) + Grant.allow(role, .usage, on: schema)
                + tables.flatMap { Grant.allow(role, .select, on: $0) }
        }
        return roles + [warehouse, database, schema] + tables + views + grants
    }

    private let column: SQL = "\"C0\""

    /// The same statements, alone in files, for tools that run files.
    @Test func `the statements of the comparison`() throws {
        guard let folder = variables["SNOWLINE_BENCH_DDL"] else { return }
        let text = resources.compactMap { resource -> String? in
            switch resource.declaration {
            case .object(let object): object.creation(marker: "[bench]").rendered { _ in nil }
            case .grant(let grant): grant.statement.rendered { _ in nil }
            }
        }
        try (text.joined(separator: ";\n") + ";\n").write(
            toFile: folder + "/V1.0.0__everything.sql", atomically: true, encoding: .utf8)
    }

    @Test func `apply, and find nothing to do`() throws {
        guard let endpoint = variables["SNOWLINE_BENCH_ENDPOINT"], let path = variables["SNOWLINE_BENCH_KEY"] else {
            return
        }
        let key = try PrivateKey(pem: try String(contentsOfFile: path, encoding: .utf8))
        let stack = Stack(
            "bench",
            in: .init("local", account: "0", region: "eu-west-1", snowflake: SnowflakeAccount("SNOWLINE-LOCAL"))
        ) { resources }
        let assembly = try Assembly(stack, policy: .none)
        func plan() throws -> [SnowflakeChange] {
            let client = SQLAPIClient(
                session: try SnowflakeSession(
                    account: "SNOWLINE-LOCAL", user: "DEPLOYER", role: "ACCOUNTADMIN", endpoint: endpoint, key: key),
                transport: CurlTransport.shared)
            let live = try SnowflakeInspection.read(for: assembly, through: client)
            let changes = SnowflakeDiff(
                assembly.before + assembly.after, live: live, known: KnownValues(stack.environment),
                marker: assembly.marker
            ).changes
            for change in changes { try client.execute(change.statement.rendered { _ in nil } ?? "") }
            return changes
        }
        var made = 0
        let apply = try milliseconds { made = try plan().count }
        #expect(made == assembly.before.count + assembly.after.count)
        let nothing = try milliseconds { made = try plan().count }
        #expect(made == 0)
        print("RESULT apply_ms \(apply)")
        print("RESULT no_change_ms \(nothing)")
    }
}
