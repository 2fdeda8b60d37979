import CloudAPI
import CloudFormation
import InfraDSL
import Stacks
import TestSupport
import Testing

@testable import Deploy

/// How an account is read: in few requests, the same whichever way.
@Suite struct SnowflakeInspectionTests {
    private static let key = Result { try PrivateKey.generateRSA() }

    private func read(_ assembly: Assembly, _ account: ListedAccount) throws -> LiveSnowflake {
        let client = SQLAPIClient(
            session: try SnowflakeSession(
                account: "O-A", user: "U", role: "SNOWLINE_DEPLOY", key: try Self.key.get()),
            transport: account, clock: ManualClock().clock)
        return try SnowflakeInspection.read(for: assembly, through: client)
    }

    private func retail() throws -> Assembly { try Assembly(retailPipeline(.dev)) }

    /// What an account shows that has the declared objects, without their options.
    private func rows(of assembly: Assembly) -> [String: [[String: String]]] {
        var rows: [String: [[String: String]]] = [:]
        for case let object as any NamedObject in assembly.before + assembly.after {
            let name = object.name
            let place = name.kind.isInSchema || name.kind == .schema ? " IN DATABASE \"\(name.parts[0])\"" : ""
            var row = ["name": name.last, "comment": "x \(assembly.marker)"]
            if name.kind.isInSchema { row["schema_name"] = name.parts[1] }
            rows["SHOW \(name.kind.plural)\(place)", default: []].append(row)
        }
        return rows
    }

    @Test func `a stack that stands is read in three requests`() throws {
        let assembly = try retail()
        let account = ListedAccount(rows(of: assembly))
        let live = try read(assembly, account)
        // One more asks who is signed in.
        #expect(account.requests.count + 1 <= 12)
        #expect(account.requests.count == 2)
        let names = (assembly.before + assembly.after).compactMap { ($0 as? any NamedObject)?.name.id }
        #expect(Set(names) == Set(live.objects.keys))
        #expect(live.reader == "SNOWLINE_DEPLOY")
    }

    @Test func `two hundred tables take no more requests than two`() throws {
        let env = Environment.dev
        let database = Database("BIG", purpose: "p")
        let schema = Schema("S", in: database, purpose: "p")
        let tables = (0..<200).map { Table("T\($0)", in: schema, columns: [.init("A", .date)], purpose: "p") }
        let warehouse = Warehouse("WH", purpose: "p")
        let assembly = try Assembly(
            Stack("big", in: env) {
                [database, schema, warehouse] as [any Resource]
                tables
            }, policy: .none)
        let account = ListedAccount(rows(of: assembly))
        #expect(try read(assembly, account).objects.count == 203)
        #expect(account.requests.count <= 20)
        #expect(account.requests.count == 2)
    }

    @Test func `without a warehouse the same is read one by one`() throws {
        let assembly = try retail()
        let rows = rows(of: assembly)
        let chained = try read(assembly, ListedAccount(rows))
        let account = ListedAccount(rows, takesChains: false)
        let single = try read(assembly, account)
        #expect(single.objects == chained.objects && single.grants == chained.grants)
        #expect(account.requests.filter { $0.contains("->>") }.count == 1)
    }

    @Test func `nothing is read of objects that can not be there`() throws {
        let account = ListedAccount([:], takesChains: false)
        #expect(try read(try retail(), account).objects.isEmpty)
        #expect(
            Set(account.requests.dropFirst()) == [
                "SHOW ROLES", "SHOW WAREHOUSES", "SHOW DATABASES", "SHOW STORAGE INTEGRATIONS", "SHOW USERS",
            ])
    }

    @Test func `a listing that is cut off is asked for schema by schema`() throws {
        let assembly = try retail()
        var rows = rows(of: assembly)
        let tables = (0..<10_000).map { ["name": "X\($0)", "schema_name": "ANALYTICS", "comment": ""] }
        rows["SHOW TABLES IN DATABASE \"RETAIL_DEV\""] = tables
        rows["SHOW TABLES IN SCHEMA \"RETAIL_DEV\".\"RAW\""] = [
            ["name": "SALES", "schema_name": "RAW", "comment": "c"]
        ]
        let live = try read(assembly, ListedAccount(rows))
        #expect(live.objects["TABLE RETAIL_DEV.RAW.SALES"]?.comment == "c")
    }

    @Test func `grants, fingerprints and columns come as the account shows them`() throws {
        let assembly = try retail()
        var rows = rows(of: assembly)
        rows["SHOW GRANTS TO ROLE \"RETAIL_DEV_READER\""] = [
            [
                "privilege": "USAGE", "granted_on": "WAREHOUSE", "name": "RETAIL_DEV_WH",
                "granted_by": "SNOWLINE_DEPLOY",
            ],
            ["privilege": "SELECT", "granted_on": "TABLE", "name": "A.B.C", "is_inherited": "true"],
        ]
        rows["SHOW FUTURE GRANTS TO ROLE \"RETAIL_DEV_READER\""] = [
            ["privilege": "SELECT", "grant_on": "TABLE", "name": "RETAIL_DEV.ANALYTICS.<TABLE>"]
        ]
        rows["DESC USER \"RETAIL_DEV_INGEST_SVC\""] = [
            ["property": "RSA_PUBLIC_KEY_FP", "value": "SHA256:x"],
            ["property": "RSA_PUBLIC_KEY_2_FP", "value": "null"],
        ]
        rows["SHOW COLUMNS IN DATABASE \"RETAIL_DEV\""] = [
            [
                "table_name": "SALES", "schema_name": "RAW", "column_name": "A",
                "data_type": "{\"type\":\"TEXT\",\"length\":10}", "null?": "NOT_NULL",
            ]
        ]
        let live = try read(assembly, ListedAccount(rows))
        #expect(
            live.grants["GRANT USAGE ON WAREHOUSE RETAIL_DEV_WH TO ROLE RETAIL_DEV_READER"]?.grantor
                == "SNOWLINE_DEPLOY")
        #expect(
            live.grants["GRANT SELECT ON FUTURE TABLES IN SCHEMA RETAIL_DEV.ANALYTICS TO ROLE RETAIL_DEV_READER"] != nil
        )
        #expect(!live.grants.keys.contains { $0.contains("A.B.C") })
        let user = live.objects["USER RETAIL_DEV_INGEST_SVC"]
        #expect(user?.properties["RSA_PUBLIC_KEY"] == "SHA256:x" && user?.properties["RSA_PUBLIC_KEY_2"] == "")
        #expect(
            live.objects["TABLE RETAIL_DEV.RAW.SALES"]?.columns
                == [LiveColumn(name: "A", type: "VARCHAR(10)", isRequired: true)])
    }
}
