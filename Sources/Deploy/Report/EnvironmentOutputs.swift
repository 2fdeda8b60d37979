import CloudAPI
import InfraDSL

/// What the deployed stacks of an environment give back, each stack's under its name.
struct EnvironmentOutputs {
    let stacks: [(name: String, outputs: StackOutputs)]
    private let session: Session

    static func read(_ assemblies: [Assembly], _ session: Session) throws -> EnvironmentOutputs {
        EnvironmentOutputs(
            stacks: try assemblies.map { ($0.stack.name, try StackOutputs.read($0, session)) }, session: session)
    }

    /// One table, or one for each stack under its name.
    var text: [String] {
        guard stacks.count > 1 else { return stacks.first?.outputs.text ?? [] }
        return Array(stacks.map { [$0.name] + $0.outputs.text }.joined(separator: [""]))
    }

    /// Objects by the stack's name.
    var json: JSON { .object(stacks.map { .init($0.name, $0.outputs.json) }) }

    var jsonOfAll: String { Self.line(json) }

    /// The outputs of the one stack asked for.
    var jsonOfOne: String { Self.line(stacks.first?.outputs.json ?? .object([])) }

    /// Assignments a shell can source.
    var shell: [String] {
        let values = Self.variables(stacks.map { ($0.name, $0.outputs.values) })
        return (StackOutputs.connection(session) + values).map { "export \($0)=\(StackOutputs.quoted($1))" }
    }

    /// Each output as a variable; a name that two stacks give is preceded by the stack's, so that neither hides the other.
    static func variables(_ stacks: [(name: String, values: [(name: String, value: String)])]) -> [(String, String)] {
        let counts = Dictionary(stacks.flatMap(\.values).map { ($0.name, 1) }, uniquingKeysWith: +)
        return stacks.flatMap { stack in
            stack.values.map { output in
                let variable = StackOutputs.variableName(output.name)
                let prefix = stack.name.uppercased().replacing("-", with: "_")
                return (counts[output.name, default: 0] > 1 ? "\(prefix)_\(variable)" : variable, output.value)
            }
        }
    }

    private static func line(_ json: JSON) -> String { String(decoding: json.bytes, as: UTF8.self) }
}
