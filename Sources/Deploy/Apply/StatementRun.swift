import CloudAPI
import InfraDSL

/// Runs the statements of a plan one after another. Snowflake commits each by itself, so a run that stops is gone on with and
/// never undone.
struct StatementRun {
    let session: Session

    func run(_ changes: [SnowflakeChange], _ known: KnownValues) throws {
        for (index, change) in changes.enumerated() {
            let place = "\(index) of \(changes.count) statements have run; run the same command again to go on."
            try session.checkpoint(place)
            Console.step("snowflake  \(change.action.rawValue) \(change.id)")
            guard let statement = change.statement.rendered(known.value) else {
                throw Failure("\(change.id) needs a value that is not known yet.", advice: place, code: .attention)
            }
            do {
                _ = try session.run(statement)
            } catch let error as SnowflakeError {
                throw Failure(
                    "Snowflake refused statement \(index + 1) of \(changes.count), \(change.id): \(error)",
                    advice: "The \(index) before it stand. Correct the cause and run the same command again.",
                    code: .attention)
            }
        }
    }
}
