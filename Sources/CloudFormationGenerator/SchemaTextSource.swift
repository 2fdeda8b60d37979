/// The generated file that carries the schemas themselves, so that templates can be checked wherever the program stands.
enum SchemaTextSource {
    /// What says nothing about the values a template may hold.
    private static let left: Set<String> = [
        "additionalIdentifiers", "conditionalCreateOnlyProperties", "deprecatedProperties",
        "handlers", "primaryIdentifier", "propertyTransform", "replacementStrategy", "tagging", "typeName",
    ]

    private static let leftOfNodes: Set<String> = ["default", "format", "insertionOrder", "relationshipRef"]

    /// The schema of each type as JSON, one line a property or definition; read when first asked for.
    static func lookup(of schemas: [ReducedSchema]) -> String {
        var out = SourceText()
        out.line("/// The schemas of the vendored types, for the check of templates.")
        out.line("public enum KnownSchemas {")
        out.nest { out in
            out.line("/// The schema of a type such as `AWS::S3::Bucket` as JSON; nil when it is not vendored.")
            out.line("public static func text(of type: String) -> String? {")
            out.nest { out in
                out.line("switch type {")
                for schema in schemas {
                    out.line("case \"\(schema.type)\":")
                    out.nest { out in
                        out.line("##\"\"\"")
                        for line in lines(of: schema) { out.line(printable(line)) }
                        out.line("\"\"\"##")
                    }
                }
                out.line("default: nil")
                out.line("}")
            }
            out.line("}")
        }
        out.line("}")
        return StructGenerator.header + out.text
    }

    private static func lines(of schema: ReducedSchema) -> [String] {
        guard case .object(let members) = schema.root.json else { return ["{}"] }
        let kept = members.filter { !left.contains($0.key) }.sorted { precedes($0.key, $1.key) }
        var lines = ["{"]
        for (index, member) in kept.enumerated() {
            let end = index == kept.count - 1 ? "" : ","
            guard ["definitions", "properties"].contains(member.key), case .object(let nodes) = member.value else {
                lines.append("\(quoted(member.key)):\(compact(member.value))\(end)")
                continue
            }
            let sorted = nodes.sorted { precedes($0.key, $1.key) }
            lines.append("\(quoted(member.key)):{")
            for (index, node) in sorted.enumerated() {
                lines.append("\(quoted(node.key)):\(compact(node.value))\(index == sorted.count - 1 ? "" : ",")")
            }
            lines.append("}\(end)")
        }
        return lines + ["}"]
    }

    /// Without blanks, and without what a check has no use for. `isMap`: the keys are names of properties.
    private static func compact(_ json: JSON, isMap: Bool = false) -> String {
        switch json {
        case .null, .bool, .int, .double, .string: return String(json.text.dropLast())
        case .array(let items): return "[" + items.map { compact($0) }.joined(separator: ",") + "]"
        case .object(let members):
            let kept = members.filter { isMap || !leftOfNodes.contains($0.key) }.sorted { precedes($0.key, $1.key) }
            let texts = kept.map { key, value in
                let holdsNames = !isMap && ["patternProperties", "properties"].contains(key)
                return "\(quoted(key)):\(compact(value, isMap: holdsNames))"
            }
            return "{" + texts.joined(separator: ",") + "}"
        }
    }

    /// Control characters of a pattern as JSON escapes: Swift takes none of them in its source.
    private static func printable(_ line: String) -> String {
        var result = ""
        for scalar in line.unicodeScalars {
            let isControl = (0x7F...0x9F).contains(scalar.value) || [0x2028, 0x2029, 0xFEFF].contains(scalar.value)
            let digits = String(scalar.value, radix: 16)
            if isControl {
                result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            } else {
                result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    private static func quoted(_ key: String) -> String { String(JSON.string(key).text.dropLast()) }
}
