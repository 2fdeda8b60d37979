internal import CYAML

/// YAML 1.1 through libyaml: events in, events out; the only file that imports CYAML.
enum YAML {
    /// A node as written: tags are kept, scalars stay strings.
    indirect enum Node: Hashable, Sendable {
        case scalar(String, tag: String?, isPlain: Bool)
        case sequence([Node], tag: String?)
        case mapping([Pair], tag: String?)

        struct Pair: Hashable, Sendable {
            let key: String
            let value: Node
        }
    }

    /// Where and why a text is no YAML.
    struct Malformed: Error, Hashable, CustomStringConvertible {
        let message: String
        /// From 1.
        let line: Int
        let column: Int

        var description: String { "line \(line), column \(column): \(message)" }
    }

    /// A text as read: its tree, and the line on which each key and item stands.
    struct Document: Sendable {
        let root: Node
        let lines: Lines
    }

    /// The line (from 1) of a place; a place is its keys and indexes from the root down.
    struct Lines: Hashable, Sendable {
        private var lines: [[String]: Int] = [:]

        mutating func note(_ path: [String], _ line: Int) { lines[path] = line }

        /// The line of a place, or of the nearest one around it.
        subscript(path: [String]) -> Int {
            var path = path[...]
            while !path.isEmpty {
                if let line = lines[Array(path)] { return line }
                path = path.dropLast()
            }
            return 1
        }
    }

    // MARK: Writing

    /// Block style, two blanks deep, never folded, never aliased.
    static func encode(_ node: Node) -> String {
        var emitter = yaml_emitter_t()
        guard yaml_emitter_initialize(&emitter) == 1 else { return "" }
        defer { yaml_emitter_delete(&emitter) }
        let sink = Sink()
        return withExtendedLifetime(sink) {
            yaml_emitter_set_output(&emitter, Sink.write, Unmanaged.passUnretained(sink).toOpaque())
            yaml_emitter_set_unicode(&emitter, 1)
            yaml_emitter_set_width(&emitter, -1)
            yaml_emitter_set_indent(&emitter, 2)
            var event = yaml_event_t()
            yaml_stream_start_event_initialize(&event, YAML_UTF8_ENCODING)
            yaml_emitter_emit(&emitter, &event)
            yaml_document_start_event_initialize(&event, nil, nil, nil, 1)
            yaml_emitter_emit(&emitter, &event)
            emit(node, to: &emitter)
            yaml_document_end_event_initialize(&event, 1)
            yaml_emitter_emit(&emitter, &event)
            yaml_stream_end_event_initialize(&event)
            yaml_emitter_emit(&emitter, &event)
            return String(decoding: sink.bytes, as: UTF8.self)
        }
    }

    private final class Sink {
        var bytes: [UInt8] = []

        static let write: @convention(c) (UnsafeMutableRawPointer?, UnsafeMutablePointer<UInt8>?, Int) -> Int32 = {
            context, buffer, count in
            guard let context, let buffer else { return 0 }
            Unmanaged<Sink>.fromOpaque(context).takeUnretainedValue().bytes
                .append(contentsOf: UnsafeBufferPointer(start: buffer, count: count))
            return 1
        }
    }

    private static func emit(_ node: Node, to emitter: inout yaml_emitter_t) {
        var event = yaml_event_t()
        switch node {
        case .scalar(let string, let tag, let isPlain):
            let bytes = Array(string.utf8) + [0]
            withTag(tag) { tag in
                let style = isPlain ? YAML_PLAIN_SCALAR_STYLE : YAML_SINGLE_QUOTED_SCALAR_STYLE
                let implicit: Int32 = tag == nil ? 1 : 0
                bytes.withUnsafeBufferPointer { buffer in
                    _ = yaml_scalar_event_initialize(
                        &event, nil, tag, buffer.baseAddress, Int32(buffer.count - 1), implicit, implicit, style)
                }
            }
            yaml_emitter_emit(&emitter, &event)
        case .sequence(let items, let tag):
            let style = items.isEmpty ? YAML_FLOW_SEQUENCE_STYLE : YAML_BLOCK_SEQUENCE_STYLE
            withTag(tag) { _ = yaml_sequence_start_event_initialize(&event, nil, $0, tag == nil ? 1 : 0, style) }
            yaml_emitter_emit(&emitter, &event)
            for item in items { emit(item, to: &emitter) }
            yaml_sequence_end_event_initialize(&event)
            yaml_emitter_emit(&emitter, &event)
        case .mapping(let pairs, let tag):
            let style = pairs.isEmpty ? YAML_FLOW_MAPPING_STYLE : YAML_BLOCK_MAPPING_STYLE
            withTag(tag) { _ = yaml_mapping_start_event_initialize(&event, nil, $0, tag == nil ? 1 : 0, style) }
            yaml_emitter_emit(&emitter, &event)
            for pair in pairs {
                emit(.scalar(pair.key, tag: nil, isPlain: !PlainScalar.isAmbiguous(pair.key)), to: &emitter)
                emit(pair.value, to: &emitter)
            }
            yaml_mapping_end_event_initialize(&event)
            yaml_emitter_emit(&emitter, &event)
        }
    }

    private static func withTag(_ tag: String?, _ body: (UnsafePointer<UInt8>?) -> Void) {
        guard let tag else { return body(nil) }
        Array((tag + "\0").utf8).withUnsafeBufferPointer { body($0.baseAddress) }
    }

    // MARK: Reading

    /// Beyond it a tree is a mistake or an attack.
    static let maxDepth = 200

    /// Reads one document; a key that stands twice, an alias or a merge key is refused as CloudFormation refuses it.
    static func decode(_ text: String) throws(Malformed) -> Document {
        var parser = yaml_parser_t()
        guard yaml_parser_initialize(&parser) == 1 else {
            throw Malformed(message: "out of memory", line: 0, column: 0)
        }
        defer { yaml_parser_delete(&parser) }
        let bytes = Array(text.utf8)
        return try bytes.withUnsafeBufferPointer { buffer throws(Malformed) in
            yaml_parser_set_input_string(&parser, buffer.baseAddress, buffer.count)
            var root: Node?
            var lines = Lines()
            while true {
                let event = try Event(next: &parser)
                switch event.kind {
                case YAML_STREAM_START_EVENT, YAML_DOCUMENT_START_EVENT, YAML_DOCUMENT_END_EVENT: continue
                case YAML_STREAM_END_EVENT:
                    guard let root else { throw Malformed(message: "the file is empty", line: 1, column: 1) }
                    return Document(root: root, lines: lines)
                default:
                    guard root == nil else { throw event.refused("a template is one document") }
                    root = try node(from: event, &parser, at: [], &lines)
                }
            }
        }
    }

    /// One event of the parser, with its strings copied out.
    private struct Event {
        let kind: yaml_event_type_t
        var text = ""
        var tag: String?
        var isPlain = true
        let line: Int
        let column: Int

        init(next parser: inout yaml_parser_t) throws(Malformed) {
            var event = yaml_event_t()
            guard yaml_parser_parse(&parser, &event) == 1 else {
                var problem = parser.problem.map { String(cString: $0) } ?? "can not be read"
                if problem.contains("cannot start any token") {
                    problem += "; a tab that indents, or one of %, @ and ` without quotes"
                }
                let mark = parser.problem_mark
                throw Malformed(message: problem, line: Int(mark.line) + 1, column: Int(mark.column) + 1)
            }
            defer { yaml_event_delete(&event) }
            kind = event.type
            line = Int(event.start_mark.line) + 1
            column = Int(event.start_mark.column) + 1
            switch kind {
            case YAML_SCALAR_EVENT:
                let scalar = event.data.scalar
                text = String(decoding: UnsafeBufferPointer(start: scalar.value, count: scalar.length), as: UTF8.self)
                tag = scalar.tag.map { String(cString: $0) }
                isPlain = scalar.style == YAML_PLAIN_SCALAR_STYLE
            case YAML_SEQUENCE_START_EVENT: tag = event.data.sequence_start.tag.map { String(cString: $0) }
            case YAML_MAPPING_START_EVENT: tag = event.data.mapping_start.tag.map { String(cString: $0) }
            default: break
            }
        }

        func refused(_ message: String) -> Malformed { Malformed(message: message, line: line, column: column) }
    }

    private static func node(
        from event: Event,
        _ parser: inout yaml_parser_t,
        at path: [String],
        _ lines: inout Lines
    ) throws(Malformed) -> Node {
        guard path.count < maxDepth else { throw event.refused("nested deeper than \(maxDepth) levels") }
        switch event.kind {
        case YAML_SCALAR_EVENT: return .scalar(event.text, tag: event.tag, isPlain: event.isPlain)
        case YAML_ALIAS_EVENT: throw event.refused("CloudFormation takes no aliases")
        case YAML_SEQUENCE_START_EVENT:
            var items: [Node] = []
            while true {
                let next = try Event(next: &parser)
                if next.kind == YAML_SEQUENCE_END_EVENT { return .sequence(items, tag: event.tag) }
                let place = path + ["\(items.count)"]
                lines.note(place, next.line)
                items.append(try node(from: next, &parser, at: place, &lines))
            }
        case YAML_MAPPING_START_EVENT:
            var pairs: [Node.Pair] = []
            var keys: Set<String> = []
            while true {
                let next = try Event(next: &parser)
                if next.kind == YAML_MAPPING_END_EVENT { return .mapping(pairs, tag: event.tag) }
                guard next.kind == YAML_SCALAR_EVENT else { throw next.refused("a key must be a string") }
                guard next.tag == nil || next.tag == "tag:yaml.org,2002:str" else {
                    throw next.refused("a key can not be a function")
                }
                guard next.text != "<<" || !next.isPlain else {
                    throw next.refused("CloudFormation takes no merge keys")
                }
                guard keys.insert(next.text).inserted else { throw next.refused("\(next.text) stands twice") }
                let place = path + [next.text]
                lines.note(place, next.line)
                let value = try node(from: try Event(next: &parser), &parser, at: place, &lines)
                pairs.append(Node.Pair(key: next.text, value: value))
            }
        default: throw event.refused("unexpected end")
        }
    }
}
