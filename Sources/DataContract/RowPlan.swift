/// What to check in a row of a certain number of fields.
struct RowPlan: Sendable {
    let checks: [FieldCheck]
    /// The first byte of a header line, so that nearly all rows are told from it at once.
    let headerStart: UInt8
    /// The first name of a header line, in lower case.
    var firstName: [UInt8] { names.first ?? [] }
    /// The names of the columns that such a row has, in lower case.
    private let names: [[UInt8]]

    /// Nil when the contract does not accept that number of fields.
    init?(_ dataset: Dataset, fields: Int) {
        let columns = dataset.sourceColumns(fields: fields)
        guard !columns.isEmpty else { return nil }
        names = columns.filter { $0.position != nil }.map { Array($0.column.name.lowercased().utf8) }
        headerStart = names.first?.first ?? 0
        checks = columns.enumerated().compactMap { index, place in
            place.position.flatMap { FieldCheck(place.column, columnIndex: index, position: $0 - 1) }
        }
    }

    /// Whether all fields equal the names of the columns, ignoring case and blanks.
    func isHeader(_ record: Record) -> Bool {
        for index in names.indices where !Self.equals(record.trimmed(index), names[index]) { return false }
        return true
    }

    private static func equals(_ field: UnsafeBufferPointer<UInt8>, _ name: [UInt8]) -> Bool {
        guard field.count >= name.count else { return false }
        var matched = 0
        for byte in field where !byte.isBlank {
            guard matched < name.count, byte.asciiLowercase == name[matched] else { return false }
            matched += 1
        }
        return matched == name.count
    }
}

/// Which checks a row of a certain number of fields gets.
struct RowOutline: Sendable {
    let isAccepted: Bool
    /// In the list of the checks of all numbers of fields.
    let checks: Range<Int>
    let headerStart: UInt8
}

extension Record {
    /// Whether the first field may begin with the byte, ignoring case and blanks.
    @inline(__always)
    func mayStart(with byte: UInt8) -> Bool {
        guard let first = fields.first, first.start < first.end else { return false }
        return base[first.start].asciiLowercase == byte || base[first.start].isBlank
    }
}

/// One rule about one field of a row.
struct FieldCheck: Sendable {
    enum Form {
        case text
        case timestamp
        case decimal
    }

    private let columnIndex: Int
    let position: Int
    let form: Form
    let isRequired: Bool
    let precision: Int
    let scale: Int

    /// Nil when every value of the column is good.
    init?(_ column: Column, columnIndex: Int, position: Int) {
        self.columnIndex = columnIndex
        self.position = position
        isRequired = column.required
        switch column.type {
        case .text:
            guard column.required else { return nil }
            (form, precision, scale) = (.text, 0, 0)
        case .timestamp: (form, precision, scale) = (.timestamp, 0, 0)
        case .decimal(let digits, let decimals): (form, precision, scale) = (.decimal, digits, decimals)
        }
    }

    @inline(__always)
    func accepts(_ record: Record) -> Bool {
        let value = record.trimmed(position)
        if Self.isNull(value) { return !isRequired }
        switch form {
        case .text: return true
        case .timestamp: return TimestampRule.accepts(value)
        case .decimal: return DecimalRule.accepts(value, precision: precision, scale: scale)
        }
    }

    /// The rule that a field which is not accepted breaks.
    func breachedRule(_ record: Record) -> Breach.Rule {
        if Self.isNull(record.trimmed(position)) { return .required }
        return form == .timestamp ? .timestamp : .decimal
    }

    func breach(_ record: Record, in dataset: Dataset) -> Breach {
        let rule = breachedRule(record)
        let detail =
            switch rule {
            case .required: "a value is required"
            case .timestamp: "not a timestamp like 20211001T174600.000 or 2021-10-01T17:46:00Z"
            default: "not an amount that fits NUMBER(\(precision),\(scale))"
            }
        return Breach(
            rule, line: record.line(of: position), column: position + 1,
            columnName: dataset.columns[columnIndex].name,
            value: record.value(position).withUnsafeBufferPointer(VisibleText.short), detail: detail)
    }

    /// `NULL`, `null` and the empty value are nulls.
    @inline(__always)
    private static func isNull(_ value: UnsafeBufferPointer<UInt8>) -> Bool {
        if value.isEmpty { return true }
        guard value.count == 4, value[0] == UInt8(ascii: "N") || value[0] == UInt8(ascii: "n") else { return false }
        return value.elementsEqual("NULL".utf8) || value.elementsEqual("null".utf8)
    }
}
