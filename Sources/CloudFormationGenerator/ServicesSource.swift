/// The two generated files that know every type.
enum ServicesSource {
    /// One empty enumeration a service, as namespace of its resources.
    static func namespaces(of schemas: [ReducedSchema]) -> String {
        var out = SourceText()
        let names = Set(schemas.map { StructGenerator.namespace(of: $0.type) }).sorted(by: precedes)
        for name in names {
            out.line("/// The resources of \(name).")
            out.line("public enum \(name) {}")
        }
        return StructGenerator.header + out.text
    }

    /// The facts of a type by its name.
    static func lookup(of schemas: [ReducedSchema]) -> String {
        var out = SourceText()
        out.line("extension ResourceFacts {")
        out.nest { out in
            out.line("/// The facts of a type such as `AWS::S3::Bucket`; nil when its schema is not vendored.")
            out.line("public static func of(_ type: String) -> ResourceFacts? {")
            out.nest { out in
                out.line("switch type {")
                for schema in schemas {
                    let name = "\(StructGenerator.namespace(of: schema.type)).\(Translation.name(of: schema.type))"
                    out.line("case \"\(schema.type)\": \(name).facts")
                }
                out.line("default: nil")
                out.line("}")
            }
            out.line("}")
            out.line("")
            out.line("/// Every vendored type, in order.")
            out.line("public static let knownTypes: [String] = [")
            out.nest { $0.lines(schemas.map { SourceText.literal($0.type.description) }, separator: ",") }
            out.line("]")
        }
        out.line("}")
        return StructGenerator.header + out.text
    }
}
