import CloudFormation

/// What CloudFormation itself would refuse, said before it is asked.
enum TemplateRules {
    static let all = [sections, dangling, cycle, ArgumentRules.arguments, identifier, readOnly]

    private static let known: Set<String> = [
        "AWSTemplateFormatVersion", "Description", "Metadata", "Parameters", "Mappings", "Conditions", "Rules",
        "Transform", "Resources", "Outputs", "Hooks", "Globals",
    ]

    static let sections = Rule(
        "SL-TPL-001", "A template is a map of known sections with at least one resource, each with a type.",
        fix: "Correct the section or the resource."
    ) { subject in
        // A macro may take whatever it likes.
        guard subject.document.root["Transform"] == nil else { return [] }
        var found: [Breach] = []
        if subject.document.resources.isEmpty {
            found.append(Breach(id: "Resources", path: ["Resources"], "there is no resource"))
        }
        if case .map(let sections) = subject.document.root {
            found += sections.filter { !known.contains($0.key) }.map {
                Breach(id: $0.key, path: [$0.key], "it is no section of a template")
            }
        }
        found += subject.resources.compactMap { resource in
            let parts = resource.type.split(separator: "::", omittingEmptySubsequences: false)
            let isType = (parts.count >= 3 || (parts.count == 2 && parts[0] == "Custom")) && !parts.contains("")
            if !isType { return Breach(resource, "\"\(resource.type)\" is no resource type") }
            guard let properties = resource.body["Properties"], properties.intrinsic == nil else { return nil }
            guard case .map = properties else {
                return Breach(resource, at: ["Properties"], "its properties are no map")
            }
            return nil
        }
        return found
    }

    private static let pseudo: Set<String> = Set(Pseudo.allCases.map(\.rawValue)).union([
        "AWS::NoValue", "AWS::NotificationARNs",
    ])

    static let dangling = Rule(
        "SL-TPL-002", "A reference to what is not in the template fails the deploy.",
        fix: "Correct the name, or add what it names."
    ) { subject in
        // A macro may add what is missing here.
        guard subject.document.root["Transform"] == nil else { return [] }
        let parameters = Set(subject.document.section("Parameters").map(\.key))
        let conditions = Set(subject.document.section("Conditions").map(\.key))
        var found: [Breach] = []
        for section in ["Resources", "Outputs", "Conditions"] {
            for entry in subject.document.section(section) {
                entry.value.walk([section, entry.key]) { path, value in
                    if let call = value.intrinsic {
                        if call.key == "Fn::If", case .list(let parts) = call.value, let name = parts.first?.literal,
                            !conditions.contains(name)
                        {
                            found.append(Breach(id: entry.key, path: path, "there is no condition \(name)"))
                        }
                        guard ["Ref", "Fn::GetAtt", "Fn::Sub"].contains(call.key) else { return }
                        let names = call.key == "Fn::Sub" ? holes(of: call.value) : value.referredNames
                        for name in names where !name.contains("::") || !pseudo.contains(name) {
                            let id = String(name.prefix { $0 != "." })
                            let isAttribute = call.key == "Fn::GetAtt" || name.contains(".")
                            if subject[id] == nil, isAttribute || !parameters.contains(name) {
                                found.append(Breach(id: entry.key, path: path, "there is no \(id)"))
                            }
                        }
                    }
                }
            }
        }
        for resource in subject.resources {
            for id in resource.dependsOn where subject[id] == nil {
                found.append(Breach(resource, at: ["DependsOn"], "there is no \(id)"))
            }
            if let name = resource.body["Condition"]?.literal, !conditions.contains(name) {
                found.append(Breach(resource, at: ["Condition"], "there is no condition \(name)"))
            }
        }
        return found
    }

    /// The holes of one `Fn::Sub` alone: what its map holds is met on the way.
    private static func holes(of argument: Value) -> [String] {
        guard case .list(let parts) = argument else { return Value.holes(in: argument.literal ?? "") }
        let own: Set<String> = if parts.count > 1, case .map(let map) = parts[1] { Set(map.map(\.key)) } else { [] }
        return Value.holes(in: parts.first?.literal ?? "").filter { !own.contains($0) }
    }

    static let cycle = Rule(
        "SL-TPL-003", "Resources that need one another can not be made.",
        fix: "Name one of them, so that the other need not wait."
    ) { subject in
        let needs = Dictionary(
            subject.resources.map { resource in
                (resource.id, Set((resource.body["Properties"]?.referredIDs ?? []) + resource.dependsOn))
            }
        ) { first, _ in first }
        var waiting = Set(needs.keys)
        while true {
            let free = waiting.filter { needs[$0, default: []].isDisjoint(with: waiting) }
            if free.isEmpty { break }
            waiting.subtract(free)
        }
        guard var current = waiting.min() else { return [] }
        var path: [String] = []
        while !path.contains(current) {
            path.append(current)
            guard let next = needs[current, default: []].intersection(waiting).min() else { return [] }
            current = next
        }
        let round = Array(path.drop { $0 != current }) + [current]
        return [
            Breach(
                id: current, path: ["Resources", current],
                "these wait for one another: \(round.joined(separator: " → "))")
        ]
    }

    static let identifier = Rule(
        "SL-TPL-005", "Logical ids are 1 to 255 letters and digits.",
        fix: "Rename it; a deployed resource is replaced by that."
    ) { subject in
        ["Resources", "Parameters", "Outputs"].flatMap { section in
            subject.document.section(section).filter { entry in
                let isName =
                    (1...255).contains(entry.key.utf8.count)
                    && entry.key.utf8.allSatisfy {
                        (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0)
                    }
                return !isName && !entry.key.hasPrefix("Fn::")
            }.map { Breach(id: $0.key, path: [section, $0.key], "\"\($0.key.prefix(60))\" is no logical id") }
        }
    }

    static let readOnly = Rule(
        "SL-TPL-006", "A property that the service alone sets is refused.", fix: "Leave it out."
    ) { subject in
        subject.resources.flatMap { resource -> [Breach] in
            guard case .map(let properties)? = resource.body["Properties"], let facts = ResourceFacts.of(resource.type)
            else {
                return []
            }
            return properties.filter { facts.readOnly.contains($0.key) }.map {
                Breach(resource, at: ["Properties", $0.key], "\($0.key) can not be set")
            }
        }
    }
}
