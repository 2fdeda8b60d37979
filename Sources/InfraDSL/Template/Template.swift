public import CloudFormation

/// A CloudFormation template: what one stack of AWS resources is made from.
public struct Template: Hashable, Sendable {
    public let description: String
    public let parameters: [TemplateParameter]
    public let mappings: [TemplateMapping]
    public let conditions: [TemplateCondition]
    public let entries: [TemplateEntry]
    public let outputs: [Output]
    /// Parameters that stand for attributes of Snowflake objects.
    public let handedOver: [Reference: String]

    /// The template as YAML: block style, short-form intrinsics, the same bytes for the same declaration.
    public var yaml: String { YAML.encode(node) }

    private var node: YAML.Node {
        let sections = [
            pair("AWSTemplateFormatVersion", string("2010-09-09")),
            pair("Description", string(description)),
            section("Parameters", parameters.map { pair($0.name, node(of: $0)) }),
            section("Mappings", mappings.map { pair($0.name, node(of: $0.table)) }),
            section("Conditions", conditions.map { pair($0.name, node(of: $0.test)) }),
            pair("Resources", map(entries.map { pair($0.logicalID.name, node(of: $0)) })),
            section("Outputs", outputs.map { pair($0.name, node(of: $0)) }),
        ]
        return map(sections.compactMap { $0 })
    }

    /// Nil for a section without anything in it, which CloudFormation does not take.
    private func section(_ name: String, _ pairs: [YAML.Node.Pair]) -> YAML.Node.Pair? {
        pairs.isEmpty ? nil : pair(name, map(pairs))
    }

    private func node(of parameter: TemplateParameter) -> YAML.Node {
        var pairs = [pair("Type", string(parameter.type)), pair("Description", string(parameter.description))]
        if let value = parameter.defaultValue { pairs.append(pair("Default", string(value))) }
        if !parameter.allowedValues.isEmpty {
            pairs.append(pair("AllowedValues", .sequence(parameter.allowedValues.map(string), tag: nil)))
        }
        if let pattern = parameter.allowedPattern { pairs.append(pair("AllowedPattern", string(pattern))) }
        if parameter.noEcho { pairs.append(pair("NoEcho", node(of: true))) }
        return map(pairs)
    }

    private func node(of entry: TemplateEntry) -> YAML.Node {
        var pairs = [pair("Type", string(entry.type))]
        if let condition = entry.options.condition { pairs.append(pair("Condition", string(condition.name))) }
        if !entry.options.dependsOn.isEmpty {
            pairs.append(pair("DependsOn", .sequence(entry.options.dependsOn.map { string($0.name) }, tag: nil)))
        }
        if let policy = entry.options.creationPolicy { pairs.append(pair("CreationPolicy", node(of: policy))) }
        if let policy = entry.options.updatePolicy { pairs.append(pair("UpdatePolicy", node(of: policy))) }
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
        var pairs = [pair("Description", string(output.description)), pair("Value", node(of: output.value))]
        if let name = output.exportName { pairs.append(pair("Export", map([pair("Name", string(name))]))) }
        return map(pairs)
    }

    func node(of value: Value) -> YAML.Node {
        switch value {
        case .text(let text): node(of: text)
        case .int(let number): .scalar("\(number)", tag: nil, isPlain: true)
        case .double(let number):
            .scalar(Int(exactly: number).map { "\($0)" } ?? "\(number)", tag: nil, isPlain: true)
        case .bool(let bool): .scalar(bool ? "true" : "false", tag: nil, isPlain: true)
        case .list(let items): .sequence(items.map { node(of: $0) }, tag: nil)
        case .map(let entries):
            value.intrinsic.map(node(ofCall:)) ?? map(entries.map { pair($0.key, node(of: $0.value)) })
        }
    }

    func string(_ string: String) -> YAML.Node {
        .scalar(string, tag: nil, isPlain: !PlainScalar.isAmbiguous(string))
    }

    func pair(_ key: String, _ value: YAML.Node) -> YAML.Node.Pair { YAML.Node.Pair(key: key, value: value) }

    func map(_ pairs: [YAML.Node.Pair]) -> YAML.Node { .mapping(pairs, tag: nil) }
}
