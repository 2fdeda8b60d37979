extension RecordFault {
    /// The rule of the contract that the fault breaks.
    var rule: Breach.Rule {
        switch self {
        case .strayQuote: .strayQuote
        case .textAfterQuote: .textAfterQuote
        case .loneCarriageReturn: .loneCarriageReturn
        case .unterminatedQuote: .unterminatedQuote
        case .recordTooLong: .recordTooLong
        }
    }

    /// What is wrong, in words.
    fileprivate var detail: String {
        switch self {
        case .strayQuote: "a quote inside a field that does not start with one; enclose the field and write \"\""
        case .textAfterQuote: "after a closing quote only a comma or the end of the line may follow"
        case .loneCarriageReturn: "a carriage return without a line feed; lines end with LF or CRLF"
        case .unterminatedQuote: "the quote that opens here is never closed"
        case .recordTooLong: "the row that starts here is too long; a closing quote may be missing"
        }
    }
}

extension Breach {
    /// A breach of the form of RFC 4180.
    init(_ fault: RecordFault, line: Int, column: Int) {
        self.init(fault.rule, line: line, column: fault == .recordTooLong ? nil : column, detail: fault.detail)
    }

    /// A first line that names columns of the contract, but not as the contract has them.
    init(headerOf names: [String], line: Int, in dataset: Dataset) {
        let expected = dataset.columns.map(\.name)
        let missing = dataset.columns.filter { !$0.mayBeAbsent && !names.contains($0.name) }.map(\.name)
        let unknown = names.filter { !expected.contains($0) }.map { name in
            Array(name.utf8).withUnsafeBufferPointer(VisibleText.short)
        }
        var problems: [String] = []
        if !missing.isEmpty { problems.append("missing: \(missing.joined(separator: ", "))") }
        if !unknown.isEmpty { problems.append("unknown: \(unknown.joined(separator: ", "))") }
        if problems.isEmpty { problems.append("order or number of columns differ") }
        self.init(
            .header, line: line,
            detail: "the header is not the contract's (\(problems.joined(separator: "; "))); "
                + "expected \(expected.joined(separator: ","))")
    }
}

extension Record {
    /// The fields that were handed over, as they are compared with column names: lower case, without blanks.
    var normalisedFields: [String] {
        fields.indices.map { index in
            // Longer than any name, short enough to be harmless.
            String(decoding: value(index).prefix(256).filter { !$0.isBlank }.map(\.asciiLowercase), as: UTF8.self)
        }
    }
}
