import CloudAPI

/// `credential_process`: a program that prints credentials (AWS SDKs and Tools reference guide, "Process credential provider").
/// Its command line is split into words and never seen by a shell.
enum CredentialProcess {
    static func run(_ command: String, profile: String, _ world: SignInWorld) throws -> TimedCredentials {
        let place = "credential_process of profile \(profile)"
        guard let words = commandWords(command), let program = words.first else {
            throw SignInProblem("\(place) is not a command line: a quote is not closed.")
        }
        let outcome: (status: Int32, output: [UInt8])
        do {
            outcome = try world.run([world.expanded(program)] + words.dropFirst())
        } catch {
            throw SignInProblem("\(place) can not be run: \(error)")
        }
        guard outcome.status == 0 else {
            throw SignInProblem(
                "\(place) failed with status \(outcome.status).",
                advice: "Run it by hand to see why; its own words are above.")
        }
        guard let json = try? JSON.parse(outcome.output), json["Version"]?.int == 1 else {
            throw SignInProblem("\(place) printed something else than JSON with \"Version\": 1.")
        }
        let found = try timedCredentials(in: json, from: place)
        if let end = found.expiration, end < world.clock.now() {
            throw SignInProblem("\(place) printed credentials that ended at \(end.iso8601).")
        }
        return found
    }
}
