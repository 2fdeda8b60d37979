import ArgumentParser
import InfraDSL
import Stacks

/// `--env`, one of the environments that `stacks/Environments.swift` declares, and `--stack`, one of its stacks.
struct EnvironmentOption: ParsableArguments {
    @Option(name: .customLong("env"), help: "The environment: \(Environment.all.map(\.name).joined(separator: ", ")).")
    var name: String

    @Option(name: .customLong("stack"), help: "Only this stack of the environment; all of them otherwise.")
    var stackName: String?

    @Option(help: "The AWS profile to sign in with, and no other credentials.")
    var profile: String?

    @Option(help: "The Snowflake connection of ~/.snowflake/connections.toml to sign in with.")
    var connection: String?

    func validate() { SignInChoice.current = SignInChoice(profile: profile, connection: connection) }

    var environment: Environment {
        get throws { try Self.environment(named: name) }
    }

    static func environment(named name: String) throws -> Environment {
        guard let environment = Environment.all.first(where: { $0.name == name }) else { throw unknown(name) }
        return environment
    }

    static func unknown(_ name: String) -> ValidationError {
        ValidationError(
            "There is no environment \"\(name)\"; stacks/Environments.swift declares "
                + Environment.all.map(\.name).joined(separator: ", ") + ".")
    }

    /// The stacks in question, checked and in the order of a deploy; every problem of the environment is reported at once.
    var assemblies: [Assembly] {
        get throws { try Self.chosen(stackName, of: assemble(try environment)) }
    }

    /// The one stack in question, for what can be done to one only.
    var assembly: Assembly {
        get throws {
            let all = try assemblies
            guard let one = all.first, all.count == 1 else {
                throw ValidationError(
                    "\(name) has \(all.count) stacks; name one with --stack: \(Self.names(all)).")
            }
            return one
        }
    }

    /// The stack whose rows a dbt project models.
    var modelled: Assembly {
        get throws {
            let all = try assemblies
            guard let one = all.first(where: { $0.stack.models != nil }) else {
                throw ValidationError("\(name) has no stack that a dbt project models (`models:` of the stack).")
            }
            return one
        }
    }

    /// The first stack that says how to reach something, by the name of its output.
    func assembly(giving output: String) throws -> Assembly {
        let all = try assemblies
        guard let one = all.first(where: { $0.stack.outputs.contains { $0.name == output } }) ?? all.first else {
            throw ValidationError("\(name) has no stack.")
        }
        return one
    }

    static func chosen(_ stackName: String?, of assemblies: Assemblies) throws -> [Assembly] {
        guard let stackName else { return assemblies.all }
        let chosen = assemblies.all.filter { $0.stack.name == stackName || $0.stack.stackName == stackName }
        guard !chosen.isEmpty else {
            throw ValidationError(
                "\(assemblies.environment.name) has no stack \"\(stackName)\"; its stacks are \(names(assemblies.all))."
            )
        }
        return chosen
    }

    private static func names(_ assemblies: [Assembly]) -> String {
        assemblies.map(\.stack.name).joined(separator: ", ")
    }
}

/// The stacks of an environment, checked and in the order they are deployed; or one of them, by itself.
func assemble(_ environment: Environment, only name: String? = nil) throws -> Assemblies {
    let all = stacks(in: environment)
    let chosen = all.filter { name == nil || $0.name == name }
    guard !chosen.isEmpty || all.isEmpty else {
        throw ValidationError(
            "\(environment.name) has no stack \"\(name ?? "")\"; its stacks are "
                + all.map(\.name).joined(separator: ", ") + ".")
    }
    do throws(Problems) {
        return try Assemblies(chosen, in: environment)
    } catch {
        throw Failure(error.description, advice: "Nothing was touched.", code: .invalid)
    }
}
