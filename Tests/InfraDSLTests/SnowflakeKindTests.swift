import CloudFormation
import InfraDSL
import Testing

/// Every kind of object: its statement, and what Snowflake would not take of it.
@Suite struct SnowflakeKindTests {
    private let env = Environment(
        "t", account: "123456789012", region: "eu-west-1", snowflake: SnowflakeAccount("O-A"))
    private let database = Database("DB", purpose: "p")
    private let warehouse = Warehouse("WH", purpose: "p")
    private var schema: Schema { Schema("S", in: database, purpose: "p") }
    private var table: Table {
        Table("T", in: schema, columns: [.init("ID", .number(), isRequired: true)], purpose: "p")
    }

    private func text(_ resource: any SnowflakeResource) -> String {
        let fill: (Reference) -> String? = { reference in
            if case .attribute(let id, let attribute) = reference { "<\(attribute) of \(id)>" } else { "x" }
        }
        return switch resource.declaration {
        case .object(let object): object.creation().rendered(fill) ?? ""
        case .grant(let grant): grant.statement.rendered(fill) ?? ""
        }
    }

    private func bootstrap(_ stack: Stack) throws -> String {
        let files = try Assemblies([stack], in: env, policy: .none).files
        return try #require(files.first { $0.path.hasSuffix("00_bootstrap.sql") }?.contents)
    }

    private func problems(_ resource: any SnowflakeResource) -> [String] {
        do throws(Problems) {
            _ = try Graph(Stack("s", in: env) { [database, schema, warehouse, table, resource] as [any Resource] })
            return []
        } catch {
            return error.all.filter { if case .invalid = $0.kind { true } else { false } }.map(\.description)
        }
    }

    @Test func `a table by hand has typed columns, in the order given`() {
        let table = Table(
            "T", in: schema,
            columns: [
                .init("ID", .number(10, 2), isRequired: true), .init("Note \"x\"", .text(atMost: 20), comment: "it's"),
                .init("AT", .timestamp),
            ],
            retentionDays: 7, purpose: "p")
        #expect(
            text(table) == """
                CREATE TABLE IF NOT EXISTS "DB"."S"."T" (
                  "ID" NUMBER(10,2) NOT NULL,
                  "Note ""x\""" VARCHAR(20) COMMENT 'it''s',
                  "AT" TIMESTAMP_NTZ(9)
                )
                  DATA_RETENTION_TIME_IN_DAYS = 7
                  COMMENT = 'p'
                """)
    }

    @Test func `a view and a dynamic table hold a query that names what it reads`() throws {
        let view = View("V", in: schema, as: "SELECT \"ID\" FROM \(table.name)", purpose: "p")
        #expect(
            text(view) == """
                CREATE OR ALTER VIEW "DB"."S"."V"
                  COMMENT = 'p'
                AS
                SELECT "ID" FROM "DB"."S"."T"
                """)
        let dynamic = DynamicTable(
            "D", in: schema, as: "SELECT 1 AS A", refreshedOn: warehouse, lag: .hours(2), purpose: "p")
        #expect(
            text(dynamic) == """
                CREATE DYNAMIC TABLE IF NOT EXISTS "DB"."S"."D"
                  TARGET_LAG = '2 hours'
                  WAREHOUSE = "WH"
                  COMMENT = 'p'
                AS
                SELECT 1 AS A
                """)
        let graph = try Graph(
            Stack("s", in: env) { [view, dynamic, table, schema, warehouse, database] as [any Resource] })
        let order = graph.before.map(\.id)
        let position = Dictionary(order.enumerated().map { ($1, $0) }) { first, _ in first }
        #expect((position[table.id] ?? 9) < (position[view.id] ?? 0))
    }

    @Test func `a stream and a task that waits for it`() {
        let stream = TableStream("C", in: schema, on: table, appendOnly: true, purpose: "p")
        #expect(
            text(stream) == """
                CREATE STREAM IF NOT EXISTS "DB"."S"."C"
                  ON TABLE "DB"."S"."T"
                  APPEND_ONLY = TRUE
                  COMMENT = 'p'
                """)
        let task = Task(
            "K", in: schema, on: .warehouse(warehouse), starting: .arrival(in: stream), onlyIf: "1 = 1",
            doing: .statement("INSERT INTO \(table.name) SELECT \"ID\" FROM \(stream.name)"), purpose: "p")
        #expect(
            text(task) == #"""
                CREATE OR ALTER TASK "DB"."S"."K"
                  WAREHOUSE = "WH"
                  COMMENT = 'p'
                  WHEN SYSTEM$STREAM_HAS_DATA('"DB"."S"."C"') AND (1 = 1)
                AS
                INSERT INTO "DB"."S"."T" SELECT "ID" FROM "DB"."S"."C"
                """#)
    }

    @Test func `a task runs a dbt project, another comes after it`() {
        let project = DBTProject(
            "P", in: schema,
            from: .gitBranch("main", of: .init(database: "D", schema: "S", name: "R\"x"), folder: "dbt"),
            revision: "abc1", target: "prod", purpose: "Models.")
        #expect(
            text(project) == #"""
                CREATE DBT PROJECT IF NOT EXISTS "DB"."S"."P"
                  FROM '@"D"."S"."R""x"/branches/main/dbt'
                  DEFAULT_TARGET = 'prod'
                  COMMENT = 'Models. (revision abc1)'
                """#)
        let build = Task(
            "BUILD", in: schema, on: .warehouse(warehouse), starting: .cron("0 6 * * *", timeZone: "Europe/Amsterdam"),
            doing: .dbt(project, "build --target prod"), timeoutMinutes: 30, purpose: "p")
        #expect(
            text(build).contains("SCHEDULE = 'USING CRON 0 6 * * * Europe/Amsterdam'\n  USER_TASK_TIMEOUT_MS = 1800000")
        )
        #expect(text(build).hasSuffix(#"EXECUTE DBT PROJECT "DB"."S"."P" ARGS = 'build --target prod'"#))
        let after = Task(
            "AFTER", in: schema, on: .serverless(initially: .xsmall), starting: .after([build]),
            doing: .statement("SELECT 1"), purpose: "p")
        #expect(text(after).contains("USER_TASK_MANAGED_INITIAL_WAREHOUSE_SIZE = 'XSMALL'"))
        #expect(text(after).contains(#"AFTER "DB"."S"."BUILD""#))
    }

    @Test func `policies, a tag and a secret without its value`() {
        let rule = NetworkRule("R", in: schema, from: .addresses(["203.0.113.0/24", "192.0.2.7"]), purpose: "p")
        #expect(text(rule).contains("TYPE = IPV4\n  MODE = INGRESS\n  VALUE_LIST = ('203.0.113.0/24', '192.0.2.7')"))
        #expect(
            text(NetworkPolicy("N", allowing: [rule], purpose: "p")).contains(
                #"ALLOWED_NETWORK_RULE_LIST = ('"DB"."S"."R"')"#))
        #expect(
            text(AuthenticationPolicy("A", in: schema, allowing: .keyPair, .workloadIdentity, purpose: "p")).contains(
                "AUTHENTICATION_METHODS = ('KEYPAIR', 'WORKLOAD_IDENTITY')"))
        #expect(
            text(ObjectTag("G", in: schema, values: ["a", "it's"], purpose: "p")).contains(
                "\"G\"\n  ALLOWED_VALUES 'a', 'it''s'\n"))
        let secret = text(SnowflakeSecret("X", in: schema, .text(from: "retail/token"), purpose: "p"))
        #expect(secret.contains("SECRET_STRING = '<Value in Secrets Manager: retail/token of SECRET DB.S.X>'"))
    }

    @Test func `a warehouse is limited by a monitor that an administrator makes`() throws {
        let monitor = ResourceMonitor("L", credits: 10, .monthly, .at(80, .notify), .at(100, .suspend))
        let limited = Warehouse("LIMITED", limitedBy: monitor, purpose: "p")
        #expect(text(limited).contains(#"RESOURCE_MONITOR = "L""#))
        let files = try Assemblies(
            [Stack("s", in: env) { [monitor, limited] as [any Resource] }], in: env, policy: .none
        ).files
        let bootstrap = try #require(files.first { $0.path.hasSuffix("00_bootstrap.sql") }?.contents)
        #expect(
            bootstrap.contains(
                """
                CREATE RESOURCE MONITOR IF NOT EXISTS "L"
                  WITH
                  CREDIT_QUOTA = 10
                  FREQUENCY = MONTHLY
                  START_TIMESTAMP = IMMEDIATELY
                  TRIGGERS ON 80 PERCENT DO NOTIFY ON 100 PERCENT DO SUSPEND;
                GRANT MODIFY, MONITOR ON RESOURCE MONITOR "L" TO ROLE "SNOWLINE_DEPLOY";
                """))
        #expect(
            !files.contains { !$0.path.hasSuffix("00_bootstrap.sql") && $0.contents.contains("RESOURCE MONITOR \"L\"") }
        )
    }

    @Test func `the role that deploys gets the privileges that the stack needs and no others`() throws {
        let task = Task(
            "K", in: schema, on: .serverless(initially: .xsmall), starting: .everyMinutes(5),
            doing: .statement("SELECT 1"),
            purpose: "p")
        let role = AccountRole("R", purpose: "p")
        let small = try bootstrap(Stack("s", in: env) { [warehouse] as [any Resource] })
        let large = try bootstrap(
            Stack("s", in: env) {
                [database, schema, role, task] as [any Resource]
                Grant.allow(role, .select, onEvery: .tables, in: schema)
            })
        #expect(small.contains("GRANT CREATE WAREHOUSE ON ACCOUNT"))
        for privilege in ["CREATE DATABASE", "CREATE ROLE", "EXECUTE TASK", "EXECUTE MANAGED TASK", "MANAGE GRANTS"] {
            #expect(!small.contains("GRANT \(privilege) ON ACCOUNT"))
            #expect(large.contains("GRANT \(privilege) ON ACCOUNT"))
        }
    }

    @Test func `no statement replaces what others hang on`() throws {
        let resources = try [
            Assembly(Stack("s", in: env) { [database, schema, warehouse, table] as [any Resource] }, policy: .none)
        ]
        for file in resources.flatMap(\.files) { #expect(!file.contents.contains("OR REPLACE")) }
    }

    @Test func `a program is known by its identity in AWS instead of a key`() {
        let policy = AuthenticationPolicy("A", in: schema, allowing: .workloadIdentity, purpose: "p")
        let user = WorkloadUser(
            "U", as: AccountRole("R", purpose: "p"), on: warehouse,
            identifiedBy: .aws(roleARN: ARN("arn:aws:iam::123456789012:role/ingest"), issuer: "https://issuer"),
            restrictedBy: policy, purpose: "p")
        #expect(
            text(user).contains(
                "WORKLOAD_IDENTITY = (TYPE = AWS ARN = 'arn:aws:iam::123456789012:role/ingest' ISSUER = 'https://issuer')"
            ))
        #expect(!text(user).contains("RSA_PUBLIC_KEY"))
        guard case .object(let object) = user.declaration else { return }
        #expect(
            object.completion.map { $0.statement.rendered { _ in nil } } == [
                #"ALTER USER "U" SET AUTHENTICATION POLICY "DB"."S"."A""#
            ])
    }

    @Test func `an outbound integration and the role that it assumes`() throws {
        let topic = Topic("Errors", named: "errors", in: env)
        let errors = NotificationIntegration(
            "ERRORS", publishingTo: try #require(topic.knownARN), assuming: "errors-publisher", in: env,
            purpose: "p")
        let role = Role("Publisher", trustedBy: errors, allow: [])
        let graph = try Graph(Stack("s", in: env) { [topic, role, errors] as [any Resource] })
        #expect(graph.before.map(\.id) == ["NOTIFICATION INTEGRATION ERRORS"])
        #expect(text(errors).contains("AWS_SNS_TOPIC_ARN = 'arn:aws:sns:eu-west-1:123456789012:errors'"))
        #expect(text(errors).contains("AWS_SNS_ROLE_ARN = 'arn:aws:iam::123456789012:role/errors-publisher'"))
    }

    @Test func `every statement of an integration carries an external id that is not in any file`() throws {
        let lake = Bucket("Lake", name: "lake", in: env)
        let bridge = StorageIntegration("I", assuming: "r", in: env, locations: [lake.path("in/")], purpose: "p")
        #expect(text(bridge).contains("STORAGE_AWS_EXTERNAL_ID = '<STORAGE_AWS_EXTERNAL_ID of STORAGE INTEGRATION I>'"))
        let graph = try Graph(Stack("s", in: env) { [lake, bridge] as [any Resource] })
        #expect(graph.before.map(\.id) == [bridge.id])
    }

    @Test func `what Snowflake would refuse is a problem of the stack, with its line`() {
        let monitor = ResourceMonitor("L", credits: 0)
        let root = Task(
            "R", in: schema, on: .warehouse(warehouse), starting: .cron("0 6 * *", timeZone: "UTC"),
            doing: .statement("SELECT 1"), purpose: "p")
        let cases: [(any SnowflakeResource, String)] = [
            (Table("X", in: schema, columns: [], purpose: "p"), "needs a column"),
            (Table("X", in: schema, columns: [.init("A", .number(39))], purpose: "p"), "NUMBER(39,0)"),
            (Table("X", in: schema, columns: [.init("A", .date), .init("A", .date)], purpose: "p"), "declared twice"),
            (Table("X", in: schema, columns: [.init("A", .date)], retentionDays: 91, purpose: "p"), "0 to 90 days"),
            (Table("X", in: schema, columns: [.init("", .date)], purpose: "p"), "cannot name"),
            (root, "five fields of cron"), (monitor, "at least 1 credit"), (monitor, "without a trigger"),
            (NetworkRule("X", in: schema, from: .addresses(["10.0.0.256"]), purpose: "p"), "no IPv4"),
            (NetworkRule("X", in: schema, from: .endpoints(["10.0.0.1"]), purpose: "p"), "vpce-"),
            (NetworkPolicy("X", allowing: [], purpose: "p"), "locks all out"),
            (
                DynamicTable("X", in: schema, as: "SELECT 1", refreshedOn: warehouse, lag: .seconds(5), purpose: "p"),
                "60"
            ),
            (Grant.allow(AccountRole("R", purpose: "p"), .operate, on: table)[0], "no privilege on a table"),
            (
                Grant.allow(AccountRole("R", purpose: "p"), .insert, onFuture: .views, in: schema)[0],
                "INSERT is no privilege on views"
            ),
        ]
        for (resource, expected) in cases {
            let found = problems(resource)
            #expect(found.contains { $0.contains(expected) && $0.contains("SnowflakeKindTests.swift:") }, "\(found)")
        }
    }

    @Test(arguments: ["select", "a b", "\"", "Zoë 🙂", String(repeating: "é", count: 255), "x'; DROP TABLE Y; --"])
    func `any name that Snowflake can hold is written as one identifier`(name: String) throws {
        let table = Table(name, in: schema, columns: [.init(name, .date)], purpose: "p")
        let quoted = "\"" + name.replacing("\"", with: "\"\"") + "\""
        #expect(text(table).hasPrefix("CREATE TABLE IF NOT EXISTS \"DB\".\"S\".\(quoted) (\n  \(quoted) DATE\n)"))
        #expect(problems(table).isEmpty)
    }
}
