import CloudAPI
import InfraDSL

/// One run that changes an environment: it holds the lease, keeps a journal, and gives both up however it ends.
struct ExclusiveRun {
    let session: Session
    let command: String
    /// The lease as it was when the plan was made.
    let sight: Lease.Sight
    var isBreaking = false

    /// Before anything is asked: somebody who holds the lease is named, somebody who died holding it too.
    func announce() throws {
        if let holder = sight.holder, !isBreaking { throw Lease.busy(holder, sight.age, session.environment.name) }
        guard let dead = sight.abandoned else { return }
        let step = Journal.entry(dead.journal, session)?.steps.last
        let place = step.map { " It stopped in the step \"\($0.name)\" at \($0.at)." } ?? ""
        Console.note(
            "The run of \(dead.holder), begun \(dead.since), did not end.\(place) This run goes on from what is there.")
    }

    /// - Parameter work: is given a session that knows of the lease and the journal.
    func run(stacks: [String], archives: [String] = [], _ work: (Session) throws -> Void) throws {
        try session.checkpoint("Nothing was changed.")
        try AssetBucket(session).prepare()
        let record = LeaseRecord(command: command, journal: Journal.key(session), at: session.aws.clock.now())
        let lease = try Lease.take(session, as: record, since: sight, breaking: isBreaking)
        defer { lease.release() }
        let journal = Journal(session, record, stacks: stacks, archives: archives)
        var held = session
        held.holdsLease = { try lease.check() }
        held.journal = journal
        do {
            try work(held)
            journal.end("done", nil)
        } catch {
            let failure = Failure(reporting: error)
            let isInterrupted = failure.code == .interrupted || failure.code == .terminated
            journal.end(isInterrupted ? "interrupted" : "failed", failure.message)
            throw error
        }
    }
}
