import CloudAPI
import CloudFormation
import InfraDSL

/// Carries a plan out: archives, statements before, the template, key pairs, statements after. Obeys the plan and looks at
/// nothing else; each step may be repeated, so that a second run picks up where a first one stopped.
struct Apply {
    let session: Session
    let plan: Plan

    func run() throws {
        var known = KnownValues(session.environment)
        for parameter in plan.parameters {
            if let reference = parameter.reference, let value = parameter.value { known.learn(reference, value) }
        }
        try uploadArchives()
        try run(plan.before, known)
        try learnIntegrations(&known)
        try applyStack(known)
        for planned in plan.keyPairs {
            if planned.isNew { Console.step("making key pair \(planned.keyPair.id)") }
            known.learn(planned.keyPair.publicKeyReference, try KeyPairStep(session).ensure(planned.keyPair))
        }
        try run(plan.after, known)
    }

    private func uploadArchives() throws {
        let bucket = AssetBucket(session)
        for planned in plan.archives where planned.isNew {
            Console.step("uploading \(planned.archive.product) (\(planned.archive.bytes.count / 1024) KB)")
            try bucket.prepare()
            try bucket.upload(planned.archive)
        }
    }

    private func run(_ changes: [SnowflakeChange], _ known: KnownValues) throws {
        for (index, change) in changes.enumerated() {
            Console.step("snowflake  \(change.action.rawValue) \(change.id)")
            guard let statement = change.statement.rendered(known.value) else {
                throw Failure("\(change.id) needs a value that is not known yet.", advice: "Run the command again.")
            }
            do {
                _ = try session.run(statement)
            } catch let error as SnowflakeError {
                throw Failure(
                    "Snowflake refused statement \(index + 1) of \(changes.count), \(change.id): \(error)",
                    advice:
                        "The \(index) before it stand. Correct the cause and run the command again; it goes on from there.",
                    code: .attention)
            }
        }
    }

    /// What only Snowflake knows of its integrations, for the parameters that the plan could not fill.
    private func learnIntegrations(_ known: inout KnownValues) throws {
        for case let integration as StorageIntegration in plan.assembly.before {
            let description = try SnowflakeInspection.description(of: integration.name, through: session.snowflake)
            for reference in plan.assembly.template.handedOver.keys {
                guard case .attribute(integration.id, let attribute) = reference else { continue }
                guard let value = description[attribute] ?? nil, !value.isEmpty else {
                    throw Failure("DESC INTEGRATION \(integration.name.dotted) shows no \(attribute).")
                }
                known.learn(reference, value)
            }
        }
    }

    private func applyStack(_ known: KnownValues) throws {
        let parameters = try plan.parameters.map { parameter in
            guard let value = parameter.reference.map({ known.value($0) }) ?? parameter.value else {
                throw Failure("The parameter \(parameter.name) has no value.")
            }
            return (parameter.name, value)
        }
        let operation = StackOperation(session: session, assembly: plan.assembly)
        switch plan.stack {
        case .unchanged: return
        case .create(_, let adopted): try operation.create(parameters, adopting: adopted)
        case .update: try operation.update(parameters)
        }
    }
}
