import ArgumentParser
import InfraDSL

/// Looks for what somebody changed by hand on either cloud; changes nothing.
struct DriftCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "drift", abstract: "Show what was changed by hand on either cloud; changes nothing.",
        discussion: """
              swift run deploy drift --env prod
              swift run deploy drift --env prod --detailed-exitcode    exits with 2 when there is drift

            On AWS it asks CloudFormation's drift detection, and IAM itself for the trust and the permissions of roles; on \
            Snowflake it compares what SHOW and DESC give. Before is what was deployed, after is what is there. A deploy sets \
            trust, permissions and Snowflake's options back; what else drifted on AWS it leaves to you.
            """)

    @OptionGroup var target: EnvironmentOption

    @Option(help: PlanFormat.help)
    var format = PlanFormat.text

    @Flag(name: .customLong("detailed-exitcode"), help: "Exit with 2 when there is drift.")
    var detailedExitCode = false

    func run() throws {
        Interruption.enter(.reading)
        let environment = try assemble(try target.environment)
        let assemblies = try EnvironmentOption.chosen(target.stackName, of: environment)
        let session = try Session.open(environment.environment, try Checkout.containing())
        try session.checkIdentity()
        let declared = environment.all.flatMap { $0.before + $0.after }
        let stacks = try assemblies.map { StackView(try Drift.read($0, declared: declared, through: session)) }
        let view = PlanView(
            title: target.name, identity: PlanView.identity(of: environment.environment), stacks: stacks, kind: .drift)
        Console.result(format.write(view))
        let hasDrift = !view.isEmpty || stacks.contains { !$0.undeclared.isEmpty }
        if detailedExitCode, hasDrift { throw ExitCode(ExitStatus.changes.rawValue) }
    }
}
