/// A partner file taken apart (RFC 4180), as far as its shape is to be learned from it.
struct SampleTable: Sendable {
    /// Fields as they stand, without their quotes.
    let rows: [[String]]

    /// Enough to know a shape by.
    private static let limit = 100_000

    init(_ bytes: [UInt8]) throws(Failure) {
        var bytes = bytes[...]
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = bytes.dropFirst(3) }
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
            throw Failure("The sample is UTF-16.", advice: "Save it as UTF-8.", code: .invalid)
        }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw Failure("The sample is not UTF-8.", advice: "Save it as UTF-8.", code: .invalid)
        }
        var rows: [[String]] = []
        var row: [String] = []
        var field = ""
        var isQuoted = false
        var wasQuoted = false
        var scalars = text.unicodeScalars[...]
        func end() {
            if !(row.isEmpty && field.isEmpty && !wasQuoted) { rows.append(row + [field]) }
            row = []
            field = ""
            wasQuoted = false
        }
        while let scalar = scalars.popFirst(), rows.count < Self.limit {
            if isQuoted {
                if scalar == "\"" {
                    if scalars.first == "\"" {
                        field.unicodeScalars.append(scalars.removeFirst())
                    } else {
                        isQuoted = false
                    }
                } else {
                    field.unicodeScalars.append(scalar)
                }
            } else if scalar == "\"", field.isEmpty {
                isQuoted = true
                wasQuoted = true
            } else if scalar == "," {
                row.append(field)
                field = ""
                wasQuoted = false
            } else if scalar == "\n" {
                end()
            } else if scalar != "\r" || scalars.first != "\n" {
                field.unicodeScalars.append(scalar)
            }
        }
        guard !isQuoted else { throw Failure("A quote in the sample is never closed.", code: .invalid) }
        end()
        guard !rows.isEmpty else { throw Failure("The sample is empty.", code: .invalid) }
        self.rows = rows
    }
}
