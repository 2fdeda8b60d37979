import InfraDSL
import Testing

@testable import Deploy

@Suite struct ShownRowTests {
    @Test(arguments: [
        ("A", ["A"]), ("A.B.C", ["A", "B", "C"]), ("\"a b\".C", ["a b", "C"]), ("\"x.y\"", ["x.y"]),
        ("A.\"say \"\"hi\"\"\"", ["A", "say \"hi\""]),
    ])
    func `a name is taken apart as Snowflake joins it`(shown: String, parts: [String]) {
        #expect(ObjectName.parts(shown: shown) == parts)
    }

    @Test(arguments: ["", ".", "A.", ".A", "\"A", "\"A\"B", "A..B"])
    func `what is no name gives none`(shown: String) {
        #expect(ObjectName.parts(shown: shown) == nil)
        #expect(ObjectName(shown: shown, kind: .table) == nil)
    }

    @Test func `owners of a shown name are a database and a schema`() throws {
        let name = try #require(ObjectName(shown: "D.S.T", kind: .table))
        #expect(name.id == "TABLE D.S.T")
        #expect(ObjectName(shown: "D.S", kind: .schema)?.id == "SCHEMA D.S")
    }

    @Test func `a shown privilege has the id of the declared one`() throws {
        let role = ObjectName("R", kind: .role)
        let row = Row(["privilege": "USAGE", "granted_on": "FILE_FORMAT", "name": "D.S.F"])
        let format = ObjectName("D", kind: .database).child("S", kind: .schema).child("F", kind: .fileFormat)
        #expect(row.privilegeGrant(to: role)?.id == SnowflakeGrant.privilege(.usage, on: format, to: role).id)
        #expect(Row(["privilege": "OWNERSHIP", "granted_on": "TABLE", "name": "T"]).privilegeGrant(to: role) == nil)
    }

    @Test func `a future grant and a membership have the ids of the declared ones`() throws {
        let schema = ObjectName("D", kind: .database).child("S", kind: .schema)
        let role = ObjectName("R", kind: .role)
        let user = ObjectName("U", kind: .user)
        let future = Row(["privilege": "SELECT", "grant_on": "VIEW", "name": "D.S.<VIEW>", "grantee_name": "R"])
        #expect(future.futureGrant(to: role)?.id == SnowflakeGrant.future(.select, .views, in: schema, to: role).id)
        let inherited = Row(["privilege": "SELECT", "granted_on": "DYNAMIC_TABLES", "grantee_name": "R"])
        #expect(
            inherited.inheritedGrant(in: schema)?.id
                == SnowflakeGrant.inherited(.select, .dynamicTables, in: schema, to: role).id)
        let member = Row(["granted_to": "USER", "grantee_name": "U"])
        #expect(member.membership(of: role)?.id == SnowflakeGrant.role(role, to: user).id)
    }

    @Test(arguments: [
        ("{\"type\":\"TEXT\",\"length\":16777216}", "VARCHAR"), ("{\"type\":\"TEXT\",\"length\":10}", "VARCHAR(10)"),
        ("{\"type\":\"FIXED\",\"precision\":38,\"scale\":0}", "NUMBER(38,0)"),
        ("{\"type\":\"TIMESTAMP_NTZ\",\"scale\":9}", "TIMESTAMP_NTZ(9)"), ("{\"type\":\"REAL\"}", "FLOAT"),
        ("{\"type\":\"DATE\"}", "DATE"), ("VARCHAR(16)", "VARCHAR(16)"),
    ])
    func `column types come in the words of DDL`(shown: String, type: String) {
        #expect(ColumnTypeName.form(shown) == type)
    }

    @Test(arguments: [
        ("X-Small", "WAREHOUSE_SIZE", "XSMALL"), ("s3://b/, s3://a/", "STORAGE_ALLOWED_LOCATIONS", "s3://a/,s3://b/"),
        ("[NULL, null, ]", "NULL_IF", ",NULL,null"), ("[\"NULL\",\"null\",\"\"]", "NULL_IF", ",NULL,null"),
        ("utf-8", "ENCODING", "UTF8"), ("Y", "ENABLED", "true"), ("false", "ENABLED", "false"), ("x", "URL", "x"),
    ])
    func `one form stands for every way a value is shown`(shown: String, key: String, form: String) {
        #expect(Canonical.form(shown, of: key) == form)
    }
}
