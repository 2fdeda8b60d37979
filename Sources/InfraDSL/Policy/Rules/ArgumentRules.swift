import CloudFormation

/// Functions called as the reference says.
enum ArgumentRules {
    /// How many arguments a function that takes a list wants.
    private static let counts: [String: ClosedRange<Int>] = [
        "Fn::GetAtt": 2...2, "Fn::Join": 2...2, "Fn::Select": 2...2, "Fn::Split": 2...2, "Fn::Equals": 2...2,
        "Fn::If": 3...3, "Fn::Not": 1...1, "Fn::And": 2...10, "Fn::Or": 2...10, "Fn::FindInMap": 3...4,
        "Fn::Cidr": 2...3,
    ]

    static let arguments = Rule(
        "SL-TPL-004", "A function called with the wrong arguments fails the deploy.",
        fix: "Give it what the reference says."
    ) { subject in
        var found: [Breach] = []
        for section in ["Resources", "Outputs", "Conditions"] {
            for entry in subject.document.section(section) {
                entry.value.walk([section, entry.key]) { path, value in
                    guard let call = value.intrinsic, let fault = fault(call) else { return }
                    found.append(Breach(id: entry.key, path: path, fault))
                }
            }
        }
        return found
    }

    private static func fault(_ call: Value.Entry) -> String? {
        if call.key == "Ref" { return call.value.literal == nil ? "Ref wants a name" : nil }
        if call.key == "Fn::Sub" {
            guard case .list(let parts) = call.value else {
                return call.value.literal == nil ? "Fn::Sub wants a string" : nil
            }
            guard parts.count == 2, parts[0].literal != nil, case .map = parts[1] else {
                return "Fn::Sub wants a string, or a string and a map"
            }
            return nil
        }
        if call.key == "Fn::GetAtt", case .text(let text) = call.value {
            return text.known?.contains(".") ?? false ? nil : "Fn::GetAtt wants a resource and an attribute"
        }
        guard let wanted = counts[call.key] else {
            return Intrinsic.shortName(call.key) != nil || call.key.hasPrefix("Fn::ForEach")
                ? nil : "there is no \(call.key)"
        }
        guard case .list(let parts) = call.value else { return "\(call.key) wants a list" }
        let range = wanted.count == 1 ? "\(wanted.lowerBound)" : "\(wanted.lowerBound) to \(wanted.upperBound)"
        return wanted.contains(parts.count) ? nil : "\(call.key) wants \(range) arguments, not \(parts.count)"
    }
}
