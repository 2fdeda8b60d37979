import ArgumentParser
import CloudAPI
import InfraDSL

/// Looks at everything a deploy needs, changes nothing, and says what is wrong.
struct DoctorCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor",
        abstract: "Check toolchain, credentials, identity, clocks and permissions; say what to do.",
        discussion: """
            Each place that credentials were looked for is shown with what was found there. Nothing is changed.

              swift run deploy doctor --env local
              swift run deploy doctor --env prod --profile production
              swift run deploy doctor --env dev --output json

            Exit codes: 0 all is well, 3 something needs a person, 5 a sign-in failed or is for another account.
            """)

    @OptionGroup var target: EnvironmentOption

    @Option(help: "text or json.")
    var output = OutputFormat.text

    func run() throws {
        Interruption.enter(.reading)
        let environment = try target.environment
        let checkout = try Checkout.containing()
        var findings = Observations()
        findings.add(MachineCheck(checkout: checkout, environment: environment).findings)
        let aws = AWSCheck(environment: environment, assemblies: try target.assemblies)
        let snowflake = SnowflakeCheck(environment: environment)
        switch environment.hosting {
        case .clouds:
            let (inAWS, inSnowflake) = try concurrently(
                { aws.findings(RealAWS(environment)) }, { snowflake.findings() })
            findings.add(inAWS)
            findings.add(inSnowflake)
        case .embedded where findings.status == .done:
            let session = try Session.open(environment, checkout)
            findings.add(aws.findings(session.aws))
            findings.add(snowflake.findings(session.snowflake))
        case .embedded: break
        }
        switch output {
        case .text: for line in findings.lines { Console.result(line) }
        case .json: Console.result(String(decoding: JSON.array(findings.all.map(\.json)).bytes, as: UTF8.self))
        }
        guard findings.status == .done else { throw ExitCode(findings.status.rawValue) }
    }
}

/// How a command gives its result: for people, or for programs.
enum OutputFormat: String, ExpressibleByArgument, CaseIterable, Sendable {
    case text, json
}
