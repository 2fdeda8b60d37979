import CloudFormation

extension SchemaCheck {
    func checkMap(_ entries: [Value.Entry], _ node: SchemaNode, at path: [String], _ place: String) {
        // What `AWS::Include` or a loop puts in between is not known here.
        let isWhole = !entries.contains { $0.key.hasPrefix("Fn::") }
        for entry in entries where !entry.key.hasPrefix("Fn::") {
            checkMember(entry, node, at: path + [entry.key], place.isEmpty ? entry.key : "\(place)/\(entry.key)")
        }
        let given = Set(entries.filter { !$0.value.branches.isEmpty }.map(\.key))
        checkExclusions(given, node, at: path)
        guard isWhole else { return }
        for name in node.required where !given.contains(name) {
            fault(.missingProperty, at: path, "\(name) is missing")
        }
        for (key, others) in node.dependentRequired where given.contains(key) {
            for name in others where !given.contains(name) {
                fault(.missingProperty, at: path, "\(name) is missing, which \(key) wants")
            }
        }
        for names in [node.requiredXor, node.requiredOr] where !names.isEmpty && given.isDisjoint(with: names) {
            fault(.missingProperty, at: path, "one of \(names.joined(separator: ", ")) is missing")
        }
        if let least = node.limits.members.least, entries.count < least {
            fault(.outOfRange, at: path, "\(Self.name(path)) has fewer than \(least) properties")
        }
        if let most = node.limits.members.most, entries.count > most {
            fault(.outOfRange, at: path, "\(Self.name(path)) has more than \(most) properties")
        }
    }

    private func checkExclusions(_ given: Set<String>, _ node: SchemaNode, at path: [String]) {
        let both = node.requiredXor.filter(given.contains)
        if both.count > 1 { fault(.excluded, at: path, "\(both.joined(separator: " and ")) exclude one another") }
        var told: Set<Set<String>> = []
        for (key, others) in node.dependentExcluded where given.contains(key) {
            for name in others where given.contains(name) && told.insert([key, name]).inserted {
                fault(.excluded, at: path, "\(key) and \(name) exclude one another")
            }
        }
    }

    private func checkMember(_ entry: Value.Entry, _ node: SchemaNode, at path: [String], _ place: String) {
        if schema?.readOnly.contains(place) ?? false, !entry.value.branches.isEmpty {
            fault(.readOnly, at: path, "\(entry.key) can not be set")
            return
        }
        if let next = node.properties[entry.key] { return check(entry.value, next, at: path, place) }
        if let next = node.patternProperties.first(where: { matches(entry.key, $0.pattern) })?.node {
            return check(entry.value, next, at: path, place)
        }
        if let next = node.additional { return check(entry.value, next, at: path, place) }
        guard node.isClosed else { return }
        let whose = path.count == 4 ? "the type" : Self.name(Array(path.dropLast()))
        if node.patternProperties.isEmpty {
            let hint = NearestName.hint(entry.key, in: node.properties.keys)
            fault(.unknownProperty, at: path, "\(whose) has no property \(entry.key.prefix(80))\(hint)")
        } else if node.patternProperties.allSatisfy({ pattern($0.pattern) != nil }) {
            fault(.outOfRange, at: path, "\(entry.key.prefix(80)) is no key that \(whose) takes")
        }
    }
}
