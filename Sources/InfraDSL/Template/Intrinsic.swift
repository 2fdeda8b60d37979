import CloudFormation

/// The functions a template may call, and their two spellings (Intrinsic function reference).
enum Intrinsic {
    /// As after the exclamation mark.
    static let shortNames: Set<String> = [
        "And", "Base64", "Cidr", "Condition", "Equals", "FindInMap", "GetAZs", "GetAtt", "GetStackOutput", "If",
        "ImportValue", "Join", "Length", "Not", "Or", "Ref", "Select", "Split", "Sub", "ToJsonString", "Transform",
        // In the Rules section alone.
        "Contains", "EachMemberEquals", "EachMemberIn", "RefAll", "ValueOf", "ValueOfAll",
    ]

    /// `Ref` and `Condition` stand alone, all others are `Fn::…`.
    static func longName(_ short: String) -> String {
        short == "Ref" || short == "Condition" ? short : "Fn::\(short)"
    }

    /// The short spelling of a key that calls a function; nil for a key that does not.
    static func shortName(_ key: String) -> String? {
        if key == "Ref" { return key }
        guard key.hasPrefix("Fn::") else { return nil }
        let short = String(key.dropFirst(4))
        return shortNames.contains(short) ? short : nil
    }
}

extension Value {
    /// The call a one-key map such as `{"Ref": …}` is.
    var intrinsic: Entry? {
        guard case .map(let entries) = self, entries.count == 1, let entry = entries.first,
            Intrinsic.shortName(entry.key) != nil || entry.key.hasPrefix("Fn::")
        else { return nil }
        return entry
    }
}
