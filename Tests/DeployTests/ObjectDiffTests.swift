import CloudFormation
import InfraDSL
import Testing

@testable import Deploy

/// What brings objects of each kind from what stands to what is declared.
@Suite struct ObjectDiffTests {
    private let env = Environment("dev", account: "1", region: "eu-west-1", snowflake: SnowflakeAccount("O-A"))
    private let database = Database("DB", retentionDays: 1, purpose: "p")
    private let warehouse = Warehouse("WH", purpose: "p")
    private let marker = "[m]"
    private var schema: Schema { Schema("S", in: database, purpose: "p") }

    private func live(_ resources: [any SnowflakeResource]) -> LiveSnowflake { .deployed(resources, marker: marker) }

    private func diff(_ resources: [any SnowflakeResource], _ live: LiveSnowflake) -> SnowflakeDiff {
        SnowflakeDiff(resources, live: live, known: KnownValues(env), marker: marker)
    }

    private func statements(_ resources: [any SnowflakeResource], _ live: LiveSnowflake) -> [String] {
        diff(resources, live).changes.map { $0.statement.rendered { _ in "x" } ?? "?" }
    }

    private var every: [any SnowflakeResource] {
        let table = Table("T", in: schema, columns: [.init("ID", .number(), isRequired: true)], purpose: "p")
        let stream = TableStream("C", in: schema, on: table, purpose: "p")
        let rule = NetworkRule("R", in: schema, from: .addresses(["192.0.2.1"]), purpose: "p")
        let project = DBTProject(
            "P", in: schema, from: .workspace("snow://w"), revision: "1", target: "t", purpose: "p")
        let errors = NotificationIntegration("E", publishingTo: ARN("arn"), assuming: "r", in: env, purpose: "p")
        let root = Task(
            "ROOT", in: schema, on: .warehouse(warehouse), starting: .everyHours(1), doing: .dbt(project, "build"),
            errorsTo: errors, purpose: "p")
        return [
            database, schema, warehouse, table, stream, rule, project, errors, root,
            NetworkPolicy("N", allowing: [rule], purpose: "p"),
            AuthenticationPolicy("A", in: schema, allowing: .keyPair, purpose: "p"),
            SnowflakeSecret("X", in: schema, .symmetricKey, purpose: "p"),
            ObjectTag("G", in: schema, values: ["b", "a"], purpose: "p"),
            View("V", in: schema, as: "SELECT 1 AS A,  'two  blanks' AS B", purpose: "p"),
            DynamicTable("D", in: schema, as: "SELECT 1", refreshedOn: warehouse, lag: .minutes(60), purpose: "p"),
            ResourceMonitor("L", credits: 5, .monthly, .at(90, .notify)),
            Task(
                "CHILD", in: schema, on: .warehouse(warehouse), starting: .after([root]), onlyIf: "1 = 1",
                doing: .statement("SELECT 1"), purpose: "p"),
        ]
    }

    @Test func `what stands as declared needs nothing, whatever its kind`() {
        #expect(statements(every, live(every)) == [])
        #expect(diff(every, live(every)).conflicts == [])
    }

    @Test func `an empty account gets every object, and tasks are resumed last, the root after what follows it`() {
        let made = statements(every, LiveSnowflake())
        #expect(made.count == every.count + 2)
        #expect(
            made.suffix(2) == [
                #"ALTER TASK "DB"."S"."CHILD" RESUME"#, #"ALTER TASK "DB"."S"."ROOT" RESUME"#,
            ])
        #expect(!made.contains { $0.contains("OR REPLACE") })
    }

    @Test func `a task is changed while its whole line is suspended`() {
        var account = live(every)
        account.objects["TASK DB.S.CHILD"]?.body = "SELECT 2"
        let made = statements(every, account)
        #expect(made.map { String($0.prefix(30)) }.count == 5)
        #expect(made.prefix(2) == [#"ALTER TASK "DB"."S"."CHILD" SUSPEND"#, #"ALTER TASK "DB"."S"."ROOT" SUSPEND"#])
        #expect(made[2].hasPrefix(#"CREATE OR ALTER TASK "DB"."S"."CHILD""#))
        #expect(made.suffix(2) == [#"ALTER TASK "DB"."S"."CHILD" RESUME"#, #"ALTER TASK "DB"."S"."ROOT" RESUME"#])
    }

    @Test func `a schedule that the declaration has no longer is a difference`() {
        var account = live(every)
        account.objects["TASK DB.S.CHILD"]?.properties["SCHEDULE"] = "3600 s"
        #expect(statements(every, account).contains { $0.hasPrefix("CREATE OR ALTER TASK") })
    }

    @Test func `a task that somebody suspended is resumed and nothing else`() {
        var account = live(every)
        account.objects["TASK DB.S.ROOT"]?.properties["STATE"] = "suspended"
        #expect(statements(every, account) == [#"ALTER TASK "DB"."S"."ROOT" RESUME"#])
    }

    @Test func `another revision of a dbt project is deployed before its comment says so`() {
        var account = live(every)
        account.objects["DBT PROJECT DB.S.P"]?.properties["REVISION"] = "0"
        account.objects["DBT PROJECT DB.S.P"]?.comment = "p (revision 0) [m]"
        #expect(
            statements(every, account) == [
                #"ALTER DBT PROJECT "DB"."S"."P" DEPLOY FROM 'snow://w'"#,
                #"ALTER DBT PROJECT "DB"."S"."P" SET COMMENT = 'p (revision 1) [m]'"#,
            ])
    }

    @Test(arguments: [
        ("VIEW DB.S.V", "CREATE OR ALTER VIEW"), ("DYNAMIC TABLE DB.S.D", "CREATE OR REPLACE DYNAMIC TABLE"),
    ])
    func `another query is put in place of the old one`(id: String, head: String) {
        var account = live(every)
        account.objects[id]?.body = "SELECT 2"
        let changes = diff(every, account).changes
        #expect(changes.count == 1 && changes[0].statement.rendered { _ in nil }?.hasPrefix(head) == true)
        #expect(!changes[0].losesData)
    }

    @Test func `a query is the same inside the statement that made its holder, in other lines`() {
        var account = live(every)
        account.objects["VIEW DB.S.V"]?.body =
            "create or replace view DB.S.V\n  comment='x' as\nSELECT 1 AS A,\n  'two  blanks' AS B;"
        #expect(statements(every, account) == [])
        account.objects["VIEW DB.S.V"]?.body = "create view V as SELECT 1 AS A, 'two blanks' AS B"
        #expect(statements(every, account).count == 1)
    }

    @Test func `what can not be altered is replaced, and what goes with it is said`() {
        var account = live(every)
        account.objects["STREAM DB.S.C"]?.properties["ON TABLE"] = "DB.S.OTHER"
        account.objects["NETWORK RULE DB.S.R"]?.properties["TYPE"] = "AWSVPCEID"
        let changes = diff(every, account).changes
        #expect(changes.map(\.action) == [.replace, .replace])
        #expect(changes.map(\.losesData) == [true, false])
    }

    @Test func `a shorter time to go back is held back, a longer one is not`() {
        let resources: [any SnowflakeResource] = [database]
        var account = live(resources)
        account.objects[database.id]?.properties["DATA_RETENTION_TIME_IN_DAYS"] = "30"
        #expect(diff(resources, account).changes.map(\.losesData) == [true])
        account.objects[database.id]?.properties["DATA_RETENTION_TIME_IN_DAYS"] = "0"
        #expect(diff(resources, account).changes.map(\.losesData) == [false])
    }

    private func column(_ declared: SQLType, _ shown: String, isRequired: Bool = false) -> SnowflakeDiff {
        let table = Table("T", in: schema, columns: [.init("A", declared)], purpose: "p")
        var account = live([table])
        account.objects[table.id]?.columns = [LiveColumn(name: "A", type: shown, isRequired: isRequired)]
        return diff([table], account)
    }

    @Test func `a wider column is altered, a narrower or another one is for a person`() {
        for (type, shown) in [
            (SQLType.text(atMost: 20), "VARCHAR(10)"), (.text(), "VARCHAR(10)"), (.number(12, 2), "NUMBER(10,2)"),
        ] {
            let wider = column(type, shown)
            #expect(
                wider.changes.map { $0.statement.rendered { _ in nil } }
                    == ["ALTER TABLE \"DB\".\"S\".\"T\" ALTER COLUMN \"A\" SET DATA TYPE \(type.sql)"])
            #expect(wider.conflicts.isEmpty)
        }
        #expect(column(.text(atMost: 5), "VARCHAR(10)").conflicts.first?.contains("narrower") == true)
        #expect(column(.number(10, 3), "NUMBER(10,2)").conflicts.count == 1)
        #expect(column(.date, "NUMBER(10,2)").conflicts.count == 1)
        #expect(column(.date, "DATE", isRequired: true).conflicts.first?.contains("NOT NULL") == true)
    }

    @Test func `a column that nobody declares goes only with a consent`() throws {
        let table = Table("T", in: schema, columns: [.init("A", .date)], purpose: "p")
        var account = live([table])
        account.objects[table.id]?.columns.append(LiveColumn(name: "B", type: "DATE"))
        let change = try #require(diff([table], account).changes.first)
        #expect(change.statement.rendered { _ in nil } == #"ALTER TABLE "DB"."S"."T" DROP COLUMN "B""#)
        #expect(change.loss?.contains("lost") == true)
    }

    @Test func `a key in either slot of a user is the declared one`() {
        let key = KeyPair("Key", secretName: "k", purpose: "p")
        let user = ServiceUser(
            "U", as: AccountRole("R", purpose: "p"), on: warehouse, signingWith: key, purpose: "p")
        var known = KnownValues(env)
        known.learn(key.publicKeyReference, "AAAA")
        let fingerprint = Fingerprint.ofPublicKey(base64: "AAAA")
        var account = LiveSnowflake.deployed([user], marker: marker, known)
        account.objects[user.id]?.properties["RSA_PUBLIC_KEY"] = ""
        account.objects[user.id]?.properties["RSA_PUBLIC_KEY_2"] = fingerprint
        #expect(SnowflakeDiff([user], live: account, known: known, marker: marker).changes.isEmpty)
        account.objects[user.id]?.properties["RSA_PUBLIC_KEY_2"] = "SHA256:other"
        #expect(SnowflakeDiff([user], live: account, known: known, marker: marker).changes.count == 1)
    }

    @Test func `a stage is attached again to an integration that is made anew`() {
        let lake = Bucket("Lake", name: "lake", in: env)
        let bridge = StorageIntegration("I", assuming: "r", in: env, locations: [lake.path("in/")], purpose: "p")
        let stage = Stage("ST", in: schema, at: lake.path("in/"), through: bridge, purpose: "p")
        var account = live([bridge, stage])
        account.objects[bridge.id] = nil
        let made = statements([bridge, stage], account)
        #expect(made.count == 2)
        #expect(made[1] == #"ALTER STAGE "DB"."S"."ST" SET URL = 's3://lake/in/' STORAGE_INTEGRATION = "I""#)
    }
}
