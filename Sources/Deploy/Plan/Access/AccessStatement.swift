import CloudFormation
import InfraDSL

/// One statement of a policy document (IAM user guide, "IAM JSON policy elements reference"), with holes where the template
/// has intrinsics.
struct AccessStatement: Hashable, Sendable {
    let sid: String?
    let isAllow: Bool
    let actions: Selection
    /// Every resource where a document has none: a trust policy speaks of its role.
    let resources: Selection
    /// `AWS arn:…`, `Service lambda.amazonaws.com`, `*`; nil in a policy of an identity.
    let principals: Selection?
    let conditions: [Condition]
    /// Something stands in it that can not be read, such as a `Fn::FindInMap`.
    let isOpaque: Bool

    /// `Action` or `NotAction`, and so on.
    struct Selection: Hashable, Sendable {
        var items: Set<Glob>
        /// Everything but the items.
        var isNegated = false
    }

    /// One key under one operator.
    struct Condition: Hashable, Sendable {
        /// Such as `StringEquals`, `ForAllValues:StringLike`.
        let test: String
        /// Lower case: keys are compared so.
        let key: String
        let values: Set<Glob>
    }

    /// The statements of a document; nil stands for no document.
    static func all(of document: Value?) -> [AccessStatement] {
        guard let statements = document?["Statement"] else { return document == nil ? [] : [opaque] }
        return statements.policyItems.map(AccessStatement.init)
    }

    /// A document that can not be read.
    static let opaque = AccessStatement(.map([]))

    init(_ value: Value) {
        var isOpaque = false
        func globs(_ value: Value?, isCaseBlind: Bool = false, _ prefix: String = "") -> Set<Glob> {
            Set(
                (value?.policyItems ?? []).compactMap { item in
                    guard let text = item.policyText else {
                        isOpaque = true
                        return nil
                    }
                    return text == "*" ? .everything : Glob(prefix + text, isCaseBlind: isCaseBlind)
                })
        }
        func selection(_ key: String, isCaseBlind: Bool = false) -> Selection? {
            if let value = value[key] { return Selection(items: globs(value, isCaseBlind: isCaseBlind)) }
            return value["Not\(key)"].map { Selection(items: globs($0, isCaseBlind: isCaseBlind), isNegated: true) }
        }
        func principals(_ value: Value) -> Set<Glob> {
            guard case .map(let entries) = value, !value.isIntrinsic else { return globs(value) }
            // `AWS: "*"` is everybody too.
            return entries.reduce(into: []) { $0.formUnion(globs($1.value, "\($1.key) ")) }
        }
        if case .map(let entries) = value, value.isIntrinsic || entries.isEmpty { isOpaque = true }
        sid = value["Sid"]?.policyText
        isAllow = value["Effect"]?.policyText != "Deny"
        actions = selection("Action", isCaseBlind: true) ?? Selection(items: [])
        resources = selection("Resource") ?? Selection(items: [.everything])
        self.principals =
            value["Principal"].map { Selection(items: principals($0)) }
            ?? value["NotPrincipal"].map { Selection(items: principals($0), isNegated: true) }
        var conditions: [Condition] = []
        if let block = value["Condition"] {
            guard case .map(let tests) = block, !block.isIntrinsic else {
                self.conditions = []
                self.isOpaque = true
                return
            }
            for test in tests {
                guard case .map(let keys) = test.value, !test.value.isIntrinsic else {
                    isOpaque = true
                    continue
                }
                let isPattern = test.key.contains("Like") || test.key.contains("Arn")
                conditions += keys.map { key in
                    let values = key.value.policyItems.compactMap { item -> Glob? in
                        guard let text = item.policyText else {
                            isOpaque = true
                            return nil
                        }
                        return Glob(text, isLiteral: !isPattern)
                    }
                    return Condition(test: test.key, key: key.key.lowercased(), values: Set(values))
                }
            }
        }
        self.conditions = conditions.sorted { ($0.test, $0.key) < ($1.test, $1.key) }
        self.isOpaque = isOpaque
    }

    /// A part of a statement: less of its actions, resources or principals.
    init(_ whole: AccessStatement, _ actions: Selection, _ resources: Selection, _ principals: Selection?) {
        sid = whole.sid
        isAllow = whole.isAllow
        self.actions = actions
        self.resources = resources
        self.principals = principals
        conditions = whole.conditions
        isOpaque = whole.isOpaque
    }

    /// On one line, as plans show it.
    var summary: String {
        guard !isOpaque || !actions.items.isEmpty else { return "a statement that can not be read offline" }
        var words = [isAllow ? "Allow" : "Deny", actions.words]
        if resources.items != [.everything] || resources.isNegated { words.append("on \(resources.words)") }
        if let principals { words.append("to \(principals.words)") }
        if !conditions.isEmpty {
            let tests = conditions.map { condition in
                "\(condition.test) \(condition.key) \(condition.values.map(\.description).sorted().joined(separator: " or "))"
            }
            words.append("if \(tests.joined(separator: " and "))")
        }
        return words.joined(separator: " ")
    }
}

extension AccessStatement.Selection {
    var words: String {
        let list = items.map(\.description).sorted().joined(separator: ", ")
        return isNegated ? "all but \(list)" : list
    }
}

extension Value {
    /// The items of a list, or the thing itself where IAM lets one stand alone.
    var policyItems: [Value] { if case .list(let items) = self { items } else { [self] } }

    /// The characters with holes as `${…}`; nil where something is computed that can not be said so.
    var policyText: String? {
        switch self {
        case .text(let text): return text.known
        case .int(let number): return "\(number)"
        case .double(let number): return "\(number)"
        case .bool(let bool): return bool ? "true" : "false"
        case .list: return nil
        case .map(let entries):
            guard isIntrinsic, let call = entries.first else { return nil }
            return Self.policyText(of: call)
        }
    }

    private static func policyText(of call: Entry) -> String? {
        switch (call.key, call.value) {
        case ("Ref", .text(let name)): return name.known.map { "${\($0)}" }
        case ("Fn::GetAtt", .list(let parts)):
            let names = parts.compactMap(\.string)
            return names.count == parts.count ? "${\(names.joined(separator: "."))}" : nil
        case ("Fn::GetAtt", .text(let name)): return name.known.map { "${\($0)}" }
        case ("Fn::Sub", .text(let text)): return text.known?.replacing("${!", with: "${")
        case ("Fn::ImportValue", let name): return name.policyText.map { "${import \($0)}" }
        case ("Fn::Join", .list(let parts)):
            guard parts.count == 2, let separator = parts[0].string, case .list(let items) = parts[1] else {
                return nil
            }
            let texts = items.compactMap(\.policyText)
            return texts.count == items.count ? texts.joined(separator: separator) : nil
        default: return nil
        }
    }
}
