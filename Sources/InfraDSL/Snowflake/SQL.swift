public import CloudFormation
import SnowflakeSQL

/// A statement in segments, so that quoting is decided once, here, and never by the caller.
public struct SQL: Hashable, Sendable, ExpressibleByStringInterpolation {
    enum Segment: Hashable, Sendable {
        case code(String)
        /// A string literal, perhaps with holes.
        case literal(Text)
        case name(ObjectName)
        /// A name in a string constant: quoted as a name, then as a text.
        case nameLiteral(ObjectName)
    }

    private(set) var segments: [Segment]

    public init(stringLiteral code: StaticString) { segments = [.code("\(code)")] }

    public init(stringInterpolation: Interpolation) { segments = stringInterpolation.segments }

    private init(segments: [Segment]) { self.segments = segments }

    /// Words of the grammar known only at run time, such as a kind or an option's name; never data.
    static func code(_ words: String) -> SQL { SQL(segments: [.code(words)]) }

    /// A string constant that holds a name, as some options want it.
    static func literal(of name: ObjectName) -> SQL { SQL(segments: [.nameLiteral(name)]) }

    static func list(_ items: [SQL], separator: StaticString = ", ") -> SQL {
        guard let first = items.first else { return "" }
        return items.dropFirst().reduce(first) { $0 + SQL.code("\(separator)") + $1 }
    }

    static func + (left: SQL, right: SQL) -> SQL { SQL(segments: left.segments + right.segments) }

    /// Literal code, quoted texts and names; a run-time string can not become code.
    public struct Interpolation: StringInterpolationProtocol {
        var segments: [Segment] = []

        public init(literalCapacity: Int, interpolationCount: Int) {}

        public mutating func appendLiteral(_ code: StaticString) { segments.append(.code("\(code)")) }

        public mutating func appendInterpolation(_ text: Text) { segments.append(.literal(text)) }

        public mutating func appendInterpolation(_ name: ObjectName) { segments.append(.name(name)) }

        public mutating func appendInterpolation(_ number: Int) { segments.append(.code("\(number)")) }

        public mutating func appendInterpolation(_ sql: SQL) { segments += sql.segments }
    }

    /// The texts in literals.
    var texts: [Text] { segments.compactMap { if case .literal(let text) = $0 { text } else { nil } } }

    var names: [ObjectName] {
        segments.compactMap { segment in
            switch segment {
            case .name(let name), .nameLiteral(let name): name
            case .code, .literal: nil
            }
        }
    }

    /// The statement with every hole filled; nil when `fill` does not know one.
    public func rendered(_ fill: (Reference) -> String?) -> String? {
        var result = ""
        for segment in segments {
            switch segment {
            case .code(let code): result += code
            case .name(let name):
                guard let quoted = Self.quoted(name) else { return nil }
                result += quoted
            case .nameLiteral(let name):
                guard let quoted = Self.quoted(name), let literal = try? SQLLiteral.quote(quoted) else { return nil }
                result += literal
            case .literal(let text):
                guard let value = text.resolved(fill), let quoted = try? SQLLiteral.quote(value) else { return nil }
                result += quoted
            }
        }
        return result
    }

    /// `"DATABASE"."SCHEMA"."NAME"`; nil for what can not be a name, which the graph has refused by then.
    private static func quoted(_ name: ObjectName) -> String? {
        let parts = name.parts.compactMap { try? SnowflakeIdentifier($0).description }
        return parts.count == name.parts.count ? parts.joined(separator: ".") : nil
    }

    /// What makes a name of the statement no name, or a text no literal.
    var problems: [String] {
        var problems: [String] = []
        for part in names.flatMap(\.parts) {
            do throws(SnowflakeIdentifier.Problem) {
                _ = try SnowflakeIdentifier(part)
            } catch {
                problems.append(error.description)
            }
        }
        for text in texts.compactMap(\.known) {
            do throws(SnowflakeIdentifier.Problem) {
                _ = try SQLLiteral.quote(text)
            } catch {
                problems.append(error.description)
            }
        }
        return problems
    }
}
