import CloudFormation

/// The stacks of one environment, each checked by itself and all against one another, in the order they are deployed.
///
/// What two stacks of an environment both declare would be made by one and fought over by the other, so every Snowflake object
/// and every physical name of AWS has one stack.
public struct Assemblies: Sendable {
    public let environment: Environment
    /// In the order of a deploy; a destroy goes the other way.
    public let all: [Assembly]

    /// Throws every problem of every stack at once.
    public init(_ stacks: [Stack], in environment: Environment, policy: PolicyPack = .all) throws(Problems) {
        self.environment = environment
        var assemblies: [Assembly] = []
        var problems: [Problem] = []
        let order = DeployOrder.of(stacks)
        for stack in order.stacks {
            do throws(Problems) {
                assemblies.append(try Assembly(stack, policy: policy))
            } catch {
                problems += error.all
            }
        }
        problems += order.problems + Self.rivalries(of: assemblies)
        guard problems.isEmpty else { throw Problems(problems) }
        all = assemblies
    }

    /// What synth writes for the environment.
    public var files: [GeneratedFile] { [SQLFiles.bootstrapFile(environment, all)] + all.flatMap(\.files) }

    /// Something that only one stack can have.
    private struct Claim {
        let what: String
        let stack: String
        let declared: SourceLocation
    }

    private static func rivalries(of assemblies: [Assembly]) -> [Problem] {
        var first: [String: Claim] = [:]
        var problems: [Problem] = []
        for claim in assemblies.flatMap(claims) {
            guard let other = first[claim.what] else {
                first[claim.what] = claim
                continue
            }
            // Inside one stack the graph and the policy pack have looked already.
            let isOther = other.stack != claim.stack || claim.what.hasPrefix(stackPrefix)
            guard isOther else { continue }
            problems.append(
                Problem(
                    .claimedTwice(claim.what, by: claim.stack, and: other.stack, at: other.declared),
                    declared: claim.declared))
        }
        return problems
    }

    private static let stackPrefix = "the CloudFormation stack "

    private static func claims(of assembly: Assembly) -> [Claim] {
        let stack = assembly.stack
        func claim(_ what: String, _ declared: SourceLocation) -> Claim {
            Claim(what: what, stack: stack.name, declared: declared)
        }
        let objects = (assembly.before + assembly.after).map { claim($0.id, $0.declared) }
        let names = assembly.template.entries.compactMap { entry -> Claim? in
            guard let key = PhysicalName.property(of: entry.type), case .text(let text)? = entry.properties[key],
                let name = text.resolved({ reference in
                    if case .account(let pseudo) = reference { stack.environment.known(pseudo) } else { nil }
                })
            else { return nil }
            return claim("\(entry.type) \(name)", entry.declared)
        }
        return [claim(stackPrefix + stack.stackName, stack.declared)] + objects + names
    }
}
