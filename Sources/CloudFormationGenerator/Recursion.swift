/// Finds the fields through which a struct would contain itself.
enum Recursion {
    /// The structs with those fields stored outside; lists and maps store outside by themselves.
    static func boxed(_ structs: [StructDeclaration]) -> [StructDeclaration] {
        var contained: [String: [String]] = [:]
        for declaration in structs {
            contained[declaration.name] = declaration.fields.compactMap { $0.type.containedStruct }
        }
        return structs.map { declaration in
            var declaration = declaration
            for (index, field) in declaration.fields.enumerated() {
                guard let target = field.type.containedStruct else { continue }
                declaration.fields[index].boxed = reaches(declaration.name, from: target, in: contained)
            }
            return declaration
        }
    }

    private static func reaches(_ goal: String, from start: String, in contained: [String: [String]]) -> Bool {
        var seen: Set<String> = []
        var open = [start]
        while let name = open.popLast() {
            if name == goal { return true }
            guard seen.insert(name).inserted else { continue }
            open += contained[name] ?? []
        }
        return false
    }
}

extension SwiftType {
    /// The struct whose storage lies inside.
    fileprivate var containedStruct: String? {
        if case .named(let name) = self { name } else { nil }
    }
}
