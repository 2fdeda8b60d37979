/// Which properties and attributes are references, and to what.
extension Translation {
    /// What a property that holds a text refers to; nil for one that takes any characters.
    func reference(_ node: SchemaNode) throws(SchemaProblem) -> ReferenceType? {
        guard !isOwnName(node) else { return nil }
        if let known = KnownReferences.targets(of: schema.type, at: node.path) { return spelled(known) }
        let targets = try targets(of: node)
        if !targets.isEmpty { return spelled(targets) }
        let name = node.path.split(separator: "/").last { $0 != "items" } ?? ""
        let isARN = ["Arn", "ARN", "Arns", "ARNs"].contains { name.hasSuffix($0) }
        return isARN || KnownReferences.takesAnyARN(schema.type, at: node.path) ? .anyARN : nil
    }

    /// The targets that a schema itself states: by its format, its relationship, or those of its alternatives.
    private func targets(of node: SchemaNode) throws(SchemaProblem) -> [ReferenceTarget] {
        var targets: [ReferenceTarget] = []
        if let format = try node["format"]?.string(), let target = ReferenceTarget(format: format) {
            targets.append(target)
        }
        if let relation = node["relationshipRef"], let type = try relation["typeName"]?.string(),
            let path = try relation["propertyPath"]?.string(),
            let kind = ReferenceTarget.Kind(attribute: String(path.split(separator: "/").last ?? ""))
        {
            targets.append(ReferenceTarget(type, kind))
        }
        for alternative in try node.alternatives() { targets += try self.targets(of: alternative) }
        return targets
    }

    private func spelled(_ targets: [ReferenceTarget]) -> ReferenceType? {
        let types = Set(targets.map(\.type))
        let kinds = Set(targets.map(\.kind))
        let onlyARNs = kinds == [.arn]
        // Of several types, the one most targets speak of: a subnet's own security group is a security group.
        let counts = types.map { type in (type, targets.count { $0.type == type }) }
        let first = counts.max { ($0.1, $1.0) < ($1.1, $0.0) }?.0
        guard let type = types.count == 1 || kinds == [.id] ? first : nil, let name = known[type] else {
            return onlyARNs ? .anyARN : nil
        }
        guard let kind = kinds.first, kinds.count == 1 else { return .anyDesignator(swiftName: name) }
        return .exactly(kind, swiftName: name)
    }

    /// A resource is given its name as characters.
    private func isOwnName(_ node: SchemaNode) -> Bool {
        let parts = node.path.split(separator: "/")
        guard parts.count == 2, parts[0] == "properties" else { return false }
        return parts[1] == "Name" || parts[1] == "\(schema.type.resource)Name" || parts[1] == "GroupName"
    }

    /// What an attribute at a path is of the resource itself: `Arn`, `RoleName`, `VpcId`.
    func attributeType(_ path: String) -> AttributeType {
        let own = "\(schema.type.resource)".lowercased()
        let name = path.lowercased()
        let primary = primaryIdentifier == path
        guard let kind = ReferenceTarget.Kind(attribute: path), !path.contains("/"), !path.hasSuffix("s") else {
            return path.hasSuffix("Arn") ? .anyARN : .text
        }
        switch kind {
        case .arn: return primary || name == "arn" || name == own + "arn" ? .own(.arn) : .anyARN
        case .name: return primary || name == "name" || name == own + "name" ? .own(.name) : .text
        case .id:
            let isID = ["id", own + "id", own + "url", "groupid"].contains(name)
            return primary || isID ? .own(.id) : .text
        }
    }

    /// What `Ref` gives: the primary identifier, when it is one value.
    var refType: AttributeType {
        if let kind = KnownReferences.ref(of: schema.type) { return .own(kind) }
        return primaryIdentifier.map(attributeType) ?? .text
    }

    private var primaryIdentifier: String? {
        let paths = (try? schema.paths("primaryIdentifier")) ?? []
        return paths.count == 1 ? paths[0] : nil
    }
}

/// How an attribute is typed.
enum AttributeType: Hashable {
    /// The resource's own ARN, name or id.
    case own(ReferenceTarget.Kind)
    /// An ARN of something else.
    case anyARN
    case text

    func description(for resource: String) -> String {
        switch self {
        case .own(let kind): ReferenceType.exactly(kind, swiftName: resource).description
        case .anyARN: "AnyARN"
        case .text: "Text"
        }
    }
}
