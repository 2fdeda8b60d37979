import CloudFormation
import Foundation
import Testing

@testable import InfraDSL

/// Damaged and invented templates, the same in each run; a failure names the seed it comes from.
@Suite struct TemplateFuzzTests {
    private static let seeds = [
        """
        Parameters: {Name: {Type: String, Default: a, AllowedValues: [a, b]}}
        Mappings: {M: {eu-west-1: {a: b}}}
        Conditions: {C: !Equals [!Ref Name, a], D: !And [!Condition C, !Not [!Condition C]]}
        Resources:
          Lake:
            Type: AWS::S3::Bucket
            Condition: C
            DependsOn: [Inbox]
            DeletionPolicy: Retain
            Properties:
              BucketName: !Sub 'lake-${AWS::AccountId}-${Name}'
              VersioningConfiguration: {Status: Enabled}
              NotificationConfiguration:
                QueueConfigurations:
                  - Event: s3:ObjectCreated:*
                    Queue: !GetAtt Inbox.Arn
                    Filter: {S3Key: {Rules: [{Name: prefix, Value: inbox/}]}}
              Tags: [{Key: a, Value: !If [C, !Ref Name, !Ref AWS::NoValue]}]
          Inbox:
            Type: AWS::SQS::Queue
            Properties:
              VisibilityTimeout: 720
              DelaySeconds: !FindInMap [M, !Ref AWS::Region, a]
              RedrivePolicy: {deadLetterTargetArn: !GetAtt Dead.Arn, maxReceiveCount: 5}
          Dead: {Type: AWS::SQS::Queue}
          Reader:
            Type: AWS::IAM::Role
            Properties:
              AssumeRolePolicyDocument:
                Statement: [{Effect: Allow, Principal: {Service: lambda.amazonaws.com}, Action: 'sts:AssumeRole'}]
              Policies:
                - PolicyName: p
                  PolicyDocument: {Statement: [{Effect: Allow, Action: 's3:GetObject', Resource: !Sub '${Lake.Arn}/*'}]}
        Outputs: {Name: {Value: !Join ['-', [!Ref Lake, !Select [0, !Split [',', 'a,b']]]], Export: {Name: !Sub '${Name}-x'}}}
        """,
        #"""
        {"Resources": {"F": {"Type": "AWS::Lambda::Function", "Properties": {
          "Role": {"Fn::GetAtt": ["R", "Arn"]}, "Code": {"ZipFile": "x\u00e9\ud83d\ude00\n"}, "Timeout": 30, "MemorySize": 1e2,
          "Environment": {"Variables": {"A": {"Fn::Sub": ["${x}-${!y}", {"x": {"Ref": "AWS::Region"}}]}, "B": "true"}}}},
          "R": {"Type": "AWS::IAM::Role", "Properties": {"AssumeRolePolicyDocument": {"Statement": []}}}},
         "Outputs": {"O": {"Value": {"Fn::Base64": {"Fn::Join": ["", ["a", {"Ref": "F"}]]}}}}}
        """#,
    ]

    private static let pieces = [
        "!Ref", "!Sub", "!If [", "!GetAtt a.b", "{", "}", "[", "]", ": ", "- ", "&a ", "*a", "\"", "'", "\n", "\t",
        "\u{0}", "é", "Fn::If", "${", "%", "|", ">", "?", "<<", "~", "\u{FEFF}", "\u{85}", "\u{2028}", "---", "...",
        "Ref", "Fn::GetAtt", "Type", "Properties", "AWS::NoValue", "999999999999999999999", "-1", "1e400", "\\ud800",
    ].map { Array($0.utf8) }

    /// Reads, judges, measures, and writes again what could be read.
    private func exercise(_ text: String, _ seed: UInt64) throws -> Bool {
        guard let document = try? TemplateDocument(text) else { return false }
        for finding in PolicyPack.all.findings(in: document, file: "t") { #expect(finding.place.line > 0) }
        _ = Budget(of: document, bytes: text.utf8.count).summary
        let isSame = try TemplateDocument(document.yaml).root == document.root
        #expect(isSame, "seed \(seed)")
        return true
    }

    @Test(arguments: [UInt64(1), 2, 3, 4])
    func `damage is read or refused and never a crash`(seed: UInt64) throws {
        var random = SplitMix64(state: seed)
        var read = 0
        for _ in 0..<500 {
            var bytes = Array(random.pick(Self.seeds).utf8)
            for _ in 0...random.below(4) {
                let at = random.below(bytes.count)
                switch random.below(5) {
                case 0: bytes.remove(at: at)
                case 1: bytes.insert(contentsOf: random.pick(Self.pieces), at: at)
                case 2: bytes[at] = UInt8(truncatingIfNeeded: random.next())
                case 3:
                    let end = min(at + random.below(40), bytes.count)
                    bytes.insert(contentsOf: bytes[at..<end], at: random.below(bytes.count))
                default: bytes.removeSubrange(at..<min(at + 20, bytes.count))
                }
            }
            if try exercise(String(decoding: bytes, as: UTF8.self), seed) { read += 1 }
        }
        #expect(read > 20)
    }

    /// The tree stays one; what stands in it does not: each place is exchanged for another, doubled, taken away or broken.
    @Test(arguments: [UInt64(11), 12, 13, 14])
    func `a tree with the wrong things in it is judged and written again`(seed: UInt64) throws {
        var random = SplitMix64(state: seed)
        let trees = try Self.seeds.map { try TemplateDocument($0).root }
        var places: [Value] = []
        for tree in trees { tree.walk { places.append($1) } }
        for _ in 0..<150 {
            var tree = random.pick(trees)
            for _ in 0...random.below(3) { tree = tree.broken(&random, places) }
            guard case .map = tree else { continue }
            let text = YAML.encode(TemplateWriter.node(of: tree))
            _ = try exercise(text, seed)
        }
    }

    @Test(arguments: [UInt64(21), 22, 23, 24])
    func `whatever is written is read back the same`(seed: UInt64) throws {
        var random = SplitMix64(state: seed)
        for _ in 0..<400 {
            let tree = Value.map([Value.Entry("A", .invented(&random, depth: 4))])
            let yaml = YAML.encode(TemplateWriter.node(of: tree))
            let read = try TemplateDocument(yaml).root
            let isSame = read == tree
            #expect(isSame, "seed \(seed): \(yaml.debugDescription.prefix(600))")
        }
    }
}

extension Value {
    fileprivate func broken(_ random: inout SplitMix64, _ places: [Value]) -> Value {
        switch self {
        case .list(var items) where !items.isEmpty && random.below(4) > 0:
            let at = random.below(items.count)
            items[at] = items[at].broken(&random, places)
            return .list(items)
        case .map(var entries) where !entries.isEmpty && random.below(8) > 0:
            let at = random.below(entries.count)
            let entry = entries[at]
            switch random.below(12) {
            case 0: entries.remove(at: at)
            case 1: entries[at] = Entry(entry.key + "x", entry.value)
            case 2: entries.append(Entry("Fn::If\(random.below(3))", entry.value))
            default: entries[at] = Entry(entry.key, entry.value.broken(&random, places))
            }
            return .map(entries)
        default:
            switch random.below(6) {
            case 0: return .list([self, self])
            case 1: return .map([Entry("Ref", self)])
            case 2:
                return .map([Entry(random.pick(["Fn::Sub", "Fn::GetAtt", "Fn::Join", "Fn::Select", "Fn::If"]), self)])
            case 3: return .text(Text(String(repeating: "x${", count: random.below(2000))))
            default: return random.pick(places)
            }
        }
    }

    /// A tree of odd characters.
    fileprivate static func invented(_ random: inout SplitMix64, depth: Int) -> Value {
        switch random.below(depth > 0 ? 9 : 5) {
        case 0: return .int(Int(truncatingIfNeeded: random.next()))
        case 1: return .bool(random.below(2) == 0)
        case 2: return .double(Double(random.below(100_000)) / 64 + 1 / 128)
        case 3, 4: return .text(Text(.invented(&random)))
        case 5, 6: return .list((0..<random.below(4)).map { _ in invented(&random, depth: depth - 1) })
        case 7:
            let name = random.pick(["Ref", "Fn::Sub", "Fn::ImportValue", "Fn::Base64"])
            return .map([Entry(name, .text(Text(.invented(&random))))])
        default:
            var keys: Set<String> = []
            return .map(
                (0..<random.below(4)).compactMap { _ in
                    let key = String.invented(&random)
                    return keys.insert(key).inserted ? Entry(key, invented(&random, depth: depth - 1)) : nil
                })
        }
    }
}

extension String {
    fileprivate static func invented(_ random: inout SplitMix64) -> String {
        let parts = [
            "a", "B", " ", "  ", "\n", "\t", "\r", "\u{0}", "\u{7}", "\u{1b}", "\u{7f}", "\u{85}", "\u{a0}", "\u{2028}",
            "\u{FEFF}", "é", "e\u{301}", "😀", "\u{FFFF}", "\u{10FFFF}", ": ", " #", "- ", "? ", "'", "\"", "\\", "{",
            "}",
            "[", "]", ",", "&", "*", "!", "|", ">", "%", "@", "`", "~", "null", "yes", "012", "1e3", "0x1F", "1.5",
            "<<",
            "=", "${", "}", "---", "...", "2001-01-01", "190:20:30", ".inf", "-", "+1",
        ]
        return (0..<random.below(6)).map { _ in random.pick(parts) }.joined()
    }
}
