import CloudFormation

/// What stands around properties: attributes of resources, parameters, outputs (Template anatomy).
enum ShapeRules {
    static let all = [resource, parameter, output, condition]

    private static let attributes: Set<String> = [
        "Type", "Properties", "DependsOn", "Condition", "Metadata", "DeletionPolicy", "UpdateReplacePolicy",
        "CreationPolicy", "UpdatePolicy",
    ]

    private static let policies: [String: [String]] = [
        "DeletionPolicy": ["Delete", "Retain", "RetainExceptOnCreate", "Snapshot"],
        "UpdateReplacePolicy": ["Delete", "Retain", "Snapshot"],
    ]

    static let resource = Rule(
        "SL-TPL-007", "What stands beside the properties of a resource is a short list.",
        fix: "Correct the attribute."
    ) { subject in
        // A macro has attributes of its own (`Connectors` and the like).
        guard subject.document.root["Transform"] == nil else { return [] }
        return subject.resources.flatMap { resource -> [Breach] in
            guard case .map(let entries) = resource.body else {
                return [Breach(resource, "it is no map")]
            }
            return entries.compactMap { entry in
                if !attributes.contains(entry.key), !entry.key.hasPrefix("Fn::"),
                    !(entry.key == "Version" && resource.isCustom)
                {
                    let hint = NearestName.hint(entry.key, in: attributes)
                    return Breach(
                        resource, at: [entry.key], "\(entry.key.prefix(80)) is no attribute of a resource\(hint)")
                }
                guard let words = policies[entry.key], let word = entry.value.literal, !words.contains(word) else {
                    return nil
                }
                let hint = NearestName.hint(word, in: words)
                return Breach(
                    resource, at: [entry.key], "\(entry.key) is none of \(words.joined(separator: ", "))\(hint)")
            }
        }
    }

    private static let parameterKeys: Set<String> = [
        "Type", "Default", "NoEcho", "AllowedValues", "AllowedPattern", "MaxLength", "MinLength", "MaxValue",
        "MinValue",
        "Description", "ConstraintDescription",
    ]

    static let parameter = Rule(
        "SL-TPL-008", "A parameter has a type, and a default that it takes itself.", fix: "Correct the parameter."
    ) { subject in
        guard subject.document.root["Transform"] == nil else { return [] }
        return subject.document.section("Parameters").compactMap { parameter in
            let place = ["Parameters", parameter.key]
            func breach(_ detail: String) -> Breach { Breach(id: parameter.key, path: place, detail) }
            guard case .map(let entries) = parameter.value else { return breach("it is no map") }
            if let other = entries.first(where: { !parameterKeys.contains($0.key) }) {
                let hint = NearestName.hint(other.key, in: parameterKeys)
                return breach("a parameter has no \(other.key.prefix(80))\(hint)")
            }
            guard let type = parameter.value["Type"]?.literal else { return breach("Type is missing") }
            guard isType(type) else { return breach("\(type.prefix(80)) is no type of a parameter") }
            let isList = type.contains("List")
            guard let text = parameter.value["Default"]?.literal else { return nil }
            let given = isList ? text.split(separator: ",").map { String($0).trimmed } : [text]
            let allowed = parameter.value["AllowedValues"]?.items.compactMap(\.literal) ?? []
            if !allowed.isEmpty, !allowed.contains(text), !given.allSatisfy(allowed.contains) {
                return breach("its default is none of AllowedValues")
            }
            if type == "Number", Double(text) == nil { return breach("its default is no number") }
            return nil
        }
    }

    private static func isType(_ type: String) -> Bool {
        if ["String", "Number", "CommaDelimitedList", "List<Number>", "List<String>"].contains(type) { return true }
        let isService = type.wholeMatch(of: /(List<)?AWS::[A-Za-z0-9]+::[A-Za-z0-9:.]+(::Id|<.+>|::Name|::KeyName)?>?/)
        return isService != nil
    }

    static let output = Rule(
        "SL-TPL-009", "An output is a value, and perhaps a name to export it under.", fix: "Correct the output."
    ) { subject in
        guard subject.document.root["Transform"] == nil else { return [] }
        let known: Set<String> = ["Value", "Description", "Export", "Condition"]
        return subject.document.section("Outputs").filter { !$0.key.hasPrefix("Fn::") }.compactMap { output in
            func breach(_ detail: String) -> Breach { Breach(id: output.key, path: ["Outputs", output.key], detail) }
            guard case .map(let entries) = output.value else { return breach("it is no map") }
            if let other = entries.first(where: { !known.contains($0.key) && !$0.key.hasPrefix("Fn::") }) {
                return breach("an output has no \(other.key.prefix(80))\(NearestName.hint(other.key, in: known))")
            }
            guard output.value["Value"] != nil else { return breach("Value is missing") }
            if let export = output.value["Export"], export.intrinsic == nil, export["Name"] == nil {
                return breach("Export is a map with a Name")
            }
            return nil
        }
    }

    static let condition = Rule(
        "SL-TPL-010", "A condition is one function that is true or false, and does not rest on itself.",
        fix: "Write it as one Fn::Equals, Fn::And, Fn::Or or Fn::Not."
    ) { subject in
        guard subject.document.root["Transform"] == nil else { return [] }
        let conditions = subject.document.section("Conditions").filter { !$0.key.hasPrefix("Fn::") }
        func breach(_ id: String, _ detail: String) -> Breach { Breach(id: id, path: ["Conditions", id], detail) }
        let functions: Set<String> = ["Fn::Equals", "Fn::And", "Fn::Or", "Fn::Not", "Condition", "Fn::Contains"]
        var found = conditions.compactMap { condition -> Breach? in
            guard case .map(let entries) = condition.value, entries.count == 1, functions.contains(entries[0].key)
            else {
                return breach(condition.key, "it is no condition")
            }
            return nil
        }
        let needs = Dictionary(conditions.map { ($0.key, Set($0.value.conditionNames)) }) { $1 }
        for condition in conditions {
            var reached: Set<String> = []
            var next = needs[condition.key, default: []]
            while let name = next.popFirst() {
                if reached.insert(name).inserted { next.formUnion(needs[name, default: []].subtracting(reached)) }
            }
            if reached.contains(condition.key) { found.append(breach(condition.key, "it rests on itself")) }
        }
        return found
    }
}

extension Value {
    /// The conditions that a condition names.
    fileprivate var conditionNames: [String] {
        switch self {
        case .text, .int, .double, .bool: []
        case .list(let items): items.flatMap(\.conditionNames)
        case .map(let entries):
            entries.flatMap { entry in
                if entry.key == "Condition", let name = entry.value.literal { return [name] }
                return entry.value.conditionNames
            }
        }
    }
}

extension SubjectResource {
    /// Made by a program of the template's author.
    fileprivate var isCustom: Bool { type.hasPrefix("Custom::") || type == "AWS::CloudFormation::CustomResource" }
}
