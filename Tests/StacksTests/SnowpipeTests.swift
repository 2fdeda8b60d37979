import Foundation
import InfraDSL
import Stacks
import Testing

/// The retail pipeline with Snowflake's own loading in the function's place.
@Suite struct SnowpipeTests {
    @Test(arguments: [Environment.local, .dev, .prod])
    func `it passes the policy pack, has no function, and tells how it differs`(env: Environment) throws {
        let assembly = try Assembly(retailPipeline(env, ingest: .snowpipe))
        #expect(assembly.assets.isEmpty)
        #expect(!assembly.template.yaml.contains("AWS::Lambda::"))
        #expect(!assembly.template.yaml.contains("AWS::SQS::Queue\n    Properties:\n      QueueName"))
        #expect(assembly.report.filter { $0.contains("Snowpipe: ") }.count == Snowpipe.differences.count)
        #expect(try Assembly(retailPipeline(env)).report.allSatisfy { !$0.contains("Snowpipe") })
        if let folder = ProcessInfo.processInfo.environment["SNOWLINE_WRITE_TEMPLATES"] {
            try assembly.template.yaml.write(
                toFile: "\(folder)/\(env.name).yaml", atomically: true, encoding: .utf8)
        }
    }

    @Test func `a pipe comes after its topic, loads with the contract's columns and tells of errors`() throws {
        let assembly = try Assembly(retailPipeline(.dev, ingest: .snowpipe))
        let pipes = assembly.after.compactMap { $0 as? Snowpipe }
        #expect(pipes.map(\.name.last) == ["SALES_ARRIVALS", "STORES_ARRIVALS"])
        let file = try #require(assembly.files.first { $0.path.hasSuffix("_pipes.sql") }?.contents)
        #expect(
            file.contains(
                #"""
                CREATE PIPE IF NOT EXISTS "RETAIL_DEV"."RAW"."STORES_ARRIVALS"
                  AUTO_INGEST = TRUE
                  ERROR_INTEGRATION = "RETAIL_DEV_ALERTS"
                  AWS_SNS_TOPIC = '<Ref of Arrivals>'
                """#))
        #expect(file.contains("PATTERN = '(.*/)?[sS][tT][oO][rR][eE][^/]*'"))
        #expect(file.contains("ON_ERROR = SKIP_FILE"))
        #expect(!file.contains("FILES = ") && !file.contains("FORCE"))
        let integration = try #require(assembly.before.first { $0.id == "NOTIFICATION INTEGRATION RETAIL_DEV_ALERTS" })
        #expect(integration is NotificationIntegration)
        #expect(assembly.template.yaml.contains("sns:Subscribe"))
        #expect(assembly.template.parameters.contains { $0.name == "RetailDevAlertsSfAwsExternalId" })
    }
}
