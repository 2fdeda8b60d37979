import TestSupport
import Testing

@testable import CloudAPI

@Suite struct S3ClientTests {
    private let object = ObjectReference(bucket: "lake", key: "inbox/a b+c.csv")

    @Test func `objects are addressed by virtual host on AWS`() throws {
        let fixture = try AWSFixture([
            .init("HEAD", "https://lake.s3.eu-west-1.amazonaws.com/inbox/a%20b%2Bc.csv?versionId=v%2F1", .status(404)),
            .init("HEAD", "https://s3.eu-west-1.amazonaws.com/a.b/k", .status(404)),
        ])
        let s3 = S3Client(fixture.configuration, expectedBucketOwner: "123456789012")
        #expect(try s3.head(bucket: object.bucket, key: object.key, versionID: "v/1") == nil)
        #expect(try s3.head(bucket: "a.b", key: "k") == nil)
        #expect(fixture.transport.requests[0].header("x-amz-expected-bucket-owner") == "123456789012")
        fixture.expectFinished()
    }

    @Test func `objects are addressed by path elsewhere`() throws {
        let fixture = try AWSFixture(
            [.init("HEAD", "http://127.0.0.1:4566/lake/a", .status(200, ["ETag": "\"e\"", "x-amz-meta-A": "1"]))],
            endpoint: "http://127.0.0.1:4566")
        let head = try S3Client(fixture.configuration).head(bucket: "lake", key: "a")
        #expect(head?.eTag == "\"e\"")
        #expect(head?.metadata == ["a": "1"])
    }

    @Test func `a HEAD that is refused is no missing object`() throws {
        let fixture = try AWSFixture([.init("HEAD", "/k", .status(403))])
        let error = #expect(throws: CloudError.self) {
            try S3Client(fixture.configuration).head(bucket: "lake", key: "k")
        }
        #expect(error?.code == "AccessDenied")
    }

    @Test func `a bucket of another region is signed for anew, once`() throws {
        let moved = ["x-amz-bucket-region": "us-west-2"]
        let fixture = try AWSFixture([
            .init("HEAD", "https://lake.s3.eu-west-1.amazonaws.com/k", .status(301, moved)),
            .init("HEAD", "https://lake.s3.us-west-2.amazonaws.com/k", .status(200)),
            .init(
                "PUT", "https://lake.s3.eu-west-1.amazonaws.com/k", .s3Error(400, "AuthorizationHeaderMalformed", moved)
            ),
            .init("PUT", "https://lake.s3.us-west-2.amazonaws.com/k", .s3Error(301, "PermanentRedirect", moved)),
        ])
        let s3 = S3Client(fixture.configuration)
        #expect(try s3.head(bucket: "lake", key: "k") != nil)
        #expect(throws: CloudError.self) { try s3.put(bucket: "lake", key: "k", body: []) }
        #expect(fixture.transport.requests[1].header("Authorization")?.contains("/us-west-2/s3/") == true)
        fixture.expectFinished()
    }

    @Test func `a region that is no region is not followed`() throws {
        let fixture = try AWSFixture([.init("HEAD", "/k", .status(301, ["x-amz-bucket-region": "evil.com/x"]))])
        #expect(throws: CloudError.self) { try S3Client(fixture.configuration).head(bucket: "lake", key: "k") }
        fixture.expectFinished()
    }

    private let copied = "<CopyObjectResult><ETag>&quot;n&quot;</ETag></CopyObjectResult>"

    @Test func `a copy names its source and its condition`() throws {
        let fixture = try AWSFixture([.init("PUT", "/history/a", .status(200, ["x-amz-version-id": "v2"], copied))])
        var order = CopyOrder(
            from: ObjectReference(bucket: "lake", key: "inbox/a b+c.csv", versionID: "v1"),
            to: ObjectReference(bucket: "lake", key: "history/a"), ifMatch: "\"e\"")
        order.metadata = ["source-etag": "e"]
        order.ifNoneMatch = true
        let version = try S3Client(fixture.configuration).copy(order)
        #expect(version == ObjectVersion(eTag: "\"n\"", versionID: "v2"))
        let request = fixture.transport.requests[0]
        #expect(request.header("x-amz-copy-source") == "/lake/inbox/a%20b%2Bc.csv?versionId=v1")
        #expect(request.header("x-amz-copy-source-if-match") == "\"e\"")
        #expect(request.header("If-None-Match") == "*")
        #expect(request.header("x-amz-metadata-directive") == "REPLACE")
        #expect(request.header("x-amz-meta-source-etag") == "e")
    }

    @Test func `an error inside a good answer to a copy is an error`() throws {
        let fixture = try AWSFixture([
            .init("PUT", "/b", .s3Error(200, "InternalError")), .init("PUT", "/b", .status(200, [:], "  ")),
            .init("PUT", "/b", .s3Error(200, "SlowDown")), .init("PUT", "/b", .status(200, [:], copied)),
            .init("PUT", "/b", .s3Error(200, "AccessDenied")),
        ])
        let s3 = S3Client(fixture.configuration)
        let order = CopyOrder(from: object, to: ObjectReference(bucket: "lake", key: "b"))
        #expect(try s3.copy(order).eTag == "\"n\"")
        let error = #expect(throws: CloudError.self) { try s3.copy(order) }
        #expect(error?.code == "AccessDenied")
        fixture.expectFinished()
    }

    private func broken(_ body: String) -> ScriptedTransport.Answer {
        .broken(HTTPResponse(status: 200, body: Array(body.utf8)), TransportFailure(.reset, "broken"))
    }

    @Test func `a broken transfer of a known version goes on where it broke`() throws {
        let rest = HTTPResponse(
            status: 206, headers: [HTTPHeader("Content-Range", "bytes 5-9/10"), HTTPHeader("Content-Length", "5")],
            body: Array("56789".utf8))
        let fixture = try AWSFixture([
            .init("GET", "/k", broken("01234")), .init("GET", "/k", .status(503)), .init("GET", "/k", .response(rest)),
        ])
        var bytes: [UInt8] = []
        let head = try S3Client(fixture.configuration).get(bucket: "lake", key: "k", ifMatch: "\"e\"") { bytes += $0 }
        #expect(String(decoding: bytes, as: UTF8.self) == "0123456789")
        #expect(head.size == 10)
        #expect(fixture.transport.requests.map { $0.header("Range") } == [nil, "bytes=5-", "bytes=5-"])
        #expect(fixture.transport.requests.allSatisfy { $0.header("If-Match") == "\"e\"" })
    }

    @Test func `a broken transfer of whatever is there is an error, since it cannot go on`() throws {
        let fixture = try AWSFixture([.init("GET", "/k", broken("01234"))])
        var bytes: [UInt8] = []
        let error = #expect(throws: CloudError.self) {
            try S3Client(fixture.configuration).get(bucket: "lake", key: "k") { bytes += $0 }
        }
        #expect(error?.isTransient == true)
        #expect(bytes.count == 5)
        fixture.expectFinished()
    }

    @Test func `a transfer that begins anew instead of going on is an error`() throws {
        let fixture = try AWSFixture([
            .init("GET", "/k?versionId=v", broken("01234")),
            .init("GET", "/k?versionId=v", .status(200, [:], "0123456789")),
        ])
        #expect(throws: CloudError.self) {
            try S3Client(fixture.configuration).get(bucket: "lake", key: "k", versionID: "v") { _ in }
        }
    }

    @Test func `the error of a receiver comes out as it is`() throws {
        struct Enough: Error {}
        let fixture = try AWSFixture([.init("GET", "/k", .status(200, [:], "0123456789"))])
        #expect(throws: Enough.self) {
            try S3Client(fixture.configuration).get(bucket: "lake", key: "k", ifMatch: "e") { _ in throw Enough() }
        }
        fixture.expectFinished()
    }

    @Test func `listings decode their keys and follow their pages`() throws {
        func page(_ key: String, _ next: String) -> ScriptedTransport.Answer {
            .status(
                200, [:],
                "<L><EncodingType>url</EncodingType><Contents><Key>\(key)</Key><Size>3</Size></Contents>\(next)</L>")
        }
        let fixture = try AWSFixture([
            .init(
                "GET", "*list-type=2&encoding-type=url&prefix=in%2F&max-keys=1000",
                page(
                    "in/a+b%2Bc%0A", "<IsTruncated>true</IsTruncated><NextContinuationToken>t=1</NextContinuationToken>"
                )),
            .init("GET", "&continuation-token=t%3D1", page("in/z", "<IsTruncated>false</IsTruncated>")),
        ])
        let objects = try S3Client(fixture.configuration).list(bucket: "lake", prefix: "in/")
        #expect(objects.map(\.key) == ["in/a b+c\n", "in/z"])
        #expect(objects.allSatisfy { $0.size == 3 })
        fixture.expectFinished()
    }

    @Test func `keys that a listing gives as they are stay as they are`() throws {
        let answer = "<L><Version><Key>in/a+b%2B c</Key><VersionId>v</VersionId></Version></L>"
        let fixture = try AWSFixture([.init("GET", "*versions=", .status(200, [:], answer))])
        let versions = try S3Client(fixture.configuration).listVersions(bucket: "lake")
        #expect(versions.map(\.key) == ["in/a+b%2B c"])
    }

    @Test func `what was not deleted is told`() throws {
        let answer =
            "<DeleteResult><Error><Key>a&amp;b</Key><Code>AccessDenied</Code><Message>m</Message></Error></DeleteResult>"
        let fixture = try AWSFixture([.init("POST", "/?delete=", .status(200, [:], answer))])
        let refused = try S3Client(fixture.configuration).deleteObjects(bucket: "lake", [("a&b", nil), ("c", "v")])
        #expect(refused.map(\.key) == ["a&b"])
        #expect(refused.map(\.code) == ["AccessDenied"])
        let request = fixture.transport.requests[0]
        #expect(request.header("x-amz-checksum-sha256") == Base64.encode(SHA256.digest(request.body)))
        #expect(String(decoding: request.body, as: UTF8.self).contains("<Key>c</Key><VersionId>v</VersionId>"))
    }
}
