import InfraDSL
import Testing

@testable import Deploy

@Suite struct TemplateDiffTests {
    private func diff(_ old: String?, _ new: String) throws -> TemplateDiff {
        TemplateDiff(from: try old.map { try TemplateDocument($0) }, to: try TemplateDocument(new))
    }

    private func bucket(_ properties: String, policy: String = "") -> String {
        "Resources:\n  B:\n    Type: AWS::S3::Bucket\n\(policy)    Properties:\n      \(properties)\n"
    }

    @Test func `a stack that does not exist is all new`() throws {
        let diff = try diff(nil, bucket("BucketName: a"))
        #expect(diff.changes.map(\.action) == [.create])
        #expect(diff.sections.isEmpty)
    }

    @Test func `the same template in another order of keys changes nothing`() throws {
        let old = bucket("{BucketName: a, AccessControl: Private}")
        let new = bucket("{AccessControl: Private, BucketName: a}")
        #expect(try diff(old, new).changes.allSatisfy { $0.properties.isEmpty })
    }

    @Test(arguments: [
        ("BucketName: a", "BucketName: b", Action.replace),
        ("BucketName: a", "{BucketName: a, AccessControl: Private}", .update),
        ("AccessControl: Private", "{AccessControl: Private, BucketName: b}", .replace),
    ])
    func `create-only properties make a replacement`(old: String, new: String, action: Action) throws {
        #expect(try diff(bucket(old), bucket(new)).changes.map(\.action) == [action])
    }

    @Test func `properties that come where there were none are seen one by one`() throws {
        let bare = "Resources:\n  B:\n    Type: AWS::S3::Bucket\n"
        let change = try #require(try diff(bare, bucket("BucketName: b")).changes.first)
        #expect(change.action == .replace)
        #expect(change.properties == [PropertyChange(path: ["Properties", "BucketName"], before: nil, after: "b")])
    }

    @Test func `another type replaces, and the old type decides what is lost`() throws {
        let old = bucket("BucketName: a")
        let new = "Resources:\n  B:\n    Type: AWS::IAM::Role\n"
        let change = try #require(try diff(old, new).changes.first)
        #expect(change.action == .replace)
        #expect(DataLoss(change)?.type == "AWS::S3::Bucket")
    }

    @Test func `an entry that goes away is a deletion`() throws {
        let new = "Resources:\n  C:\n    Type: AWS::SNS::Topic\n"
        let changes = try diff(bucket("BucketName: a"), new).changes
        #expect(changes.map(\.action) == [.create, .delete])
        #expect(changes.map(\.id) == ["C", "B"])
    }

    @Test func `a retained bucket is left behind, any other goes with its data`() throws {
        let new = "Resources:\n  C:\n    Type: AWS::SNS::Topic\n"
        let kept = try diff(bucket("BucketName: a", policy: "    DeletionPolicy: Retain\n"), new).changes
        let lost = try diff(bucket("BucketName: a"), new).changes
        #expect(kept.compactMap(DataLoss.init).map(\.isLeftBehind) == [true])
        #expect(lost.compactMap(DataLoss.init).map(\.isLeftBehind) == [false])
    }

    @Test func `intrinsics are compared whole and shown in their short form`() throws {
        let change = try #require(
            try diff(bucket("BucketName: !Ref A"), bucket("BucketName: !GetAtt X.Arn")).changes.first)
        #expect(change.properties.map(\.before) == ["!Ref A"])
        #expect(change.properties.map(\.after) == ["!GetAtt X.Arn"])
    }

    @Test func `the long and the short form of an intrinsic are the same`() throws {
        let diff = try diff(bucket("BucketName: !Ref A"), bucket("BucketName: {Ref: A}"))
        #expect(diff.isEmpty)
    }

    @Test func `every section beside the resources is compared`() throws {
        let old = "Description: a\n" + bucket("BucketName: a")
        let new = "Description: b\nRules: {R: {Assertions: []}}\n" + bucket("BucketName: a")
        #expect(try diff(old, new).sections.map(\.path.first) == ["Description", "Rules"])
    }

    @Test func `a literal that the provider never gives back is not shown`() throws {
        let template = { (value: String) in
            "Resources:\n  S:\n    Type: AWS::SecretsManager::Secret\n    Properties:\n      SecretString: \(value)\n"
        }
        let change = try #require(try diff(template("hunter2"), template("hunter3")).changes.first)
        #expect(change.properties.map(\.before) == [PropertyChange.hidden])
        #expect(change.properties.map(\.after) == [PropertyChange.hidden])
        let reference = try #require(try diff(template("hunter2"), template("!Ref P")).changes.first)
        #expect(reference.properties.map(\.after) == ["!Ref P"])
    }
}
