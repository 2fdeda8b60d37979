package import CloudFormation

extension Value {
    /// The characters, when nothing is called.
    package var literal: String? {
        switch self {
        case .text(let text): text.known
        case .int(let number): "\(number)"
        case .double(let number): "\(number)"
        case .bool(let bool): bool ? "true" : "false"
        case .list, .map: nil
        }
    }

    var flag: Bool? {
        switch literal?.lowercased() {
        case "true": true
        case "false": false
        default: nil
        }
    }

    var number: Int? { literal.flatMap { Int($0) } }

    /// The items of a list, or the thing itself where one is allowed to stand alone; both sides of a choice.
    package var items: [Value] {
        branches.flatMap { branch -> [Value] in
            if case .list(let items) = branch { return items.flatMap(\.branches) }
            return [branch]
        }
    }

    /// What may stand here: the two sides of `Fn::If`, without those that stand for nothing.
    var branches: [Value] {
        if let call = intrinsic, call.key == "Fn::If", case .list(let parts) = call.value, parts.count == 3 {
            return parts[1].branches + parts[2].branches
        }
        if let call = intrinsic, call.key == "Ref", call.value.literal == "AWS::NoValue" { return [] }
        return [self]
    }

    /// The characters with holes as `${…}`; nil where something is computed that can not be said so.
    package var flat: String? {
        guard let call = intrinsic else { return literal }
        switch (call.key, call.value) {
        case ("Ref", let name): return name.literal.map { "${\($0)}" }
        case ("Fn::GetAtt", .list(let parts)):
            let names = parts.compactMap(\.literal)
            return names.count == parts.count ? "${\(names.joined(separator: "."))}" : nil
        case ("Fn::Sub", .text(let text)): return text.known
        case ("Fn::Sub", .list(let parts)): return parts.first?.literal
        case ("Fn::Join", .list(let parts)):
            guard parts.count == 2, let by = parts[0].literal, case .list(let items) = parts[1] else { return nil }
            let texts = items.compactMap(\.flat)
            return texts.count == items.count ? texts.joined(separator: by) : nil
        default: return nil
        }
    }

    /// The names in the holes of a `Fn::Sub`, without attribute; `${!x}` is text.
    static func holes(in text: String) -> [String] {
        guard text.utf8.contains(UInt8(ascii: "$")) else { return [] }
        var found: [String] = []
        var rest = text.utf8[...]
        while let dollar = rest.firstIndex(of: UInt8(ascii: "$")) {
            rest = rest[rest.index(after: dollar)...]
            guard rest.first == UInt8(ascii: "{") else { continue }
            let body = rest.dropFirst().prefix { ![UInt8(ascii: "{"), UInt8(ascii: "}")].contains($0) }
            guard body.endIndex < rest.endIndex, rest[body.endIndex] == UInt8(ascii: "}"), !body.isEmpty,
                body.first != UInt8(ascii: "!")
            else { continue }
            found.append(String(Substring(body)).trimmed)
            rest = rest[body.endIndex...]
        }
        return found
    }

    /// The characters between the holes of a `Fn::Sub`.
    static func withoutHoles(_ text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: "$")) else { return text }
        var result = ""
        var rest = text[...]
        while let start = rest.firstIndex(of: "$") {
            result += rest[..<start]
            let hole = rest[start...]
            guard hole.hasPrefix("${"), !hole.hasPrefix("${!"), let end = hole.firstIndex(of: "}") else {
                result += "$"
                rest = hole.dropFirst()
                continue
            }
            rest = hole[hole.index(after: end)...]
        }
        return result + rest
    }

    /// Whom the value calls by name, at any depth.
    var referredNames: [String] {
        switch self {
        case .text, .int, .double, .bool: return []
        case .list(let items): return items.flatMap(\.referredNames)
        case .map(let entries):
            guard let call = intrinsic else { return entries.flatMap(\.value.referredNames) }
            switch (call.key, call.value) {
            case ("Ref", let name): return name.literal.map { [$0] } ?? []
            case ("Fn::GetAtt", .list(let parts)): return parts.first?.literal.map { [$0] } ?? []
            case ("Fn::GetAtt", .text(let text)):
                return text.known.map { [String($0.prefix { $0 != "." })] } ?? []
            case ("Fn::Sub", .text(let text)): return Self.holes(in: text.known ?? "")
            case ("Fn::Sub", .list(let parts)):
                let own: Set<String> =
                    if parts.count > 1, case .map(let map) = parts[1] { Set(map.map(\.key)) } else { [] }
                let holes = Self.holes(in: parts.first?.literal ?? "").filter { !own.contains($0) }
                return holes + parts.dropFirst().flatMap(\.referredNames)
            default: return call.value.referredNames
            }
        }
    }

    /// The same without the attributes that `Fn::Sub` writes behind a dot.
    package var referredIDs: [String] { referredNames.map { String($0.prefix { $0 != "." }) } }

    /// Every place in the tree with what stands there.
    package func walk(_ path: [String] = [], _ visit: ([String], Value) -> Void) {
        visit(path, self)
        switch self {
        case .list(let items): for (index, item) in items.enumerated() { item.walk(path + ["\(index)"], visit) }
        case .map(let entries): for entry in entries { entry.value.walk(path + [entry.key], visit) }
        case .text, .int, .double, .bool: break
        }
    }
}

extension String {
    /// Without blanks at both ends.
    var trimmed: String {
        var rest = self[...]
        while rest.first?.isWhitespace ?? false { rest.removeFirst() }
        while rest.last?.isWhitespace ?? false { rest.removeLast() }
        return String(rest)
    }
}
