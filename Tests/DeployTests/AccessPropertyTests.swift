import CloudFormation
import Testing

@testable import Deploy

/// The comparison of statements against an evaluator of its own on every request of a small world.
@Suite struct AccessPropertyTests {
    private struct Request {
        let action: String
        let resource: String
        let principal: String
        /// The value of the one key; nil where the request has none.
        let key: String?
    }

    private static let requests: [Request] = ["s3:getobject", "s3:putobject", "sqs:send"].flatMap { action in
        ["a/1", "a/2", "b/1"].flatMap { resource in
            ["Service x", "AWS y"].flatMap { principal in
                [nil, "1", "2"].map { Request(action: action, resource: resource, principal: principal, key: $0) }
            }
        }
    }

    private struct SplitMix: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var z = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
            z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
            return z ^ (z >> 31)
        }
    }

    /// A statement as a map, which can be changed in one place.
    private typealias Draft = [String: Value]

    private static func draft(_ random: inout SplitMix) -> Draft {
        var draft: Draft = ["Effect": Bool.random(using: &random) || Bool.random(using: &random) ? "Allow" : "Deny"]
        for part in ["Action", "Resource", "Principal", "Condition"] { change(part, of: &draft, &random) }
        return draft
    }

    private static func change(_ part: String, of draft: inout Draft, _ random: inout SplitMix) {
        func some(_ words: [String]) -> Value {
            .list(
                (0..<Int.random(in: 1...2, using: &random)).map { _ in
                    .text(Text(words.randomElement(using: &random) ?? ""))
                })
        }
        draft[part] = nil
        draft["Not" + part] = nil
        let isNegated = part != "Condition" && Int.random(in: 0..<5, using: &random) == 0
        let name = isNegated ? "Not" + part : part
        switch part {
        case "Action": draft[name] = some(["s3:*", "s3:GetObject", "s3:PutObject", "*", "sqs:Send", "s3:?et*"])
        case "Resource": draft[name] = some(["*", "a/*", "a/1", "a/2", "b/?", "b/1", "?/1"])
        case "Principal":
            draft[name] =
                isNegated || Bool.random(using: &random)
                ? .map([.init("Service", "x")]) : .map([.init("Service", "x"), .init("AWS", "y")])
        default:
            let tests = ["StringEquals", "StringLike", "StringNotEquals", "ForAnyValue:StringEquals"]
            guard Bool.random(using: &random), let test = tests.randomElement(using: &random) else { return }
            draft[name] = .map([.init(test, .map([.init("k", some(["1", "2", "*"]))]))])
        }
    }

    private static func statement(_ draft: Draft) -> AccessStatement {
        AccessStatement(.map(draft.sorted { $0.key < $1.key }.map { .init($0.key, $0.value) }))
    }

    @Test func `what is called narrower or equal never allows more, and what is called equal allows the same`() {
        var random = SplitMix(state: 20_261_123)
        var proved = 0
        for _ in 0..<1_500 {
            let old = (0..<Int.random(in: 1...3, using: &random)).map { _ in Self.draft(&random) }
            var new = old
            for _ in 0..<Int.random(in: 1...2, using: &random) where !new.isEmpty {
                let index = Int.random(in: 0..<new.count, using: &random)
                switch Int.random(in: 0..<6, using: &random) {
                case 0: new.remove(at: index)
                case 1: new.append(Self.draft(&random))
                default:
                    let part =
                        ["Action", "Resource", "Principal", "Condition"].randomElement(using: &random) ?? "Action"
                    Self.change(part, of: &new[index], &random)
                }
            }
            let before = old.map(Self.statement)
            let after = new.map(Self.statement)
            let verdicts = Set(AccessDiff("p", from: before, to: after).changes.map(\.verdict))
            guard verdicts.isDisjoint(with: [.broader, .unknown]) else { continue }
            proved += verdicts.isEmpty ? 0 : 1
            for request in Self.requests {
                let was = Self.isAllowed(request, before)
                let isNow = Self.isAllowed(request, after)
                let holds = verdicts.isSubset(of: [.equal]) ? was == isNow : was || !isNow
                #expect(holds, "\(before.map(\.summary)) → \(after.map(\.summary)) at \(request)")
                if !holds { return }
            }
        }
        #expect(proved > 120)
    }

    // MARK: An evaluator that shares nothing with the comparison but the parsed statement

    private static func isAllowed(_ request: Request, _ statements: [AccessStatement]) -> Bool {
        let speaking = statements.filter { speaks($0, of: request) }
        return speaking.contains(where: \.isAllow) && speaking.allSatisfy(\.isAllow)
    }

    private static func speaks(_ statement: AccessStatement, of request: Request) -> Bool {
        func holds(_ selection: AccessStatement.Selection?, _ text: String) -> Bool {
            guard let selection else { return true }
            return selection.items.contains { matches(Array($0.description.lowercased()), Array(text.lowercased())) }
                != selection.isNegated
        }
        return holds(statement.actions, request.action) && holds(statement.resources, request.resource)
            && holds(statement.principals, request.principal)
            && statement.conditions.allSatisfy { isMet($0, request.key) }
    }

    private static func isMet(_ condition: AccessStatement.Condition, _ value: String?) -> Bool {
        let isNegative = condition.test.contains("Not")
        guard let value else { return isNegative }
        let isPattern = condition.test.contains("Like")
        let isIn = condition.values.contains { wanted in
            isPattern ? matches(Array(wanted.description), Array(value)) : wanted.description == value
        }
        return isIn != isNegative
    }

    private static func matches(_ pattern: [Character], _ text: [Character]) -> Bool {
        guard let first = pattern.first else { return text.isEmpty }
        let rest = Array(pattern.dropFirst())
        if first == "*" { return (0...text.count).contains { matches(rest, Array(text.dropFirst($0))) } }
        guard let character = text.first, first == "?" || first == character else { return false }
        return matches(rest, Array(text.dropFirst()))
    }
}
