import CloudFormation

/// What a service would refuse of a resource's properties, said by its schema. Only types whose schema is at hand are looked
/// at, and only what stands in the template: what a function gives is not known here.
enum SchemaRules {
    static let all = [unknown, missing, wrongType, word, readOnly, range, excluded]

    static let unknown = rule(
        "SL-SCHEMA-001", .unknownProperty, "A property that the type does not have fails the deploy.",
        fix: "Correct its name or take it away.")

    static let missing = rule(
        "SL-SCHEMA-002", .missingProperty, "A resource without what its type requires fails the deploy.",
        fix: "Add the property.")

    static let wrongType = rule(
        "SL-SCHEMA-003", .wrongType, "A value of another kind than the property's fails the deploy.",
        fix: "Give it in the form the type wants.")

    static let word = rule(
        "SL-SCHEMA-004", .unknownWord, "A word that the property does not know fails the deploy.",
        fix: "Use one of the words it knows.")

    static let readOnly = rule(
        "SL-SCHEMA-005", .readOnly, "A property that the service alone sets is refused.", fix: "Leave it out.")

    static let range = rule(
        "SL-SCHEMA-006", .outOfRange, "A value too long, too large or of another form fails the deploy.",
        fix: "Keep to the limits of the property.")

    static let excluded = rule(
        "SL-SCHEMA-007", .excluded, "Of properties that exclude one another the service takes one.",
        fix: "Keep one of them.")

    private static func rule(_ id: String, _ kind: SchemaFault.Kind, _ reason: String, fix: String) -> Rule {
        Rule(id, reason, fix: fix) { subject in
            subject.schemaFaults.filter { $0.kind == kind }.map { Breach(id: $0.id, path: $0.path, $0.detail) }
        }
    }
}
