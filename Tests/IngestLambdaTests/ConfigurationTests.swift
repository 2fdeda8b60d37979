import CloudAPI
import Testing

@testable import IngestLambda

@Suite struct ConfigurationTests {
    @Test func `everything that is missing is told at once`() throws {
        let problem = #expect(throws: Configuration.Problem.self) { try Configuration(ProcessVariables([:])) }
        #expect(problem?.problems.count == 18)
        for name in World.variables.keys
        where !["SNOWFLAKE_ENDPOINT_URL", "AWS_ENDPOINT_URL", "MAX_RECEIVES", "QUEUE_URL"].contains(name) {
            #expect(problem?.description.contains("\(name) is missing") == true, "\(name)")
        }
    }

    private static let mistakes: [(name: String, value: String, text: String)] = [
        ("INBOX_PREFIX", "inbox", "does not end with a slash"),
        ("HISTORY_PREFIX", "inbox/history/", "lies inside INBOX_PREFIX"),
        ("ALERT_TOPIC_ARN", "alerts", "is not an ARN"),
        ("DATASETS", "sales,orders", "names orders, of which there is no contract; known are: sales, stores, returns"),
        ("MAX_RECEIVES", "many", "is not a positive number"),
        ("SNOWFLAKE_SCHEMA", String(repeating: "x", count: 256), "cannot be the name of a Snowflake object"),
    ]

    @Test(arguments: mistakes)
    func `a value that cannot be is refused`(mistake: (name: String, value: String, text: String)) throws {
        var variables = World.variables
        variables[mistake.name] = mistake.value
        let problem = #expect(throws: Configuration.Problem.self) { try Configuration(ProcessVariables(variables)) }
        #expect(problem?.description.contains(mistake.text) == true)
    }

    @Test(arguments: [
        "not json", "{}", #"{"privateKey":"-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----"}"#,
    ])
    func `a secret that holds no key is found at the start, and not shown`(secret: String) throws {
        let world = try World()
        world.clouds.with { $0.secret = secret }
        let failure = #expect(throws: IngestFailure.self) { try world.handler.snowflake.prepare() }
        #expect(failure?.reason == .keyUnusable)
        #expect(failure?.message.contains("secret:key") == true && failure?.message.contains("AAAA") == false)
    }

    @Test(arguments: [nil, ""])
    func `a key that is not there yet is no failure of the start`(secret: String?) throws {
        let world = try World()
        world.clouds.with { $0.secret = secret }
        #expect(try world.handler.snowflake.prepare()?.contains("no value yet") == true)
    }
}
