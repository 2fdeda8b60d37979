extension CloudError {
    /// Reads an error answer in any of the forms of AWS: XML of S3, XML of the Query protocol, JSON, or no body at all.
    init(_ service: String, _ operation: String, _ response: HTTPResponse) {
        let (code, message, bodyRequestID) = Self.parts(response)
        self.init(
            service: service,
            operation: operation,
            status: response.status,
            code: code ?? Self.name(of: response.status),
            message: message ?? "",
            requestID: response.header("x-amz-request-id") ?? response.header("x-amzn-requestid") ?? bodyRequestID,
            retryAfter: response.header("Retry-After").flatMap(Int.init).map { .seconds(max(0, $0)) }
        )
    }

    private static func parts(_ response: HTTPResponse) -> (code: String?, message: String?, requestID: String?) {
        let first = response.body.first { $0 > 0x20 }
        if first == UInt8(ascii: "<"), let root = try? XMLElement.parse(response.body), let error = root.first("Error")
        {
            let requestID = root.text("RequestId") ?? root.text("RequestID") ?? error.text("RequestId")
            return (error.text("Code"), error.text("Message"), requestID)
        }
        let field = response.header("x-amzn-errortype") ?? response.header("x-amzn-error-type")
        if first == UInt8(ascii: "{"), let root = try? JSON.parse(response.body) {
            let type = field ?? root["__type"]?.string ?? root["code"]?.string ?? root["Code"]?.string
            let message = root["message"]?.string ?? root["Message"]?.string ?? root["errorMessage"]?.string
            return (type.map(bareCode), message, nil)
        }
        let excerpt = String(decoding: response.body.prefix(200), as: UTF8.self)
        return (field.map(bareCode), excerpt.isEmpty ? nil : excerpt, nil)
    }

    /// `com.amazonaws.sns#NotFoundException:http://…` is `NotFoundException`.
    private static func bareCode(_ type: String) -> String {
        let withoutAddress = type.utf8.prefix { $0 != UInt8(ascii: ":") }
        let start = withoutAddress.lastIndex(of: UInt8(ascii: "#")).map { withoutAddress.index(after: $0) }
        return String(Substring(withoutAddress[(start ?? withoutAddress.startIndex)...]))
    }

    /// An answer to HEAD has no body; these are the codes that the same request with GET would give.
    private static func name(of status: Int) -> String {
        switch status {
        case 301, 307: "PermanentRedirect"
        case 400: "BadRequest"
        case 403: "AccessDenied"
        case 404: "NotFound"
        case 409: "Conflict"
        case 412: "PreconditionFailed"
        default: "HTTP\(status)"
        }
    }
}
