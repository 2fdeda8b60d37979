import InfraDSL
import Testing

@Suite struct SecretTests {
    private let fixture = StackFixture()

    private func secret(_ source: Secret.Source = .supplied, named name: String = "app/token") -> Secret {
        Secret("Token", named: name, source, encryptedBy: fixture.key, purpose: "A token.")
    }

    @Test func `a secret is made by the service or without a value, never from the template`() throws {
        let supplied = try fixture.properties("Token", [secret()])
        #expect(supplied["SecretString"] == nil)
        #expect(supplied["GenerateSecretString"] == nil)
        let generated = try fixture.properties("Token", [secret(.generated(length: 32))])
        #expect(generated.at("GenerateSecretString", "PasswordLength") == .int(32))
        #expect(generated["SecretString"] == nil)
    }

    @Test func `who reads it may use its key`() throws {
        let reader = Function(
            "F", running: "IngestLambda", consuming: fixture.queue, timeout: 60, environment: [:],
            allow: [.read(valueOf: secret())])
        let role = try fixture.properties("FRole", [secret(), reader])
        let texts = role.texts.compactMap(\.known)
        #expect(texts.contains("secretsmanager:GetSecretValue"))
        #expect(texts.contains("kms:Decrypt"))
    }

    @Test(arguments: [
        (Secret.Source.supplied, "app token", "is no name of a secret"),
        (.supplied, "app-abc123", "ends like a secret's ARN"),
        (.generated(length: 8), "app/token", "8 characters are no secret"),
    ])
    func `what Secrets Manager or an attacker would mistake is refused`(
        source: Secret.Source, name: String, why: String
    ) {
        #expect(fixture.refusal([secret(source, named: name)]).contains(why))
    }
}

@Suite struct CustomPermissionTests {
    private let fixture = StackFixture()

    private func function(_ statement: PolicyStatement, because reason: String) -> Function {
        Function(
            "F", running: "IngestLambda", consuming: fixture.queue, timeout: 60, environment: [:],
            allow: [.custom(statement, because: reason)])
    }

    @Test func `a statement by hand is in the role, its reason in the metadata and the report`() throws {
        let statement = PolicyStatement.allow("Tag", ["s3:GetBucketTagging"], on: ["arn:aws:s3:::x"])
        let assembly = try fixture.assembly([function(statement, because: "Costs are told apart by tag")])
        #expect(assembly.report.contains("  statement Tag of FRole: Costs are told apart by tag"))
    }

    @Test func `the policy pack looks at it like at any other`() {
        let statement = PolicyStatement.allow("All", ["s3:*"], on: ["*"])
        #expect(fixture.refusal([function(statement, because: "r")]).contains("SL-ACC-003"))
    }

    @Test(arguments: [
        (PolicyStatement.allow("A", ["s3:GetObject"], on: ["arn:aws:s3:::x/*"]), " ", "the statement A needs a reason"),
        (.allow("A b", ["s3:GetObject"], on: ["arn:aws:s3:::x/*"]), "r", "\"A b\" is no id of a statement"),
        (.allow("A", [], on: ["arn:aws:s3:::x/*"]), "r", "needs actions and resources"),
        (.allow("A", ["GetObject"], on: ["arn:aws:s3:::x/*"]), "r", "\"GetObject\" is no action"),
    ])
    func `a statement that IAM would refuse, or without a reason, is refused`(
        statement: PolicyStatement, reason: String, why: String
    ) {
        #expect(fixture.refusal([function(statement, because: reason)]).contains(why))
    }
}
