/// What a reader of a property must know and its type can not say.
struct FieldNotes {
    private let createOnly: Set<String>
    private let conditionalCreateOnly: Set<String>
    private let writeOnly: Set<String>
    private let deprecated: Set<String>

    init(of schema: ReducedSchema) throws(SchemaProblem) {
        createOnly = Set(try schema.paths("createOnlyProperties"))
        conditionalCreateOnly = Set(try schema.paths("conditionalCreateOnlyProperties"))
        writeOnly = Set(try schema.paths("writeOnlyProperties"))
        deprecated = Set(try schema.paths("deprecatedProperties"))
    }

    /// Sentences about a property of the resource itself.
    func notes(on key: String) -> [String] {
        var notes: [String] = []
        if createOnly.contains(key) { notes.append("A change replaces the resource.") }
        if conditionalCreateOnly.contains(key) { notes.append("A change may replace the resource.") }
        if writeOnly.contains(key) { notes.append("Never read back.") }
        if deprecated.contains(key) { notes.append("Deprecated.") }
        return notes
    }
}
