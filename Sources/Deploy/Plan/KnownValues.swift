import CloudFormation
import InfraDSL

/// What the providers have said so far: the values of references.
struct KnownValues: Sendable {
    private var values: [Reference: String] = [:]
    private let environment: Environment

    init(_ environment: Environment) { self.environment = environment }

    mutating func learn(_ reference: Reference, _ value: String) { values[reference] = value }

    /// Nil while it is not known.
    func value(_ reference: Reference) -> String? {
        if let value = values[reference] { return value }
        guard case .account(let pseudo) = reference else { return nil }
        switch pseudo {
        case .accountID: return environment.account
        case .region: return environment.region
        case .partition: return environment.partition
        case .stackID, .stackName, .urlSuffix: return nil
        }
    }
}
