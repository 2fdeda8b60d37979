import CloudAPI
import Foundation
import Synchronization

/// A Snowflake account that answers SHOW and DESC from a table of rows, alone or chained, and counts the requests.
final class ListedAccount: Transport {
    private let rows: [String: [[String: String]]]
    private let takesChains: Bool
    private let asked = Mutex<[String]>([])

    /// - Parameter rows: by statement; any other one has none.
    init(_ rows: [String: [[String: String]]], takesChains: Bool = true) {
        self.rows = rows
        self.takesChains = takesChains
    }

    /// The statements of all requests.
    var requests: [String] { asked.withLock { $0 } }

    func send(_ request: HTTPRequest) throws -> HTTPResponse {
        let body = try JSON.parse(request.body)
        let statement = body["statement"]?.string ?? ""
        asked.withLock { $0.append(statement) }
        let parts = statement.components(separatedBy: "\n->> ")
        guard parts.count > 1 else { return Self.answer(rows[statement] ?? []) }
        guard takesChains, body["warehouse"]?.string != nil else {
            let refusal = #"{"code":"000606","sqlState":"57P03","message":"No active warehouse selected"}"#
            return HTTPResponse(status: 422, headers: [], body: Array(refusal.utf8))
        }
        let chained = parts.dropLast().enumerated().flatMap { index, part in
            (rows[part] ?? []).map { row in
                let content = JSON.object(row.map { .init($0.key, .string($0.value)) })
                return ["LISTING": "\(index)", "CONTENT": String(decoding: content.bytes, as: UTF8.self)]
            }
        }
        return Self.answer(chained)
    }

    func send(_ request: HTTPRequest, receiving sink: (UnsafeRawBufferPointer) throws -> Void) throws -> HTTPResponse {
        try send(request)
    }

    private static func answer(_ rows: [[String: String]]) -> HTTPResponse {
        let names = Set(rows.flatMap(\.keys)).sorted()
        let types = JSON.array(names.map { ["name": .string($0), "type": "text"] })
        let data = JSON.array(rows.map { row in .array(names.map { row[$0].map { .string($0) } ?? .null }) })
        let body: JSON = [
            "code": "090001", "statementHandle": "h", "resultSetMetaData": ["rowType": types], "data": data,
        ]
        return HTTPResponse(status: 200, headers: [], body: body.bytes)
    }
}
