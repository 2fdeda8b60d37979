import Testing

@testable import CloudAPI

/// Vectors of the aws-sig-v4-test-suite (20150830T123600Z, us-east-1, "service"), and of the S3 documentation,
/// "Signature Calculations for the Authorization Header".
@Suite struct SignatureV4Tests {
    private static let suiteCredentials = AWSCredentials(
        accessKeyID: "AKIDEXAMPLE", secretAccessKey: "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY")
    private static let s3Credentials = AWSCredentials(
        accessKeyID: "AKIAIOSFODNN7EXAMPLE", secretAccessKey: "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY")

    struct Vector: Sendable, CustomTestStringConvertible {
        var name: String
        var method = "GET"
        var path: String
        var headers: [HTTPHeader] = []
        var body = ""
        var signature: String
        var testDescription: String { name }
    }

    static let suite: [Vector] = [
        Vector(
            name: "get-vanilla", path: "/",
            signature: "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31"),
        Vector(
            name: "get-vanilla-query-order-key-case", path: "/?Param2=value2&Param1=value1",
            signature: "b97d918cfa904a5beff61c982a1b6f458b799221646efd99d3219ec94cdf2500"),
        Vector(
            name: "post-vanilla", method: "POST", path: "/",
            signature: "5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b"),
        Vector(
            name: "post-x-www-form-urlencoded", method: "POST", path: "/",
            headers: [HTTPHeader("Content-Type", "application/x-www-form-urlencoded")], body: "Param1=value1",
            signature: "ff11897932ad3f4e8b18135d722051e5ac45fc38421b1da7b9d196a0fe09473a"),
    ]

    @Test(arguments: suite)
    func `the test suite of AWS is signed as published`(vector: Vector) throws {
        var request = HTTPRequest(
            method: vector.method,
            url: "https://example.amazonaws.com\(vector.path)",
            headers: vector.headers,
            body: Array(vector.body.utf8)
        )
        let moment = try #require(Timestamp(iso8601: "20150830T123600Z"))
        SignatureV4(service: "service", region: "us-east-1").sign(&request, with: Self.suiteCredentials, at: moment)
        let authorization = try #require(request.header("Authorization"))
        #expect(authorization.hasSuffix("Signature=\(vector.signature)"), "\(authorization)")
        #expect(
            authorization.hasPrefix(
                "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request, SignedHeaders="))
    }

    @Test func `the canonical request of get-vanilla is the published one`() throws {
        var request = HTTPRequest(url: "https://example.amazonaws.com/")
        request.setHeader("X-Amz-Date", "20150830T123600Z")
        let signature = SignatureV4(service: "service", region: "us-east-1")
        let (text, _) = signature.canonicalRequest(request, payloadHash: SHA256.hex([]))
        #expect(SHA256.hex(text.utf8) == "bb579772317eb040ac9ed261061d46c1f17a8133879d6129b6e1c25292927e63")
    }

    static let s3: [Vector] = [
        Vector(
            name: "GET object with Range", path: "/test.txt", headers: [HTTPHeader("Range", "bytes=0-9")],
            signature: "f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41"),
        Vector(
            name: "PUT object", method: "PUT", path: "/test%24file.text",
            headers: [
                HTTPHeader("Date", "Fri, 24 May 2013 00:00:00 GMT"),
                HTTPHeader("x-amz-storage-class", "REDUCED_REDUNDANCY"),
            ],
            body: "Welcome to Amazon S3.",
            signature: "98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd"),
        Vector(
            name: "GET bucket lifecycle", path: "/?lifecycle",
            signature: "fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543"),
        Vector(
            name: "GET bucket (list objects)", path: "/?max-keys=2&prefix=J",
            signature: "34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7"),
    ]

    @Test(arguments: s3)
    func `the examples of the S3 documentation are signed as published`(vector: Vector) throws {
        var request = HTTPRequest(
            method: vector.method,
            url: "https://examplebucket.s3.amazonaws.com\(vector.path)",
            headers: vector.headers,
            body: Array(vector.body.utf8)
        )
        let moment = try #require(Timestamp(iso8601: "20130524T000000Z"))
        SignatureV4(service: "s3", region: "us-east-1").sign(&request, with: Self.s3Credentials, at: moment)
        #expect(request.header("Authorization")?.hasSuffix("Signature=\(vector.signature)") == true)
    }

    private func canonicalPath(_ path: String, service: String) -> String {
        let request = HTTPRequest(url: "https://host\(path)")
        let text = SignatureV4(service: service, region: "eu-west-1").canonicalRequest(request, payloadHash: "").text
        return text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)[1]
    }

    @Test(arguments: [
        ("/", "/"), ("/./", "/"), ("/example/..", "/"), ("//example//", "/example/"), ("/./example", "/example"),
        ("/%20/foo", "/%2520/foo"), ("/a%3Ab", "/a%253Ab"),
    ])
    func `other services sign the path resolved and encoded once more`(path: String, expected: String) {
        #expect(canonicalPath(path, service: "lambda") == expected)
    }

    @Test func `S3 signs the path as it is sent`() {
        #expect(canonicalPath("/b/../a//b%20c/", service: "s3") == "/b/../a//b%20c/")
    }

    @Test func `values are squeezed, fields that a proxy may change are left out`() {
        let request = HTTPRequest(
            url: "https://host:8443/",
            headers: [
                HTTPHeader("X-B", "  a   b\t c "), HTTPHeader("X-A", "1"), HTTPHeader("x-a", "2"),
                HTTPHeader("User-Agent", "x"), HTTPHeader("Accept-Encoding", "gzip"),
            ])
        let (text, names) = SignatureV4(service: "sqs", region: "eu-west-1").canonicalRequest(request, payloadHash: "-")
        #expect(names == "host;x-a;x-b")
        #expect(text == "GET\n/\n\nhost:host:8443\nx-a:1,2\nx-b:a b c\n\nhost;x-a;x-b\n-")
    }

    @Test func `a session token is sent and signed, the content hash is S3's only`() {
        var request = HTTPRequest(url: "https://host/")
        let temporary = AWSCredentials(accessKeyID: "A", secretAccessKey: "B", sessionToken: "C")
        SignatureV4(service: "sns", region: "eu-west-1").sign(&request, with: temporary, at: Timestamp(seconds: 0))
        #expect(request.header("x-amz-security-token") == "C")
        #expect(request.header("Authorization")?.contains("host;x-amz-date;x-amz-security-token,") == true)
        #expect(request.header("x-amz-content-sha256") == nil)
        SignatureV4(service: "s3", region: "eu-west-1")
            .sign(&request, with: temporary, at: Timestamp(seconds: 0), payload: .unsigned)
        #expect(request.header("x-amz-content-sha256") == "UNSIGNED-PAYLOAD")
        #expect(request.headers.filter { $0.name == "Authorization" }.count == 1)
    }

    @Test func `no rendering of credentials shows the secret`() {
        let credentials = AWSCredentials(accessKeyID: "AKID", secretAccessKey: "hushhush", sessionToken: "tokentoken")
        var dumped = ""
        dump(credentials, to: &dumped)
        for text in ["\(credentials)", String(reflecting: credentials), dumped, "\([credentials])"] {
            #expect(!text.contains("hush") && !text.contains("tokentoken"), "\(text)")
            #expect(text.contains("AKID"))
        }
    }
}
