import ArgumentParser
import InfraDSL
import Stacks

/// `--env`: one of the environments that `stacks/Environments.swift` declares.
struct EnvironmentOption: ParsableArguments {
    @Option(name: .customLong("env"), help: "The environment: \(Environment.all.map(\.name).joined(separator: ", ")).")
    var name: String

    @Option(help: "The AWS profile to sign in with, and no other credentials.")
    var profile: String?

    @Option(help: "The Snowflake connection of ~/.snowflake/connections.toml to sign in with.")
    var connection: String?

    func validate() { SignInChoice.current = SignInChoice(profile: profile, connection: connection) }

    var environment: Environment {
        get throws {
            guard let environment = Environment.all.first(where: { $0.name == name }) else {
                throw Self.unknown(name)
            }
            return environment
        }
    }

    static func unknown(_ name: String) -> ValidationError {
        ValidationError(
            "There is no environment \"\(name)\"; stacks/Environments.swift declares "
                + Environment.all.map(\.name).joined(separator: ", ") + ".")
    }

    /// The stack of the environment, checked; every problem of it is reported at once.
    var assembly: Assembly {
        get throws { try assemble(try environment) }
    }
}

/// The one stack of an environment.
func assemble(_ environment: Environment) throws -> Assembly {
    let all = stacks(in: environment)
    guard let stack = all.first, all.count == 1 else {
        throw Failure("\(environment.name) has \(all.count) stacks; one is supported.", code: .invalid)
    }
    do throws(Problems) {
        return try Assembly(stack)
    } catch {
        throw Failure(error.description, advice: "Nothing was touched.", code: .invalid)
    }
}
