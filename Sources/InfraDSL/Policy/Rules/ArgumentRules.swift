import CloudFormation

/// Functions called as the reference says (Intrinsic function reference).
enum ArgumentRules {
    /// How many arguments a function that takes a list wants.
    private static let counts: [String: ClosedRange<Int>] = [
        "Fn::GetAtt": 2...2, "Fn::Join": 2...2, "Fn::Select": 2...2, "Fn::Split": 2...2, "Fn::Equals": 2...2,
        "Fn::If": 3...3, "Fn::Not": 1...1, "Fn::And": 2...10, "Fn::Or": 2...10, "Fn::FindInMap": 3...4,
        "Fn::Cidr": 2...3, "Fn::Contains": 2...2, "Fn::EachMemberEquals": 2...2, "Fn::EachMemberIn": 2...2,
    ]

    /// The first argument of these is written out, unless an extension of the language says otherwise.
    private static let literalFirst: [String: String] = [
        "Fn::Join": "a delimiter", "Fn::Split": "a delimiter", "Fn::If": "the name of a condition",
        "Fn::GetAtt": "the logical id of a resource",
    ]

    static let arguments = Rule(
        "SL-TPL-004", "A function called with the wrong arguments fails the deploy.",
        fix: "Give it what the reference says."
    ) { subject in
        // A macro may take its own forms, and the language extensions take functions as names.
        let isExtended = subject.document.root["Transform"] != nil
        var found: [Breach] = []
        for section in ["Resources", "Outputs", "Conditions"] {
            for entry in subject.document.section(section) {
                entry.value.walk([section, entry.key]) { path, value in
                    guard let call = value.intrinsic, let fault = fault(call, isExtended) else { return }
                    found.append(Breach(id: entry.key, path: path, fault))
                }
            }
        }
        return found
    }

    private static func fault(_ call: Value.Entry, _ isExtended: Bool) -> String? {
        guard Intrinsic.shortName(call.key) != nil || call.key.hasPrefix("Fn::ForEach") else {
            return isExtended
                ? nil
                : "there is no \(call.key)\(NearestName.hint(call.key, in: Intrinsic.shortNames.map(Intrinsic.longName)))"
        }
        // What another function makes is known at deploy only.
        if let inner = call.value.intrinsic, isExtended || inner.key == "Fn::Transform" { return nil }
        switch call.key {
        case "Ref": return call.value.literal == nil ? "Ref wants a name" : nil
        case "Fn::Sub": return sub(call.value, isExtended)
        case "Fn::Base64", "Fn::ImportValue", "Fn::GetAZs":
            return call.value.isScalarOrCall ? nil : "\(call.key) wants a string"
        default: break
        }
        if call.key == "Fn::GetAtt", case .text(let text) = call.value {
            return text.known?.contains(".") ?? false ? nil : "Fn::GetAtt wants a resource and an attribute"
        }
        guard let wanted = counts[call.key] else { return nil }
        guard case .list(let parts) = call.value else { return "\(call.key) wants a list" }
        guard wanted.contains(parts.count) else {
            let range = wanted.count == 1 ? "\(wanted.lowerBound)" : "\(wanted.lowerBound) to \(wanted.upperBound)"
            return "\(call.key) wants \(range) arguments, not \(parts.count)"
        }
        return isExtended ? nil : kinds(call.key, parts)
    }

    private static func sub(_ argument: Value, _ isExtended: Bool) -> String? {
        guard case .list(let parts) = argument else {
            return argument.literal == nil ? "Fn::Sub wants a string" : nil
        }
        guard parts.count == 2, parts[0].literal != nil || isExtended, case .map = parts[1] else {
            return "Fn::Sub wants a string, or a string and a map"
        }
        return nil
    }

    /// What each argument must be, where it is written out.
    private static func kinds(_ name: String, _ parts: [Value]) -> String? {
        if let what = literalFirst[name], parts[0].literal == nil { return "the first argument of \(name) is \(what)" }
        switch name {
        case "Fn::Join": return parts[1].isListOrCall ? nil : "the second argument of Fn::Join is a list"
        case "Fn::Split": return parts[1].isScalarOrCall ? nil : "the second argument of Fn::Split is a string"
        case "Fn::Select":
            guard parts[1].isListOrCall else { return "the second argument of Fn::Select is a list" }
            guard parts[0].intrinsic == nil else { return nil }
            guard let index = parts[0].number, index >= 0 else { return "the first argument of Fn::Select is an index" }
            guard case .list(let items) = parts[1], index >= items.count else { return nil }
            return "Fn::Select takes item \(index), and the list has \(items.count), counted from 0"
        case "Fn::GetAtt":
            guard let id = parts[0].literal, id.contains(".") else { return nil }
            return "the logical id \(id.prefix(60)) of Fn::GetAtt has a dot; the attribute is the second argument"
        default: return nil
        }
    }
}

extension Value {
    /// A string, or a function that may give one.
    fileprivate var isScalarOrCall: Bool { intrinsic != nil || literal != nil }

    /// A list, or a function that may give one.
    fileprivate var isListOrCall: Bool {
        if case .list = self { return true }
        return intrinsic != nil
    }
}
