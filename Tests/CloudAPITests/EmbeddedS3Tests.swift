import CloudAPI
import Foundation
import Testing

/// S3 and the signatures, against an embedded AWS.
@Suite(.enabled(if: EmbeddedAWS.endpoint != nil), .serialized) struct EmbeddedS3Tests {
    private let configuration: AWSConfiguration
    private let suffix: String

    init() throws {
        let aws = try EmbeddedAWS()
        configuration = aws.configuration
        suffix = aws.suffix
    }

    @Test func `a wrong secret is refused`() throws {
        var credentials = try configuration.credentials()
        credentials.secretAccessKey += "x"
        let error = #expect(throws: CloudError.self) {
            try S3Client(EmbeddedAWS.configuration(credentials)).bucketExists("any-bucket-\(suffix)")
        }
        #expect(error?.status == 403)
        let other = #expect(throws: CloudError.self) {
            try STSClient(EmbeddedAWS.configuration(credentials)).callerIdentity()
        }
        #expect(other?.code == "SignatureDoesNotMatch")
    }

    @Test func `the caller is the user that signs`() throws {
        let identity = try STSClient(configuration).callerIdentity()
        #expect(identity.account == "000000000000")
        #expect(identity.arn == "arn:aws:iam::000000000000:user/cloudapi-\(suffix)")
    }

    private static let keys = [
        "plain.csv", "with blank.csv", "plus+sign.csv", "percent%41.csv", "quo'te\"s.csv", "semi;colon.csv",
        "back\\slash.csv", "line\nbreak.csv", "emoji-🏔.csv", "sub/folder/ü.csv", "a&b=c?d#e.csv", "tilde~(star*)!.csv",
        "double//slash.csv", "end/",
    ]

    @Test func `objects of any name are written, read, listed, copied and deleted`() throws {
        let s3 = S3Client(configuration)
        let bucket = "cloudapi-objects-\(suffix)"
        #expect(try !s3.bucketExists(bucket))
        try s3.createBucket(bucket)
        try s3.createBucket(bucket)
        #expect(try s3.bucketExists(bucket))
        for key in Self.keys {
            let written = try s3.put(
                bucket: bucket, key: key, body: Array(key.utf8), contentType: "text/csv", metadata: ["source": "test"])
            let head = try #require(try s3.head(bucket: bucket, key: key), "\(key)")
            #expect(head.eTag == written.eTag)
            #expect(head.size == key.utf8.count)
            #expect(head.contentType == "text/csv")
            #expect(head.metadata == ["source": "test"])
            #expect(try s3.object(bucket: bucket, key: key) == Array(key.utf8))
            var order = CopyOrder(
                from: ObjectReference(bucket: bucket, key: key),
                to: ObjectReference(bucket: bucket, key: "history/" + key), ifMatch: head.eTag)
            order.metadata = ["moved": "yes"]
            order.headers = [HTTPHeader("Content-Type", "text/plain")]
            let copy = try s3.copy(order)
            #expect(copy.eTag == head.eTag)
            #expect(try s3.head(bucket: bucket, key: "history/" + key)?.metadata == ["moved": "yes"])
        }
        let expected = Self.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        #expect(try s3.list(bucket: bucket, prefix: "history/").map(\.key) == expected.map { "history/" + $0 })
        #expect(try s3.list(bucket: bucket, limit: 3).count == 3)
        for key in Self.keys { try s3.delete(bucket: bucket, key: key) }
        #expect(try s3.list(bucket: bucket).map(\.key) == expected.map { "history/" + $0 })
        let all = try s3.list(bucket: bucket).map { (key: $0.key, versionID: String?.none) }
        #expect(try s3.deleteObjects(bucket: bucket, all).isEmpty)
        #expect(try s3.list(bucket: bucket).isEmpty)
        #expect(try s3.head(bucket: bucket, key: "gone") == nil)
        #expect(try s3.object(bucket: bucket, key: "gone") == nil)
        try s3.deleteBucket(bucket)
        try s3.deleteBucket(bucket)
        #expect(try !s3.bucketExists(bucket))
    }

    @Test func `conditions of S3 hold`() throws {
        let s3 = S3Client(configuration)
        let bucket = "cloudapi-conditions-\(suffix)"
        try s3.createBucket(bucket)
        let first = try s3.put(bucket: bucket, key: "a", body: [1], ifNoneMatch: true)
        let again = #expect(throws: CloudError.self) {
            try s3.put(bucket: bucket, key: "a", body: [2], ifNoneMatch: true)
        }
        #expect(again?.code == "PreconditionFailed")
        let copied = #expect(throws: CloudError.self) {
            try s3.copy(
                CopyOrder(
                    from: ObjectReference(bucket: bucket, key: "a"), to: ObjectReference(bucket: bucket, key: "b"),
                    ifMatch: "\"00000000000000000000000000000000\""))
        }
        #expect(copied?.status == 412)
        let missing = #expect(throws: CloudError.self) {
            try s3.copy(
                CopyOrder(
                    from: ObjectReference(bucket: bucket, key: "no"), to: ObjectReference(bucket: bucket, key: "b")))
        }
        #expect(missing?.code == "NoSuchKey")
        let changed = #expect(throws: CloudError.self) {
            try s3.get(bucket: bucket, key: "a", ifMatch: "\"0\"") { _ in Issue.record("a body came") }
        }
        #expect(changed?.status == 412)
        #expect(try s3.get(bucket: bucket, key: "a", ifMatch: first.eTag) { _ in }.size == 1)
        let kept = #expect(throws: CloudError.self) { try s3.delete(bucket: bucket, key: "a", ifMatch: "\"0\"") }
        #expect(kept?.status == 412)
        try s3.delete(bucket: bucket, key: "a", ifMatch: first.eTag)
        #expect(try s3.head(bucket: bucket, key: "a") == nil)
    }

    @Test func `an object copied in parts is the same object`() throws {
        let s3 = S3Client(configuration)
        let bucket = "cloudapi-parts-\(suffix)"
        try s3.createBucket(bucket)
        var random = SeededGenerator(seed: 7)
        let body = (0..<(11 << 20)).map { _ in UInt8.random(in: 0...255, using: &random) }
        let written = try s3.put(
            bucket: bucket, key: "a b+c", body: body, contentType: "text/csv", metadata: ["partner": "p1"])
        let head = try #require(try s3.head(bucket: bucket, key: "a b+c"))
        var order = CopyOrder(
            from: ObjectReference(bucket: bucket, key: "a b+c"), to: ObjectReference(bucket: bucket, key: "copy"),
            ifMatch: written.eTag)
        order.ifNoneMatch = true
        try s3.copyInParts(order, of: head, partSize: 5 << 20)
        let copy = try #require(try s3.head(bucket: bucket, key: "copy"))
        #expect(copy.size == body.count && copy.metadata == ["partner": "p1"] && copy.contentType == "text/csv")
        #expect(try s3.object(bucket: bucket, key: "copy") == body)
        let taken = #expect(throws: CloudError.self) { try s3.copyInParts(order, of: head, partSize: 5 << 20) }
        #expect(taken?.status == 412)
        order.target.key = "other"
        order.ifMatch = "\"0\""
        let changed = #expect(throws: CloudError.self) { try s3.copyInParts(order, of: head, partSize: 5 << 20) }
        #expect(changed?.status == 412)
        #expect(try s3.head(bucket: bucket, key: "other") == nil)
    }

    @Test func `versions are kept, listed and deleted for good`() throws {
        let s3 = S3Client(configuration)
        let bucket = "cloudapi-versions-\(suffix)"
        try s3.createBucket(bucket)
        try s3.putBucketVersioning(bucket)
        try s3.putPublicAccessBlock(bucket)
        try s3.putBucketEncryption(bucket)
        try s3.putBucketLifecycle(
            bucket, [LifecycleRule(id: "tidy", noncurrentExpirationDays: 30, abortMultipartDays: 2)])
        try s3.putBucketPolicy(
            bucket,
            document: [
                "Version": "2012-10-17",
                "Statement": [
                    [
                        "Effect": "Deny", "Principal": "*", "Action": "s3:PutObject",
                        "Resource": .string("arn:aws:s3:::\(bucket)/locked/*"),
                    ]
                ],
            ]
        )
        let one = try s3.put(bucket: bucket, key: "a b", body: [1])
        let two = try s3.put(bucket: bucket, key: "a b", body: [2])
        let old = try #require(one.versionID)
        #expect(old != two.versionID)
        #expect(try s3.object(bucket: bucket, key: "a b", versionID: old) == [1])
        try s3.copy(
            CopyOrder(
                from: ObjectReference(bucket: bucket, key: "a b", versionID: old),
                to: ObjectReference(bucket: bucket, key: "old")))
        #expect(try s3.object(bucket: bucket, key: "old") == [1])
        try s3.delete(bucket: bucket, key: "a b")
        #expect(try s3.head(bucket: bucket, key: "a b") == nil)
        let versions = try s3.listVersions(bucket: bucket)
        #expect(versions.filter { $0.key == "a b" }.count == 3)
        #expect(versions.filter(\.isDeleteMarker).count == 1)
        #expect(try s3.deleteObjects(bucket: bucket, versions.map { ($0.key, $0.versionID) }).isEmpty)
        #expect(try s3.listVersions(bucket: bucket).isEmpty)
        try s3.deleteBucket(bucket)
    }

    @Test func `listings are read page by page`() throws {
        let s3 = S3Client(configuration)
        let bucket = "cloudapi-pages-\(suffix)"
        try s3.createBucket(bucket)
        for index in 0..<1005 { try s3.put(bucket: bucket, key: "k\(10000 + index)", body: []) }
        let keys = try s3.list(bucket: bucket).map(\.key)
        #expect(keys == (0..<1005).map { "k\(10000 + $0)" })
        #expect(try s3.listVersions(bucket: bucket).count == 1005)
        #expect(try s3.deleteObjects(bucket: bucket, keys.map { ($0, nil) }).isEmpty)
        #expect(try s3.list(bucket: bucket).isEmpty)
    }
}
