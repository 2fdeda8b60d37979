import CloudAPI
import InfraDSL

/// CloudFormation's own lock against deletion, which the stacks of protected environments have.
enum TerminationProtection {
    /// Asks first: a stack that has it is left alone.
    static func turnOn(for assemblies: [Assembly], _ session: Session) throws {
        let client = CloudFormationClient(session.aws)
        for assembly in assemblies {
            let name = assembly.stack.stackName
            guard let stack = try client.describeStack(name), StackStatus.isDeployed(stack.status), !stack.isProtected
            else { continue }
            Console.step("aws  turning termination protection of \(name) on")
            try client.updateTerminationProtection(of: name, enabled: true)
        }
    }
}
