public import CloudFormation

/// A CloudFormation template: what one stack of AWS resources is made from.
public struct Template: Hashable, Sendable {
    public let description: String
    public let parameters: [TemplateParameter]
    public let entries: [TemplateEntry]
    public let outputs: [Output]
    /// Parameters that stand for attributes of Snowflake objects.
    public let handedOver: [Reference: String]

    /// The template as YAML: block style, short-form intrinsics, the same bytes for the same declaration.
    public var yaml: String { YAML.encode(node) }

    private var node: YAML.Node {
        var sections: [YAML.Node.Pair] = [
            pair("AWSTemplateFormatVersion", string("2010-09-09")),
            pair("Description", string(description)),
        ]
        if !parameters.isEmpty {
            sections.append(pair("Parameters", map(parameters.map { pair($0.name, node(of: $0)) })))
        }
        sections.append(pair("Resources", map(entries.map { pair($0.logicalID.name, node(of: $0)) })))
        if !outputs.isEmpty { sections.append(pair("Outputs", map(outputs.map { pair($0.name, node(of: $0)) }))) }
        return map(sections)
    }

    private func node(of parameter: TemplateParameter) -> YAML.Node {
        var pairs = [pair("Type", string("String")), pair("Description", string(parameter.description))]
        if let pattern = parameter.allowedPattern { pairs.append(pair("AllowedPattern", string(pattern))) }
        if parameter.noEcho { pairs.append(pair("NoEcho", node(of: true))) }
        return map(pairs)
    }

    private func node(of entry: TemplateEntry) -> YAML.Node {
        var pairs = [pair("Type", string(entry.type))]
        if !entry.options.dependsOn.isEmpty {
            pairs.append(pair("DependsOn", .sequence(entry.options.dependsOn.map { string($0.name) }, tag: nil)))
        }
        if let policy = entry.options.deletionPolicy { pairs.append(pair("DeletionPolicy", string(policy.rawValue))) }
        if let policy = entry.options.updateReplacePolicy {
            pairs.append(pair("UpdateReplacePolicy", string(policy.rawValue)))
        }
        if let metadata = entry.options.metadata { pairs.append(pair("Metadata", node(of: metadata))) }
        if case .map(let properties) = entry.properties, !properties.isEmpty {
            pairs.append(pair("Properties", node(of: entry.properties)))
        }
        return map(pairs)
    }

    private func node(of output: Output) -> YAML.Node {
        map([pair("Description", string(output.description)), pair("Value", node(of: output.value))])
    }

    private func node(of value: Value) -> YAML.Node {
        switch value {
        case .text(let text): node(of: text)
        case .int(let number): .scalar("\(number)", tag: nil, isPlain: true)
        case .double(let number):
            .scalar(Int(exactly: number).map { "\($0)" } ?? "\(number)", tag: nil, isPlain: true)
        case .bool(let bool): .scalar(bool ? "true" : "false", tag: nil, isPlain: true)
        case .list(let items): .sequence(items.map { node(of: $0) }, tag: nil)
        // A function that a resource wrote out, all of it known.
        case .map where value.intrinsic != nil && value.texts.allSatisfy({ $0.known != nil }):
            TemplateWriter.node(of: value)
        case .map(let entries): map(entries.map { pair($0.key, node(of: $0.value)) })
        }
    }

    /// A text without holes is itself, a lone hole `Ref` or `GetAtt`, a mixture `Sub`.
    private func node(of text: Text) -> YAML.Node {
        let segments = text.segments.filter { if case .mention = $0 { false } else { true } }
        if segments.count == 1, case .reference(let reference) = segments[0] {
            let name = holeName(reference)
            return .scalar(name, tag: name.contains(".") ? "!GetAtt" : "!Ref", isPlain: true)
        }
        if let known = text.known { return string(known) }
        let body = segments.map { segment in
            switch segment {
            case .literal(let part): part.replacing("${", with: "${!")
            case .reference(let reference): "${\(holeName(reference))}"
            case .mention: ""
            }
        }
        return .scalar(body.joined(), tag: "!Sub", isPlain: true)
    }

    private func holeName(_ reference: Reference) -> String {
        if let parameter = handedOver[reference] { return parameter }
        switch reference {
        case .account(let pseudo): return pseudo.rawValue
        case .parameter(let name): return name
        case .attribute(let resource, Reference.refAttribute): return resource
        case .attribute(let resource, let attribute): return "\(resource).\(attribute)"
        }
    }

    private func string(_ string: String) -> YAML.Node {
        .scalar(string, tag: nil, isPlain: !PlainScalar.isAmbiguous(string))
    }

    private func pair(_ key: String, _ value: YAML.Node) -> YAML.Node.Pair { YAML.Node.Pair(key: key, value: value) }

    private func map(_ pairs: [YAML.Node.Pair]) -> YAML.Node { .mapping(pairs, tag: nil) }
}
