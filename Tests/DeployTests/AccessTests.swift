import CloudFormation
import InfraDSL
import Testing

@testable import Deploy

@Suite struct AccessTests {
    @Test(arguments: [
        ("*", "s3:GetObject", Truth.yes), ("s3:*", "s3:Get*", .yes), ("s3:Get*", "s3:*", .no), ("a?c", "abc", .yes),
        ("a?c", "a*c", .no), ("a*c", "a?c", .yes), ("*a*", "*ba*", .yes), ("ab", "ab", .yes), ("ab", "abc", .no),
        ("", "", .yes), ("", "a", .no), ("${B.Arn}/*", "${B.Arn}/inbox/*", .yes),
        ("${B.Arn}/inbox/*", "${B.Arn}/*", .no), ("${A.Arn}", "${B.Arn}", .no),
        ("arn:aws:s3:::lake/*", "${B.Arn}/inbox/*", .unknown), ("${B.Arn}", "arn:aws:s3:::lake", .unknown),
        ("*", "${B.Arn}", .yes), ("?", "${B.Arn}", .unknown), ("${*}", "*", .no), ("*", "${*}", .yes),
    ])
    func `a pattern covers what it is proved to cover`(pattern: String, other: String, truth: Truth) {
        #expect(Glob(pattern).covers(Glob(other)) == truth)
    }

    private func statements(_ yaml: String) throws -> [AccessStatement] {
        guard !yaml.isEmpty else { return [] }
        let document = try TemplateDocument("Statement:\n" + yaml.split(separator: "\n").map { "- \($0)\n" }.joined())
        return AccessStatement.all(of: document.root)
    }

    private func changes(_ old: String, _ new: String) throws -> [AccessChange] {
        AccessDiff("Role permissions", from: try statements(old), to: try statements(new)).changes
    }

    private static let read = "{Sid: A, Effect: Allow, Action: 's3:GetObject', Resource: !Sub '${B.Arn}/inbox/*'}"

    @Test(arguments: [
        (read, read, [] as [AccessChange.Verdict]), ("", read, [.broader]), (read, "", [.narrower]),
        (
            read,
            "{Sid: A, Effect: Allow, Action: ['s3:GetObject', 's3:DeleteObject'], Resource: !Sub '${B.Arn}/inbox/*'}",
            [.broader]
        ),
        ("{Sid: A, Effect: Allow, Action: 's3:*', Resource: '*'}", read, [.narrower]),
        (read, "{Sid: A, Effect: Allow, Action: 's3:GetObject', Resource: !Sub '${B.Arn}/*'}", [.broader]),
        (
            read, "{Sid: Z, Effect: Allow, Action: ['s3:GetObject'], Resource: [!Sub '${B.Arn}/inbox/*']}",
            [.equal, .equal]
        ),
        (read, "{Sid: A, Effect: Allow, Action: 's3:GetObject', Resource: 'arn:aws:s3:::lake/inbox/*'}", [.unknown]),
        (read, "{Sid: A, Effect: Allow, Action: 's3:GetObject', Resource: !Select [0, !Ref List]}", [.unknown]),
        (read, "{Sid: A, Effect: Allow, NotAction: 's3:GetObject', Resource: '*'}", [.unknown]),
        ("", "{Effect: Deny, Action: '*', Resource: '*'}", [.narrower]),
        ("{Effect: Deny, Action: '*', Resource: '*'}", "", [.broader]),
        (
            "{Sid: D, Effect: Deny, NotAction: 's3:*', Resource: '*'}",
            "{Sid: D, Effect: Deny, NotAction: ['s3:*', 'sqs:*'], Resource: '*'}", [.broader]
        ),
    ])
    func `a statement is compared by what it reaches`(old: String, new: String, verdicts: [AccessChange.Verdict]) throws
    {
        #expect(try changes(old, new).map(\.verdict) == verdicts)
    }

    private static func trusting(_ condition: String) -> String {
        "{Sid: T, Effect: Allow, Principal: {AWS: !Ref User}, Action: 'sts:AssumeRole'\(condition)}"
    }

    @Test(arguments: [
        (", Condition: {StringEquals: {'sts:ExternalId': x}}", "", AccessChange.Verdict.broader),
        ("", ", Condition: {StringEquals: {'sts:ExternalId': x}}", .narrower),
        (
            ", Condition: {StringEquals: {'sts:ExternalId': x}}", ", Condition: {StringLike: {'STS:externalid': 'x'}}",
            .unknown
        ),
        (
            ", Condition: {StringLike: {'sts:ExternalId': 'x*'}}",
            ", Condition: {StringEquals: {'sts:ExternalId': xy}}",
            .narrower
        ),
        (", Condition: {StringEquals: {k: [a, b]}}", ", Condition: {StringEquals: {k: a}}", .narrower),
        (", Condition: {StringNotEquals: {k: a}}", ", Condition: {StringNotEquals: {k: [a, b]}}", .narrower),
        (", Condition: {IpAddress: {k: 10.0.0.0/8}}", ", Condition: {IpAddress: {k: 10.1.0.0/16}}", .unknown),
    ])
    func `a condition that goes broadens, one that comes narrows`(
        old: String, new: String, verdict: AccessChange.Verdict
    ) throws {
        #expect(try changes(Self.trusting(old), Self.trusting(new)).map(\.verdict) == [verdict])
    }

    @Test func `a wider principal broadens and the reason says for whom`() throws {
        let change = try #require(
            try changes(Self.trusting(""), "{Sid: T, Effect: Allow, Principal: '*', Action: 'sts:AssumeRole'}").first)
        #expect(change.verdict == .broader)
        #expect(change.reason == "gives sts:AssumeRole for *")
    }

    @Test func `statements of a role's inline policies add up, whatever policy they stand in`() throws {
        let statement = { (sid: String, action: String) in
            "{Sid: \(sid), Effect: Allow, Action: '\(action)', Resource: '*'}"
        }
        let role = { (policies: String) in
            try TemplateDocument(
                "Resources: {R: {Type: 'AWS::IAM::Role', Properties: {AssumeRolePolicyDocument: {Statement: []}, "
                    + "Policies: [\(policies)]}}}")
        }
        let one = try role(
            "{PolicyName: a, PolicyDocument: {Statement: [\(statement("A", "s3:Get*")), \(statement("B", "sqs:*"))]}}")
        let two = try role(
            "{PolicyName: x, PolicyDocument: {Statement: \(statement("B", "sqs:*"))}}, "
                + "{PolicyName: y, PolicyDocument: {Statement: \(statement("A", "s3:Get*"))}}")
        #expect(AccessDiff.changes(from: one, to: two).isEmpty)
    }

    @Test(arguments: [
        ("AWS::IAM::Role", "ManagedPolicyArns: ['arn:aws:iam::aws:policy/AdministratorAccess']", "R permissions"),
        (
            "AWS::Lambda::Permission",
            "{Action: 'lambda:InvokeFunction', FunctionName: f, Principal: s3.amazonaws.com}",
            "R permission"
        ),
        (
            "AWS::S3::BucketPolicy",
            "PolicyDocument: {Statement: {Effect: Allow, Principal: '*', Action: '*', Resource: '*'}}",
            "R policy"
        ),
        (
            "AWS::KMS::Key", "KeyPolicy: {Statement: {Effect: Allow, Principal: '*', Action: '*', Resource: '*'}}",
            "R policy"
        ),
    ])
    func `every place a policy stands in is looked at`(type: String, properties: String, place: String) throws {
        let body = properties.hasPrefix("{") ? properties : "{\(properties)}"
        let document = try TemplateDocument("Resources: {R: {Type: '\(type)', Properties: \(body)}}")
        let changes = AccessDiff.changes(from: nil, to: document)
        #expect(changes.map(\.verdict) == [.broader])
        #expect(changes.map(\.place) == [place])
    }

    @Test func `a boundary that is taken off broadens`() throws {
        let role = { (boundary: String) in
            try TemplateDocument("Resources: {R: {Type: 'AWS::IAM::Role', Properties: {Path: /\(boundary)}}}")
        }
        let old = try role(", PermissionsBoundary: 'arn:aws:iam::1:policy/b'")
        #expect(AccessDiff.changes(from: old, to: try role("")).map(\.verdict) == [.broader])
        #expect(AccessDiff.changes(from: try role(""), to: old).map(\.verdict) == [.narrower])
    }
}
