import CloudFormation

/// Names that name something: resources, parameters, conditions, mappings, attributes.
enum ReferenceRules {
    static let all = [dangling, attribute]

    private static let pseudo: Set<String> = Set(Pseudo.allCases.map(\.rawValue)).union([
        "AWS::NoValue", "AWS::NotificationARNs",
    ])

    static let dangling = Rule(
        "SL-TPL-002", "A reference to what is not in the template fails the deploy.",
        fix: "Correct the name, or add what it names."
    ) { subject in
        // A macro may add what is missing here.
        guard subject.document.root["Transform"] == nil else { return [] }
        let names = Names(subject)
        var found: [Breach] = []
        for section in ["Resources", "Outputs", "Conditions"] {
            for entry in subject.document.section(section) {
                entry.value.walk([section, entry.key]) { path, value in
                    for fault in faults(of: value, in: section, names) {
                        found.append(Breach(id: entry.key, path: path, fault))
                    }
                }
                guard section != "Conditions", let name = entry.value["Condition"]?.literal else { continue }
                if let fault = names.lacking(name, "condition", names.conditions) {
                    found.append(Breach(id: entry.key, path: [section, entry.key, "Condition"], fault))
                }
            }
        }
        for resource in subject.resources {
            for id in resource.dependsOn where !names.isResource(id) {
                found.append(Breach(resource, at: ["DependsOn"], names.lacking(id, "resource", names.resources) ?? ""))
            }
        }
        return found
    }

    /// What a template declares.
    private struct Names {
        let resources: Set<String>
        let parameters: Set<String>
        let conditions: Set<String>
        let mappings: [String: Value]
        /// Logical ids of modules: what they hold is named by their id and its own.
        let modules: [String]

        init(_ subject: PolicySubject) {
            func keys(_ section: String) -> Set<String> { Set(subject.document.section(section).map(\.key)) }
            resources = Set(subject.resources.map(\.id))
            parameters = keys("Parameters")
            conditions = keys("Conditions")
            mappings = Dictionary(subject.document.section("Mappings").map { ($0.key, $0.value) }) { $1 }
            modules = subject.resources.filter { $0.type.hasSuffix("::MODULE") }.map(\.id)
        }

        func isResource(_ id: String) -> Bool {
            resources.contains(id) || modules.contains { id.hasPrefix($0) }
        }

        func lacking(_ name: String, _ what: String, _ known: Set<String>) -> String? {
            guard !known.contains(name) else { return nil }
            let word = what == "resource" ? "" : "\(what) "
            return "there is no \(word)\(name.prefix(80))\(NearestName.hint(name, in: known))"
        }
    }

    private static func faults(of value: Value, in section: String, _ names: Names) -> [String] {
        // Inside of conditions a map of this one key names another condition.
        if section == "Conditions", case .map(let entries) = value, entries.count == 1, entries[0].key == "Condition",
            let name = entries[0].value.literal
        {
            return names.lacking(name, "condition", names.conditions).map { [$0] } ?? []
        }
        guard let call = value.intrinsic else { return [] }
        switch (call.key, call.value) {
        case ("Fn::If", .list(let parts)):
            return parts.first?.literal.flatMap { names.lacking($0, "condition", names.conditions) }.map { [$0] } ?? []
        case ("Fn::FindInMap", .list(let parts)): return mapping(parts, names).map { [$0] } ?? []
        case ("Ref", _), ("Fn::GetAtt", _): return value.referredNames.compactMap { hole($0, call.key, section, names) }
        case ("Fn::Sub", let argument): return holes(of: argument).compactMap { hole($0, call.key, section, names) }
        default: return []
        }
    }

    private static func mapping(_ parts: [Value], _ names: Names) -> String? {
        guard let name = parts.first?.literal, parts.count == 3 else { return nil }
        guard let mapping = names.mappings[name] else {
            return names.lacking(name, "mapping", Set(names.mappings.keys))
        }
        guard mapping.intrinsic == nil, let key = parts[1].literal, case .map(let rows) = mapping else { return nil }
        guard let row = rows.first(where: { $0.key == key }) else {
            return rows.contains { $0.key.hasPrefix("Fn::") } ? nil : "mapping \(name) has no \(key.prefix(80))"
        }
        guard let column = parts[2].literal, row.value[column] == nil else { return nil }
        return "\(key.prefix(80)) of mapping \(name) has no \(column.prefix(80))"
    }

    private static func hole(_ name: String, _ function: String, _ section: String, _ names: Names) -> String? {
        guard !name.contains("::") || !pseudo.contains(name) else { return nil }
        if name.hasPrefix("AWS::") { return "there is no \(name.prefix(80))\(NearestName.hint(name, in: pseudo))" }
        let id = String(name.prefix { $0 != "." })
        let isAttribute = function == "Fn::GetAtt" || name.contains(".")
        if section == "Conditions" {
            if names.parameters.contains(name) { return nil }
            return names.isResource(id)
                ? "a condition can not know the resource \(id)" : names.lacking(name, "parameter", names.parameters)
        }
        if names.isResource(id) || (!isAttribute && names.parameters.contains(name)) { return nil }
        if isAttribute, names.parameters.contains(id) { return "\(id) is a parameter, and those have no attributes" }
        return names.lacking(id, "resource", isAttribute ? names.resources : names.resources.union(names.parameters))
    }

    /// The holes of one `Fn::Sub` alone: what its map holds is met on the way.
    private static func holes(of argument: Value) -> [String] {
        guard case .list(let parts) = argument else { return Value.holes(in: argument.literal ?? "") }
        let own: Set<String> = if parts.count > 1, case .map(let map) = parts[1] { Set(map.map(\.key)) } else { [] }
        return Value.holes(in: parts.first?.literal ?? "").filter { !own.contains($0) }
    }

    static let attribute = Rule(
        "SL-TPL-006", "An attribute that the resource does not give fails the deploy.",
        fix: "Use one that its type gives back."
    ) { subject in
        guard subject.document.root["Transform"] == nil else { return [] }
        var found: [Breach] = []
        for section in ["Resources", "Outputs"] {
            for entry in subject.document.section(section) {
                entry.value.walk([section, entry.key]) { path, value in
                    guard let call = value.intrinsic else { return }
                    for (id, attribute) in attributes(call) {
                        guard let type = subject[id]?.type, let given = subject.attributes(of: type) else { continue }
                        let name = attribute.replacing(".", with: "/")
                        if given.contains(name) || given.contains(where: { name.hasPrefix($0 + "/") }) { continue }
                        let hint = NearestName.hint(attribute, in: given)
                        let fault = "\(type) gives back no \(attribute.prefix(80))\(hint)"
                        found.append(Breach(id: entry.key, path: path, fault))
                    }
                }
            }
        }
        return found
    }

    /// Resource and attribute of each hole.
    private static func attributes(_ call: Value.Entry) -> [(id: String, attribute: String)] {
        func split(_ name: String) -> (id: String, attribute: String)? {
            guard let dot = name.firstIndex(of: ".") else { return nil }
            return (String(name[..<dot]), String(name[name.index(after: dot)...]))
        }
        switch (call.key, call.value) {
        case ("Fn::GetAtt", .list(let parts)):
            guard parts.count == 2, let id = parts[0].literal, let name = parts[1].literal else { return [] }
            return [(id, name)]
        case ("Fn::GetAtt", let text): return text.literal.flatMap(split).map { [$0] } ?? []
        case ("Fn::Sub", let argument): return holes(of: argument).compactMap(split)
        default: return []
        }
    }
}

extension PolicySubject {
    /// What `Fn::GetAtt` may ask of a type: all it sets itself, and (some types) what was given; nil when not known.
    fileprivate func attributes(of type: String) -> Set<String>? {
        guard let facts = ResourceFacts.of(type) else { return nil }
        return Set(facts.readOnly.paths + facts.primaryIdentifier.paths + facts.createOnly.paths)
    }
}
