import CloudFormation

/// How holes become intrinsic functions, in short form wherever YAML allows it.
extension Template {
    /// A text without holes is itself, a lone hole `Ref`, `GetAtt` or the call it stands for, a mixture `Sub`.
    func node(of text: Text) -> YAML.Node {
        let segments = text.segments.filter { if case .mention = $0 { false } else { true } }
        if segments.count == 1, case .reference(let reference) = segments[0] { return node(of: reference) }
        if let known = text.known { return string(known) }
        var variables: [YAML.Node.Pair] = []
        let body = segments.map { segment in
            switch segment {
            case .literal(let part): return part.replacing("${", with: "${!")
            case .mention: return ""
            case .reference(let reference):
                if let name = holeName(reference) { return "${\(name)}" }
                let variable = "Part\(variables.count + 1)"
                variables.append(pair(variable, node(of: reference)))
                return "${\(variable)}"
            }
        }
        let pattern = body.joined()
        guard !variables.isEmpty else { return .scalar(pattern, tag: "!Sub", isPlain: true) }
        return .sequence([string(pattern), map(variables)], tag: "!Sub")
    }

    private func node(of reference: Reference) -> YAML.Node {
        if let name = holeName(reference) {
            return .scalar(name, tag: name.contains(".") ? "!GetAtt" : "!Ref", isPlain: true)
        }
        switch reference {
        case .imported(let name): return .scalar(name, tag: "!ImportValue", isPlain: true)
        case .computed(let call): return node(of: call)
        case .account, .attribute, .parameter: return string("")
        }
    }

    /// A call such as `{"Fn::Select": …}`. Two tags can not stand side by side, so one whose argument has a tag of its own keeps
    /// its long form.
    func node(ofCall call: Value.Entry) -> YAML.Node {
        let argument = node(of: call.value)
        guard let short = Intrinsic.shortName(call.key) ?? (call.key == "Condition" ? call.key : nil) else {
            return map([pair(call.key, argument)])
        }
        switch argument {
        case .scalar(let text, nil, let isPlain): return .scalar(text, tag: "!\(short)", isPlain: isPlain)
        case .sequence(let items, nil): return .sequence(items, tag: "!\(short)")
        default: return map([pair(call.key, argument)])
        }
    }

    /// What stands between the braces of `Sub`; nil for what `Sub` can not name.
    private func holeName(_ reference: Reference) -> String? {
        if let parameter = handedOver[reference] { return parameter }
        switch reference {
        case .account(let pseudo): return pseudo.rawValue
        case .parameter(let name): return name
        case .attribute(let resource, Reference.refAttribute): return resource
        case .attribute(let resource, let attribute): return "\(resource).\(attribute)"
        case .imported, .computed: return nil
        }
    }
}
