import CloudFormation

/// What CloudFormation itself would refuse, said before it is asked.
enum TemplateRules {
    static let all = [sections, cycle, ArgumentRules.arguments, identifier] + ReferenceRules.all + ShapeRules.all

    private static let known: Set<String> = [
        "AWSTemplateFormatVersion", "Description", "Metadata", "Parameters", "Mappings", "Conditions", "Rules",
        "Transform", "Resources", "Outputs", "Hooks",
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
                let hint = NearestName.hint($0.key, in: known)
                return Breach(id: String($0.key.prefix(80)), path: [$0.key], "it is no section of a template\(hint)")
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

    static let cycle = Rule(
        "SL-TPL-003", "Resources that need one another can not be made.",
        fix: "Name one of them, so that the other need not wait."
    ) { subject in
        // These become several resources each, and what they name is needed by one of those.
        let resources = subject.resources.filter { !$0.type.hasPrefix("AWS::Serverless::") }
        let needs = Dictionary(
            resources.map { resource in
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
}
