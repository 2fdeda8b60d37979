/// A string with holes: known characters, and references to values only a provider can fill in.
///
/// Holes stay values until a renderer meets them, so text is never parsed back, and the graph finds every dependency by
/// looking. There are two strengths: **an attribute must be made first; a name must only be declared.** A `reference` orders,
/// a `mention` merely requires that the named resource is part of the stack. That is what unties AWS and Snowflake: the
/// storage integration mentions a role that does not exist yet, and the role refers to two attributes of the integration.
public struct Text: Hashable, Sendable {
    /// One part of the text.
    public enum Segment: Hashable, Sendable {
        case literal(String)
        case reference(Reference)
        /// Whose name the neighbouring characters are: renders as nothing, orders nothing, must exist.
        case mention(String)
    }

    /// The parts in order; no two literals are neighbours.
    public private(set) var segments: [Segment]

    public init(_ reference: Reference) { segments = [.reference(reference)] }

    public init(_ literal: String) { segments = literal.isEmpty ? [] : [.literal(literal)] }

    /// The name of a resource, already known, so that no one need wait for it.
    public init(_ name: Text, naming resource: String) { segments = name.segments + [.mention(resource)] }

    /// The ids of the resources that must be declared.
    public var mentions: [String] {
        segments.flatMap { segment -> [String] in
            switch segment {
            case .mention(let id): [id]
            case .reference(.computed(let call)): call.texts.flatMap(\.mentions)
            case .literal, .reference: []
            }
        }
    }

    /// The values that must be known first, those that a function is called with included.
    public var references: [Reference] {
        segments.flatMap { segment -> [Reference] in
            guard case .reference(let reference) = segment else { return [] }
            guard case .computed(let call) = reference else { return [reference] }
            return [reference] + call.texts.flatMap(\.references)
        }
    }

    /// The characters, when nothing awaits a provider.
    public var known: String? { resolved { _ in nil } }

    /// The characters with every hole filled; nil when `fill` does not know one.
    public func resolved(_ fill: (Reference) -> String?) -> String? {
        var result = ""
        for segment in segments {
            switch segment {
            case .literal(let part): result += part
            case .mention: break
            case .reference(let reference):
                guard let value = fill(reference) else { return nil }
                result += value
            }
        }
        return result
    }
}

extension Text: ExpressibleByStringInterpolation {
    public init(stringLiteral value: String) { self.init(value) }

    public init(stringInterpolation: Interpolation) { segments = stringInterpolation.segments }

    /// Collects literals and holes; never makes a string of a hole.
    public struct Interpolation: StringInterpolationProtocol {
        var segments: [Segment] = []

        public init(literalCapacity: Int, interpolationCount: Int) {}

        public mutating func appendLiteral(_ literal: String) {
            guard !literal.isEmpty else { return }
            if case .literal(let head) = segments.last {
                segments[segments.count - 1] = .literal(head + literal)
            } else {
                segments.append(.literal(literal))
            }
        }

        public mutating func appendInterpolation(_ text: Text) {
            for segment in text.segments {
                if case .literal(let part) = segment { appendLiteral(part) } else { segments.append(segment) }
            }
        }

        public mutating func appendInterpolation(_ pseudo: Pseudo) { segments.append(.reference(.account(pseudo))) }

        public mutating func appendInterpolation(_ string: String) { appendLiteral(string) }

        public mutating func appendInterpolation(_ number: Int) { appendLiteral(String(number)) }
    }
}
