import CloudFormation

/// A tree of long-form intrinsics as YAML with short forms.
enum TemplateWriter {
    static func node(of value: Value) -> YAML.Node {
        guard let call = value.intrinsic, let short = Intrinsic.shortName(call.key) else { return plain(value) }
        if short == "GetAtt", case .list(let parts) = call.value, parts.count == 2,
            let resource = parts[0].literal, let attribute = parts[1].literal, !resource.contains(".")
        {
            return .scalar("\(resource).\(attribute)", tag: "!GetAtt", isPlain: true)
        }
        switch call.value {
        case .text(let text): return .scalar(text.known ?? "", tag: "!\(short)", isPlain: true)
        case .list(let items) where short != "Ref": return .sequence(items.map(node), tag: "!\(short)")
        // Two tags can not stand side by side, so what is inside keeps its long form.
        case .map(let entries) where short != "Ref":
            return .mapping(entries.map { .init(key: $0.key, value: node(of: $0.value)) }, tag: "!\(short)")
        default: return plain(value)
        }
    }

    private static func plain(_ value: Value) -> YAML.Node {
        switch value {
        case .text(let text):
            let string = text.known ?? ""
            return .scalar(string, tag: nil, isPlain: !PlainScalar.isAmbiguous(string))
        case .int(let number): return .scalar("\(number)", tag: nil, isPlain: true)
        case .double(let number): return .scalar("\(number)", tag: nil, isPlain: true)
        case .bool(let bool): return .scalar(bool ? "true" : "false", tag: nil, isPlain: true)
        case .list(let items): return .sequence(items.map(node), tag: nil)
        case .map(let entries):
            return .mapping(entries.map { .init(key: $0.key, value: node(of: $0.value)) }, tag: nil)
        }
    }
}
