import ArgumentParser
import CloudAPI
import Foundation
import InfraDSL

/// Walks the sample files through a deployed environment: into the inbox, into RAW and history, into the reports.
struct DemoCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo",
        abstract: "Send the files in samples/ through a deployed environment and print the reports.",
        discussion: """
              swift run deploy --env local --yes && swift run deploy demo --env local
              swift run deploy demo --env local --files-only      leave dbt and the reports out
            """)

    @OptionGroup var target: EnvironmentOption

    @Flag(help: "Stop after the files have arrived; leave the transform and the reports out.")
    var filesOnly = false

    func run() throws {
        let environment = try target.environment
        guard !environment.isProtected else {
            throw Failure("\(environment.name) is protected; the samples are not for it.", code: .approval)
        }
        let assembly = try target.assembly(giving: "InboxBucket")
        let session = try Session.open(environment, try Checkout.containing())
        try session.checkIdentity()
        let outputs = try StackOutputs.read(assembly, session)
        let samples = try SampleFiles(session.checkout)
        let arrival = SampleArrival(session: session, outputs: outputs)
        for wave in samples.waves { try arrival.send(wave) }
        guard !filesOnly else { return }
        Console.step("running dbt build")
        var transform = TransformCommand()
        transform.target = target
        transform.arguments = ["build", "--quiet"]
        transform.noAlert = false
        try transform.run()
        try printReports(session, outputs)
        try printAlerts(session, outputs)
        printNextSteps(outputs)
    }

    private func printReports(_ session: Session, _ outputs: StackOutputs) throws {
        Console.result("")
        for line in SalesTables(reports: try SalesReports.read(outputs, session)).lines { Console.result(line) }
    }

    private func printAlerts(_ session: Session, _ outputs: StackOutputs) throws {
        guard let queue = outputs["AlertsLogQueueUrl"] else { return }
        let alerts = try AlertLog(session.checkout, environment: target.name).collect(queue, SQSClient(session.aws))
        guard let last = alerts.last else { return }
        Console.result("")
        Console.result("The alert of the broken file")
        Console.result("\(last.time)  \(last.subject)")
        Console.result(last.readablePart)
    }

    private func printNextSteps(_ outputs: StackOutputs) {
        let bucket = outputs["InboxBucket"] ?? ""
        Console.result("")
        Console.result(
            """
            Where to look next
              swift run deploy report --env \(target.name) --html report.html
              swift run deploy trace --env \(target.name) --date 2025-01-14
              swift run deploy sql --env \(target.name) "SELECT * FROM STAGE.REJECTED_SALES"
              swift run deploy alerts --env \(target.name)
              swift run deploy diff --env \(target.name)
              eval "$(swift run deploy outputs --env \(target.name) --format env)"
              aws s3 ls --recursive s3://\(bucket)/          your own file: aws s3 cp FILE s3://\(bucket)/inbox/
              make demo-down                                     stops the clouds and removes what they hold
            """)
    }
}
