import CloudAPI
import InfraDSL

/// Runs the statements of a plan one after another. Snowflake commits each by itself, so a run that stops is gone on with and
/// never undone.
struct StatementRun {
    let session: Session

    func run(_ changes: [SnowflakeChange], _ known: KnownValues) throws {
        let fill = StatementFill(session: session, known: known)
        for (index, change) in changes.enumerated() {
            let place = "\(index) of \(changes.count) statements have run; run the same command again to go on."
            try session.checkpoint(place)
            session.journal?.begin("snowflake: statement \(index + 1) of \(changes.count), \(change.id)", isPart: true)
            tell(change, index, of: changes.count, "begun")
            Progress.begin(
                "snowflake", cloud: "snowflake", "\(change.action.rawValue) \(change.id)",
                "\(index + 1) of \(changes.count)")
            defer { Progress.end("snowflake") }
            guard let statement = try fill.rendered(change.statement) else {
                throw Failure("\(change.id) needs a value that is not known yet.", advice: place, code: .attention)
            }
            do {
                _ = try session.run(statement, step: index + 1)
                tell(change, index, of: changes.count, "done")
            } catch let error as SnowflakeError {
                throw StatementRefusal(change, index + 1, of: changes.count, error, session).failure
            }
        }
    }

    private func tell(_ change: SnowflakeChange, _ index: Int, of count: Int, _ state: String) {
        if Console.givesEvents {
            Console.event(
                .statement(id: change.id, action: change.action.rawValue, index: index + 1, count: count, state: state))
        } else if state == "begun" {
            Console.step("snowflake  \(change.action.rawValue) \(change.id)")
        }
    }
}
