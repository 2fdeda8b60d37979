import CloudAPI
import CloudFormation
import InfraDSL

/// The holes of a statement at the moment it runs: what the clouds have told, what the deployer draws, and values that go
/// from Secrets Manager into a statement and nowhere else.
struct StatementFill {
    let session: Session
    let known: KnownValues

    /// Nil while a hole in it is not known.
    func rendered(_ statement: SQL) throws -> String? {
        var failure: (any Error)?
        let text = statement.rendered { reference in
            do {
                return try value(of: reference)
            } catch {
                failure = error
                return nil
            }
        }
        if let failure { throw failure }
        return text
    }

    /// Nil while it is not known. Throws when Secrets Manager does not give what it holds.
    func value(of reference: Reference) throws -> String? {
        if let value = known.value(reference) { return value }
        guard case .attribute(_, let attribute) = reference else { return nil }
        if attribute == StorageIntegration.Attribute.externalID.rawValue { return Self.newExternalID() }
        guard attribute.hasPrefix(SnowflakeSecret.valueAttribute) else { return nil }
        return try SecretsManagerClient(session.aws).value(
            of: String(attribute.dropFirst(SnowflakeSecret.valueAttribute.count)))
    }

    /// 128 random bits: whoever does not know it can not make Snowflake assume the role for an account of theirs.
    static func newExternalID() -> String {
        var random = SystemRandomNumberGenerator()
        let bytes = (0..<16).map { _ in UInt8.random(in: .min ... .max, using: &random) }
        return "snowline_" + Hex.encode(bytes)
    }
}
