import InfraDSL
import Stacks
import Testing

@Suite struct ReturnsPipelineTests {
    @Test(arguments: Environment.all)
    func `two pipelines of an environment stand side by side`(environment: Environment) throws {
        let all = try Assemblies(stacks(in: environment), in: environment).all
        #expect(all.map(\.stack.name) == ["retail-pipeline", "returns-pipeline"])
    }

    @Test func `the second serves its own dataset from its own places`() throws {
        let template = try Assembly(returnsPipeline(.prod)).template
        let function = template.entries.first { $0.type == "AWS::Lambda::Function" }
        let settings = function?.properties["Environment"]?["Variables"]
        #expect(settings?["DATASETS"] == "returns")
        #expect(settings?["INBOX_PREFIX"] == "returns/incoming/")
        #expect(settings?["HISTORY_PREFIX"] == "returns/loaded/")
        #expect(settings?["SNOWFLAKE_SCHEMA"] == .text(Text(Text("RAW"), naming: "SCHEMA RETURNS_PROD.RAW")))
    }
}
