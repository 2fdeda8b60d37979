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
        session.journal?.begin("archives of \(plan.assembly.stack.stackName)")
        try uploadArchives()
        try StatementRun(session: session).run(plan.before, known)
        try learnIntegrations(&known)
        try applyStack(known)
        try repairTrust()
        for planned in plan.keyPairs {
            try session.checkpoint("The stack is done; run the same command again for the rest.")
            if planned.isNew {
                session.journal?.begin("key pair \(planned.keyPair.id)")
                Console.step("making key pair \(planned.keyPair.id)")
            }
            known.learn(planned.keyPair.publicKeyReference, try KeyPairStep(session).ensure(planned.keyPair))
        }
        try StatementRun(session: session).run(plan.after, known)
    }

    private func uploadArchives() throws {
        let bucket = AssetBucket(session)
        for planned in plan.archives where planned.isNew {
            try session.checkpoint("Nothing but archives was changed.")
            Console.step("uploading \(planned.archive.product) (\(planned.archive.bytes.count / 1024) KB)")
            try bucket.upload(planned.archive)
        }
    }

    /// What only Snowflake knows of its integrations, for the parameters that the plan could not fill.
    private func learnIntegrations(_ known: inout KnownValues) throws {
        guard plan.parameters.contains(where: { $0.reference != nil && $0.value == nil }) else { return }
        for case let integration as StorageIntegration in plan.assembly.before {
            let description = try SnowflakeInspection.description(of: integration.name, through: session.snowflake)
            for reference in plan.assembly.template.handedOver.keys {
                guard case .attribute(integration.id, let attribute) = reference else { continue }
                guard let value = description[attribute] ?? nil, !value.isEmpty else {
                    throw Failure(
                        "DESC INTEGRATION \(integration.name.dotted) shows no \(attribute).",
                        advice: "The deploy role must own the integration; then run the same command again.",
                        code: .attention)
                }
                known.learn(reference, value)
            }
        }
    }

    private func applyStack(_ known: KnownValues) throws {
        if plan.stack.isUnchanged { return }
        let parameters = try plan.parameters.map { parameter in
            guard let value = parameter.reference.map({ known.value($0) }) ?? parameter.value else {
                throw Failure("The parameter \(parameter.name) has no value.", code: .attention)
            }
            return (parameter.name, value)
        }
        let operation = StackOperation(session: session, assembly: plan.assembly)
        switch plan.stack {
        case .unchanged: return
        case .create(_, let adopted, let stillborn):
            try operation.create(parameters, adopting: adopted, clearing: stillborn)
        case .update:
            if let deployed = plan.deployed {
                try StackMove(session: session, assembly: plan.assembly).run(plan.moves, in: deployed)
            }
            try operation.update(parameters, losing: Set(plan.dataLoss.map(\.id)))
        }
    }

    private func repairTrust() throws {
        for repair in plan.trustRepairs {
            session.journal?.begin("trust of \(repair.role.name)")
            Console.step("aws  setting the trust policy of \(repair.role.name) back")
            try IAMClient(session.aws).setTrustPolicy(of: repair.role.name, to: repair.declared)
        }
        for repair in plan.permissionRepairs {
            Console.step("aws  setting the policy \(repair.policyName) of \(repair.roleName) back")
            try IAMClient(session.aws).putRolePolicy(
                role: repair.roleName, name: repair.policyName, document: repair.declared)
        }
    }
}
