import InfraDSL
import Stacks
import Testing

@Suite struct RetailPipelineTests {
    @Test(arguments: Environment.all)
    func `the pipeline is the same bytes each time it is made`(environment: Environment) throws {
        let first = try Assembly(retailPipeline(environment)).files
        let second = try Assembly(retailPipeline(environment)).files
        #expect(first == second)
        #expect(first.count > 8)
    }

    @Test(arguments: Environment.all)
    func `nothing of the template carries a secret or a password`(environment: Environment) throws {
        for file in try Assembly(retailPipeline(environment)).files {
            #expect(!file.contents.lowercased().contains("password"))
            #expect(!file.contents.contains("PRIVATE KEY"))
        }
    }

    @Test(arguments: Environment.all)
    func `no statement replaces what it finds`(environment: Environment) throws {
        for file in try Assembly(retailPipeline(environment)).files where file.path.hasSuffix(".sql") {
            #expect(!file.contents.uppercased().contains("OR REPLACE"))
        }
    }

    @Test func `Snowflake's role is trusted by the integration alone`() throws {
        let template = try Assembly(retailPipeline(.prod)).template
        let role = template.entries.first { $0.logicalID.name == "SnowflakeAccess" }
        let statements = role?.properties["AssumeRolePolicyDocument"]?["Statement"]
        guard case .list(let list)? = statements else {
            Issue.record("the role has no trust policy")
            return
        }
        #expect(list.count == 1)
        #expect(list[0]["Principal"]?["AWS"]?.texts.flatMap(\.references).count == 1)
        #expect(list[0]["Condition"]?["StringEquals"]?["sts:ExternalId"] != nil)
    }
}
