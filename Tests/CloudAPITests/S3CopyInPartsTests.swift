import TestSupport
import Testing

@testable import CloudAPI

@Suite struct S3CopyInPartsTests {
    private let order: CopyOrder = {
        var order = CopyOrder(
            from: ObjectReference(bucket: "lake", key: "inbox/a", versionID: "v1"),
            to: ObjectReference(bucket: "lake", key: "b"), ifMatch: "\"e\"")
        order.metadata = ["source": "x"]
        order.ifNoneMatch = true
        return order
    }()
    private let begun = ScriptedTransport.Answer.status(200, [:], "<R><UploadId>u/1</UploadId></R>")
    private let tagged = ScriptedTransport.Answer.status(
        200, [:], "<Tagging><TagSet><Tag><Key>a b</Key><Value>c&amp;d</Value></Tag></TagSet></Tagging>")
    private let part = ScriptedTransport.Answer.status(
        200, [:], "<CopyPartResult><ETag>&quot;p&quot;</ETag></CopyPartResult>")

    private func head(_ size: Int) -> ObjectHead {
        ObjectHead(
            HTTPResponse(
                status: 200,
                headers: [HTTPHeader("Content-Length", String(size)), HTTPHeader("ETag", "\"e\"")]))
    }

    @Test func `ranges cover the object, each on the condition of the source, the whole on that of the target`() throws
    {
        let done = "<CompleteMultipartUploadResult><ETag>&quot;n-3&quot;</ETag></CompleteMultipartUploadResult>"
        let fixture = try AWSFixture([
            .init("GET", "/inbox/a?tagging=&versionId=v1", tagged), .init("POST", "/b?uploads=", begun),
            .init("PUT", "/b?partNumber=1&uploadId=u%2F1", part), .init("PUT", "/b?partNumber=2&uploadId=u%2F1", part),
            .init("PUT", "/b?partNumber=3&uploadId=u%2F1", part),
            .init("POST", "/b?uploadId=u%2F1", .status(200, ["x-amz-version-id": "v9"], done)),
        ])
        let version = try S3Client(fixture.configuration).copyInParts(order, of: head(25), partSize: 10)
        #expect(version == ObjectVersion(eTag: "\"n-3\"", versionID: "v9"))
        let requests = fixture.transport.requests
        #expect(requests[1].header("x-amz-tagging") == "a%20b=c%26d" && requests[1].header("x-amz-meta-source") == "x")
        #expect(
            requests[2...4].map { $0.header("x-amz-copy-source-range") } == ["bytes=0-9", "bytes=10-19", "bytes=20-24"])
        #expect(requests[2...4].allSatisfy { $0.header("x-amz-copy-source-if-match") == "\"e\"" })
        #expect(requests[5].header("If-None-Match") == "*")
        #expect(String(decoding: requests[5].body, as: UTF8.self).contains("<PartNumber>3</PartNumber>"))
        fixture.expectFinished()
    }

    @Test func `a part that is refused aborts the upload`() throws {
        let fixture = try AWSFixture([
            .init("GET", "/inbox/a?tagging=&versionId=v1", tagged), .init("POST", "/b?uploads=", begun),
            .init("PUT", "/b?partNumber=1&uploadId=u%2F1", .s3Error(412, "PreconditionFailed")),
            .init("DELETE", "/b?uploadId=u%2F1", .status(204)),
        ])
        let error = #expect(throws: CloudError.self) {
            try S3Client(fixture.configuration).copyInParts(order, of: head(25), partSize: 10)
        }
        #expect(error?.status == 412 && error?.operation == "UploadPartCopy")
        fixture.expectFinished()
    }

    @Test func `an error inside a good answer to the completion is an error`() throws {
        let fixture = try AWSFixture([
            .init("GET", "/inbox/a?tagging=&versionId=v1", tagged), .init("POST", "/b?uploads=", begun),
            .init("PUT", "/b?partNumber=1&uploadId=u%2F1", part),
            .init("POST", "/b?uploadId=u%2F1", .s3Error(200, "AccessDenied")),
            .init("DELETE", "/b?uploadId=u%2F1", .status(204)),
        ])
        let error = #expect(throws: CloudError.self) {
            try S3Client(fixture.configuration).copyInParts(order, of: head(5), partSize: 10)
        }
        #expect(error?.code == "AccessDenied")
        fixture.expectFinished()
    }

    @Test(arguments: [1, 10_000, 10_001, 5 << 30, (5 << 40) + 1])
    func `there are never more than ten thousand parts`(size: Int) {
        for wanted in [1, 5 << 20, 512 << 20] {
            let part = S3Client.partSize(for: size, wanted: wanted)
            #expect(part >= wanted && (size + part - 1) / part <= 10_000)
        }
    }
}
