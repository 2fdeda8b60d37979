import InfraDSL
import Testing

@Suite struct AssembliesTests {
    private let environment = Environment(
        "dev", account: "111111111111", region: "eu-west-1", snowflake: SnowflakeAccount("MYORG-DEV"))

    /// A stack of one role, one warehouse and one named bucket.
    private func stack(_ name: String, role: String, warehouse: String, bucket: Text, line: Int = #line) -> Stack {
        let lake = S3.Bucket("Lake", bucketName: bucket, file: "Here/\(name).swift", line: line)
        return Stack(name, in: environment, file: "Here/\(name).swift", line: line) {
            AccountRole(role, purpose: "Works.", file: "Here/\(name).swift", line: line)
            Warehouse(warehouse, purpose: "Works.", file: "Here/\(name).swift", line: line)
            lake
        }
    }

    private func assemblies(_ stacks: Stack...) throws(Problems) -> Assemblies {
        try Assemblies(stacks, in: environment, policy: PolicyPack([]))
    }

    private func problems(_ stacks: Stack...) -> [String] {
        do throws(Problems) {
            _ = try Assemblies(stacks, in: environment, policy: PolicyPack([]))
            return []
        } catch {
            return error.all.map(\.description)
        }
    }

    @Test func `several stacks stand in the order of declaration, each with files of its own`() throws {
        let all = try assemblies(
            stack("one", role: "R1", warehouse: "W1", bucket: "lake-one"),
            stack("two", role: "R2", warehouse: "W2", bucket: "lake-two"))
        #expect(all.all.map(\.stack.stackName) == ["one-dev", "two-dev"])
        let paths = all.files.map(\.path)
        #expect(Set(paths).count == paths.count)
        #expect(paths.first == "snowflake/dev/00_bootstrap.sql")
        #expect(paths.contains("snowflake/dev/one/01_roles.sql") && paths.contains("snowflake/dev/two/01_roles.sql"))
        #expect(paths.contains("cloudformation/dev/one.yaml") && paths.contains("cloudformation/dev/two.yaml"))
    }

    @Test func `a Snowflake object of two stacks is refused with both lines`() {
        let found = problems(
            stack("one", role: "R1", warehouse: "SHARED", bucket: "lake-one", line: 10),
            stack("two", role: "R2", warehouse: "SHARED", bucket: "lake-two", line: 20))
        #expect(found.count == 1)
        #expect(found.first?.hasPrefix("Here/two.swift:20: WAREHOUSE SHARED is declared by two") == true)
        #expect(found.first?.contains("at Here/one.swift:10, by one") == true)
    }

    @Test func `a physical name of two stacks is refused, however it is put together`() {
        let found = problems(
            stack("one", role: "R1", warehouse: "W1", bucket: "lake-\(Pseudo.accountID)"),
            stack("two", role: "R2", warehouse: "W2", bucket: "lake-111111111111"))
        #expect(found.count == 1)
        #expect(found.first?.contains("AWS::S3::Bucket lake-111111111111") == true)
    }

    @Test func `two stacks of one name are refused`() {
        let found = problems(
            stack("one", role: "R1", warehouse: "W1", bucket: "a-lake"),
            stack("one", role: "R2", warehouse: "W2", bucket: "b-lake"))
        #expect(found.count == 1)
        #expect(found.first?.contains("the CloudFormation stack one-dev") == true)
    }

    @Test func `the problems of all stacks come together`() {
        let found = problems(
            stack("one", role: "R\u{0}", warehouse: "W1", bucket: "a-lake"),
            stack("two", role: "R\u{0}", warehouse: "W2", bucket: "b-lake"))
        #expect(found.count == 2)
    }
}
