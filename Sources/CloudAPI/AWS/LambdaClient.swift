/// A function as it is deployed.
package struct FunctionDescription: Sendable, Hashable {
    package var name: String
    package var arn: String
    /// `Pending`, `Active`, `Inactive`, `Failed`.
    package var state: String?
    package var stateReason: String?
    /// `InProgress`, `Successful`, `Failed`.
    package var lastUpdateStatus: String?
    package var lastUpdateReason: String?
    /// Base64 of the SHA-256 of the package.
    package var codeSHA256: String
    package var runtime: String?
    package var version: String?
}

/// What calling a function gave.
package struct FunctionAnswer: Sendable, Hashable {
    /// `Unhandled` or `Handled` when the function failed; the payload then tells why.
    package var functionError: String?
    package var payload: [UInt8]
    /// The last 4 KB of the log, if asked for.
    package var logTail: String?
}

/// A source whose events are handed to a function.
package struct EventSourceMapping: Sendable, Hashable {
    package var id: String
    package var sourceARN: String
    package var functionARN: String
    /// `Enabled`, `Disabled`, and those on the way there.
    package var state: String
}

/// AWS Lambda: looking at functions and calling them.
package struct LambdaClient: Sendable {
    private let client: AWSClient

    package init(_ configuration: AWSConfiguration) {
        client = AWSClient(configuration, .lambda)
    }

    /// Nil if there is no such function.
    package func function(name: String) throws -> FunctionDescription? {
        let answer: JSON
        do {
            answer = try get("GetFunction", "/2015-03-31/functions/\(PercentEncoding.encode(name))")
        } catch let error as CloudError where error.status == 404 {
            return nil
        }
        guard let function = answer["Configuration"], let arn = function["FunctionArn"]?.string else {
            throw client.unreadable("GetFunction", "no function in the answer")
        }
        return FunctionDescription(
            name: function["FunctionName"]?.string ?? name,
            arn: arn,
            state: function["State"]?.string,
            stateReason: function["StateReason"]?.string,
            lastUpdateStatus: function["LastUpdateStatus"]?.string,
            lastUpdateReason: function["LastUpdateStatusReason"]?.string,
            codeSHA256: function["CodeSha256"]?.string ?? "",
            runtime: function["Runtime"]?.string,
            version: function["Version"]?.string
        )
    }

    /// Calls a function and waits for its answer. Not repeated when it may have run.
    package func invoke(
        name: String,
        payload: [UInt8],
        withLog: Bool = false,
        timeout: Duration = .seconds(910)
    ) throws -> FunctionAnswer {
        var request = HTTPRequest(
            method: "POST",
            url: "\(client.origin)/2015-03-31/functions/\(PercentEncoding.encode(name))/invocations",
            headers: [
                HTTPHeader("Content-Type", "application/json"),
                HTTPHeader("X-Amz-Invocation-Type", "RequestResponse"),
            ],
            body: payload,
            timeout: timeout
        )
        if withLog { request.setHeader("X-Amz-Log-Type", "Tail") }
        let response = try client.send("Invoke", request, isIdempotent: false)
        let log = response.header("X-Amz-Log-Result").flatMap { Base64.decode($0) }
        return FunctionAnswer(
            functionError: response.header("X-Amz-Function-Error"),
            payload: response.body,
            logTail: log.map { String(decoding: $0, as: UTF8.self) }
        )
    }

    /// All sources of a function's events.
    package func eventSourceMappings(function: String) throws -> [EventSourceMapping] {
        var mappings: [EventSourceMapping] = []
        var marker: String?
        repeat {
            var query = [(name: "FunctionName", value: function)]
            if let marker { query.append(("Marker", marker)) }
            let path = "/2015-03-31/event-source-mappings/?\(PercentEncoding.query(query))"
            let answer = try get("ListEventSourceMappings", path)
            mappings += (answer["EventSourceMappings"]?.elements ?? []).map {
                EventSourceMapping(
                    id: $0["UUID"]?.string ?? "",
                    sourceARN: $0["EventSourceArn"]?.string ?? "",
                    functionARN: $0["FunctionArn"]?.string ?? "",
                    state: $0["State"]?.string ?? ""
                )
            }
            marker = answer["NextMarker"]?.string.flatMap { $0.isEmpty ? nil : $0 }
        } while marker != nil
        return mappings
    }

    private func get(_ operation: String, _ path: String) throws -> JSON {
        let response = try client.send(operation, HTTPRequest(url: client.origin + path))
        do {
            return try JSON.parse(response.body)
        } catch {
            throw client.unreadable(operation, "\(error)")
        }
    }
}
