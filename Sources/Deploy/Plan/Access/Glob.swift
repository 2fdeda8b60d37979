/// A pattern of IAM's: characters, `*` for any run of them, `?` for any one, and holes that only a provider fills.
struct Glob: Hashable, Sendable, CustomStringConvertible {
    /// One part of a pattern.
    enum Symbol: Hashable, Sendable {
        case character(Character)
        case any
        case one
        /// `${Queue.Arn}`, or a policy variable such as `${aws:username}`.
        case hole(String)
    }

    let symbols: [Symbol]
    let description: String

    /// - Parameters:
    ///   - isLiteral: `*` and `?` are characters (as in `StringEquals`).
    ///   - isCaseBlind: as the names of actions are compared.
    init(_ written: String, isLiteral: Bool = false, isCaseBlind: Bool = false) {
        description = written
        let text = isCaseBlind ? written.lowercased() : written
        var symbols: [Symbol] = []
        var rest = text[...]
        while let character = rest.popFirst() {
            if character == "$", rest.first == "{", let end = rest.firstIndex(of: "}") {
                let name = String(rest[rest.index(after: rest.startIndex)..<end])
                rest = rest[rest.index(after: end)...]
                // Policy variables "${*}", "${?}" and "${$}" stand for the characters themselves.
                symbols.append(["*", "?", "$"].contains(name) ? .character(Character(name)) : .hole(name))
            } else if character == "*", !isLiteral {
                if symbols.last != .any { symbols.append(.any) }
            } else if character == "?", !isLiteral {
                symbols.append(.one)
            } else {
                symbols.append(.character(character))
            }
        }
        self.symbols = symbols
    }

    private init(symbols: ArraySlice<Symbol>) {
        self.symbols = Array(symbols)
        description = ""
    }

    /// Two are equal when they match the same way, however they are written.
    static func == (left: Glob, right: Glob) -> Bool { left.symbols == right.symbols }

    func hash(into hasher: inout Hasher) { hasher.combine(symbols) }

    /// Everything.
    static let everything = Glob("*")

    /// Whether everything that `other` matches is matched here too; unknown where holes decide.
    func covers(_ other: Glob) -> Truth {
        if contains(other) { return .yes }
        let common = zip(symbols, other.symbols).prefix { $0 == $1 }.count
        let left = Glob(symbols: symbols.dropFirst(common))
        let right = Glob(symbols: other.symbols.dropFirst(common))
        guard left.hasHole || right.hasHole else { return .no }
        // A hole is one value, so what has no wildcard does not reach as far as one.
        if other.symbols.contains(.any), !symbols.contains(.any) { return .no }
        return left.mayMeet(right) ? .unknown : .no
    }

    private var hasHole: Bool { symbols.contains { if case .hole = $0 { true } else { false } } }

    /// `other` read as if its wildcards were characters that only our own wildcards match.
    private func contains(_ other: Glob) -> Bool {
        Self.matches(symbols, other.symbols) { mine, theirs in
            switch (mine, theirs) {
            case (.one, .character), (.one, .one): true
            case (.one, _), (.any, _): false
            default: mine == theirs
            }
        }
    }

    /// Wildcard matching of a sequence, `*` by backtracking to the last one.
    private static func matches(_ pattern: [Symbol], _ text: [Symbol], _ agree: (Symbol, Symbol) -> Bool) -> Bool {
        var p = 0
        var t = 0
        var retry: (p: Int, t: Int)?
        while t < text.count {
            if p < pattern.count, pattern[p] == .any {
                retry = (p, t)
                p += 1
            } else if p < pattern.count, agree(pattern[p], text[t]) {
                p += 1
                t += 1
            } else if let last = retry {
                retry = (last.p, last.t + 1)
                p = last.p + 1
                t = last.t + 1
            } else {
                return false
            }
        }
        return pattern[p...].allSatisfy { $0 == .any }
    }

    /// Whether some value of the holes lets both match the same text. Two holes of different names are different things.
    private func mayMeet(_ other: Glob) -> Bool {
        var reachable: Set<[Int]> = []
        var open = [[0, 0]]
        while let state = open.popLast() {
            guard reachable.insert(state).inserted else { continue }
            let (i, j) = (state[0], state[1])
            if i == symbols.count, j == other.symbols.count { return true }
            let mine = i < symbols.count ? symbols[i] : nil
            let theirs = j < other.symbols.count ? other.symbols[j] : nil
            if let mine, mine.isElastic { open.append([i + 1, j]) }
            if let theirs, theirs.isElastic { open.append([i, j + 1]) }
            guard let mine, let theirs else { continue }
            if mine.absorbs(theirs) { open += [[i, j + 1], [i + 1, j + 1]] }
            if theirs.absorbs(mine) { open += [[i + 1, j], [i + 1, j + 1]] }
            if mine == theirs || mine == .one || theirs == .one { open.append([i + 1, j + 1]) }
        }
        return false
    }
}

extension Glob.Symbol {
    /// May stand for no character at all. A hole never does.
    fileprivate var isElastic: Bool { self == .any }

    fileprivate func absorbs(_ other: Glob.Symbol) -> Bool {
        switch (self, other) {
        case (.any, _): true
        case (.hole, .hole): self == other
        case (.hole, _): true
        default: false
        }
    }
}

/// An answer that may have to be left open.
enum Truth: Sendable, Hashable {
    case yes
    case no
    case unknown

    /// Yes when all are; no as soon as one is.
    static func all(_ answers: some Sequence<Truth>) -> Truth {
        var result = Truth.yes
        for answer in answers {
            if answer == .no { return .no }
            if answer == .unknown { result = .unknown }
        }
        return result
    }

    /// Yes as soon as one is; no when all are.
    static func any(_ answers: some Sequence<Truth>) -> Truth {
        var result = Truth.no
        for answer in answers {
            if answer == .yes { return .yes }
            if answer == .unknown { result = .unknown }
        }
        return result
    }
}
