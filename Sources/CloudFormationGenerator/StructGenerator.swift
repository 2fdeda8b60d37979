/// Writes the Swift of one resource type; the same schema gives the same bytes.
public struct StructGenerator: Sendable {
    /// The first line of every generated file.
    static let header = """
        // Made by `swift run deploy schema regenerate` from Sources/CloudFormation/Schemas. Do not edit.
        // swift-format-ignore-file

        """

    /// The types that have a struct beside the one that is written.
    private let known: [ResourceTypeName]

    /// - Parameter known: the types that references can be typed with; a reference to any other stays untyped.
    public init(among known: [ResourceTypeName] = []) { self.known = known }

    /// The file's text.
    public func source(for schema: ReducedSchema) throws(SchemaProblem) -> String {
        let resource = try Translation.declaration(of: schema, among: known)
        let facts = try FactsSource(of: schema)
        var out = SourceText()
        out.line("extension \(Self.namespace(of: schema.type)) {")
        out.nest { out in
            out.line("/// `\(resource.type)`")
            out.line("public struct \(resource.name): GeneratedResource {")
            out.nest { out in
                body(of: resource, facts: facts, into: &out)
            }
            out.line("}")
        }
        out.line("}")
        return Self.header + out.text
    }

    /// The service's namespace; the module's own name would hide the module.
    static func namespace(of type: ResourceTypeName) -> String {
        let taken = SwiftName.reservedTypes.union(["CloudFormation"])
        return taken.contains(type.service) ? type.service + "Service" : type.service
    }

    private func body(of resource: ResourceDeclaration, facts: FactsSource, into out: inout SourceText) {
        out.line("public static let type = \"\(resource.type)\"")
        facts.write(to: &out)
        out.line("")
        out.line("public let logicalID: LogicalID")
        out.line("public var options: ResourceOptions")
        out.line("public let declared: SourceLocation")
        stored(resource.fields, into: &out)
        out.line("")
        let first = ["_ logicalID: LogicalID"]
        let last = ["options: ResourceOptions = ResourceOptions()", "file: String = #fileID", "line: Int = #line"]
        out.line("public init(")
        out.nest { $0.lines(first + parameters(resource.fields) + last, separator: ",") }
        out.line(") {")
        out.nest { out in
            out.line("self.logicalID = logicalID")
            out.line("self.options = options")
            out.line("declared = SourceLocation(file: file, line: line)")
            assignments(resource.fields, into: &out)
        }
        out.line("}")
        properties(resource.fields, into: &out)
        let swiftName = "\(Self.namespace(of: resource.type)).\(resource.name)"
        out.line("")
        out.line("/// What `Ref` gives.")
        self.attribute("ref", resource.ref, "Reference.refAttribute", of: swiftName, into: &out)
        for attribute in resource.attributes {
            out.line("")
            let path = SourceText.literal(attribute.path)
            self.attribute(SwiftName.escaped(attribute.name), attribute.type, path, of: swiftName, into: &out)
        }
        for choice in resource.choices { write(choice, to: &out) }
        for declaration in resource.structs { write(declaration, to: &out) }
    }

    private func attribute(
        _ name: String, _ type: AttributeType, _ path: String, of resource: String, into out: inout SourceText
    ) {
        let text = "Text(.attribute(of: id, \(path)))"
        let value = type == .text ? text : "\(type.description(for: resource))(\(text))"
        out.line("public var \(name): \(type.description(for: resource)) { \(value) }")
    }

    private func write(_ declaration: StructDeclaration, to out: inout SourceText) {
        out.line("")
        out.line("public struct \(declaration.name): PropertyType {")
        out.nest { out in
            stored(declaration.fields, into: &out)
            out.line("")
            out.line("public init(")
            out.nest { $0.lines(parameters(declaration.fields), separator: ",") }
            out.line(") {")
            out.nest { assignments(declaration.fields, into: &$0) }
            out.line("}")
            properties(declaration.fields, into: &out)
            for choice in declaration.choices { write(choice, to: &out) }
        }
        out.line("}")
    }

    private func write(_ choice: ChoiceDeclaration, to out: inout SourceText) {
        out.line("")
        out.line("public struct \(choice.name): Choice {")
        out.nest { out in
            out.line("public let text: Text")
            out.line("public init(_ text: Text) { self.text = text }")
            for item in choice.cases {
                let name = SwiftName.escaped(item.name)
                out.line("public static var \(name): Self { Self(\(SourceText.literal(item.word))) }")
            }
        }
        out.line("}")
    }

    private func stored(_ fields: [Field], into out: inout SourceText) {
        for field in fields {
            if !field.notes.isEmpty { out.line("/// " + field.notes.joined(separator: " ")) }
            let wrapper = field.boxed ? "@Indirect " : ""
            let type = field.required ? "\(field.type)" : field.type.optional
            out.line("\(wrapper)public var \(SwiftName.escaped(field.name)): \(type)")
        }
    }

    /// Required ones first, each group in the order of the names.
    private func parameters(_ fields: [Field]) -> [String] {
        fields.filter(\.required).map { "\(SwiftName.escaped($0.name)): \($0.type)" }
            + fields.filter { !$0.required }.map { "\(SwiftName.escaped($0.name)): \($0.type.optional) = nil" }
    }

    private func assignments(_ fields: [Field], into out: inout SourceText) {
        for field in fields { out.line("self.\(field.name) = \(SwiftName.escaped(field.name))") }
    }

    private func properties(_ fields: [Field], into out: inout SourceText) {
        out.line("")
        guard !fields.isEmpty else { return out.line("public var properties: Value { PropertyMap().value }") }
        out.line("public var properties: Value {")
        out.nest { out in
            out.line("var map = PropertyMap()")
            for field in fields {
                let label = field.type.isListOfExistentials ? "references: " : ""
                out.line("map.put(\(SourceText.literal(field.key)), \(label)\(SwiftName.escaped(field.name)))")
            }
            out.line("return map.value")
        }
        out.line("}")
    }
}
