import CloudAPI
import Foundation
import InfraDSL

/// What a deployed environment gives back: outputs of the stack, and how to reach both clouds.
struct StackOutputs {
    /// By the names the stack gives them, in its order.
    let values: [(name: String, value: String)]
    private let session: Session

    static func read(_ assembly: Assembly, _ session: Session) throws -> StackOutputs {
        guard let stack = try CloudFormationClient(session.aws).describeStack(assembly.stack.stackName),
            StackStatus.isDeployed(stack.status)
        else {
            throw Failure(
                "\(assembly.stack.stackName) is not deployed.",
                advice: "Run `swift run deploy --env \(session.environment.name)`.")
        }
        let given = Dictionary(stack.outputs.map { ($0.key, $0.value) }) { first, _ in first }
        let known = Dictionary(assembly.knownOutputs.map { ($0.name, $0.value) }) { first, _ in first }
        let values = assembly.stack.outputs.compactMap { output in
            (given[output.name] ?? known[output.name]).map { (name: output.name, value: $0) }
        }
        return StackOutputs(values: values, session: session)
    }

    subscript(_ name: String) -> String? { values.first { $0.name == name }?.value }

    var text: [String] { TableText(header: ["output", "value"], rows: values.map { [$0.name, $0.value] }).lines }

    var json: JSON { .object(values.map { .init($0.name, .string($0.value)) }) }

    /// How to reach both clouds, as variables. Credentials stand in it for the embedded clouds only, where they open nothing
    /// else.
    static func connection(_ session: Session) -> [(String, String)] {
        var variables: [(String, String)] = []
        if let local = session.local, let credentials = LocalCredentials(local).stored {
            variables += [
                ("AWS_ENDPOINT_URL", local.awsEndpoint),
                ("AWS_ACCESS_KEY_ID", credentials.accessKeyID),
                ("AWS_SECRET_ACCESS_KEY", credentials.secretAccessKey),
                ("SNOWFLAKE_PRIVATE_KEY_PATH", local.deployerKey.path),
                ("SNOWFLAKE_PROTOCOL", "http"),
            ]
        }
        let snowflake = session.snowflakeAddress
        variables += [
            ("AWS_REGION", session.environment.region),
            ("AWS_DEFAULT_REGION", session.environment.region),
            ("SNOWFLAKE_HOST", snowflake.host),
            ("SNOWFLAKE_PORT", "\(snowflake.port)"),
            ("SNOWFLAKE_ACCOUNT", session.environment.snowflake.identifier),
            ("SNOWFLAKE_USER", session.snowflakeUser),
        ]
        return variables
    }

    /// `InboxBucket` as `INBOX_BUCKET`.
    static func variableName(_ name: String) -> String {
        var result = ""
        for character in name {
            if character.isUppercase, !result.isEmpty { result += "_" }
            result += character.uppercased()
        }
        return result
    }

    /// In single quotes, so that a shell reads the characters as they are.
    static func quoted(_ value: String) -> String { "'\(value.replacing("'", with: "'\\''"))'" }
}
