/// Amazon S3. Objects here, buckets and listings in the extensions.
///
/// A request that reaches a bucket of another region is signed anew for that region, once.
package struct S3Client: Sendable {
    let client: AWSClient
    /// The account that must own every bucket named; requests are refused otherwise.
    let expectedBucketOwner: String?

    package init(_ configuration: AWSConfiguration, expectedBucketOwner: String? = nil) {
        client = AWSClient(configuration, .s3)
        self.expectedBucketOwner = expectedBucketOwner
    }

    /// What a request is about, before it is known where it goes.
    struct Call {
        var operation: String
        var method: String
        var bucket: String
        var key: String?
        var query: [(name: String, value: String)] = []
        var headers: [HTTPHeader] = []
        var body: [UInt8] = []
        var timeout: Duration = .seconds(60)

        mutating func add(_ name: String, _ value: String?) {
            if let value { headers.append(HTTPHeader(name, value)) }
        }
    }

    func send(
        _ call: Call,
        through attempt: ((HTTPRequest) throws -> HTTPResponse)? = nil,
        check: (HTTPResponse) throws(CloudError) -> Void = { _ in }
    ) throws -> HTTPResponse {
        let region = client.configuration.region
        var redirect: String?
        let noted: (HTTPRequest) throws -> HTTPResponse = { request in
            let response = try (attempt ?? client.configuration.transport.send)(request)
            if [301, 307, 400].contains(response.status) { redirect = Self.otherRegion(response, than: region) }
            return response
        }
        do {
            return try client.send(call.operation, request(call, in: region), through: noted, check: check)
        } catch let error as CloudError {
            guard let other = redirect, AWSConfiguration.isLabel(other) else { throw error }
            return try client.send(
                call.operation, request(call, in: other), region: other, through: attempt, check: check)
        }
    }

    /// The region that the bucket is said to be in, if another.
    private static func otherRegion(_ response: HTTPResponse, than region: String) -> String? {
        let named =
            response.header("x-amz-bucket-region")
            ?? (try? XMLElement.parse(response.body)).flatMap { $0.first("Region")?.text }
        return named == region ? nil : named
    }

    private func request(_ call: Call, in region: String) -> HTTPRequest {
        var url = address(of: call.bucket, in: region)
        if let key = call.key { url += "/" + PercentEncoding.encode(key, keepingSlashes: true) } else { url += "/" }
        if !call.query.isEmpty { url += "?" + PercentEncoding.query(call.query) }
        var request = HTTPRequest(
            method: call.method, url: url, headers: call.headers, body: call.body, timeout: call.timeout)
        if let expectedBucketOwner { request.setHeader("x-amz-expected-bucket-owner", expectedBucketOwner) }
        return request
    }

    /// Where a service that is told of an object finds it, such as CloudFormation a template.
    package func url(bucket: String, key: String) -> String {
        address(of: bucket, in: client.configuration.region) + "/" + PercentEncoding.encode(key, keepingSlashes: true)
    }

    /// Virtual host style on AWS, but for names with a dot, which the certificate does not cover; path style elsewhere.
    private func address(of bucket: String, in region: String) -> String {
        let name = PercentEncoding.encode(bucket)
        if let endpoint = client.endpoint.override(client.configuration) { return "\(endpoint)/\(name)" }
        let host = client.endpoint.host(in: region)
        let fitsHostName = AWSConfiguration.isLabel(bucket)
        return fitsHostName ? "https://\(bucket).\(host)" : "https://\(host)/\(name)"
    }
}
